"""What a rating says, and what evidence has to do with it."""

from claimbook.corpus import CitedSource, Corpus
from claimbook.graph import origin_groups
from claimbook.records import Claim, Evidence, Rating
from claimbook.values import Axis, Stance, Standing

_LEAST_TRUE, _MOST_FALSE, _LEAST_VOICES = 4, 2, 2
_CARRYING = frozenset({Stance.SUPPORTS, Stance.CONTRADICTS, Stance.QUALIFIES})


def rating_of(corpus: Corpus, claim: Claim) -> Rating | None:
    """The rating of a claim, or None where the scale has none of that key."""
    return corpus.ratings.get(claim.review.rating)


def is_decided(rating: Rating | None) -> bool:
    """Whether the rating settles something: it speaks of truth or of missing context."""
    return rating is not None and rating.axis in {Axis.TRUTH, Axis.CONTEXT}


def is_true(rating: Rating | None) -> bool:
    """Whether the rating says that the claim holds, at least mostly."""
    return rating is not None and rating.value is not None and rating.value >= _LEAST_TRUE


def is_false(rating: Rating | None) -> bool:
    """Whether the rating says that the claim does not hold, at least mostly."""
    return rating is not None and rating.value is not None and rating.value <= _MOST_FALSE


def carrying_evidence(claim: Claim, rating: Rating | None) -> tuple[Evidence, ...]:
    """The evidence that a rating can rest on: not what speaks against it, not mere context."""
    against = _against(rating)
    return tuple([e for e in claim.evidence if e.stance in _CARRYING and e.stance is not against])


def opposing_evidence(claim: Claim, rating: Rating | None) -> tuple[Evidence, ...]:
    """The evidence that speaks against a rating of true or of false."""
    against = _against(rating)
    return tuple([each for each in claim.evidence if each.stance is against])


def _against(rating: Rating | None) -> Stance | None:
    if is_true(rating):
        return Stance.CONTRADICTS
    return Stance.SUPPORTS if is_false(rating) else None


def rests_on_primary(corpus: Corpus, claim: Claim, rating: Rating | None) -> bool:
    """Whether one of the sources of what a rating can rest on is known and primary."""
    for each in carrying_evidence(claim, rating):
        source = corpus.source_record(each.source, claim)
        if source is not None and source.standing is Standing.PRIMARY:
            return True
    return False


def bearing_sources(
    corpus: Corpus, claim: Claim, rating: Rating | None
) -> tuple[CitedSource, ...] | None:
    """The distinct sources of what a rating can rest on; None where one is not known."""
    found: dict[str, CitedSource] = {}
    for each in carrying_evidence(claim, rating):
        cited = corpus.source(each.source, claim)
        if cited is None:
            return None
        found[cited.key] = cited
    return tuple(found.values())


def is_thin(corpus: Corpus, claim: Claim, sources: tuple[CitedSource, ...]) -> bool:
    """Whether there is neither a primary source among them nor a second independent voice."""
    if any(each.source.standing is Standing.PRIMARY for each in sources):
        return False
    return len(origin_groups(corpus, sources, claim)) < _LEAST_VOICES
