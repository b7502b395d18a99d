"""What lies in the cache is data: what this program did not keep there itself changes no page."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook import shelf
from claimbook.cli.commands import cli
from claimbook.shelf import FILE
from tests.hostile.building import State, renamed, state
from tests.hostile.small import as_of_many, write_small

pytestmark = pytest.mark.slow
SCRIPT = b"<script>alert(1)</script>"
SETTINGS = 'cards = true\n\n[publication]\nurl = "https://bridges.example/"\n'
TREES = Path(".cache/claimbook/trees")


def built(root: Path) -> State:
    done = CliRunner().invoke(cli, ["build"])
    assert done.exit_code == 0, done.output
    return state(root)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    """What every build of the project in this folder has to make."""
    as_of_many(monkeypatch)
    monkeypatch.setenv("CLAIMBOOK_JOBS", "1")
    monkeypatch.setattr("claimbook.past_files._SETTLED", 0)
    monkeypatch.chdir(tmp_path)
    write_small(tmp_path, SETTINGS)
    renamed(tmp_path, "Others")
    built(tmp_path)
    renamed(tmp_path, "Bridges")
    expected = built(tmp_path)
    assert built(tmp_path) == expected
    return expected


@pytest.fixture
def rare(is_whole: bool) -> None:
    """What is tried where there is time."""
    if not is_whole:
        pytest.skip("tried where there is time")


def rooms(root: Path) -> list[str]:
    with closing(sqlite3.connect(root / FILE)) as file:
        return [room for (room,) in file.execute("SELECT DISTINCT room FROM kept ORDER BY room")]


def poison_rows(root: Path, room: str) -> None:
    """Put a script into all that is kept in a room, where texts are as well as anywhere."""
    with closing(sqlite3.connect(root / FILE)) as file, file:
        found = file.execute("SELECT rowid, data FROM kept WHERE room = ?", (room,)).fetchall()
        assert found
        for row, data in found:
            at = len(data) // 2
            spoilt = data[:at] + SCRIPT + data[at + len(SCRIPT) :]
            file.execute("UPDATE kept SET data = ? WHERE rowid = ?", (spoilt, row))


def test_a_script_in_any_room_of_the_memory_is_forgotten(
    tmp_path: Path, site: State, is_whole: bool
) -> None:
    found = rooms(tmp_path)
    assert {"files", "units", "records", "pages", "rest", "cards"} <= set(found)
    for room in found * is_whole:
        poison_rows(tmp_path, room)
        assert built(tmp_path) == site, room
    for room in found:
        poison_rows(tmp_path, room)
    assert built(tmp_path) == site


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + SCRIPT)


def replace_inside(path: Path) -> None:
    """A file of the same length, as old as it was but for the moment of the change."""
    data = path.read_bytes()
    at = len(data) // 2
    path.unlink()
    path.write_bytes(data[:at] + SCRIPT + data[at + len(SCRIPT) :])


@pytest.mark.usefixtures("rare")
@pytest.mark.parametrize("poison", [append, replace_inside])
def test_a_script_in_a_card_a_page_or_a_list_of_stamps_is_not_published(
    tmp_path: Path, site: State, poison: Callable[[Path], None]
) -> None:
    # The site with this name waits in the cache, as what the next build begins with.
    renamed(tmp_path, "Others")
    built(tmp_path)
    renamed(tmp_path, "Bridges")
    kept = [path for path in (tmp_path / ".cache").rglob("*") if path.is_file()]
    stamps = [path for path in kept if path.suffix in {".site", ".spare"}]
    cards = [path for path in kept if path.suffix == ".png" and path.stat().st_nlink == 1]
    pages = [path for path in kept if path.suffix == ".html" and path.stat().st_nlink == 1]
    assert stamps
    assert cards
    assert pages
    for path in stamps + cards + pages:
        poison(path)
    for _ in range(2):
        assert built(tmp_path) == site


@pytest.mark.usefixtures("rare")
@pytest.mark.parametrize("state_of_other", [b"", b"0" * 16, b"\xff" * 16])
def test_what_an_older_or_newer_version_kept_is_not_read(
    tmp_path: Path, site: State, monkeypatch: pytest.MonkeyPatch, state_of_other: bytes
) -> None:
    # What another version kept of everything is whole, and of no use.
    with monkeypatch.context() as patch:
        patch.setattr(shelf, "program_state", lambda: state_of_other)
        assert built(tmp_path) == site
        for room in rooms(tmp_path):
            poison_rows(tmp_path, room)
    assert built(tmp_path) == site
    for path in TREES.glob("*.s*"):
        # As it was before stamps said which digests they hold.
        if path.is_file():
            path.write_bytes(path.read_bytes()[4:])
    assert built(tmp_path) == site


@pytest.mark.usefixtures("rare")
@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE program", "DROP TABLE kept", "ALTER TABLE kept DROP COLUMN sum"],
)
def test_a_memory_of_another_shape_is_none(tmp_path: Path, site: State, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as file, file:
        file.execute(statement)
    for _ in range(2):
        assert built(tmp_path) == site


@pytest.mark.usefixtures("rare")
def test_no_cache_is_ever_unpickled(
    tmp_path: Path, site: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = [path.read_bytes() for path in (tmp_path / ".cache").rglob("*") if path.is_file()]
    assert not [data for data in ours if data.startswith((b"\x80\x04", b"\x80\x05"))]
    monkeypatch.setattr("pickle.loads", lambda *_: pytest.fail("a pickle was read"))
    assert built(tmp_path) == site


@pytest.mark.usefixtures("rare")
def test_a_lock_that_nobody_holds_any_more_stops_nobody(tmp_path: Path, site: State) -> None:
    for path in TREES.glob("*.lock"):
        path.write_text(f"{os.getpid()}\n")
        os.utime(path, (1, 1))
    before = {path.name for path in TREES.iterdir()}
    assert built(tmp_path) == site
    assert {path.name for path in TREES.iterdir()} == before
    shutil.rmtree(tmp_path / ".cache")
    assert built(tmp_path) == site
