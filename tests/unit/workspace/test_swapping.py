"""Two folders that change places."""

import sys
from pathlib import Path

import pytest

from claimbook.swapping import exchange


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other calls, or none")
def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "told").write_text(name)
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "told").read_text() == "other"
    assert (tmp_path / "other" / "told").read_text() == "one"


def test_what_cannot_be_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert not exchange(tmp_path / "one", tmp_path / "nowhere")
    assert [each.name for each in tmp_path.iterdir()] == ["one"]


def test_a_system_without_such_a_call_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    assert not exchange(tmp_path, tmp_path)
