"""The story line of a claim: what came before and after it, and what took whose place."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

from claimbook.data import Fixed
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links
from claimbook.views.relations import RelatedClaim, related_claim

MOST = 9
_KINDS = frozenset({"follows", "superseded_by"})
# A claim to which thousands of others refer must not be gone through for each of them.
_MOST_LOOKED_AT = 200
_LATE = datetime.max.replace(tzinfo=UTC)


class Step(Fixed):
    """One claim of the story; ``relations`` say how it stands to others by their numbers."""

    number: int
    id: str
    claim: RelatedClaim
    relations: tuple[str, ...]
    is_here: bool


class Story(Fixed):
    """A claim among the nearest of its story, in the order of their dates."""

    steps: tuple[Step, ...]
    is_cut: bool

    @property
    def others(self) -> frozenset[str]:
        """The ids of the other claims."""
        return frozenset(each.id for each in self.steps if not each.is_here)


def story_of(name: str, catalogue: Catalogue, links: Links) -> Story:
    """The story of a claim; empty where it stands alone."""
    found = list(islice(_nearest(name, catalogue), MOST + 2))
    if len(found) == 1:
        return Story((), is_cut=False)
    kept = found[: MOST + 1]
    names = tuple(_in_order(kept, catalogue))
    numbers = {each: number for number, each in enumerate(names, 1)}
    steps = tuple(
        Step(
            number,
            each,
            related_claim(each, catalogue, links),
            tuple(_relations(each, numbers, catalogue)),
            each == name,
        )
        for each, number in numbers.items()
    )
    return Story(steps, is_cut=len(found) > len(names))


def _nearest(name: str, catalogue: Catalogue) -> Iterator[str]:
    seen, waiting = {name}, deque([name])
    while waiting:
        at = waiting.popleft()
        yield at
        for other in _neighbours(at, catalogue):
            if other not in seen and other in catalogue.cards:
                seen.add(other)
                waiting.append(other)


def _neighbours(name: str, catalogue: Catalogue) -> Iterator[str]:
    related = catalogue.corpus.claims[name].record.related
    if related:
        yield from related.superseded_by
        yield from related.follows
    back = catalogue.backlinks.relations.get(name, ())
    yield from (other for kind, other in back[:_MOST_LOOKED_AT] if kind in _KINDS)


def _dates(name: str, catalogue: Catalogue) -> tuple[datetime, datetime]:
    claimed = catalogue.corpus.claims[name].record.claimed
    return (claimed.earliest, claimed.latest) if claimed else (_LATE, _LATE)


def _in_order(names: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    """By date; of claims of one day, what is followed or superseded stands first."""
    waiting = sorted(names, key=lambda each: (*_dates(each, catalogue), each))
    while waiting:
        tied = [
            each for each in waiting if _dates(each, catalogue) == _dates(waiting[0], catalogue)
        ]
        later = set(_later(tied, catalogue))
        # Claims that follow each other in a circle keep the order of their ids.
        following = next((each for each in tied if each not in later), tied[0])
        waiting.remove(following)
        yield following


def _later(names: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    """Which of these claims follow or supersede another of them."""
    for name in names:
        related = catalogue.corpus.claims[name].record.related
        if related:
            yield from related.superseded_by
            yield from (name for each in related.follows if each in names)


def _relations(name: str, numbers: Mapping[str, int], catalogue: Catalogue) -> Iterator[str]:
    related, say = catalogue.corpus.claims[name].record.related, catalogue.say
    if related is None:
        return
    for key, others in (
        ("claim.story_follows", related.follows),
        ("claim.story_superseded_by", related.superseded_by),
    ):
        shown = sorted(numbers[each] for each in others if each in numbers)
        if shown:
            yield say(key, others=say.listed(shown))
