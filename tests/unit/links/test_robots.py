"""Asking sites whether programs are wanted, against a server on this machine."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from claimbook.links.fetch import FetchError
from claimbook.links.robots import Clock, SilentError, UnwelcomeError, Visitor
from tests.unit.links.test_fetch import loopback_too

RULES = """User-agent: claimbook
Disallow: /closed


User-agent: *
Disallow: /
"""


class Site(BaseHTTPRequestHandler):
    """A site with rules, and a way that leads to what they close."""

    asked: ClassVar[list[str]] = []
    robots: ClassVar[tuple[int, str]] = (200, RULES)

    def do_GET(self) -> None:
        Site.asked.append(self.path)
        status, body = Site.robots if self.path == "/robots.txt" else (200, "<p>page")
        self.send_response(302 if self.path == "/way" else status)
        self.send_header("Location", "/closed/page")
        kind = "application/pdf" if self.path.endswith(".pdf") else "text/html; charset=koi8-r"
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of the site, without a slash."""
    Site.asked, Site.robots = [], (200, RULES)
    running = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def test_a_page_is_read_where_programs_are_let_in(site: str) -> None:
    visitor = Visitor(loopback_too, delay=0)
    found = visitor.fetch(f"{site}/open")
    assert (found.media_type, found.charset) == ("text/html", "koi8-r")
    visitor.fetch(f"{site}/open?again")
    assert Site.asked == ["/robots.txt", "/open", "/open?again"]


@pytest.mark.parametrize("path", ["/closed/page", "/way"])
def test_what_is_closed_to_programs_is_not_visited_by_any_way(site: str, path: str) -> None:
    with pytest.raises(FetchError, match="asks programs to stay away"):
        Visitor(loopback_too, delay=0).fetch(site + path)
    assert "/closed/page" not in Site.asked


@pytest.mark.parametrize("status", [404, 410, 403])
def test_where_there_are_no_rules_nothing_is_forbidden(site: str, status: int) -> None:
    Site.robots = (status, "")
    assert Visitor(loopback_too, delay=0).fetch(f"{site}/closed/page").data == b"<p>page"


def test_where_the_rules_cannot_be_had_nothing_is_visited(site: str) -> None:
    Site.robots = (503, "")
    with pytest.raises(FetchError, match=r"`robots\.txt` cannot be had.*answered 503"):
        Visitor(loopback_too, delay=0).fetch(f"{site}/open")
    assert Site.asked == ["/robots.txt"]


def test_addresses_of_the_own_network_are_not_even_asked_for_rules(site: str) -> None:
    with pytest.raises(FetchError, match="no place of the public internet"):
        Visitor().fetch(f"{site}/open")
    assert Site.asked == []


def test_visits_to_one_host_keep_the_distance_that_it_asks_for(site: str) -> None:
    Site.robots = (200, "User-agent: *\nCrawl-delay: 1\n")
    visitor = Visitor(loopback_too, delay=0)
    visitor.fetch(f"{site}/one")
    before = time.monotonic()
    visitor.fetch(f"{site}/two")
    # Not how fast, but how slow: it may take as long as it likes.
    assert time.monotonic() - before > 0.9


def test_a_whole_way_is_looked_at_and_no_step_that_is_closed(site: str) -> None:
    visitor = Visitor(loopback_too, delay=0)
    assert visitor.look(f"{site}/open").last.status == 200
    with pytest.raises(FetchError, match="asks programs to stay away"):
        visitor.look(f"{site}/way")
    assert "/closed/page" not in Site.asked


@pytest.mark.parametrize(
    "line",
    ["Disallow: //[x", "Crawl-delay: ²", "Request-rate: ²/1", f"Crawl-delay: {'9' * 5_000}"],
    ids=["address", "digit", "rate", "long"],
)
def test_rules_over_which_a_reader_stumbles_keep_us_out(site: str, line: str) -> None:
    Site.robots = (200, f"User-agent: *\n{line}\n")
    with pytest.raises(UnwelcomeError, match="cannot be read"):
        Visitor(loopback_too, delay=0).look(f"{site}/open")
    assert Site.asked == ["/robots.txt"]


def test_a_delay_of_any_length_is_cut(site: str) -> None:
    Site.robots = (200, f"User-agent: *\nCrawl-delay: {'9' * 400}\n")
    waited: list[float] = []
    visitor = Visitor(loopback_too, delay=0, clock=Clock(lambda: 0.0, waited.append))
    for _ in range(2):
        visitor.look(f"{site}/open")
    assert waited == [0.0, 30.0]


def test_rules_that_cannot_be_had_are_asked_for_once(site: str) -> None:
    Site.robots = (503, "")
    visitor = Visitor(loopback_too, delay=0)
    for _ in range(3):
        with pytest.raises(UnwelcomeError, match="cannot be had"):
            visitor.look(f"{site}/open")
    assert Site.asked == ["/robots.txt"]


def test_a_host_at_which_nobody_answers_is_told_from_one_that_refuses(site: str) -> None:
    del site
    with pytest.raises(SilentError) as caught:
        Visitor(loopback_too, delay=0).look("http://127.0.0.1:9/")
    assert caught.value.is_passing


def test_only_what_is_asked_for_is_taken(site: str) -> None:
    visitor = Visitor(loopback_too, delay=0)
    with pytest.raises(FetchError, match="`application/pdf`"):
        visitor.fetch(f"{site}/x.pdf")
    assert visitor.fetch(f"{site}/x.pdf", {"application/pdf"}).data == b"<p>page"
