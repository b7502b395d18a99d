"""A few files served to this machine alone; who shows one is told when it has changed.

The server listens on the loopback address only and answers GET only. A site that has its own name
point to this machine (DNS rebinding) is refused by the `Host` that it must send (RFC 9110, 7.2).
Changes are told as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import NamedTuple

ADDRESS = "127.0.0.1"
EVENTS, SCRIPT = "/-/events", "/-/reload.js"
# A page names the state it is of, or it would miss what changes while it is loaded.
_RELOAD = b"""const { search } = new URL(document.currentScript.src);
const events = new EventSource("/-/events" + search);
events.onmessage = () => location.reload();
addEventListener("pagehide", () => events.close());
"""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_HEARTBEAT = 15.0
# How often it looks whether it is to end.
_POLL = 0.05
_ELSEWHERE = "Only one page is previewed here: its address was printed in the terminal.\n"


class Served(NamedTuple):
    """What stands at a path: its media type and its content."""

    kind: str
    content: bytes


class LiveServer(ThreadingHTTPServer):
    """Serves files by their paths, which begin with ``/``, and tells when they are others."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__((ADDRESS, port), _Visit)
        self.files: Mapping[str, Served] = {}
        self._state = 0
        self._news = Condition()

    @property
    def address(self) -> str:
        """The address of the server, ending with ``/``."""
        return f"http://{ADDRESS}:{self.server_port}/"

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which it may be asked."""
        return frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    @property
    def next_script(self) -> str:
        """The address of the script that belongs into pages that are shown next."""
        return f"{SCRIPT}?{self._state + 1}"

    def start(self) -> None:
        """Answer from now on, beside whatever else goes on."""
        Thread(target=self.serve_forever, args=(_POLL,), daemon=True).start()

    def show(self, files: Mapping[str, Served]) -> None:
        """Serve these files, and tell who looks at former ones."""
        with self._news:
            self.files = {**files, SCRIPT: Served("text/javascript", _RELOAD)}
            self._state += 1
            self._news.notify_all()

    def changes(self, seen: int) -> Iterator[bool]:
        """Waits; true when there are other files than in the state that somebody has seen.

        False when nothing has happened for a while.
        """
        while True:
            with self._news:
                is_new = self._news.wait_for(lambda: self._state != seen, _HEARTBEAT)  # noqa: B023
                seen = self._state
            yield is_new

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of visitors who leave while they are answered."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Visit(BaseHTTPRequestHandler):
    """One request."""

    server: LiveServer
    server_version, sys_version = "claimbook", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer, if it is asked under our own name."""
        path, _, query = self.path.partition("?")
        if self.headers.get("Host") not in self.server.hosts:
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, Served("text/plain", b""))
        elif path == EVENTS:
            with suppress(OSError):
                self._tell(int(query[:9]) if query[:9].isdecimal() else 0)
        elif path in self.server.files:
            self._answer(HTTPStatus.OK, self.server.files[path])
        else:
            self._answer(HTTPStatus.NOT_FOUND, Served("text/plain", _ELSEWHERE.encode()))

    def _answer(self, status: HTTPStatus, served: Served) -> None:
        self._begin(status, served.kind)
        self.send_header("Content-Length", str(len(served.content)))
        self.end_headers()
        self.wfile.write(served.content)

    def _begin(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        is_text = kind.startswith("text/")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        for name, value in _HEADERS.items():
            self.send_header(name, value)

    def _tell(self, seen: int) -> None:
        self._begin(HTTPStatus.OK, "text/event-stream")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        for is_new in self.server.changes(seen):
            # A comment finds out whether anybody still listens.
            self.wfile.write(b"data: changed\n\n" if is_new else b":\n\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the terminal quiet."""


def state_of(*places: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file in some folders does: names, times and sizes."""
    return tuple(sorted(each for place in places for each in _states(place)))


def _states(place: Path) -> Iterator[tuple[str, int, int]]:
    if place.is_file():
        yield _state(str(place))
    for folder, _, names in os.walk(place):
        for name in names:
            with suppress(OSError):
                yield _state(os.path.join(folder, name))  # noqa: PTH118 - of many, many times


def _state(path: str) -> tuple[str, int, int]:
    found = os.stat(path)  # noqa: PTH116 - as above
    return path, found.st_mtime_ns, found.st_size
