"""Web addresses, read as a browser reads them (WHATWG URL Standard, through ada)."""

import ipaddress
import re
from functools import lru_cache

import ada_url

from claimbook.data import Fixed
from claimbook.diagnostics import shortened

MAX_LENGTH = 2048


class Url(Fixed):
    """An absolute http(s) address: what was written, and what a browser makes of it."""

    text: str
    href: str
    host: str

    def __str__(self) -> str:
        return self.href

    @property
    def site(self) -> str:
        """The host without a leading ``www.``, for people."""
        return self.host.removeprefix("www.")

    @property
    def has_private_host(self) -> bool:
        """Whether the host names a machine that the public cannot reach."""
        return _is_private(self.host)

    @property
    def is_international(self) -> bool:
        """Whether the host holds letters outside ASCII (it is stored in punycode)."""
        is_possible = "xn--" in self.host
        return is_possible and any(label.startswith("xn--") for label in self.host.split("."))


class UrlError(ValueError):
    """The text is no address we would link to; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@lru_cache(maxsize=8192)
def parse_url(text: str) -> Url:
    """Read an absolute http(s) address. Raises :class:`UrlError` otherwise.

    Strict where the standard is lenient: no white space, no backslash, no credentials.
    """
    _check_text(text)
    try:
        url = ada_url.URL(text)
    except ValueError as error:
        raise UrlError(f"`{shortened(text)}` is not a web address", _HINT) from error
    if url.protocol not in {"http:", "https:"}:
        message = f"the address has the scheme `{url.protocol}`; only http and https are linked to"
        raise UrlError(message, _HINT)
    host = url.hostname.removesuffix(".")
    if not all(host.split(".")):
        message = f"the host of the address, `{shortened(url.hostname)}`, has an empty part"
        raise UrlError(message, _HINT)
    if "xn--" in host and not all(map(_can_be_told, host.split("."))):
        message = f"the host of the address, `{shortened(host)}`, says nothing in punycode"
        raise UrlError(message, _HINT)
    return Url(text, url.href, host)


def _can_be_told(label: str) -> bool:
    """Whether a part of a host that is punycode (RFC 3492) stands for letters.

    The standard's reader leaves a host of ASCII alone; other readers refuse such a one.
    """
    if not label.startswith("xn--"):
        return True
    try:
        letters = label.removeprefix("xn--").encode().decode("punycode")
    except UnicodeError:
        return False
    return not letters.isascii() and all(map(_is_letter, letters))


def _is_letter(char: str) -> bool:
    # Joiners, which some scripts need, are not printed.
    return char.isprintable() or char in "\u200c\u200d"


_AUTHORITY_END = re.compile(r"[/?#]")
# An address in the signs that mail programs and Markdown put around it.
_WITHIN = re.compile(r"https?://[^\s<>()\[\]\"'“”„‘’«»‹›]+", re.IGNORECASE)
_HINT = "copy it from the browser's address bar; it begins with `https://`"


def _check_text(text: str) -> None:
    if len(text) > MAX_LENGTH:
        message = f"the address has {len(text):,} characters; at most {MAX_LENGTH:,} are read"
        raise UrlError(message, "look for the page's permanent link")
    if text and text.split() != [text]:
        raise UrlError("the address holds white space", "write spaces as `%20`")
    if "\\" in text:
        raise UrlError("the address holds a backslash", "write `/` instead")
    if not text.lower().startswith(("http://", "https://")):
        head = f"`{shortened(text)}` does not begin with `https://` or `http://`"
        inner = _WITHIN.search(text)
        raise UrlError(head, f"write the address alone: `{inner[0]}`" if inner else _HINT)
    behind = text.split("//", 1)[1]
    if behind.startswith("/"):
        raise UrlError("the address has no host", _HINT)
    if "@" in _AUTHORITY_END.split(behind, maxsplit=1)[0]:
        message = "the address holds a user name or password before `@`"
        raise UrlError(message, "remove everything from after `//` to `@`")


def _is_private(host: str) -> bool:
    # Only what ends with a digit or holds a colon can be the number of a machine.
    if host[-1:].isdigit() or ":" in host:
        try:
            return not _is_public(ipaddress.ip_address(host.strip("[]")))
        except ValueError:
            pass
    name = host.casefold()
    return "." not in name or name.endswith(_PRIVATE_SUFFIXES)


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped or address.sixtofour
        if embedded is not None:
            return _is_public(embedded)
        if any(address in network for network in _NOT_PUBLIC_V6):
            return False
    return address.is_global and not address.is_multicast


# Special-use names (RFC 6761, RFC 6762, RFC 8375) and what home routers answer to.
_PRIVATE_SUFFIXES = (
    ".localhost",
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".home.arpa",
    ".corp",
    ".test",
    ".invalid",
    ".onion",
)
_NOT_PUBLIC_V6 = tuple(
    ipaddress.IPv6Network(each) for each in ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "::/96")
)
