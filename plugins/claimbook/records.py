"""The records of Claimbook: what a claim file and its neighbours hold.

Each is declared once; the decoder and the JSON Schema follow from the declaration.
"""

from typing import ClassVar

from claimbook import codes
from claimbook.dates import PartialDate
from claimbook.kinds import (
    Choice,
    DateKind,
    Form,
    Isbn,
    Markdown,
    Number,
    Plain,
    SlugKind,
    UrlKind,
    Verbatim,
)
from claimbook.shape import Declared, Record, many, optional, required
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr
from claimbook.urls import Url
from claimbook.values import (
    DOI_PATTERN,
    FILE_NAME_PATTERN,
    HOST_PATTERN,
    LANGUAGE_PATTERN,
    SHA256_PATTERN,
    Access,
    Authenticity,
    Axis,
    Confidence,
    EntityKind,
    EvidenceKind,
    MediaKind,
    ReadAs,
    SourceStatus,
    SourceType,
    Stance,
    Standing,
)

DATE, URL, TEXT, QUOTE, PROSE = DateKind(), UrlKind(), Plain(), Verbatim(), Markdown()
LONG_TEXT = Plain(2000)
LANGUAGE = Form(
    LANGUAGE_PATTERN,
    "a language tag",
    "write `en`, `de`, `zh-Hant`, `pt-BR`",
    codes.INVALID_LANGUAGE,
)
DOI = Form(DOI_PATTERN, "a DOI", "write it without `https://doi.org/`: `10.1000/182`")
SHA256 = Form(SHA256_PATTERN, "a SHA-256 digest", "64 digits 0-9 a-f, as `sha256sum` prints them")
FILE_NAME = Form(
    FILE_NAME_PATTERN,
    "a file name",
    "lower-case letters, digits, `.`, `-` and `_`, without folders",
    codes.INVALID_FILE_NAME,
)
HOST = Form(HOST_PATTERN, "a host name", "write `example.org`, without `https://` and without `/`")
STANCE, CONFIDENCE = Choice(Stance, "stance"), Choice(Confidence, "confidence")
CLAIM_ID, SOURCE_ID = SlugKind("claim id"), SlugKind("source id")


class Author(Record, metaclass=Declared):
    """Who wrote a source: a person by name parts, an organisation, or a name left whole."""

    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = (("family", "org", "name"),)

    family: str | None = optional(TEXT, "Family name of a person.")
    given: str | None = optional(TEXT, "Given names of a person.")
    org: str | None = optional(TEXT, "Name of an organisation.")
    name: str | None = optional(TEXT, "A whole name that is not to be taken apart.")


class Archive(Record, metaclass=Declared):
    """A copy of a source that a web archive keeps."""

    url: Url = required(URL, "Address of the copy.")
    captured: PartialDate | None = optional(DATE, "When the copy was made.")


class Snapshot(Record, metaclass=Declared):
    """The saved text of a source, against which quotations are verified; never published."""

    file: str = required(FILE_NAME, "File in `claims/snapshots/`.")
    sha256: str = required(SHA256, "SHA-256 digest of that file.")
    captured: PartialDate | None = optional(DATE, "When the text was saved.")


class Reading(Record, metaclass=Declared):
    """In which form a source was read, and where, when that was not its own address."""

    how: ReadAs = required(Choice(ReadAs, "way of reading"), "original, copy or second-hand.")
    where: str | None = optional(LONG_TEXT, "Where the copy or the second-hand text was read.")
    url: Url | None = optional(URL, "Address of what was read.")


class Source(Record, metaclass=Declared):
    """A document that exists without us."""

    id: str | None = optional(SOURCE_ID, "Id within this claim; only for a source written inline.")
    type: SourceType | None = optional(
        Choice(SourceType, "source type"), "What kind of document it is."
    )
    title: str = required(TEXT, "Title as published.")
    authors: tuple[Author | str, ...] = many(
        ListOf(TextOr(TEXT, RecordOf(Author))), "Who wrote it; names are never guessed apart."
    )
    container: str | None = optional(TEXT, "What it is part of: a journal, a series, a site.")
    publisher: str | None = optional(TEXT, "Who published it.")
    agency: str | None = optional(TEXT, "News agency it comes from.")
    via: str | None = optional(TEXT, "Who passed it on: the site of a copy, a database.")
    published: PartialDate | None = optional(DATE, "When it was published.")
    updated: PartialDate | None = optional(DATE, "When it was last changed.")
    accessed: PartialDate | None = optional(DATE, "When we read it.")
    language: str | None = optional(LANGUAGE, "Its language.")
    url: Url | None = optional(URL, "Where a reader finds it.")
    doi: str | None = optional(DOI, "Its DOI.")
    isbn: str | None = optional(Isbn(), "Its ISBN.")
    access: Access | None = optional(Choice(Access, "kind of access"), "What a reader needs.")
    status: SourceStatus | None = optional(
        Choice(SourceStatus, "source status"), "What has become of it since."
    )
    archives: tuple[Archive, ...] = many(
        ListOf(RecordOf(Archive), takes_lone_text=False), "Copies in web archives."
    )
    snapshot: Snapshot | None = optional(RecordOf(Snapshot), "Its saved text.")
    standing: Standing | None = optional(
        Choice(Standing, "standing"), "How close it is to what it tells of."
    )
    derived_from: tuple[str, ...] = many(
        ListOf(SOURCE_ID, is_unique=True), "Sources it took its content from."
    )
    origin: str | None = optional(
        SlugKind("origin"), "A name shared by all sources that are one voice."
    )
    interest: str | None = optional(LONG_TEXT, "Its stake in the matter.")
    read_as: Reading | ReadAs | None = optional(
        TextOr(Choice(ReadAs, "way of reading"), RecordOf(Reading)), "How we read it."
    )
    notes: str | None = optional(PROSE, "What else is to be known about it.")

    @property
    def reading(self) -> Reading | None:
        """How we read it, in the long form whichever was written."""
        return Reading(how=self.read_as) if isinstance(self.read_as, ReadAs) else self.read_as


class Claimant(Record, metaclass=Declared):
    """A person or organisation: who makes a claim, or whom it is about."""

    name: str = required(TEXT, "Name as it is shown.")
    role: str | None = optional(TEXT, "Office or relation to the matter.")
    kind: EntityKind | None = optional(Choice(EntityKind, "kind of entity"), "What it is.")
    same_as: tuple[Url, ...] = many(ListOf(URL), "Wikidata entry, home page.")
    notes: str | None = optional(PROSE, "What else is to be known.")


class Appearance(Record, metaclass=Declared):
    """Where a claim was made."""

    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = (("source", "document"),)

    source: Source | str | None = optional(
        TextOr(SOURCE_ID, RecordOf(Source)), "Source in which the claim stands."
    )
    document: str | None = optional(SlugKind("document id"), "Document in which the claim stands.")
    quote: str | None = optional(QUOTE, "The words in which it stands there.")
    locator: str | None = optional(TEXT, "Page, paragraph, minute.")


class Exemption(Record, metaclass=Declared):
    """Why a quotation is not verified by machine."""

    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = (("manual", "none"),)

    manual: str | None = optional(LONG_TEXT, "A person compared it: who and how.")
    none_: str | None = optional(LONG_TEXT, "Nobody can compare it: why.")


class Evidence(Record, metaclass=Declared):
    """What a source shows about the claim."""

    source: Source | str = required(
        TextOr(SOURCE_ID, RecordOf(Source)), "Id of a source, or the source itself."
    )
    stance: Stance = required(STANCE, "supports, contradicts, qualifies or context.")
    kind: EvidenceKind | None = optional(
        Choice(EvidenceKind, "kind of evidence"), "What the evidence is."
    )
    quote: str | None = optional(QUOTE, "The source's words, verbatim; […] marks an elision.")
    locator: str | None = optional(TEXT, "Page, paragraph, minute.")
    says: str | None = optional(LONG_TEXT, "Our one-line paraphrase.")
    verify: Exemption | str | None = optional(
        TextOr(
            Form("auto", "`auto`", "write `auto`, or `manual:` or `none:` with a reason"),
            RecordOf(Exemption),
        ),
        "How the quotation is verified.",
    )


class Response(Record, metaclass=Declared):
    """The right of reply: who was asked, and what came back."""

    from_: str = required(TEXT, "Who was asked.")
    asked: PartialDate = required(DATE, "When.")
    answered: PartialDate | None = optional(DATE, "When they answered.")
    answer: str | None = optional(QUOTE, "Their answer; leave out while there is none.")
    source: str | None = optional(SOURCE_ID, "Where the answer was published.")


class Correction(Record, metaclass=Declared):
    """A mistake of ours, and its remedy."""

    date: PartialDate = required(DATE, "When it was corrected.")
    wrong: str = required(PROSE, "What was wrong.")
    now: str = required(PROSE, "What it says now.")
    rating_before: str | None = optional(SlugKind("rating"), "Rating before the correction.")
    rating_after: str | None = optional(SlugKind("rating"), "Rating after it.")


class Media(Record, metaclass=Declared):
    """An image, a video or a recording that a claim is about, and what was found out about it."""

    kind: MediaKind = required(Choice(MediaKind, "kind of medium"), "image, video or audio.")
    authenticity: Authenticity = required(
        Choice(Authenticity, "authenticity"),
        "original, missing-context, edited, transformed, staged or satire.",
    )
    original: Url | None = optional(URL, "Where the original stands.")
    context: str | None = optional(LONG_TEXT, "What it really shows, where and when.")


class Review(Record, metaclass=Declared):
    """Our assessment of a claim."""

    rating: str = required(SlugKind("rating"), "Key of the rating scale.")
    verdict: str = required(TEXT, "One sentence that a reader can repeat.")
    analysis: str | None = optional(PROSE, "The reasoning, with citations `[@source-id]`.")
    confidence: Confidence | None = optional(CONFIDENCE, "How sure we are of the rating.")
    true_as_of: PartialDate | None = optional(DATE, "The day the rating speaks of.")
    reviewed: PartialDate | None = optional(DATE, "When the review was finished.")
    reviewers: tuple[str, ...] = many(ListOf(TEXT), "Who reviewed it.")
    review_by: PartialDate | None = optional(DATE, "When to look again.")
    media: Media | None = optional(
        RecordOf(Media), "The image, video or recording that the claim is about."
    )
    sole_source: str | None = optional(LONG_TEXT, "Why a single origin is enough.")
    not_verified: tuple[str, ...] = many(ListOf(LONG_TEXT), "What we could not establish.")
    responses: tuple[Response, ...] = many(
        ListOf(RecordOf(Response), takes_lone_text=False), "Who was asked and what they answered."
    )
    corrections: tuple[Correction, ...] = many(
        ListOf(RecordOf(Correction), takes_lone_text=False), "What was wrong and was put right."
    )


_CLAIMS = ListOf(CLAIM_ID, is_unique=True)


class Related(Record, metaclass=Declared):
    """How a claim stands to others."""

    follows: tuple[str, ...] = many(_CLAIMS, "Claims whose events came before.")
    part_of: tuple[str, ...] = many(_CLAIMS, "Wider claims that contain this one.")
    contradicts: tuple[str, ...] = many(_CLAIMS, "Claims that cannot be true beside this one.")
    superseded_by: tuple[str, ...] = many(_CLAIMS, "Claims that later events put in its place.")
    same_as: tuple[str, ...] = many(_CLAIMS, "The same claim made elsewhere.")
    see_also: tuple[str, ...] = many(_CLAIMS, "Claims worth reading beside this one.")


class Withdrawal(Record, metaclass=Declared):
    """Why a fact-check no longer stands; its page stays and says so."""

    date: PartialDate = required(DATE, "When it was withdrawn.")
    reason: str = required(LONG_TEXT, "Why.")


class Claim(Record, metaclass=Declared):
    """One checkable claim and its review."""

    claim: str = required(TEXT, "One checkable sentence, as its maker means it.")
    title: str | None = optional(TEXT, "Short title without the rating, at most 75 characters.")
    claimant: Claimant | str = required(
        TextOr(TEXT, RecordOf(Claimant)), "Who made the claim: an id, a name, or a record."
    )
    claimed: PartialDate | None = optional(DATE, "When it was made.")
    appearances: tuple[Appearance, ...] = many(
        ListOf(RecordOf(Appearance), takes_lone_text=False), "Where it was made, the first first."
    )
    about: tuple[Claimant | str, ...] = many(
        ListOf(TextOr(TEXT, RecordOf(Claimant))), "Whom or what it is about."
    )
    topics: tuple[str, ...] = many(ListOf(SlugKind("topic"), is_unique=True), "Topics.")
    language: str | None = optional(LANGUAGE, "Language of the claim.")
    related: Related | None = optional(RecordOf(Related), "Other claims.")
    aliases: tuple[str, ...] = many(ListOf(CLAIM_ID, is_unique=True), "Former ids.")
    withdrawn: Withdrawal | None = optional(RecordOf(Withdrawal), "Withdrawal.")
    review: Review = required(RecordOf(Review), "Our assessment.")
    evidence: tuple[Evidence, ...] = many(
        ListOf(RecordOf(Evidence), takes_lone_text=False), "What sources show about it."
    )


class TranslationNote(Record, metaclass=Declared):
    """A fault in a text: what is printed, what stood there, and what the fault does."""

    printed: str = required(QUOTE, "The words as printed.")
    original: str = required(QUOTE, "The likely original.")
    basis: str | None = optional(LONG_TEXT, "What the likely original rests on.")
    effect: str | None = optional(LONG_TEXT, "What the fault does to the meaning.")


class CheckedDocument(Record, metaclass=Declared):
    """A text under check."""

    title: str = required(TEXT, "Title as published, or a description.")
    publisher: str | None = optional(TEXT, "Who published it.")
    published: PartialDate | None = optional(DATE, "When.")
    url: Url | None = optional(URL, "Where it stands.")
    text: str = required(FILE_NAME, "The file beside this one that holds the text.")
    language: str | None = optional(LANGUAGE, "Its language.")
    notes: tuple[TranslationNote, ...] = many(
        ListOf(RecordOf(TranslationNote), takes_lone_text=False), "Faults of translation."
    )


class Rating(Record, metaclass=Declared):
    """One rating of the scale."""

    label: str = required(Plain(40), "The word readers see.")
    definition: str = required(LONG_TEXT, "What it means, in a sentence or two.")
    icon: str = required(SlugKind("icon"), "A Material Design icon.")
    colour: str = required(SlugKind("colour"), "A colour token of the style sheet.")
    axis: Axis = required(Choice(Axis, "axis"), "truth, context or status.")
    value: int | None = optional(Number(1, 5), "5 is truest, 1 falsest; only on the truth axis.")
    retired: PartialDate | None = optional(DATE, "Since when it is no longer given.")


class Scale(Record, metaclass=Declared):
    """The rating scale."""

    ratings: dict[str, Rating] = required(
        MapOf(RecordOf(Rating), "rating keys"), "Ratings in the order in which they are shown."
    )


class Topic(Record, metaclass=Declared):
    """A topic of the controlled list."""

    label: str = required(Plain(80), "The word readers see.")
    description: str | None = optional(LONG_TEXT, "What belongs under it.")


class Outlet(Record, metaclass=Declared):
    """What is known about a publisher."""

    name: str = required(TEXT, "Name.")
    hosts: tuple[str, ...] = many(ListOf(HOST), "Hosts it publishes under.")
    notes: str | None = optional(PROSE, "What a reader should know.")


TOPICS = MapOf(TextOr(Plain(80), RecordOf(Topic)), "topic ids")
OUTLETS = MapOf(RecordOf(Outlet), "outlet ids")
