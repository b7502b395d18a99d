"""Addresses that lead to a page by a detour: what is certain of them, and what can be guessed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimbook.plain_addresses import direct, out_of_cache, plain, standing_alone, untracked

# Nearly all addresses hold none of this.
_SIGNS = re.compile(r"[?]|amp|//(?:m|mobile)\.|\.m\.", re.IGNORECASE)
_AMP_PART = re.compile(r"amp(?:=(?:1|true|yes)?)?|output(?:type)?=amp", re.IGNORECASE)
_AMP_END = re.compile(r"(?:/amp/?|\.amp)$|[./]amp(?=\.html$)", re.IGNORECASE)
_AMP_HOST = re.compile(r"^(https?://)amp\.(?=[^./?#]+\.)", re.IGNORECASE)


class Detour(NamedTuple):
    """What an address has too much, and the address without; a guess is for a person to try."""

    what: str
    better: str
    is_guess: bool


@lru_cache(maxsize=8192)
def detour_of(text: str) -> Detour | None:
    """How an address is longer than it need be; None where it is plain."""
    if not _SIGNS.search(text):
        return None
    better = plain(text)
    if better == text:
        guess = _guess(text)
        return Detour("it seems to be that of an AMP page", guess, is_guess=True) if guess else None
    return Detour(", and ".join(_told(text)), better, is_guess=False)


def _told(text: str) -> Iterator[str]:
    page, wide = out_of_cache(text), direct(text)
    if page != text:
        yield "it leads to a copy in a cache"
    elif wide != text:
        yield "it leads to a form of the page for telephones"
    if untracked(wide) != wide:
        yield "it tells where a visitor came from"


def _guess(text: str) -> str:
    """The address that may stand behind one for AMP; empty where it does not look like one."""
    if standing_alone(text) is None:
        return ""
    front, sign, fragment = text.partition("#")
    path, _, query = front.partition("?")
    parts = query.split("&") if query else []
    kept = [each for each in parts if not _AMP_PART.fullmatch(each)]
    bare = _AMP_HOST.sub(r"\1www.", _AMP_END.sub("", path))
    if (bare, kept) == (path, parts):
        return ""
    return f"{bare}{'?' if kept else ''}{'&'.join(kept)}{sign}{fragment}"
