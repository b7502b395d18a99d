"""Changes of files, noticed soon and told once."""

from pathlib import Path
from threading import Event

import pytest
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.polling import PollingObserver

from mkdocs_claimbook.watching import Once, QuickObserver


class Heard(FileSystemEventHandler):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[FileSystemEvent] = []
        self.has_heard = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.events.append(event)
        self.has_heard.set()


def test_what_two_observers_see_is_told_once(tmp_path: Path) -> None:
    heard = Heard()
    once, file, other = Once(heard), tmp_path / "claim.yml", tmp_path / "other.yml"
    told = []

    def tell(*events: FileSystemEvent) -> None:
        for each in (*events, *events):
            once.dispatch(each)
        told.append(len(heard.events))

    file.write_text("claim: A\n")
    tell(FileOpenedEvent(str(file)))
    tell(FileCreatedEvent(str(file)), FileModifiedEvent(str(file)), FileClosedEvent(str(file)))
    file.write_text("claim: A bridge\n")
    tell(FileModifiedEvent(str(file)))
    file.rename(other)
    tell(FileMovedEvent(str(file), str(other)))
    other.unlink()
    tell(FileDeletedEvent(str(other)))
    assert told == [0, 1, 2, 3, 4]


def test_the_system_tells_before_anybody_looks(tmp_path: Path) -> None:
    heard, observer = Heard(), QuickObserver(PollingObserver(timeout=600))
    watch = observer.schedule(heard, str(tmp_path), recursive=True)
    observer.start()
    try:
        (tmp_path / "claim.yml").write_text("claim: A\n")
        assert heard.has_heard.wait(30)
        observer.unschedule(watch)
    finally:
        observer.stop()


def test_without_the_system_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: object) -> None:
        raise OSError("inotify watch limit reached")

    heard, observer = Heard(), QuickObserver(PollingObserver(timeout=0.05))
    monkeypatch.setattr(type(observer._quick), "start", refused)
    observer.schedule(heard, str(tmp_path), recursive=True)
    observer.start()
    try:
        (tmp_path / "claim.yml").write_text("claim: A\n")
        assert heard.has_heard.wait(30)
    finally:
        observer.stop()
