"""The story line of a claim: what came before and after it, and what took whose place."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links
from claimbook.views.relations import RelatedClaim, related_claim

MOST = 9
_KINDS = frozenset({"follows", "superseded_by"})
# A claim to which thousands of others refer must not be gone through for each of them.
_MOST_LOOKED_AT = 200
_LATE = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One claim of the story; ``relations`` say how it stands to others by their numbers."""

    number: int
    id: str
    claim: RelatedClaim
    relations: tuple[str, ...]
    is_here: bool


@dataclass(frozen=True, slots=True)
class Story:
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
    names = sorted(kept, key=lambda each: (*_dates(each, catalogue), _depth(each, kept, catalogue)))
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


def _depth(name: str, names: Sequence[str], catalogue: Catalogue) -> tuple[int, str]:
    """How many claims of the same story came before: on one day, what follows stands below."""
    depth, at = 0, name
    while depth < len(names):
        related = catalogue.corpus.claims[at].record.related
        before = next((each for each in related.follows if each in names), "") if related else ""
        if not before:
            break
        depth, at = depth + 1, before
    return depth, name


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
