"""How the pages of a site are divided among indexes.

Pagefind needs memory for every page of an index at once, and a reader's browser loads a table of
all its pages before the first result. So a large site is indexed in parts: pages that are no claims
and the newest claims first, older claims behind. What changes after that goes into a small index of
its own, the recent one, until there is too much of it.
"""

import math
from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby

from claimbook.search.page import Content

# Pagefind takes about 30 times the size of a part, and makes two at once; more parts mean more for
# a browser to ask, where a word is rare.
_SMALLEST, _LARGEST = 11_000_000, 36_000_000
_MOST_PARTS = 14
_FEWEST_PAGES = 100
_SHARE = 0.02
_FEWEST_RECENT, _MOST_RECENT = 20, 200
_USUAL = 100


def parts_of(pages: Mapping[str, Content]) -> list[list[str]]:
    """The paths of the pages that are indexed, divided into parts, the newest first."""
    order = _newest_first({path: page for path, page in pages.items() if page.size})
    sizes = [pages[path].size for path in order]
    most = min(max(sum(sizes) // _MOST_PARTS, _SMALLEST), _LARGEST)
    numbered = zip(order, (end // most for end in accumulate(sizes)), strict=True)
    return [[path for path, _ in part] for _, part in groupby(numbered, key=lambda each: each[1])]


def _newest_first(pages: Mapping[str, Content]) -> list[str]:
    claims = sorted((path for path in pages if pages[path].day), reverse=True)
    claims.sort(key=lambda path: pages[path].day, reverse=True)
    return [*sorted(path for path in pages if not pages[path].day), *claims]


def since(part: list[str], pages: Mapping[str, Content]) -> str:
    """The day of the oldest claim in a part; empty where none has one."""
    return next(_days(part, pages), "")


def _days(part: list[str], pages: Mapping[str, Content]) -> Iterator[str]:
    return (pages[path].day for path in reversed(part) if len(pages[path].day) > 1)


def is_recent(changed: int, outdated: int, indexed: int) -> bool:
    """Whether so many changed pages, and so many entries out of date, are few."""
    few = min(max(int(indexed * _SHARE), _FEWEST_RECENT), _MOST_RECENT)
    return indexed >= _FEWEST_PAGES and max(changed, outdated) <= few


def recent_weight(pages: int) -> float:
    """What a score in the recent index is worth beside one in an index of many pages.

    A word counts the more the rarer it is (BM25), and in an index of three pages none is rare. The
    weight lets a word of which every hundredth page speaks count in both alike.
    """
    found = max(1.0, pages / _USUAL)
    rarity = math.log1p((pages - found + 0.5) / (found + 0.5))
    return round(max(math.log(_USUAL) / rarity, 1.0), 2)
