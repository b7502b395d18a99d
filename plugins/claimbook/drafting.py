"""From a few answers to a claim file that says what else belongs into it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimbook.corpus import Corpus, names_id
from claimbook.declared import example_of
from claimbook.decode import Role
from claimbook.diagnostics import did_you_mean, listing, shortened
from claimbook.formatting import formatted, schema_address
from claimbook.formatting.preamble import schema_line
from claimbook.formatting.scalars import quoted
from claimbook.kinds import SlugKind
from claimbook.records import Claim, Evidence, Review, Source
from claimbook.rules.placeholder_text import UNFINISHED
from claimbook.rules.undefined_claimant import how_to_name
from claimbook.shape import FieldShape, Kind, Reader, shape_of
from claimbook.text import FILE_START, SourceFile
from claimbook.urls import Url
from claimbook.values import RESERVED_SLUGS, Axis, slug_of
from claimbook.yaml_tree import Scalar

_MOST_WORDS, _MOST_LETTERS = 8, 60
_SMALL_WORDS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has"),
        *("have", "in", "into", "is", "it", "its", "of", "on", "or", "that", "the", "their"),
        *("this", "to", "was", "were", "which", "will", "with", "would"),
    )
)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence that comes with the answers; ``title`` is that of its source.

    ``lines`` are the fields of the source as YAML, where more is known of it.
    """

    stance: str
    title: str
    url: str = ""
    publisher: str = ""
    quote: str = ""
    says: str = ""
    lines: tuple[str, ...] = ()


class Passage(NamedTuple):
    """Where a claim stands in a text under check: the document's id, what else tells the place.

    ``locator`` is the time in a recording.
    """

    document: str
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered about a claim; empty texts were left open.

    ``lines`` are the fields of the source in which it appeared, as YAML, where more is known.
    ``passage`` is where it stands in a text under check instead; ``remarks`` are comments above
    the claim.
    """

    id: str
    claim: str
    claimant: str
    claimed: str = ""
    url: str = ""
    title: str = ""
    topics: tuple[str, ...] = ()
    rating: str = ""
    quote: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    lines: tuple[str, ...] = ()
    passage: Passage | None = None
    remarks: tuple[str, ...] = ()


class Objection(NamedTuple):
    """Why an answer cannot stand, and what to do."""

    message: str
    hint: str | None


# The declared fields that answers go into; one author is a name like that of a publisher.
_FIELDS: dict[str, FieldShape] = {
    **{name: shape_of(Claim, name) for name in ("claim", "claimant", "claimed")},
    "topic": shape_of(Claim, "topics"),
    "rating": shape_of(Review, "rating"),
    "stance": shape_of(Evidence, "stance"),
    **{
        name: shape_of(Source, name)
        for name in ("url", "title", "authors", "publisher", "published", "language", "doi")
    },
}
_KINDS: dict[str, Kind] = {
    "id": SlugKind("claim id"),
    **{name: each.kind for name, each in _FIELDS.items()},
    "authors": _FIELDS["publisher"].kind,
}


def help_on(name: str) -> str:
    """What an answer is about and an example of it, as the field is declared; empty for the id."""
    if name not in _FIELDS:
        return ""
    return f"{_FIELDS[name].about} For example: {example_of(_FIELDS[name])}"


def objection_to(
    name: str, answer: str, corpus: Corpus, taken: Collection[str]
) -> Objection | None:
    """What speaks against an answer, by the same kinds that read claim files; None if nothing."""
    reader = Reader("")
    _KINDS[name].read(Scalar(answer, FILE_START, '"'), reader)
    if reader.diagnostics:
        first = reader.diagnostics[0]
        return Objection(first.message, _meant(name, answer, corpus) or first.hint)
    if name == "id" and answer in taken:
        return Objection(
            f"the id `{answer}` is taken", f"`{next_free(answer, taken)}` is still free"
        )
    known = _known(name, corpus)
    if known is None or answer in known or (name == "claimant" and not names_id(answer)):
        return None
    hint = did_you_mean(answer, known) or _remedy(name, answer, known)
    return Objection(f"no {name} is called `{shortened(answer)}`", hint)


def _known(name: str, corpus: Corpus) -> Iterable[str] | None:
    if name == "claimant":
        return sorted(corpus.known_ids.get("claimant", ()))
    return {"rating": corpus.ratings, "topic": corpus.topics}.get(name)


def _meant(name: str, answer: str, corpus: Corpus) -> str | None:
    """The key that a label or a slip stands for, where there is a list of keys."""
    if name == "claimant" or (known := _known(name, corpus)) is None:
        return None
    key = slug_of(answer)
    return (
        f"write `{key}`" if key in known else did_you_mean(key, known) or _remedy(name, key, known)
    )


def _remedy(name: str, answer: str, known: Iterable[str]) -> str:
    if name == "claimant":
        return how_to_name(answer)
    return f"known are {', '.join(listing(known))}" if known else "add it to `claims/topics.yml`"


def taken_ids(corpus: Corpus) -> frozenset[str]:
    """All ids that a new claim may not have: of claims and drafts, and former ones."""
    former = (alias for each in corpus.all_claims() for alias in each.record.aliases)
    files = (corpus.known_ids.get(role.value, frozenset()) for role in (Role.CLAIM, Role.DRAFT))
    return frozenset(former).union(*files)


def proposed_id(claim: str, taken: Collection[str]) -> str:
    """A free id made of the words that carry the claim."""
    words = [word for word in slug_of(claim).split("-") if word not in _SMALL_WORDS]
    chosen = words[:_MOST_WORDS]
    while len("-".join(chosen)) > _MOST_LETTERS and len(chosen) > 1:
        chosen.pop()
    name = "-".join(chosen)[:_MOST_LETTERS].strip("-") or "claim"
    return next_free(f"{name}-claim" if name in RESERVED_SLUGS else name, taken)


def next_free(name: str, taken: Collection[str]) -> str:
    """The id itself, or with the first number behind it that is free."""
    number = 1
    candidate = name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def claimant_reference(answer: str, corpus: Corpus) -> str:
    """The id of the claimant who bears this name, or the answer itself."""
    wanted = answer.casefold()
    names = {each.record.name.casefold(): each.id for each in corpus.claimants.values()}
    return names.get(wanted, answer)


def source_at(url: str, corpus: Corpus) -> str | None:
    """The id of the shared source with this address."""
    address: Url | None = _KINDS["url"].read(Scalar(url, FILE_START, '"'), Reader(""))
    for each in corpus.sources.values():
        if address and each.record.url and each.record.url.href == address.href:
            return each.id
    return None


def draft_text(answers: Answers, corpus: Corpus, site: str, today: date) -> str:
    """The file of a new claim: valid, in its usual form, with comments on what is missing.

    ``site`` is the address of the published site, or the way to the project; it ends with ``/``.
    """
    schema = schema_line(schema_address(site, Role.DRAFT))
    rough = "".join(f"{line}\n" for line in (schema, *_lines(answers, corpus, today)))
    form = formatted(SourceFile("", rough.encode()), Role.DRAFT, site)
    return form.value or rough


def _lines(answers: Answers, corpus: Corpus, today: date) -> Iterator[str]:
    yield from (f"# {each}" for each in answers.remarks)
    yield f"claim: {quoted(answers.claim)}"
    yield from _claimant(answers.claimant, corpus)
    if answers.claimed:
        yield f"claimed: {quoted(answers.claimed)}"
    if answers.passage:
        yield from _passage(answers.passage, answers.quote)
    elif answers.url or answers.lines:
        yield from _appearance(answers, corpus, today)
    if answers.topics:
        yield f"topics: [{', '.join(map(quoted, answers.topics))}]"
    yield "review:"
    yield f"  # One of {', '.join(corpus.ratings)}."
    yield f"  rating: {quoted(answers.rating or open_rating(corpus))}"
    yield from _REVIEW
    yield f"  # reviewed: {today}"
    yield from _exhibits(answers, corpus, today) if answers.exhibits else _EVIDENCE


def _claimant(answer: str, corpus: Corpus) -> Iterator[str]:
    if names_id(answer) and not corpus.knows("claimant", answer):
        # A name that has the form of an id, and is none.
        yield from ("claimant:", f"  name: {quoted(answer)}")
    else:
        yield f"claimant: {quoted(answer)}"


def _passage(passage: Passage, quote: str) -> Iterator[str]:
    yield from ("appearances:", f"  - document: {passage.document}", f"    quote: {quoted(quote)}")
    told = {"prefix": passage.prefix, "suffix": passage.suffix, "locator": passage.locator}
    yield from (f"    {name}: {quoted(text)}" for name, text in told.items() if text)
    if passage.occurrence is not None:
        yield f"    occurrence: {passage.occurrence}"


def _appearance(answers: Answers, corpus: Corpus, today: date) -> Iterator[str]:
    yield "appearances:"
    shared = source_at(answers.url, corpus) if answers.url else None
    if shared:
        yield f"  - source: {shared}"
    else:
        yield "  - source:"
        plain = (f"title: {quoted(answers.title)}", f"url: {quoted(answers.url)}")
        yield from (f"      {line}" for line in answers.lines or (*plain, f"accessed: {today}"))
    if answers.quote:
        yield f"    quote: {quoted(answers.quote)}"
    else:
        yield "    # quote: the very words in which the claim stands there"


def _exhibits(answers: Answers, corpus: Corpus, today: date) -> Iterator[str]:
    yield "evidence:"
    for each in answers.exhibits:
        shared = source_at(each.url, corpus) if each.url else None
        if shared:
            yield f"  - source: {shared}"
        else:
            yield "  - source:"
            told = {"title": each.title, "publisher": each.publisher, "url": each.url}
            plain = [f"{name}: {quoted(text)}" for name, text in told.items() if text]
            lines = each.lines or (*plain, f"accessed: {today}")
            yield from (f"      {line}" for line in lines)
        told = {"stance": each.stance, "quote": each.quote, "says": each.says}
        yield from (f"    {name}: {quoted(text)}" for name, text in told.items() if text)


def open_rating(corpus: Corpus) -> str:
    """The rating that leaves the matter open, or the last of the scale."""
    states = [key for key, each in corpus.ratings.items() if each.axis is Axis.STATUS]
    return next(iter(states), "") or list(corpus.ratings)[-1]


_REVIEW = (
    "  # One sentence that a reader can repeat, with the decisive evidence.",
    f"  verdict: {UNFINISHED}",
    "  # analysis: |",
    "  #   What was said and where; what the evidence shows, strongest first, each fact cited",
    "  #   [@source-id, p. 4]; what speaks against; what is missing.",
    "  # confidence: high, moderate or low",
)
_EVIDENCE = (
    "# evidence:",
    "#   - source:",
    "#       title: the title as published",
    "#       publisher: who published it",
    "#       published: 2025-09-30",
    "#       url: https://example.org/",
    "#       standing: primary, secondary or tertiary",
    "#     stance: supports, contradicts, qualifies or context",
    "#     quote: the very words of the source",
)
