"""Builds in processes of their own, and what they leave behind."""

import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from claimbook.manifest import MANIFEST, read
from claimbook.published_files import differences, files_of

State = dict[str, str]
_BUILD = "import sys; from claimbook.cli import main; sys.argv[1:] = ['build']; main()"


def renamed(root: Path, word: str) -> None:
    """Let a change touch every page: the site has another name."""
    path = root / "mkdocs.yml"
    path.write_text(re.sub("(?m)^site_name: .*", f"site_name: {word}", path.read_text("utf-8")))


def started(root: Path, before: str = "", within: str = "exec") -> "subprocess.Popen[str]":
    """A build of a project that has begun.

    ``before`` is Python that runs first; ``within`` are words of a shell that stand before the
    command, such as limits.
    """
    line = f'{within} "$0" "$@"'
    command = ["sh", "-c", line, sys.executable, "-c", before + _BUILD]
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen(command, cwd=root, start_new_session=True, text=True, **told)


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """With which code a build ended, and what it said."""
    said, _ = process.communicate()
    return process.returncode, said


def built(root: Path) -> State:
    """The site of a build that has to succeed."""
    code, said = ended(started(root))
    assert code == 0, said
    return state(root)


def state(root: Path) -> State:
    """All files of the published site with their SHA-256; they are those of its own list."""
    site = root / "site"
    data = (site / MANIFEST).read_bytes()
    listed = {**read(data), MANIFEST: sha256(data).digest()}
    found = files_of(site)
    assert not differences(site, listed, found, lambda _: None)
    return {path: listed[path].hex() for path in found}
