"""Fetching against a hostile server on this machine, which tests alone may visit."""

import errno
import gzip
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import quote, unquote

import pytest

from claimbook.links.fetch import FetchError, fetch, is_public, knock

_DROPS = 100


def loopback_too(address: str) -> bool:
    """The switch that only tests have."""
    return address == "127.0.0.1" or is_public(address)


class Hostile(BaseHTTPRequestHandler):
    """Answers by path as nobody should."""

    asked: ClassVar[list[dict[str, str]]] = []
    dripped: ClassVar[int] = 0

    def do_GET(self) -> None:
        Hostile.asked.append({"path": self.path, **dict(self.headers.items())})
        name = self.path.strip("/").replace("-", "_")
        getattr(self, name.partition("?")[0], self.page)()

    def say(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content_Type": "text/html", **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> None:
        self.say(200, b"<title>ok", Content_Type="text/html; charset=latin-1")

    def zipped(self) -> None:
        self.say(200, gzip.compress(b"<title>zipped"), Content_Encoding="gzip")

    def bomb(self) -> None:
        self.say(200, gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")

    def strange(self) -> None:
        self.say(200, b"x", Content_Encoding="br")

    def broken(self) -> None:
        self.say(200, b"x" * 100, Content_Encoding="gzip")

    def endless(self) -> None:
        self.say(200)
        try:
            for _ in range(200):
                self.wfile.write(b"x" * 100_000)
        except OSError:
            return

    def short(self) -> None:
        self.say(200, b"<p>half", Content_Length="100")

    def cut(self) -> None:
        self.say(200, gzip.compress(b"<p>page" * 99)[:-20], Content_Encoding="gzip")

    def twice(self) -> None:
        self.say(200, gzip.compress(b"<p>one") + gzip.compress(b"<p>two"), Content_Encoding="gzip")

    def odd_charset(self) -> None:
        self.say(200, b"<p>page", Content_Type="text/html; charset*=a'b'%ff; charset*0*=x")

    def slow(self) -> None:
        self.say(200)
        self.drip()

    def slow_head(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        self.drip()

    def drip(self) -> None:
        Hostile.dripped = 0
        with suppress(OSError):
            for _ in range(_DROPS):
                self.wfile.write(b"x")
                Hostile.dripped += 1
                time.sleep(0.05)

    def again(self) -> None:
        self.say(302, Location="/again")

    def onward(self) -> None:
        self.say(301, Location="page?x=1")

    def inward(self) -> None:
        self.say(302, Location="http://127.0.0.2/secret")

    def metadata(self) -> None:
        self.say(307, Location="http://169.254.169.254/latest/meta-data/")

    def to_file(self) -> None:
        self.say(302, Location="file:///etc/passwd")

    def picture(self) -> None:
        self.say(200, b"x", Content_Type="image/png")

    def missing(self) -> None:
        self.say(404)

    def told(self) -> None:
        name, _, text = self.path.partition("?")[2].partition("=")
        self.say(503, **{name: unquote(text)})

    def many_headers(self) -> None:
        self.say(200, b"", **{f"X_{number}": "x" for number in range(200)})

    def noise(self) -> None:
        self.wfile.write(b"\x00\xff not http at all\r\n\r\n")

    def log_message(self, *_: object) -> None:
        """Keep the tests quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the hostile server, without a slash."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def test_a_page_is_fetched_by_an_honest_name(server: str) -> None:
    found = fetch(f"{server}/page?x=ü&y=1", loopback_too)
    assert (found.data, found.charset) == (b"<title>ok", "latin-1")
    asked = Hostile.asked[-1]
    assert asked["User-Agent"].startswith("claimbook/")
    assert asked["Host"] == server.removeprefix("http://")
    assert "Cookie" not in asked
    assert asked["path"] == "/page?x=%C3%BC&y=1"


def test_what_is_compressed_is_unfolded(server: str) -> None:
    assert fetch(f"{server}/zipped", loopback_too).data == b"<title>zipped"


def test_a_redirect_is_followed(server: str) -> None:
    found = fetch(f"{server}/onward", loopback_too)
    assert (found.address, found.data) == (f"{server}/page?x=1", b"<title>ok")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("bomb", "more than 4,000,000 bytes"),
        ("endless", "more than 4,000,000 bytes"),
        ("strange", "`br`"),
        ("broken", "could not be read"),
        ("again", "more than 5 times"),
        ("inward", "`127.0.0.2` is no place of the public internet"),
        ("metadata", "`169.254.169.254` is no place of the public internet"),
        ("to-file", "does not begin with `https://`"),
        ("picture", "no page but `image/png`"),
        ("missing", "answered 404"),
        ("many-headers", "could not be read"),
        ("noise", "could not be read"),
    ],
)
def test_a_hostile_answer_ends_in_a_reason(server: str, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        fetch(f"{server}/{path}", loopback_too)
    assert caught.value.hint


@pytest.mark.parametrize("path", ["slow", "slow-head"])
def test_who_answers_a_byte_at_a_time_is_left(server: str, path: str) -> None:
    with suppress(FetchError):
        fetch(f"{server}/{path}", loopback_too, seconds=0.3)
    assert 0 < Hostile.dripped < _DROPS


@pytest.mark.parametrize("path", ["short", "cut", "twice", "slow"])
def test_part_of_a_page_is_not_taken_for_all_of_it(server: str, path: str) -> None:
    with pytest.raises(FetchError, match="only a part"):
        fetch(f"{server}/{path}", loopback_too, seconds=0.3)
    found = knock(f"{server}/{path}", loopback_too, seconds=0.3)
    assert (found.status, found.is_whole) == (200, False)


def test_an_encoding_that_is_named_oddly_is_none(server: str) -> None:
    assert fetch(f"{server}/odd-charset", loopback_too).charset == ""
    assert knock(f"{server}/odd-charset", loopback_too).charset == ""


def test_a_certificate_is_asked_for(server: str) -> None:
    with pytest.raises(FetchError, match="could not be read"):
        fetch(server.replace("http:", "https:"), loopback_too, seconds=2)


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0/", "http://0x7f.1/"),
        *(
            "http://10.0.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/",
            "http://2130706433/",
        ),
        *("http://[::ffff:127.0.0.1]/", "http://[fe80::1]/", "http://[64:ff9b::7f00:1]/"),
        *("ftp://example.org/", "file:///etc/passwd", "http://u:p@example.org/", "http://[", "x"),
        *("http://example.org:99999/", "http:///x", "gopher://x", "javascript:alert(1)"),
    ],
)
def test_inner_places_are_not_visited(address: str) -> None:
    before = len(Hostile.asked)
    with pytest.raises(FetchError):
        fetch(address, seconds=2)
    assert len(Hostile.asked) == before


@pytest.mark.parametrize(
    ("address", "is_allowed"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::127.0.0.1", False),
        ("fec0::1", False),
        ("64:ff9b:1::1", False),
        ("224.0.0.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("::", False),
    ],
)
def test_public_addresses_are_told_from_others(address: str, is_allowed: bool) -> None:
    assert is_public(address) is is_allowed


@pytest.mark.parametrize(
    ("path", "status", "is_whole"),
    [
        ("page", 200, True),
        ("missing", 404, True),
        ("bomb", 200, False),
        ("endless", 200, False),
        ("strange", 200, False),
        ("broken", 200, False),
        ("picture", 200, True),
    ],
)
def test_who_only_knocks_takes_every_answer(
    server: str, path: str, status: int, is_whole: bool
) -> None:
    found = knock(f"{server}/{path}", loopback_too)
    assert (found.status, found.is_whole, found.onward) == (status, is_whole, "")
    assert len(found.data) <= 4_000_000


def test_who_only_knocks_is_told_where_to_go_and_goes_nowhere(server: str) -> None:
    before = len(Hostile.asked)
    assert knock(f"{server}/onward", loopback_too).onward == f"{server}/page?x=1"
    assert knock(f"{server}/metadata", loopback_too).onward.startswith("http://169.254.169.254/")
    assert len(Hostile.asked) == before + 2


@pytest.mark.parametrize(
    ("header", "text", "field", "expected"),
    [
        ("ETag", 'W/"a b"', "etag", 'W/"a b"'),
        ("ETag", '"' + "x" * 300, "etag", ""),
        ("ETag", '"\u00e4"', "etag", ""),
        ("ETag", '"\x1b[31m"', "etag", ""),
        ("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT", "modified", None),
        ("Retry-After", "120", "retry_after", 120.0),
        ("Retry-After", "9" * 99, "retry_after", 999_999_999.0),
        ("Retry-After", "-1", "retry_after", 3600.0),
        ("Retry-After", "Mon, 02 Nov 2026 10:00:00 GMT", "retry_after", 3600.0),
        ("cf-mitigated", "challenge", "is_challenge", True),
    ],
)
def test_what_a_site_says_besides_is_taken_as_far_as_it_makes_sense(
    server: str, header: str, text: str, field: str, expected: object
) -> None:
    found = knock(f"{server}/told?{header}={quote(text)}", loopback_too)
    assert getattr(found, field) == (text if expected is None else expected)


def test_a_certificate_that_is_not_known_here_says_nothing_about_the_page(server: str) -> None:
    with pytest.raises(FetchError, match="could not be read") as caught:
        knock(server.replace("http:", "https:"), loopback_too, seconds=5)
    assert not caught.value.is_passing


def test_where_one_address_takes_nobody_the_next_is_tried(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.replace("127.0.0.1", "exe.example")
    look_up = socket.getaddrinfo

    def both(host: str, *rest: object, **named: object) -> object:
        if host != "exe.example":
            return look_up(host, *rest, **named)
        # Nobody listens at the first of them.
        return [(2, 1, 6, "", (each, 0)) for each in ("127.0.0.7", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    assert knock(f"{address}/page", lambda _: True).status == 200
    with pytest.raises(FetchError, match="no place of the public internet"):
        knock(f"{address}/page", loopback_too)


def test_where_no_network_leads_is_our_own_fault(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    with pytest.raises(FetchError, match="Network is unreachable") as caught:
        knock(f"{server}/page", loopback_too)
    assert not caught.value.is_passing
