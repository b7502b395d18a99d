"""What all pages draw on: made once for a corpus, read by every view."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from claimbook.corpus import Backlinks, Corpus, FiledClaim, backlinks
from claimbook.drawn import Each
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.values import Stance
from claimbook.views.cards import Card, card_of
from claimbook.views.marks import (
    STANCE_ICONS,
    Mark,
    inline_icon,
    rating_marks,
    translated,
    unknown_mark,
    withdrawn_mark,
)
from claimbook.views.overview import Overview, overview_of
from claimbook.views.people import People, people_of
from claimbook.views.sources import SourceText, source_text
from claimbook.wording import Wording


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A corpus prepared for showing."""

    corpus: Corpus
    settings: Settings
    style: UrlStyle
    renderer: Renderer
    say: Wording
    today: date
    marks: Mapping[str, Mark]
    withdrawn: Mark
    stance_icons: Mapping[Stance, Markup]
    people: People
    cards: Mapping[str, Card]
    shared_texts: Mapping[str, SourceText]
    backlinks: Backlinks
    # In how many other claims a shared source is used; many are not counted exactly, or one more
    # would change the pages of all.
    source_uses: Mapping[str, int]

    @property
    def publication(self) -> Publication:
        """Who publishes."""
        return self.settings.publication

    @property
    def scale(self) -> Mapping[str, Mark]:
        """The marks of the rating scale, without those of ratings that it does not hold."""
        return {key: self.marks[key] for key in self.corpus.ratings}

    @property
    def every_mark(self) -> Mapping[str, Mark]:
        """All that a claim may bear: a rating, or that its fact-check was withdrawn."""
        return {**self.scale, self.withdrawn.key: self.withdrawn}

    def foreign(self, language: str | None) -> str | None:
        """The language to declare for a text, or None where it is the publication's own."""
        return language if language and language != self.publication.language else None


class Known(NamedTuple):
    """What is known before a corpus is looked at.

    ``cards`` are those of ``claims`` when they stood beside the same sources, claimants and
    lists; ``overview`` is that of the corpus.
    """

    claims: Mapping[str, FiledClaim] = MappingProxyType({})
    cards: Mapping[str, Card] = MappingProxyType({})
    overview: Overview | None = None

    def card(self, claim: FiledClaim) -> Card | None:
        """The card of a claim that is the very same; None for any other."""
        known = self.claims.get(claim.id)
        return self.cards[claim.id] if known and known.record is claim.record else None


NOTHING = Known()


def catalogue_of(
    corpus: Corpus,
    settings: Settings,
    style: UrlStyle,
    renderer: Renderer,
    today: date,
    known: Known = NOTHING,
) -> Catalogue:
    """Prepare a corpus; what is about one claim is made when it is asked for."""
    icon, say, claims = renderer.icon, renderer.wording, corpus.claims
    overview = known.overview or overview_of(corpus)
    marks = marks_of(corpus, renderer)
    marks.update((key, unknown_mark(key, icon)) for key in overview.ratings if key not in marks)
    withdrawn, stance_icons = other_marks(renderer)

    def card(name: str) -> Card:
        claim = claims[name]
        mark = withdrawn if claim.record.withdrawn else marks[claim.record.review.rating]
        return known.card(claim) or card_of(claim, corpus, mark, say, today)

    return Catalogue(
        corpus,
        settings,
        style,
        renderer,
        say,
        today,
        marks,
        withdrawn,
        stance_icons,
        people_of(corpus, overview.unfiled),
        Each(claims, card),
        Each(
            corpus.sources,
            lambda name: source_text(corpus.sources[name].record, say, settings),
        ),
        replace(backlinks(corpus), relations=overview.relations),
        {name: _round(uses - 1) for name, uses in overview.source_uses.items()},
    )


def marks_of(corpus: Corpus, renderer: Renderer) -> dict[str, Mark]:
    """The marks of all ratings of the scale."""
    return rating_marks(translated(corpus.scale, renderer.wording), renderer.icon)


def other_marks(renderer: Renderer) -> tuple[Mark, dict[Stance, Markup]]:
    """The mark of what was withdrawn, and the icons of stances."""
    icons = {stance: inline_icon(renderer.icon, name) for stance, name in STANCE_ICONS.items()}
    return withdrawn_mark(renderer.icon, renderer.wording), icons


def icons_of(corpus: Corpus, renderer: Renderer) -> Iterator[Markup]:
    """Every icon that stands for a rating or a stance anywhere in the pages of a corpus."""
    withdrawn, stances = other_marks(renderer)
    others = (withdrawn, unknown_mark("", renderer.icon))
    yield from (each.icon for each in (*marks_of(corpus, renderer).values(), *others))
    yield from stances.values()


MANY = 20
_STEPS = (1, 2, 5)


def _round(number: int) -> int:
    """The number itself, but from :data:`MANY` on the next of 20, 50, 100, 200, 500 … below it."""
    if number < MANY:
        return number
    unit: int = 10 ** (len(str(number)) - 1)
    return max(step * unit for step in _STEPS if step * unit <= number)
