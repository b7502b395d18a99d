"""Visits to sites that may say where programs are not wanted (RFC 9309), and not too many at once.

A person asks for each page; yet what a site forbids all programs is left to the browser.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from claimbook.links.fetch import (
    MOST_REDIRECTS,
    PAGES,
    Fetched,
    FetchError,
    IsAllowed,
    fetch,
    is_public,
    knock,
)
from claimbook.patrol.replies import Reply, Way
from claimbook.urls import UrlError, parse_url

NAME = "claimbook"
DELAY = 2.0
_LONGEST_DELAY = 30.0
# RFC 9309, 2.5: what is beyond need not be read.
_MOST_BYTES = 512_000
_TEXTS = frozenset({"text/plain", "text/html", "application/octet-stream"})
_REFUSED = "the site's `robots.txt` asks programs to stay away from this page"
_SILENT = "the site's `robots.txt` cannot be had, so that nobody knows what it forbids"
_UNREADABLE = "the site's `robots.txt` cannot be read, so that nobody knows what it forbids"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class UnwelcomeError(FetchError):
    """A site keeps programs out, or does not say whether it does."""


class SilentError(FetchError):
    """Nobody answers at a host: not even its rules can be asked for."""


class LostError(FetchError):
    """An address leads on and on, as it may do with those who accept no cookies."""


class Clock(NamedTuple):
    """How time is told, in seconds, and how it is let pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


CLOCK = Clock()


class Visitor:
    """Fetches pages as a polite guest, never two of one host at once; one for a whole run."""

    def __init__(
        self, is_allowed: IsAllowed = is_public, delay: float = DELAY, clock: Clock = CLOCK
    ) -> None:
        self._is_allowed = is_allowed
        self._delay = delay
        self._clock = clock
        self._rules: dict[str, RobotFileParser | FetchError] = {}
        self._next: dict[str, float] = {}
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._door = Lock()

    def fetch(self, address: str, kinds: Collection[str] = PAGES) -> Fetched:
        """As :func:`~claimbook.links.fetch.fetch`; redirects are asked about, too."""
        return fetch(address, self._is_allowed, kinds=kinds, visits=self._ask)

    def look(self, address: str, told: Mapping[str, str] = _NOTHING) -> Way:
        """Ask whether a page is there, and follow where it leads; for several threads at once.

        ``told`` are further headers of each request. Raises :class:`FetchError` where nobody
        answers, the site wants no programs, or the way has no end.
        """
        address = asked = _as_browsers_write_it(address)
        replies = list[Reply]()
        for _ in range(MOST_REDIRECTS + 1):
            found = self._looked(address, told)
            address = _as_browsers_write_it(found.onward) if found.onward else ""
            replies.append(found._replace(onward=address))
            if not address:
                return Way(asked, tuple(replies))
        raise LostError(f"it leads on more than {MOST_REDIRECTS} times")

    def _looked(self, address: str, told: Mapping[str, str]) -> Reply:
        with self._turn(address):
            self._ask(address)
            return knock(address, self._is_allowed, told=told)

    def _turn(self, address: str) -> Lock:
        with self._door:
            return self._turns[urlsplit(address).netloc]

    def _ask(self, address: str) -> None:
        rules = self._rules_of(address)
        if not rules.can_fetch(NAME, address):
            raise UnwelcomeError(_REFUSED)
        self._wait(address, rules)

    def _rules_of(self, address: str) -> RobotFileParser:
        site = urljoin(address, "/robots.txt")
        known = self._rules.get(site)
        if known is None:
            try:
                known = self._read(site)
            except SilentError:
                raise
            except FetchError as error:
                known = error
            self._rules[site] = known
        if isinstance(known, FetchError):
            raise known
        return known

    def _read(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            found = fetch(site, self._is_allowed, kinds=_TEXTS)
        except FetchError as error:
            # RFC 9309, 2.3.1.3 and 2.3.1.4: what is not there forbids nothing, silence everything.
            if error.is_passing:
                raise SilentError(str(error), error.hint, is_passing=True) from error
            if not error.status:
                raise
            if not 400 <= error.status < 500:  # noqa: PLR2004
                raise UnwelcomeError(f"{_SILENT}: {error}", error.hint) from error
            found = Fetched(site, b"", "")
        try:
            rules.parse(found.data[:_MOST_BYTES].decode("utf-8", "replace").splitlines())
        except ValueError as error:
            # Numbers that are none, addresses that are none: Python's reader stumbles over them.
            raise UnwelcomeError(_UNREADABLE) from error
        return rules

    def _wait(self, address: str, rules: RobotFileParser) -> None:
        """Let some time pass since the last visit to the same host."""
        host = urlsplit(address).netloc
        self._clock.sleep(max(self._next.get(host, 0.0) - self._clock.now(), 0.0))
        # A number of any length: too many digits for what has a point in it.
        asked = int(rules.crawl_delay(NAME) or 0)
        delay = max(self._delay, min(asked, _LONGEST_DELAY))
        self._next[host] = self._clock.now() + delay


def _as_browsers_write_it(address: str) -> str:
    """One host has one name, so that its turns are counted together."""
    try:
        return parse_url(address).href
    except UrlError as error:
        raise FetchError(f"it leads to what is no web address: {error}") from error
