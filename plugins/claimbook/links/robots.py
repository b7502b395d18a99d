"""Visits to sites that may say where programs are not wanted (RFC 9309), and not too many at once.

A person asks for each page; yet what a site forbids all programs is left to the browser.
"""

import time
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from claimbook.links.fetch import PAGES, Fetched, FetchError, IsAllowed, fetch, is_public

NAME = "claimbook"
DELAY = 2.0
_LONGEST_DELAY = 30.0
# RFC 9309, 2.5: what is beyond need not be read.
_MOST_BYTES = 512_000
_TEXTS = frozenset({"text/plain", "text/html", "application/octet-stream"})
_REFUSED = "the site's `robots.txt` asks programs to stay away from this page"
_SILENT = "the site's `robots.txt` cannot be had, so that nobody knows what it forbids"


class Visitor:
    """Fetches pages one after the other as a polite guest; one for a whole run."""

    def __init__(self, is_allowed: IsAllowed = is_public, delay: float = DELAY) -> None:
        self._is_allowed = is_allowed
        self._delay = delay
        self._rules: dict[str, RobotFileParser] = {}
        self._next: dict[str, float] = {}

    def fetch(self, address: str, kinds: Collection[str] = PAGES) -> Fetched:
        """As :func:`~claimbook.links.fetch.fetch`; redirects are asked about, too."""
        return fetch(address, self._is_allowed, kinds=kinds, visits=self._ask)

    def _ask(self, address: str) -> None:
        rules = self._rules_of(address)
        if not rules.can_fetch(NAME, address):
            raise FetchError(_REFUSED)
        self._wait(address, rules)

    def _rules_of(self, address: str) -> RobotFileParser:
        site = urljoin(address, "/robots.txt")
        if site not in self._rules:
            self._rules[site] = self._read(site)
        return self._rules[site]

    def _read(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            found = fetch(site, self._is_allowed, kinds=_TEXTS)
        except FetchError as error:
            # RFC 9309, 2.3.1.3 and 2.3.1.4: what is not there forbids nothing, silence everything.
            if not error.status:
                raise
            if not 400 <= error.status < 500:  # noqa: PLR2004
                raise FetchError(f"{_SILENT}: {error}", error.hint) from error
            found = Fetched(site, b"", "")
        rules.parse(found.data[:_MOST_BYTES].decode("utf-8", "replace").splitlines())
        return rules

    def _wait(self, address: str, rules: RobotFileParser) -> None:
        """Let some time pass since the last visit to the same host."""
        host = urlsplit(address).netloc
        time.sleep(max(self._next.get(host, 0.0) - time.monotonic(), 0.0))
        asked = rules.crawl_delay(NAME)
        delay = max(self._delay, min(float(asked or 0), _LONGEST_DELAY))
        self._next[host] = time.monotonic() + delay
