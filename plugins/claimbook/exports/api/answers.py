"""What the API answers: each record declared once, its JSON Schema follows from that."""

from typing import Annotated, Any, TypeAlias

from claimbook.data import Meta, Told
from claimbook.dates import PATTERN

VERSION = "1"


def _is(text: str) -> Meta:
    return Meta(description=text)


def _like(schema: str) -> Meta:
    return Meta(extra_json_schema={"$ref": f"#/$defs/{schema}"})


Date: TypeAlias = Annotated[
    str, Meta(description="A date as far as it is known (EDTF).", pattern=f"^{PATTERN}$")
]
Day: TypeAlias = Annotated[
    str,
    Meta(description="A year, a month or a day.", pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
]
Address: TypeAlias = Annotated[
    str,
    Meta(
        description="An address; a path from the site's root where the publication has none.",
        extra_json_schema={"format": "uri-reference"},
    ),
]
Id: TypeAlias = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Count: TypeAlias = Annotated[int, Meta(ge=0)]
ClaimRecord: TypeAlias = Annotated[
    dict[str, Any], _is("The claim as its file says it."), _like("ClaimFile")
]
SourceRecord: TypeAlias = Annotated[
    dict[str, Any], _is("The source as its file says it."), _like("SourceFile")
]
ClaimReview: TypeAlias = Annotated[
    dict[str, Any], _is("What schema.org's ClaimReview says; none where there must be none.")
]


class Licence(Told):
    """The terms on which all of it may be used."""

    name: str
    url: Address | None = None
    spdx: Annotated[str, _is("Identifier in the SPDX list.")] | None = None


class Counts(Told):
    """How many there are."""

    claims: Count
    sources: Count
    claimants: Count
    topics: Count
    corrections: Count


class Index(Told):
    """What there is, and where."""

    name: str
    version: Annotated[str, _is("Version of this API.")]
    language: Annotated[str, _is("Language of the publication (BCP 47).")]
    counts: Counts
    links: Annotated[dict[str, Address], _is("Where all answers begin.")]
    description: str = ""
    url: Address = ""
    licence: Licence | None = None
    updated: Day | None = None


class RatingAnswer(Told):
    """A rating of the scale."""

    key: Id
    label: Annotated[str, _is("The word readers see.")]
    definition: str
    axis: Annotated[str, _is("`truth`, `context` or `status`.")]
    value: Annotated[int, Meta(ge=1, le=5, description="5 is truest.")] | None = None
    is_retired: bool = False


class Scale(Told):
    """All ratings, in the order in which they are shown."""

    ratings: tuple[RatingAnswer, ...]


class Speaker(Told):
    """Who made a claim; with an id where there is a page about them."""

    name: str
    id: Id | None = None
    role: str | None = None
    kind: str | None = None
    same_as: tuple[Address, ...] = ()


class ClaimantAnswer(Told):
    """Who made claims or is spoken of, and the ids of those claims."""

    id: Id
    name: str
    url: Address
    role: str | None = None
    kind: str | None = None
    same_as: tuple[Address, ...] = ()
    claims: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()


class Claimants(Told):
    """Everybody who made a claim or is spoken of in one."""

    claimants: tuple[ClaimantAnswer, ...]


class TopicSummary(Told):
    """A topic and how many claims it has; ``href`` is where they are named."""

    id: Id
    href: Address
    label: str
    description: str | None = None
    claims: Count = 0


class Topics(Told):
    """All topics."""

    topics: tuple[TopicSummary, ...]


class TopicAnswer(Told):
    """A topic and the ids of its claims."""

    id: Id
    label: str
    url: Annotated[Address, _is("Its page.")]
    description: str | None = None
    claims: tuple[Id, ...] = ()


class Summary(Told):
    """A claim as lists show it; ``href`` is where the whole of it stands."""

    id: Id
    href: Address
    url: Annotated[Address, _is("Its page.")]
    claim: str
    title: str
    claimant: str
    rating: Annotated[Id, _is("Key of the rating.")]
    verdict: str
    claimed: Date | None = None
    language: str | None = None
    topics: tuple[Id, ...] = ()
    reviewed: Date | None = None
    updated: Day | None = None
    corrections: Count = 0
    is_withdrawn: bool = False


class ClaimsPage(Told):
    """A page of the list of all claims, in the order of ids."""

    page: Annotated[int, Meta(ge=1)]
    pages: Annotated[int, Meta(ge=1)]
    total: Count
    claims: tuple[Summary, ...]
    previous: Address | None = None
    next: Address | None = None


class Dates(Told):
    """When what happened; ``updated`` is the day of the last change in substance."""

    claimed: Date | None = None
    reviewed: Date | None = None
    updated: Day | None = None
    review_by: Date | None = None
    withdrawn: Date | None = None


class ClaimAnswer(Told):
    """One claim in full; ``sources`` are the records of those it names by id."""

    id: Id
    claim: str
    title: str
    claimant: Speaker
    rating: RatingAnswer
    verdict: str
    dates: Dates
    links: Annotated[dict[str, Address], _is("Its page, and other forms of it.")]
    record: ClaimRecord
    version: Annotated[str, _is("What Git and Software Heritage call the claim file as it is.")] = (
        ""
    )
    is_withdrawn: bool = False
    sources: dict[str, SourceRecord] | None = None
    claim_review: ClaimReview | None = None


class SourceSummary(Told):
    """A shared source as lists show it."""

    id: Id
    href: Address
    title: str
    type: str | None = None
    publisher: str | None = None
    published: Date | None = None
    address: Address | None = None
    claims: Annotated[Count, _is("How many claims use it.")] = 0


class Sources(Told):
    """All sources with a file of their own, in the order of ids."""

    sources: tuple[SourceSummary, ...]


class SourceAnswer(Told):
    """A shared source in full, and the ids of the claims that use it."""

    id: Id
    url: Annotated[Address, _is("Its page.")]
    record: SourceRecord
    claims: tuple[Id, ...] = ()


class Change(Told):
    """What happened to a fact-check on a day."""

    date: Date
    kind: Annotated[str, _is("`published`, `corrected` or `withdrawn`.")]
    claim: Id
    href: Address
    title: str
    rating: Id
    wrong: Annotated[str, _is("What was wrong (Markdown).")] | None = None
    now: Annotated[str, _is("What it says now (Markdown).")] | None = None
    rating_before: Id | None = None
    rating_after: Id | None = None
    reason: Annotated[str, _is("Why it was withdrawn.")] | None = None


class Changes(Told):
    """What happened in a month, or in a year where no month is known; the first first."""

    period: Day
    changes: tuple[Change, ...]


class Period(Told):
    """A month or a year with changes."""

    period: Day
    href: Address
    count: Count


class ChangesIndex(Told):
    """All periods with changes, the first first."""

    periods: tuple[Period, ...]
