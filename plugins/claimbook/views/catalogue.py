"""What all pages draw on: made once for a corpus, read by every view."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from claimbook.corpus import Backlinks, Corpus, FiledClaim, backlinks
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
from claimbook.views.people import People, people_of
from claimbook.views.sources import SourceText, source_text
from claimbook.wording import Wording


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A corpus prepared for showing."""

    corpus: Corpus
    settings: Settings
    style: UrlStyle
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
    def every_mark(self) -> Mapping[str, Mark]:
        """All that a claim may bear: a rating, or that its fact-check was withdrawn."""
        return {**self.marks, self.withdrawn.key: self.withdrawn}

    def foreign(self, language: str | None) -> str | None:
        """The language to declare for a text, or None where it is the publication's own."""
        return language if language and language != self.publication.language else None


class PastCards(NamedTuple):
    """The cards of claims when they stood beside the same sources, claimants and lists."""

    claims: Mapping[str, FiledClaim]
    cards: Mapping[str, Card]

    def of(self, claim: FiledClaim) -> Card | None:
        """The card of a claim that is the very same; None for any other."""
        known = self.claims.get(claim.id)
        return self.cards[claim.id] if known and known.record is claim.record else None


NO_CARDS = PastCards({}, {})


def catalogue_of(
    corpus: Corpus,
    settings: Settings,
    style: UrlStyle,
    renderer: Renderer,
    today: date,
    past: PastCards = NO_CARDS,
) -> Catalogue:
    """Prepare a corpus; costs a few dozen microseconds for each claim that is not of the past."""
    icon = renderer.icon
    marks = rating_marks(translated(corpus.scale, renderer.wording), icon)
    for each in corpus.all_claims():
        key = each.record.review.rating
        if key not in marks:
            marks[key] = unknown_mark(key, icon)
    withdrawn = withdrawn_mark(icon, renderer.wording)
    say, claims, links = renderer.wording, corpus.claims, backlinks(corpus)

    def mark_of(claim: FiledClaim) -> Mark:
        return withdrawn if claim.record.withdrawn else marks[claim.record.review.rating]

    return Catalogue(
        corpus,
        settings,
        style,
        say,
        today,
        marks,
        withdrawn,
        {stance: inline_icon(icon, name) for stance, name in STANCE_ICONS.items()},
        people_of(corpus),
        {
            name: past.of(each) or card_of(each, corpus, mark_of(each), say, today)
            for name, each in claims.items()
        },
        {name: source_text(each.record, renderer.wording) for name, each in corpus.sources.items()},
        links,
        {name: _round(len(uses) - 1) for name, uses in links.by_source.items()},
    )


MANY = 20
_STEPS = (1, 2, 5)


def _round(number: int) -> int:
    """The number itself, but from :data:`MANY` on the next of 20, 50, 100, 200, 500 … below it."""
    if number < MANY:
        return number
    unit: int = 10 ** (len(str(number)) - 1)
    return max(step * unit for step in _STEPS if step * unit <= number)
