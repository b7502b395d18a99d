"""From a statement of a text to the draft of a claim, and from a text to its record."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimbook.anchoring import Ambiguous, Anchor, DocumentText, Place, Selector, anchor
from claimbook.boundaries.terminal import neutral
from claimbook.corpus import Corpus, Filed
from claimbook.decode import Role
from claimbook.diagnostics import shortened
from claimbook.drafting import Answers, Passage, claimant_reference, proposed_id
from claimbook.formatting import formatted, schema_address
from claimbook.formatting.preamble import schema_line
from claimbook.formatting.scalars import quoted
from claimbook.records import CheckedDocument
from claimbook.statements.listing import clock
from claimbook.statements.worklist import Statement
from claimbook.text import SourceFile

# What a draft says where nobody has told yet.
WHO = "TODO: who says so"
_LONGEST_CLAIM, _LONGEST_QUOTE, _LONGEST_TITLE = 300, 1_000, 70
_REWORD = "TODO: the words of the text; make them one checkable sentence, dated and named."
_AROUND = (2, 4, 8, 16)
_NAME = (
    r"(?P<who>[^\W\d_a-zß-ÿ][\w’&.-]{0,40}(?:\s(?:of\s|der\s|von\s)?[^\W\d_a-zß-ÿ][\w’&.-]{0,40})"
    r"{0,4})"
)
_VERBS = (
    r"(?:said|says|told|stated|announced|reported|revealed|indicated|claimed|confirmed|denied|"
    r"acknowledged|admitted|wrote|warned|promised|sagte|sagt|teilte|erklärte|kündigte|meldete|"
    r"berichtete|behauptete|bestätigte|schrieb|warnte|versprach|betonte)\b"
)
_ATTRIBUTED = (
    re.compile(
        rf"\b(?:[Aa]ccording to|[Ll]aut|[Nn]ach Angaben)\s(?:the\s|der\s|des\s|von\s)?{_NAME}"
    ),
    re.compile(rf"{_NAME}\s(?:[a-zäöü]{{1,20}}\s){{0,2}}?{_VERBS}"),
    re.compile(rf"[”“\",]\s{_VERBS}\s(?:the\s|der\s|die\s)?{_NAME}"),
)
_ARTICLE = re.compile(r"\A(?:The|A|An|Der|Die|Das|Ein|Eine)\s")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A draft to be written: which statement it is of, and what is known of the claim."""

    number: int
    answers: Answers


def skeletons(
    chosen: Collection[Statement],
    document: Filed[CheckedDocument],
    text: DocumentText,
    corpus: Corpus,
    taken: Collection[str],
) -> Iterator[Skeleton]:
    """A draft for each statement, in their order; no two get the same id.

    What is too long to be quoted has none.
    """
    used = set(taken)
    for each in chosen:
        if len(each.text) <= _LONGEST_QUOTE:
            name = proposed_id(each.text, used)
            used.add(name)
            yield Skeleton(each.number, _answers(name, each, document, text, corpus))


def _answers(
    name: str,
    statement: Statement,
    document: Filed[CheckedDocument],
    text: DocumentText,
    corpus: Corpus,
) -> Answers:
    who = attributed_to(statement.text) or statement.speaker
    published = document.record.published
    return Answers(
        name,
        shortened(statement.text, _LONGEST_CLAIM),
        claimant_reference(who, corpus) if who else WHO,
        claimed=str(published) if published else "",
        quote=statement.text,
        passage=_passage(statement, document.id, text),
        remarks=(_REWORD, *_remarks(statement)),
    )


def _remarks(statement: Statement) -> Iterator[str]:
    if statement.parts:
        yield "Perhaps several claims, each in a file of its own:"
        yield from (f"  - {neutral(each.text)}" for each in statement.parts)


def _passage(statement: Statement, document: str, text: DocumentText) -> Passage:
    found = selector_of_place(text, statement.place, statement.text)
    seconds = statement.seconds
    locator = clock(seconds) if seconds is not None else ""
    return Passage(document, found.prefix, found.suffix, found.occurrence, locator)


def selector_of_place(text: DocumentText, place: Place, quote: str) -> Selector:
    """What tells a place from all others with the same words; nothing more than it takes."""
    plain = Selector(quote)
    found = anchor(text, plain)
    if not isinstance(found, Ambiguous):
        return plain
    for count in _AROUND:
        before = " ".join(text.text[: place.start][-20 * count :].split()[-count:])
        behind = " ".join(text.text[place.end :][: 20 * count].split()[:count])
        for each in (Selector(quote, before), Selector(quote, "", behind)):
            if any(each[1:3]) and _means(anchor(text, each), place):
                return each
    return _counted(quote, found, place)


def _means(found: object, place: Place) -> bool:
    return isinstance(found, Anchor) and _is_at(found, place)


def _is_at(found: Anchor, place: Place) -> bool:
    return found.places[0].start < place.end and place.start < found.places[0].end


def _counted(quote: str, found: Ambiguous, place: Place) -> Selector:
    numbers = (at for at, each in enumerate(found.anchors, 1) if _is_at(each, place))
    return Selector(quote, occurrence=next(numbers, None))


def attributed_to(text: str) -> str:
    """Who is said to say it, where a name stands beside a word of saying; empty if none does."""
    for each in _ATTRIBUTED:
        found = each.search(text)
        if found:
            return _ARTICLE.sub("", found["who"]).removesuffix("’s").rstrip(".,-")
    return ""


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of a new document: its title, its language, where its text stands."""

    title: str
    text: str
    sha256: str
    language: str = ""
    url: str = ""


def proposed_title(text: DocumentText) -> str:
    """The first words of a text: its headline, if it has one."""
    first = text.blocks[0] if text.blocks else None
    words = " ".join(text.text[first.start : first.end].split()) if first else ""
    return shortened(words, _LONGEST_TITLE) or "Untitled text"


def document_record(named: Named, site: str) -> str:
    """The file of a document: valid, in its usual form, with comments on what is missing."""
    told = {"title": named.title, "url": named.url}
    lines = [
        schema_line(schema_address(site, Role.DOCUMENT)),
        *(f"{name}: {quoted(text)}" for name, text in told.items() if text),
        "# publisher: who published it",
        "# published: 2025-09-30",
        *([] if named.url else ["# url: https://example.org/"]),
        f"text: {quoted(named.text)}",
        f"sha256: {named.sha256}",
        *([f"language: {quoted(named.language)}"] if named.language else []),
    ]
    rough = "".join(f"{line}\n" for line in lines)
    return formatted(SourceFile("", rough.encode()), Role.DOCUMENT, site).value or rough
