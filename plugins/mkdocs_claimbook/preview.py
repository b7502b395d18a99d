"""A preview that makes pages when they are asked for, in front of MkDocs's own server.

MkDocs serves what stands in a folder. What is not there may be a page that nobody has asked for
since the last build: it is made, put there, and MkDocs is asked once more.
"""

import gc
from collections.abc import Iterable
from contextlib import ExitStack
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import click
from mkdocs.livereload import LiveReloadServer

from claimbook.steady import steady

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

# How often a page is made again because a build has removed it before it could be sent.
_TRIES = 5
_MISSING = "404"


class Pages(Protocol):
    """What a finished build can make yet."""

    def put(self, path: str) -> bool:
        """Make a file of the site and put it into the folder; False where there is none such."""


class _Answer:
    """The head of an answer, kept back until it is known whether it is the last word."""

    def __init__(self) -> None:
        self.status = ""
        self._head: tuple[object, ...] = ()

    def __call__(self, status: str, headers: list[tuple[str, str]], *rest: object) -> object:
        self.status, self._head = status, (status, headers, *rest)
        return _no_text

    def send(self, start_response: "StartResponse") -> None:
        start_response(*self._head)  # type: ignore[arg-type]


class Preview:
    """Between MkDocs's server and its builds, which run in threads of their own."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pages: Pages | None = None
        self._has_opened = False
        self._stillness = ExitStack()

    def close(self) -> None:
        """A build begins: nothing is put into the folder until it has ended."""
        with self._lock:
            self._pages = None
        self._stillness.enter_context(steady())

    def open(self, pages: Pages) -> None:
        """A build has ended; ``pages`` makes what it has left to be made."""
        self.give_up()
        if not self._has_opened:
            self._has_opened = True
            # Most of this will be there until the end, and searching it takes longer than a build.
            gc.freeze()
        with self._lock:
            self._pages = pages

    def give_up(self) -> None:
        """A build has ended, be it without a site."""
        self._stillness.close()

    def stand_before(self, server: LiveReloadServer) -> None:
        """Answer in the server's place from now on."""
        inner = server.get_app()
        if inner:
            server.set_app(self.app(inner, server.mount_path))

    def app(self, inner: "WSGIApplication", mount: str) -> "WSGIApplication":
        """``inner``, which serves the folder at the path ``mount``, asked again where it helps."""

        def answered(
            environ: "WSGIEnvironment", start_response: "StartResponse"
        ) -> Iterable[bytes]:
            answer = _Answer()
            body = inner(environ, answer)  # type: ignore[arg-type]
            tries = 0
            while self._might_help(answer, environ, mount) and tries < _TRIES:
                body, tries = inner(environ, answer), tries + 1  # type: ignore[arg-type]
            answer.send(start_response)
            return body

        return answered

    def _might_help(self, answer: _Answer, environ: "WSGIEnvironment", mount: str) -> bool:
        if not answer.status.startswith(_MISSING):
            return False
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        return path.startswith(mount) and self._has_put(path.removeprefix(mount))

    def _has_put(self, path: str) -> bool:
        with self._lock, steady():
            return self._pages is not None and self._pages.put(path)


def _no_text(_: bytes) -> None:
    """What old programs write by instead of returning it; MkDocs does not."""


def is_watched(command: str, *, dirty: bool) -> bool:
    """Whether MkDocs will hand over its server after the first build: it does so only to reload.

    A build that is not clean leaves in the folder what it did not make, so nothing is missed there.
    """
    context = click.get_current_context(silent=True)
    is_reloading = context is not None and bool(context.params.get("livereload"))
    return command == "serve" and not dirty and is_reloading
