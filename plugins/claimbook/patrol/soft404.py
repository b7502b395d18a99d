"""Pages that are not there, though the site says 200: what gives them away.

No sign alone convicts: an article may be called "Page not found". The best witness is an address
on the same site that was never there: a site that answers it in the same way would do so for any.
"""

import re
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from claimbook.patrol.not_found_words import ERROR_PATHS, NOT_FOUND
from claimbook.patrol.outcomes import Kind
from claimbook.patrol.sketch import Sketch

_FRONT = re.compile(
    r"(?:index|home|default|main)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE
)
# A bare 404 in a title is a sign; in "404 people" it is a number.
_BARE = re.compile(r"(?:^|[|:·–—-])\s*404\s*(?:$|[|:·–—!.-])")
_TOLD = "its title or heading says that there is no page"
_SHELL = "only a script shows what stands there"
_ALIKE_TOLD = "the site answers the same to an address that cannot exist"
_ALIKE = 0.9
# An answer with fewer words may be a shell that only a script fills.
_FEW_WORDS = 25
_GONE = frozenset({404, 410})
_OK = range(200, 300)


class Seen(NamedTuple):
    """What was seen at the end of a way: the last address, its status, a sketch of the page."""

    address: str
    status: int
    sketch: Sketch | None = None


def reason_by_address(asked: str, final: str) -> str:
    """Why the address at the end says that there is no page; empty where it does not."""
    start, end = urlsplit(asked), urlsplit(final)
    if _is_front(end) and not _is_front(start):
        return "it leads to a front page"
    ends_so = _steps(end)[-1:]
    if ends_so and ends_so[0].lower() in ERROR_PATHS - set(_steps(start)):
        return "it leads to a page about errors"
    return ""


def judged(page: Seen, witness: Seen | None) -> tuple[Kind, str]:
    """Whether a page is there, beside what the site says of a made-up address, and why not.

    ``witness`` is None where no answer could be had. A page convicts itself only in its own words
    and with the witness: consent forms and walls against programs look alike everywhere, too.
    """
    speaks = speaks_of_it(page.sketch)
    if witness is not None and witness.status in _GONE:
        # Who says it properly would have said it here.
        return Kind.THERE, ""
    if witness is None or witness.status not in _OK:
        return (Kind.UNCLEAR, _TOLD) if speaks else (Kind.THERE, "")
    is_alike = page.address == witness.address or _is_alike(page, witness)
    if speaks and (is_alike or speaks_of_it(witness.sketch)):
        return Kind.FAILED, _TOLD
    if not is_alike:
        return Kind.THERE, ""
    return Kind.UNCLEAR, _SHELL if _is_bare(page.sketch) else _ALIKE_TOLD


def made_up(address: str) -> str:
    """An address beside another one at which there never was anything."""
    parts = urlsplit(address)
    leaf = f"no-such-page-{sha256(address.encode()).hexdigest()[:12]}"
    folder = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{folder}/{leaf}"


def speaks_of_it(sketch: Sketch | None) -> bool:
    """Whether the title or the main heading says that something is not found."""
    lines = (sketch.title, sketch.heading) if sketch else ()
    return any(_BARE.search(each) or _words().search(each.casefold()) for each in lines)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    # Scripts without spaces part no words.
    each = (
        f"(?<!\\w){re.escape(words)}(?!\\w)" if words[0] < "\u0590" else re.escape(words)
        for words in NOT_FOUND
    )
    return re.compile("|".join(each))


def _steps(parts: SplitResult) -> list[str]:
    return [each for each in parts.path.split("/") if each]


def _is_front(parts: SplitResult) -> bool:
    steps = _steps(parts)
    return not parts.query and len(steps) <= 1 and all(map(_FRONT.fullmatch, steps))


def _is_bare(sketch: Sketch | None) -> bool:
    return sketch is None or len(sketch.words) < _FEW_WORDS


def _is_alike(page: Seen, witness: Seen) -> bool:
    """Whether two answers have nearly the same words."""
    if page.sketch is None or witness.sketch is None:
        return False
    if page.sketch.title != witness.sketch.title:
        return False
    one, other = frozenset(page.sketch.words), frozenset(witness.sketch.words)
    return len(one & other) >= _ALIKE * len(one | other)
