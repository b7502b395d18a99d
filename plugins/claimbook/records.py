"""The records of Claimbook: what a claim file and its neighbours hold.

Each is declared once; the decoder and the JSON Schema follow from the declaration.
"""

from typing import ClassVar

from claimbook.dates import PartialDate
from claimbook.document_records import (
    OCCURRENCE,
    PREFIX,
    SUFFIX,
    CheckedDocument,
    TranslationNote,
    UncheckedPassage,
)
from claimbook.field_kinds import (
    CLAIM_ID,
    CONFIDENCE,
    DATE,
    HOST,
    LANGUAGE,
    LONG_TEXT,
    PROSE,
    QUOTE,
    SOURCE_ID,
    STANCE,
    TEXT,
    URL,
)
from claimbook.kinds import Choice, Form, Number, Plain, SlugKind
from claimbook.shape import Declared, Record, many, optional, required
from claimbook.source_records import Archive, Author, Reading, Snapshot, Source
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr
from claimbook.urls import Url
from claimbook.values import (
    Authenticity,
    Axis,
    Confidence,
    EntityKind,
    EvidenceKind,
    MediaKind,
    Stance,
)

__all__ = [
    "OUTLETS",
    "TOPICS",
    "Appearance",
    "Archive",
    "Author",
    "CheckedDocument",
    "Claim",
    "Claimant",
    "Correction",
    "Evidence",
    "Exemption",
    "Media",
    "Outlet",
    "Rating",
    "Reading",
    "Related",
    "Response",
    "Review",
    "Scale",
    "Snapshot",
    "Source",
    "Topic",
    "TranslationNote",
    "UncheckedPassage",
    "Withdrawal",
]


class Claimant(Record, metaclass=Declared):
    """A person or organisation: who makes a claim, or whom it is about."""

    name: str = required(TEXT, "Name as it is shown.", "Example Gazette")
    role: str | None = optional(TEXT, "Office or relation to the matter.", "Local newspaper")
    kind: EntityKind | None = optional(Choice(EntityKind, "kind of entity"), "What it is.")
    same_as: tuple[Url, ...] = many(
        ListOf(URL), "Wikidata entry, home page.", "https://example.org/"
    )
    notes: str | None = optional(PROSE, "What else is to be known.", "Printed on Saturdays.")


class Appearance(Record, metaclass=Declared):
    """Where a claim was made."""

    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = (("source", "document"),)

    source: Source | str | None = optional(
        TextOr(SOURCE_ID, RecordOf(Source)), "Source in which the claim stands.", "gazette"
    )
    document: str | None = optional(
        SlugKind("document id"), "Document in which the claim stands.", "gazette-article"
    )
    quote: str | None = optional(
        QUOTE, "The words in which it stands there.", "The bridge over the Exe is closed."
    )
    prefix: str | None = optional(QUOTE, PREFIX, "on the radio that")
    suffix: str | None = optional(QUOTE, SUFFIX, "and stays so until")
    occurrence: int | None = optional(Number(1, 99), OCCURRENCE, "2")
    locator: str | None = optional(TEXT, "Page, paragraph, minute.", "p. 4")


class Exemption(Record, metaclass=Declared):
    """Why a quotation is not verified by machine."""

    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = (("manual", "none"),)

    manual: str | None = optional(
        LONG_TEXT,
        "A person compared it: who and how.",
        "Ann Rivers compared it with the printed page.",
    )
    none_: str | None = optional(
        LONG_TEXT, "Nobody can compare it: why.", "The page can no longer be read."
    )


class Evidence(Record, metaclass=Declared):
    """What a source shows about the claim."""

    source: Source | str = required(
        TextOr(SOURCE_ID, RecordOf(Source)),
        "Id of a source, or the source itself.",
        "council-notice",
    )
    stance: Stance = required(STANCE, "What the source does to the claim.")
    kind: EvidenceKind | None = optional(
        Choice(EvidenceKind, "kind of evidence"), "What the evidence is."
    )
    quote: str | None = optional(
        QUOTE,
        "The source's words, verbatim; […] marks an elision.",
        "The bridge is closed from 3 May 2025.",
    )
    locator: str | None = optional(TEXT, "Page, paragraph, minute.", "p. 2")
    says: str | None = optional(
        LONG_TEXT,
        "Our one-line paraphrase.",
        "The council closed the bridge on 3 May 2025.",
    )
    verify: Exemption | str | None = optional(
        TextOr(
            Form("auto", "`auto`", "write `auto`, or `manual:` or `none:` with a reason", most=4),
            RecordOf(Exemption),
        ),
        "How the quotation is verified.",
        "auto",
    )


class Response(Record, metaclass=Declared):
    """The right of reply: who was asked, and what came back."""

    from_: str = required(TEXT, "Who was asked.", "Example Gazette")
    asked: PartialDate = required(DATE, "When.", "2026-11-02")
    answered: PartialDate | None = optional(DATE, "When they answered.", "2026-11-05")
    answer: str | None = optional(
        QUOTE, "Their answer; leave out while there is none.", "We stand by our report."
    )
    source: str | None = optional(SOURCE_ID, "Where the answer was published.", "gazette-reply")


class Correction(Record, metaclass=Declared):
    """A mistake of ours, and its remedy."""

    date: PartialDate = required(DATE, "When it was corrected.", "2026-11-10")
    wrong: str = required(PROSE, "What was wrong.", "We wrote that the bridge was closed in April.")
    now: str = required(PROSE, "What it says now.", "It says May, as the notice does.")
    rating_before: str | None = optional(
        SlugKind("rating"), "Rating before the correction.", "false"
    )
    rating_after: str | None = optional(SlugKind("rating"), "Rating after it.", "true")


class Media(Record, metaclass=Declared):
    """An image, a video or a recording that a claim is about, and what was found out about it."""

    kind: MediaKind = required(Choice(MediaKind, "kind of medium"), "What kind of medium it is.")
    authenticity: Authenticity = required(
        Choice(Authenticity, "authenticity"),
        "What was found out about it.",
    )
    original: Url | None = optional(
        URL, "Where the original stands.", "https://example.org/the-whole-recording"
    )
    context: str | None = optional(
        LONG_TEXT,
        "What it really shows, where and when.",
        "It shows a bridge in another town, in 2011.",
    )


class Review(Record, metaclass=Declared):
    """Our assessment of a claim."""

    rating: str = required(SlugKind("rating"), "Key of the rating scale.", "true")
    verdict: str = required(
        TEXT,
        "One sentence that a reader can repeat.",
        "The council closed the bridge on 3 May 2025.",
    )
    analysis: str | None = optional(
        PROSE,
        "The reasoning, with citations `[@source-id]`.",
        "The notice names the day [@council-notice, p. 2].",
    )
    confidence: Confidence | None = optional(CONFIDENCE, "How sure we are of the rating.")
    true_as_of: PartialDate | None = optional(DATE, "The day the rating speaks of.", "2026-11-02")
    reviewed: PartialDate | None = optional(DATE, "When the review was finished.", "2026-11-02")
    reviewers: tuple[str, ...] = many(ListOf(TEXT), "Who reviewed it.", "Ann Rivers")
    review_by: PartialDate | None = optional(DATE, "When to look again.", "2027-05-01")
    media: Media | None = optional(
        RecordOf(Media), "The image, video or recording that the claim is about."
    )
    sole_source: str | None = optional(
        LONG_TEXT,
        "Why a single origin is enough.",
        "Nobody but the council can close the bridge.",
    )
    not_verified: tuple[str, ...] = many(
        ListOf(LONG_TEXT),
        "What we could not establish.",
        "Whether the bridge was closed at night too.",
    )
    responses: tuple[Response, ...] = many(
        ListOf(RecordOf(Response), takes_lone_text=False), "Who was asked and what they answered."
    )
    corrections: tuple[Correction, ...] = many(
        ListOf(RecordOf(Correction), takes_lone_text=False), "What was wrong and was put right."
    )


_CLAIMS = ListOf(CLAIM_ID, is_unique=True)


class Related(Record, metaclass=Declared):
    """How a claim stands to others."""

    follows: tuple[str, ...] = many(_CLAIMS, "Claims whose events came before.", "bridge-built")
    part_of: tuple[str, ...] = many(
        _CLAIMS, "Wider claims that contain this one.", "bridges-of-the-exe"
    )
    contradicts: tuple[str, ...] = many(
        _CLAIMS, "Claims that cannot be true beside this one.", "bridge-open"
    )
    superseded_by: tuple[str, ...] = many(
        _CLAIMS, "Claims that later events put in its place.", "bridge-open-again"
    )
    same_as: tuple[str, ...] = many(
        _CLAIMS, "The same claim made elsewhere.", "bridge-closed-herald"
    )
    see_also: tuple[str, ...] = many(_CLAIMS, "Claims worth reading beside this one.", "ferry-runs")


class Withdrawal(Record, metaclass=Declared):
    """Why a fact-check no longer stands; its page stays and says so."""

    date: PartialDate = required(DATE, "When it was withdrawn.", "2026-11-12")
    reason: str = required(LONG_TEXT, "Why.", "The notice we relied on was a forgery.")


class Claim(Record, metaclass=Declared):
    """One checkable claim and its review."""

    claim: str = required(
        TEXT,
        "One checkable sentence, as its maker means it.",
        "The bridge over the Exe was closed in May 2025.",
    )
    title: str | None = optional(
        TEXT,
        "Short title without the rating, at most 75 characters.",
        "Closure of the Exe bridge",
    )
    claimant: Claimant | str = required(
        TextOr(TEXT, RecordOf(Claimant)),
        "Who made the claim: an id, a name, or a record.",
        "Example Gazette",
    )
    claimed: PartialDate | None = optional(DATE, "When it was made.", "2025-05-03")
    appearances: tuple[Appearance, ...] = many(
        ListOf(RecordOf(Appearance), takes_lone_text=False), "Where it was made, the first first."
    )
    about: tuple[Claimant | str, ...] = many(
        ListOf(TextOr(TEXT, RecordOf(Claimant))), "Whom or what it is about.", "Exe bridge"
    )
    topics: tuple[str, ...] = many(
        ListOf(SlugKind("topic"), is_unique=True), "Topics of the publication's list.", "transport"
    )
    language: str | None = optional(LANGUAGE, "Language of the claim.", "en")
    related: Related | None = optional(RecordOf(Related), "How it stands to other claims.")
    aliases: tuple[str, ...] = many(ListOf(CLAIM_ID, is_unique=True), "Former ids.", "exe-bridge")
    withdrawn: Withdrawal | None = optional(
        RecordOf(Withdrawal), "Why the check no longer stands, if so."
    )
    review: Review = required(RecordOf(Review), "Our assessment.")
    evidence: tuple[Evidence, ...] = many(
        ListOf(RecordOf(Evidence), takes_lone_text=False), "What sources show about it."
    )


class Rating(Record, metaclass=Declared):
    """One rating of the scale."""

    label: str = required(Plain(40), "The word readers see.", "True")
    definition: str = required(
        LONG_TEXT,
        "What it means, in a sentence or two.",
        "The claim is accurate, and nothing important is missing.",
    )
    icon: str = required(SlugKind("icon"), "A Material Design icon.", "check-circle-outline")
    colour: str = required(SlugKind("colour"), "A colour token of the style sheet.", "true")
    axis: Axis = required(Choice(Axis, "axis"), "What the rating speaks of.")
    value: int | None = optional(
        Number(1, 5), "5 is truest, 1 falsest; only on the truth axis.", "5"
    )
    retired: PartialDate | None = optional(DATE, "Since when it is no longer given.", "2026-11-01")


class Scale(Record, metaclass=Declared):
    """The rating scale."""

    ratings: dict[str, Rating] = required(
        MapOf(RecordOf(Rating), "rating keys"), "Ratings in the order in which they are shown."
    )


class Topic(Record, metaclass=Declared):
    """A topic of the controlled list."""

    label: str = required(Plain(80), "The word readers see.", "Transport")
    description: str | None = optional(
        LONG_TEXT, "What belongs under it.", "Roads, bridges, trains and ferries."
    )


class Outlet(Record, metaclass=Declared):
    """What is known about a publisher."""

    name: str = required(TEXT, "Name.", "Example Gazette")
    hosts: tuple[str, ...] = many(ListOf(HOST), "Hosts it publishes under.", "example.org")
    notes: str | None = optional(PROSE, "What a reader should know.", "Owned by the ferry company.")


TOPICS = MapOf(TextOr(Plain(80), RecordOf(Topic)), "topic ids")
OUTLETS = MapOf(RecordOf(Outlet), "outlet ids")
