"""Two states of a small publication, told apart by what is written in its files."""

from collections.abc import Mapping
from datetime import date

from claimbook.compile import compile_claims
from claimbook.decode import filing_of
from claimbook.review.compare import compare
from claimbook.review.difference import ClaimChange, Difference
from claimbook.review.side import Side
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.unit import decode_file

TODAY = date(2026, 11, 23)
CLAIM = """\
claim: Coffee was sold in London in 1652.
claimant: Example Gazette
claimed: 2025-03-01
topics: [food]
review:
  rating: true
  verdict: A tax record names the shop.
  reviewed: 2025-04-01
evidence:
  - stance: supports
    quote: sold coffee at the sign of the Turk's head
    source: tax-record
"""
SOURCE = """\
title: Register of the parish
publisher: Example Archive
url: https://archive.example.org/register
standing: primary
"""
TOPICS = "food:\n  label: Food\n"
BASE = {
    "claims/coffee.yml": CLAIM,
    "claims/sources/tax-record.yml": SOURCE,
    "claims/topics.yml": TOPICS,
}


def difference(
    after: Mapping[str, str],
    before: Mapping[str, str] = BASE,
    renamed: Mapping[str, str] | None = None,
) -> Difference:
    """What differs between two sets of files."""
    return compare(_side(before, after), _side(after, before, renamed))


def of_bytes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Difference:
    """What differs between two sets of files that may hold anything."""
    return compare(_side(before, after), _side(after, before))


def claim_change(after: Mapping[str, str], before: Mapping[str, str] = BASE) -> ClaimChange:
    """What happened to the only claim that differs."""
    (found,) = difference(after, before).claims
    return found


def changed(old: str, new: str, path: str = "claims/coffee.yml") -> dict[str, str]:
    """The base with one piece of text replaced."""
    assert old in BASE[path]
    return {**BASE, path: BASE[path].replace(old, new)}


def _side(
    here: Mapping[str, str] | Mapping[str, bytes],
    there: Mapping[str, str] | Mapping[str, bytes],
    renamed: Mapping[str, str] | None = None,
) -> Side:
    files = {
        path: SourceFile(path, text if isinstance(text, bytes) else text.encode())
        for path, text in here.items()
    }
    compiled = compile_claims(files.values(), DEFAULT_SETTINGS, TODAY)
    paths = sorted(path for path, text in here.items() if there.get(path) != text)
    filings = {path: filing_of(path.removeprefix("claims/")) for path in paths}
    decoded = tuple(
        decode_file(files[path], filing, DEFAULT_SETTINGS)
        for path, filing in filings.items()
        if filing
    )
    found = compiled.corpus, compiled.diagnostics, frozenset(paths), renamed or {}
    return Side(decoded, *found)
