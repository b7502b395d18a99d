import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.manifest import MANIFEST, ManifestError, read, written

names = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1)
lists = st.dictionaries(names, st.binary(min_size=32, max_size=32))


@given(lists)
def test_what_is_written_is_read(files: dict[str, bytes]) -> None:
    assert read(written(files)) == files


def test_it_is_what_everybody_s_tool_reads(tmp_path: Path) -> None:
    files = {"a.html": b"a", "below/ü b.html": b"b", "back\\slash\nline": b"c"}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    listed = {path: sha256(content).digest() for path, content in files.items()}
    (tmp_path / MANIFEST).write_bytes(written(listed))
    command = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    theirs = subprocess.run(
        ["sha256sum", *listed], cwd=tmp_path, check=True, capture_output=True
    ).stdout
    assert read(theirs) == listed


@pytest.mark.parametrize("line", ["", "abc  x", "0" * 64 + " x", "0" * 63 + "g  x", "0" * 64])
def test_what_is_no_list_is_refused_with_its_line(line: str) -> None:
    good = "0" * 64 + "  a\n"
    with pytest.raises(ManifestError, match="line 2"):
        read(f"{good}{line}\n{good}".encode())
