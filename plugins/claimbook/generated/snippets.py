"""Snippets for editors that know Visual Studio Code's: type a word, fill in the places."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claimbook.generated.product import Given, Product
from claimbook.generated.snippet_body import Body
from claimbook.records import (
    Appearance,
    CheckedDocument,
    Claim,
    Claimant,
    Correction,
    Evidence,
    Media,
    Response,
    Source,
    Withdrawal,
)
from claimbook.shape import Record
from claimbook.values import SourceType, Stance

PATH = ".vscode/claimbook.code-snippets"


class Snippet(NamedTuple):
    """A snippet: the word to type, what it is, and which fields it writes.

    ``above`` is the line of the field that it fills, ``is_entry`` whether that holds a list.
    ``fixed`` are the values that the word has chosen.
    """

    word: str
    about: str
    record: type[Record]
    wanted: tuple[str, ...]
    above: str = ""
    is_entry: bool = False
    fixed: Mapping[str, str] = {}

    def body(self, given: Given) -> list[str]:
        """The lines of the snippet."""
        body = Body(given, self.fixed)
        make = body.entry if self.is_entry else body.lines
        lines = [*make(self.record, self.wanted)]
        if not self.above:
            return [*lines, "$0"]
        return [self.above, *(f"  {line}" for line in lines), "$0"]


_SOURCE = ("title", "publisher", "published", "accessed", "url", "standing")
_OF_TYPE: dict[SourceType, tuple[str, ...]] = {
    SourceType.ARTICLE: ("authors", "container"),
    SourceType.BOOK: ("authors", "isbn"),
    SourceType.CODE: ("authors",),
    SourceType.DATASET: ("doi",),
    SourceType.PODCAST: ("container",),
    SourceType.REPORT: ("authors",),
    SourceType.SOCIAL_POST: ("authors", "container", "archives.url", "archives.captured"),
    SourceType.VIDEO: ("authors", "container"),
}
_NOWHERE_ELSE = frozenset({SourceType.PERSONAL_COMMUNICATION})
_CLAIM = (
    *("claim", "claimant", "claimed", "review.rating", "review.verdict", "review.analysis"),
    *("review.reviewed", "review.reviewers", "evidence.source.id"),
    *(
        "evidence.source.title",
        "evidence.source.publisher",
        "evidence.source.published",
        "evidence.source.accessed",
    ),
    *("evidence.source.url", "evidence.source.standing", "evidence.stance", "evidence.quote"),
)
_FILES = (
    Snippet("claim", "A whole claim file.", Claim, _CLAIM),
    Snippet("claimant", "A file in `claims/claimants/`.", Claimant, ("name", "role", "kind")),
    Snippet(
        "source",
        "A file in `claims/sources/`.",
        Source,
        ("type", "authors", *_SOURCE, "language"),
    ),
    Snippet(
        "document",
        "A file in `claims/documents/`: a text under check.",
        CheckedDocument,
        ("title", "publisher", "published", "url", "text"),
    ),
)
_PARTS = (
    Snippet(
        "appearance",
        "Where the claim was made.",
        Appearance,
        ("source", "quote", "locator"),
        "appearances:",
        is_entry=True,
    ),
    Snippet(
        "withdrawn", "Why the check no longer stands.", Withdrawal, ("date", "reason"), "withdrawn:"
    ),
    Snippet(
        "media",
        "The image, video or recording that the claim is about; below `review`.",
        Media,
        ("kind", "authenticity", "original", "context"),
        "media:",
    ),
    Snippet(
        "response",
        "Somebody who was asked; below `review`.",
        Response,
        ("from", "asked", "answered", "answer"),
        "responses:",
        is_entry=True,
    ),
    Snippet(
        "no-response",
        "Somebody who was asked and has not answered; below `review`.",
        Response,
        ("from", "asked"),
        "responses:",
        is_entry=True,
    ),
    Snippet(
        "correction",
        "A mistake of ours and what it says now; below `review`.",
        Correction,
        ("date", "wrong", "now"),
        "corrections:",
        is_entry=True,
    ),
    Snippet(
        "correction-rating",
        "A correction that changes the rating; below `review`.",
        Correction,
        ("date", "wrong", "now", "rating_before", "rating_after"),
        "corrections:",
        is_entry=True,
    ),
)


def _evidence() -> Iterator[Snippet]:
    for stance in Stance:
        yield Snippet(
            f"evidence-{stance}",
            f"Evidence, an entry below `evidence:`; {stance.meaning}.",
            Evidence,
            ("source", "stance", "quote", "locator", "says"),
            is_entry=True,
            fixed={"stance": stance.value},
        )


def _sources() -> Iterator[Snippet]:
    for kind in SourceType:
        common = [each for each in _SOURCE if each != "url" or kind not in _NOWHERE_ELSE]
        yield Snippet(
            f"source-{kind}",
            f"A source written out in a claim: {kind.meaning}.",
            Source,
            ("type", *_OF_TYPE.get(kind, ()), *common),
            "source:",
            fixed={"type": kind.value},
        )


SNIPPETS = (*_FILES, *_evidence(), *_sources(), *_PARTS)


def snippets_text(given: Given) -> str:
    """The file as Visual Studio Code reads it, always the same bytes for the same input."""
    found = {f"Claimbook: {each.word}": _entry(each, given) for each in SNIPPETS}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _entry(snippet: Snippet, given: Given) -> dict[str, Any]:
    entry = {
        "scope": "yaml",
        "prefix": snippet.word,
        "description": snippet.about,
        "body": snippet.body(given),
    }
    is_file = snippet in _FILES
    return {**entry, "isFileTemplate": True} if is_file else entry


SNIPPETS_FILE = Product("snippets", PATH, snippets_text)
