"""Changes noticed at once: MkDocs looks at every file twice a second, the system knows sooner."""

from contextlib import suppress
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

# Reading a file is an event as well.
_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})


class Once(FileSystemEventHandler):
    """Hands an event on unless the files it is about are as they were at the last one."""

    def __init__(self, inner: FileSystemEventHandler) -> None:
        self._inner = inner
        self._known: dict[str, tuple[int, ...] | None] = {}

    def dispatch(self, event: FileSystemEvent) -> None:
        """An event, from whichever observer."""
        if event.event_type in _CHANGES and not event.is_directory:
            found = {path: _mark(path) for path in _paths(event)}
            are_known = all(self._known.get(path, ()) == mark for path, mark in found.items())
            self._known.update(found)
            if not are_known:
                self._inner.dispatch(event)


def _paths(event: FileSystemEvent) -> list[str]:
    return [str(path) for path in (event.src_path, event.dest_path) if path]


def _mark(path: str) -> tuple[int, ...] | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino)


class QuickObserver:
    """MkDocs's own observer and the system's beside it, which sees no folders of other machines.

    What both see is told once.
    """

    def __init__(self, usual: BaseObserver) -> None:
        self._usual, self._quick = usual, Observer()

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Begin to watch a path."""
        once = Once(handler)
        with suppress(OSError):
            self._quick.schedule(once, path, recursive=recursive)
        return self._usual.schedule(once, path, recursive=recursive)

    def unschedule(self, watch: ObservedWatch) -> None:
        """Watch a path no longer."""
        self._usual.unschedule(watch)
        with suppress(KeyError):
            self._quick.unschedule(watch)

    def start(self) -> None:
        """Begin; where the system will not watch so many folders, MkDocs's way remains."""
        with suppress(OSError):
            self._quick.start()
        self._usual.start()

    def stop(self) -> None:
        """End both."""
        self._quick.stop()
        self._usual.stop()

    def join(self) -> None:
        """Wait until both have ended."""
        self._usual.join()
        if self._quick.is_alive():
            self._quick.join()


def watch_closely(server: LiveReloadServer) -> None:
    """Let what is watched from now on be watched by the system too."""
    server.observer = QuickObserver(server.observer)  # type: ignore[assignment]
