"""One web page, fetched because a person asked for it.

The address may be anybody's, so it can lead only where the whole world can go: every address that
a name resolves to is looked at before it is connected to, at each redirect anew, and the one that
was looked at is the one that is used (server-side request forgery, CWE-918). Size, time, redirects
and what compression may unfold to have limits.
"""

import errno
import re
import socket
import ssl
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Event, Timer
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from claimbook import __version__
from claimbook.patrol.replies import REDIRECTS, Reply
from claimbook.urls import UrlError, parse_url

_AGENT = f"claimbook/{__version__} (reads one page on request of a person)"
_PATROL = f"claimbook/{__version__} (looks whether cited pages are still there)"
_MOST_BYTES = 4_000_000
MOST_REDIRECTS = 5
_MOST_PLACES = 4
_OK = 200
_SECONDS = 20.0
PAGES = frozenset({"text/html", "application/xhtml+xml"})
# IPv6 addresses that stand for IPv4 ones (RFC 6052).
_TRANSLATED = ip_network("64:ff9b::/96")
# Of former or local use (RFC 4291, 2.5.5.1 and 2.5.7; RFC 8215), which libraries call global.
_LOCAL = tuple(map(ip_network, ("::/96", "fec0::/10", "64:ff9b:1::/48")))
_SAVE = "save the page in a browser, and give the file"
_CODINGS = frozenset({"identity", "gzip", "x-gzip"})
# Longer ones are kept by nobody (RFC 9110, 8.8: visible characters of ASCII, and spaces).
_VALIDATOR = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,199}")
IsAllowed = Callable[[str], bool]


class FetchError(Exception):
    """The page cannot be had; the message says why, ``hint`` what to do.

    ``status`` is that of the answer, or 0 where there was none; ``is_passing`` tells that another
    try may go better.
    """

    def __init__(
        self, message: str, hint: str = _SAVE, status: int = 0, *, is_passing: bool = False
    ) -> None:
        super().__init__(message)
        self.hint = hint
        self.status = status
        self.is_passing = is_passing


class Fetched(NamedTuple):
    """A page: where it was found in the end, its bytes, and what was said with it."""

    address: str
    data: bytes
    charset: str
    media_type: str = ""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet."""
    found = ip_address(address.partition("%")[0])
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    if not found.is_global or found.is_multicast or any(found in each for each in _LOCAL):
        return False
    return inner is None or is_public(inner)


def _inner(address: IPv6Address) -> str | None:
    """The IPv4 address that an IPv6 address leads to."""
    if address in _TRANSLATED:
        return str(ip_address(int(address) & 0xFFFFFFFF))
    teredo = address.teredo
    inner = address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
    return str(inner) if inner else None


def fetch(
    address: str,
    is_allowed: IsAllowed = is_public,
    seconds: float = _SECONDS,
    kinds: Collection[str] = PAGES,
    visits: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """Fetch a page; raises :class:`FetchError`. Tests may allow other addresses.

    ``kinds`` are the media types that are taken. ``visits`` is called with each address before it
    is visited, and may raise to forbid it.
    """
    for _ in range(MOST_REDIRECTS + 1):
        visits(address)
        found = _visit(address, is_allowed, seconds, kinds)
        if isinstance(found, Fetched):
            return found
        address = found
    raise FetchError(f"it leads on more than {MOST_REDIRECTS} times")


def _visit(
    address: str, is_allowed: IsAllowed, seconds: float, kinds: Collection[str]
) -> Fetched | str:
    """The page at an address, or the address to which it leads on."""
    with _answer(_parts(address), is_allowed, seconds, {"User-Agent": _AGENT}) as heard:
        onward = _onward(address, heard.answer)
        if onward:
            return onward
        data, answer = _content(heard, kinds), heard.answer
        return Fetched(address, data, _charset(answer), answer.headers.get_content_type())


def _onward(address: str, answer: HTTPResponse) -> str:
    found = answer.headers.get("Location") if answer.status in REDIRECTS else None
    return urljoin(address, str(found)) if found else ""


def knock(
    address: str,
    is_allowed: IsAllowed = is_public,
    seconds: float = _SECONDS,
    told: Mapping[str, str] = MappingProxyType({}),
) -> Reply:
    """Ask for a page once, to see whether it is there: no status is an error, nothing is followed.

    ``told`` are further headers of the request. Raises :class:`FetchError` where nobody answers
    or where the address is none to be visited. Content is read of answers with status 200.
    """
    asking = {**told, "User-Agent": _PATROL}
    with _answer(_parts(address), is_allowed, seconds, asking) as heard:
        answer, said = heard.answer, heard.answer.headers
        reply = Reply(
            address,
            answer.status,
            _onward(address, answer),
            media_type=said.get_content_type(),
            charset=_charset(answer),
            etag=_validator(said.get("ETag")),
            modified=_validator(said.get("Last-Modified")),
            retry_after=_seconds(said.get("Retry-After")),
            is_challenge="challenge" in str(said.get("cf-mitigated", "")).lower(),
        )
        if reply.status != _OK:
            return reply
        data, is_whole = _begun(heard)
        return reply._replace(data=data, is_whole=is_whole)


def _validator(said: object) -> str:
    text = str(said or "").strip()
    return text if _VALIDATOR.fullmatch(text) else ""


def _seconds(said: object) -> float:
    """How long to wait, in seconds; what is said as a date counts as a long time."""
    text = str(said or "").strip()
    return float(text[:9]) if text.isascii() and text.isdigit() else float(bool(text) * 3600)


def _charset(answer: HTTPResponse) -> str:
    """The encoding that is named, or empty."""
    try:
        return answer.headers.get_content_charset() or ""
    except (TypeError, ValueError, LookupError):
        # Named in parts (RFC 2231) that do not belong together.
        return ""


def _begun(heard: "_Heard") -> tuple[bytes, bool]:
    """The content up to a size, and whether that is all; of what cannot be unfolded nothing."""
    try:
        data, is_whole = _read(heard)
    except zlib.error:
        return b"", False
    return data[:_MOST_BYTES], is_whole and len(data) <= _MOST_BYTES


def _read(heard: "_Heard") -> tuple[bytes, bool]:
    """The content up to a byte more than is taken, unfolded, and whether nothing of it is missing.

    Nothing where it is folded in a way that was not asked for.
    """
    coding, answer = _coding(heard.answer), heard.answer
    if coding not in _CODINGS:
        return b"", False
    data = answer.read(_MOST_BYTES + 1)
    # Who hangs up early, or is hung up on, has not said all that was announced.
    is_whole = not answer.length and not heard.late.is_set()
    if coding == "identity":
        return data, is_whole
    one = zlib.decompressobj(16 + zlib.MAX_WBITS)
    unfolded = one.decompress(data, _MOST_BYTES + 1)
    return unfolded, is_whole and one.eof and not one.unused_data


def _coding(answer: HTTPResponse) -> str:
    return str(answer.headers.get("Content-Encoding", "identity")).strip().lower()


def _parts(address: str) -> SplitResult:
    """An address in the one way in which browsers write it, taken apart."""
    try:
        return urlsplit(parse_url(address).href)
    except UrlError as error:
        raise FetchError(str(error), error.hint or _SAVE) from error


@contextmanager
def _answer(
    parts: SplitResult, is_allowed: IsAllowed, seconds: float, told: Mapping[str, str]
) -> Iterator["_Heard"]:
    """What a site answers; what goes wrong meanwhile is a :class:`FetchError`."""
    try:
        with _request(parts, is_allowed, seconds, told) as heard:
            yield heard
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        plain = error.strerror if isinstance(error, OSError) else ""
        reason = plain or str(error) or type(error).__name__
        message = f"{parts.hostname} could not be read: {reason}"
        raise FetchError(message, is_passing=not _is_ours(error)) from error


def _is_ours(error: Exception) -> bool:
    """Whether the fault may lie here: a browser may know more certificates, or other networks."""
    is_far = isinstance(error, OSError) and error.errno == errno.ENETUNREACH
    return is_far or isinstance(error, ssl.SSLError)


class _Heard(NamedTuple):
    """An answer; ``late`` is set where it took so long that the connection was ended."""

    answer: HTTPResponse
    late: Event


@contextmanager
def _request(
    parts: SplitResult, is_allowed: IsAllowed, seconds: float, told: Mapping[str, str]
) -> Iterator[_Heard]:
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=seconds)
    connection.sock = _connected(parts, is_allowed, seconds)
    # Who answers a byte at a time keeps every single wait short.
    # An answer may take the connection's socket for its own: what is to be ended is held here.
    held, late = [connection.sock], Event()
    watch = Timer(seconds, _end, [held, late])
    watch.daemon = True
    watch.start()
    try:
        with closing(connection):
            if parts.scheme == "https":
                _secure(connection, held)
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            headers = {"Host": parts.netloc, "Accept": "text/html, */*;q=0.5", **told}
            connection.request("GET", path, headers={**headers, "Accept-Encoding": "gzip"})
            with closing(connection.getresponse()) as answer:
                yield _Heard(answer, late)
    finally:
        watch.cancel()


def _secure(connection: HTTPConnection, held: list[socket.socket]) -> None:
    context = ssl.create_default_context()
    opened = context.wrap_socket(
        connection.sock, server_hostname=connection.host, do_handshake_on_connect=False
    )
    connection.sock = held[0] = opened
    opened.do_handshake()


def _end(held: list[socket.socket], late: Event) -> None:
    late.set()
    with suppress(OSError):
        held[0].shutdown(socket.SHUT_RDWR)


def _connected(parts: SplitResult, is_allowed: IsAllowed, seconds: float) -> socket.socket:
    """A connection to an address of the host that may be visited."""
    name = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    places = [str(each[4][0]) for each in found]
    if not all(map(is_allowed, places)):
        raise FetchError(f"`{name}` is no place of the public internet: it is not visited")
    return _first_of([*dict.fromkeys(places)][:_MOST_PLACES], port, seconds)


def _first_of(places: list[str], port: int, seconds: float) -> socket.socket:
    """A connection to the first of some addresses that takes one; who is slow ends it."""
    *others, last = places
    for each in others:
        try:
            return socket.create_connection((each, port), timeout=seconds)
        except TimeoutError:
            raise
        except OSError:
            continue
    return socket.create_connection((last, port), timeout=seconds)


def _content(heard: _Heard, kinds: Collection[str]) -> bytes:
    """The bytes of a page, unfolded where they were compressed."""
    answer = heard.answer
    if answer.status != _OK:
        told = f"the site answered {answer.status} {answer.reason[:60]}"
        raise FetchError(told, status=answer.status)
    kind, coding = answer.headers.get_content_type(), _coding(answer)
    if kind not in kinds:
        raise FetchError(f"it is no page but `{kind}`", "write title and publisher by hand")
    if coding not in _CODINGS:
        raise FetchError(f"the site compressed it as `{coding}`, which was not asked for")
    data, is_whole = _read(heard)
    if len(data) > _MOST_BYTES:
        raise FetchError(f"the page has more than {_MOST_BYTES:,} bytes")
    if not is_whole:
        raise FetchError("the site sent only a part of the page")
    return data
