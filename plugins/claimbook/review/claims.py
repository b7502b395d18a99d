"""Claims of two states, paired, and what happened to each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from claimbook.corpus import Corpus, FiledClaim
from claimbook.review.difference import ClaimChange, Likely, RatingChange
from claimbook.review.exhibits import Prove, evidence_changes, proof_of, sources_of
from claimbook.review.pieces import changes_of
from claimbook.review.side import Side

Pair = tuple[FiledClaim | None, FiledClaim | None]
# What finds claims that may say the same as one.
FindLikely = Callable[[FiledClaim], tuple[Likely, ...]]


@dataclass(frozen=True, slots=True)
class Aids:
    """What is asked of others about a claim: its quotations, its owners, its doubles."""

    prove: Prove = proof_of
    owners: Callable[[str], tuple[str, ...]] = lambda _: ()
    likely: FindLikely = lambda _: ()


def claim_changes(before: Side, after: Side, aids: Aids) -> Iterator[ClaimChange]:
    """What happened to each claim, in the order of ids; claims that say the same are left out."""
    changes = [
        _change(*each, (before.corpus, after.corpus), aids) for each in _pairs(before, after)
    ]
    broken = [*_unreadable(before, after, aids)]
    found = [each for each in (*changes, *broken) if each is not None]
    return iter(sorted(found, key=lambda each: (each.id, each.path)))


def _pairs(before: Side, after: Side) -> Iterator[Pair]:
    olds, news = dict(before.claims), dict(after.claims)
    former = dict(_renamed(olds, news))
    for name, new in news.items():
        yield olds.pop(former.get(name, name), None), new
    # Of a claim that cannot be read any more, something else is said.
    unread = after.unreadable.values()
    yield from ((old, None) for old in olds.values() if old.id not in unread)


def _renamed(
    olds: Mapping[str, FiledClaim], news: Mapping[str, FiledClaim]
) -> Iterator[tuple[str, str]]:
    """The new ids of claims with their former ones, by alias or by the same words.

    That Git calls a file renamed says little: claims of one story resemble each other.
    """
    gone = {name: each for name, each in olds.items() if name not in news}
    for name, new in news.items():
        found = [] if name in olds else [each for each in gone.values() if _is_former(each, new)]
        if found:
            del gone[found[0].id]
            yield name, found[0].id


def _is_former(old: FiledClaim, new: FiledClaim) -> bool:
    return old.id in new.record.aliases or old.record.claim == new.record.claim


def _change(
    old: FiledClaim | None, new: FiledClaim | None, corpora: tuple[Corpus, Corpus], aids: Aids
) -> ClaimChange | None:
    here = new or old
    if here is None:
        return None
    changes = tuple(changes_of(old.record, new.record)) if old and new else ()
    evidence = tuple(evidence_changes(old, new, corpora, aids.prove))
    were, are = sources_of(old, corpora[0]), sources_of(new, corpora[1])
    rating = _rating_change(old, new)
    kind = _kind(old, new)
    if kind == "changed" and not (changes or evidence or rating):
        return None
    return ClaimChange(
        kind,
        here.id,
        here.path,
        here.title,
        here.record.claim,
        old.id if old and old.id != here.id else "",
        _keeps_address(old, new),
        here.record.review.rating,
        rating,
        changes,
        evidence if new else (),
        tuple(each for key, each in are.items() if key not in were),
        tuple(each for key, each in were.items() if key not in are) if new else (),
        here.record.topics,
        aids.owners(here.path),
        aids.likely(new) if new and (old is None or old.record.claim != new.record.claim) else (),
    )


def _keeps_address(old: FiledClaim | None, new: FiledClaim | None) -> bool:
    """Whether the address that was published, if one was, leads somewhere still."""
    if old is None or old.is_draft:
        return True
    return new is not None and (old.id == new.id or old.id in new.record.aliases)


def _kind(old: FiledClaim | None, new: FiledClaim | None) -> str:
    if new is None:
        return "deleted"
    if old is None:
        return "draft" if new.is_draft else "new"
    if old.is_draft != new.is_draft:
        return "unpublished" if new.is_draft else "published"
    if bool(old.record.withdrawn) != bool(new.record.withdrawn):
        return "withdrawn" if new.record.withdrawn else "restored"
    return _by_place(old, new)


def _by_place(old: FiledClaim, new: FiledClaim) -> str:
    if old.id != new.id:
        return "renamed"
    return "changed" if old.path == new.path else "moved"


def _rating_change(old: FiledClaim | None, new: FiledClaim | None) -> RatingChange | None:
    if old is None or new is None:
        return None
    before, after = old.record.review, new.record.review
    if before.rating == after.rating:
        return None
    told = [each for each in after.corrections if each not in before.corrections]
    ways = {(each.rating_before, each.rating_after) for each in told}
    return RatingChange(before.rating, after.rating, (before.rating, after.rating) in ways)


def _unreadable(before: Side, after: Side, aids: Aids) -> Iterator[ClaimChange]:
    for path, name in after.unreadable.items():
        old = before.claims.get(name)
        title = old.title if old else name
        yield ClaimChange("unreadable", name, path, title, owners=aids.owners(path))
