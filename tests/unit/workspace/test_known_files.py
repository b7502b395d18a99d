"""Files that are known from an earlier run: read again only when they have changed."""

import os
from pathlib import Path

import pytest

from claimbook import folder
from claimbook.data import digest
from claimbook.diagnostics import Outcome
from claimbook.text import SourceFile
from claimbook.workspace import load

FILES = 300


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are opened from now on, of a project in the current folder."""
    (tmp_path / "claims").mkdir()
    for number in range(FILES):
        (tmp_path / f"claims/c{number:03}.yml").write_text(f"claim: Number {number}.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("claimbook.past_files._SETTLED", -(10**12))
    done: list[str] = []
    read = folder.read_bytes

    def noted(path: Path | str, shown: str, most: int) -> Outcome[SourceFile]:
        done.append(shown)
        return read(path, shown, most)

    monkeypatch.setattr(folder, "read_bytes", noted)
    return done


def loaded(opened: list[str]) -> list[str]:
    """Load the project, compare every file with the disk, and tell which were opened for it."""
    opened.clear()
    files = load(Path.cwd()).files
    first = sorted(opened)
    assert len(files) == len(list(Path("claims").iterdir()))
    for each in files:
        content = Path(each.path).read_bytes()
        assert (each.data, each.digest, each.whole().data) == (content, digest(content), content)
    return first


# So many are in memory at once: none, some, all.
@pytest.mark.parametrize("whole", [0, 100, 10_000])
def test_files_are_read_when_they_are_new_or_have_changed(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    monkeypatch.setattr(folder, "_MOST_WHOLE", whole)
    every = [f"claims/c{number:03}.yml" for number in range(FILES)]
    assert loaded(opened) == every
    assert loaded(opened) == []
    Path(every[7]).write_text("claim: Another.\n")
    assert loaded(opened) == [every[7]]
    assert loaded(opened) == []
    # Only its time has changed: it is known by that from then on.
    os.utime(every[250], ns=(1, 1))
    assert loaded(opened) == [every[250]]
    assert loaded(opened) == []
    Path(every[9]).unlink()
    Path("claims/new.yml").write_text("claim: New.\n")
    assert loaded(opened) == ["claims/new.yml"]
    assert loaded(opened) == []


def test_a_file_that_became_a_link_is_no_longer_known(opened: list[str]) -> None:
    loaded(opened)
    target = Path("claims/c001.yml")
    Path("claims/c000.yml").unlink()
    Path("claims/c000.yml").symlink_to(target.name)
    os.utime("claims/c000.yml", ns=(1, 1), follow_symlinks=False)
    assert loaded(opened) == ["claims/c000.yml"]
    target.write_text("claim: Changed behind the link.\n")
    assert loaded(opened) == ["claims/c000.yml", "claims/c001.yml"]
