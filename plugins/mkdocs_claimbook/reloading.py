"""Pages of a preview under their policies: MkDocs puts a script into each that loads it again.

That script is another at every moment, so it is allowed when it is sent, by its hash.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs.livereload import LiveReloadServer

from claimbook.policy.directives import hashed

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_RELOADING = re.compile(r"<script>(\s*var livereload = (?:(?!</script>).)*)</script>", re.DOTALL)
_POLICY = '<meta http-equiv=Content-Security-Policy content="'
_SCRIPTS = re.compile(rf"({re.escape(_POLICY)}[^\"]*?;script-src 'self')")
_SIZE = "content-length"


def let_reload(server: LiveReloadServer) -> None:
    """Let the pages that a server sends run the script that it puts into them."""
    inner = server.get_app()
    if inner:
        server.set_app(reloading(inner))


def reloading(inner: "WSGIApplication") -> "WSGIApplication":
    """What ``inner`` sends, with policies that allow its script."""

    def answered(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        heads: list[tuple[str, list[tuple[str, str]]]] = []

        def keep(status: str, headers: list[tuple[str, str]], *_: object) -> object:
            heads.append((status, headers))
            return _no_text

        body = inner(environ, keep)  # type: ignore[arg-type]
        status, headers = heads[-1]
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        page = allowed(b"".join(body))
        kept = [each for each in headers if each[0].lower() != _SIZE]
        start_response(status, [*kept, ("Content-Length", str(len(page)))])
        return [page]

    return answered


def allowed(page: bytes) -> bytes:
    """A page whose policy allows the script that loads it again."""
    text = page.decode("utf-8", "surrogateescape")
    found = [*_RELOADING.finditer(text)]
    if not found:
        return page
    # MkDocs puts its own at the end; what looks like it before that is a stranger's.
    source = f"'{hashed(found[-1][1])}'"
    with_hash = _SCRIPTS.sub(lambda each: f"{each[1]} {source}", text, count=1)
    return with_hash.encode("utf-8", "surrogateescape")


def _no_text(_: bytes) -> None:
    """What old programs write by instead of returning it; MkDocs does not."""
