"""What is remembered between runs, and what is let go."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimbook import shelf
from claimbook.memory import FORGETFUL, Entry
from claimbook.shelf import FILE, Shelf, memory_for

ONE, TWO = Entry("one", b"key", b"data"), Entry("two", b"key", bytes(range(256)))


def recalled(root: Path, room: str = "room") -> list[Entry]:
    return list(Shelf(root).recall(room))


def test_what_was_kept_comes_back_by_room(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("room", [ONE, TWO], ())
    Shelf(tmp_path).keep("other", [ONE], ())
    assert recalled(tmp_path) == [ONE, TWO]
    Shelf(tmp_path).keep("room", [ONE._replace(data=b"new")], ["two", "nobody"])
    assert recalled(tmp_path) == [ONE._replace(data=b"new")]
    assert recalled(tmp_path, "other") == [ONE]
    assert (tmp_path / FILE).with_name(".gitignore").read_text() == "*\n"


def test_nothing_is_made_where_there_is_nothing_to_remember(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("room", (), ())
    assert recalled(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
    assert memory_for(199, tmp_path) is FORGETFUL
    assert isinstance(memory_for(200, tmp_path), Shelf)


def test_another_program_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Shelf(tmp_path).keep("room", [ONE], ())
    monkeypatch.setattr(shelf, "program_state", lambda: b"another")
    assert recalled(tmp_path) == []
    Shelf(tmp_path).keep("room", [TWO], ())
    assert recalled(tmp_path) == [TWO]


def test_a_library_of_another_version_makes_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    states = []
    for version in ("1.0", "1.1", "1.0"):
        (tmp_path / f"cleaner-{version}.dist-info").mkdir()
        shelf.program_state.cache_clear()
        states.append(shelf.program_state())
        (tmp_path / f"cleaner-{version}.dist-info").rmdir()
    shelf.program_state.cache_clear()
    assert states[0] == states[2] != states[1]


def test_a_changed_file_makes_another_program(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "page.md").write_text("one")
    before = shelf.package_state(tmp_path)
    (tmp_path / "rules" / "page.md").write_text("three")
    assert shelf.package_state(tmp_path) != before


def test_what_was_damaged_is_forgotten(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("room", [ONE, TWO], ())
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("UPDATE kept SET data = x'00' WHERE name = 'one'")
    file.close()
    assert recalled(tmp_path) == [TWO]
    (tmp_path / FILE).write_bytes(b"no database at all")
    assert recalled(tmp_path) == []
    assert not (tmp_path / FILE).exists()
    Shelf(tmp_path).keep("room", [ONE], ())
    assert recalled(tmp_path) == [ONE]


@pytest.mark.parametrize(
    "damage",
    ["data = NULL", "data = 'words'", "key = 5", "key = x'00'", "name = 'else'", "room = 'else'"],
)
def test_a_row_is_believed_as_a_whole_or_not_at_all(tmp_path: Path, damage: str) -> None:
    Shelf(tmp_path).keep("room", [ONE, TWO], ())
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute(f"UPDATE kept SET {damage} WHERE name = 'one'")
    file.close()
    assert [*recalled(tmp_path), *recalled(tmp_path, "else")] == [TWO]


def test_what_another_program_writes_meanwhile_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(tmp_path).keep("room", [ONE], ())
    monkeypatch.setattr(shelf, "program_state", lambda: b"another")
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("UPDATE program SET state = ?", (b"another",))
    file.close()
    assert recalled(tmp_path) == []


def test_another_build_that_is_writing_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(tmp_path).keep("room", [ONE], ())
    monkeypatch.setattr(shelf, "_SECONDS", 0)
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN EXCLUSIVE")
    Shelf(tmp_path).keep("room", [TWO], ())
    assert recalled(tmp_path) == []
    other.rollback()
    other.close()
    assert recalled(tmp_path) == [ONE]


def test_a_disk_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(tmp_path).keep("room", [ONE], ())

    def refuse(_: Path) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(shelf, "make_room", refuse)
    Shelf(tmp_path).keep("room", [TWO], ())
    assert recalled(tmp_path) == []


def test_what_fails_while_it_is_made_leaves_what_was_there(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("room", [ONE], ())

    def failing() -> Iterator[Entry]:
        yield TWO
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Shelf(tmp_path).keep("room", failing(), ())
    assert recalled(tmp_path) == [ONE]
