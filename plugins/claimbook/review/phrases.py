"""Words that all renderers of a difference share."""

from collections import Counter

from claimbook.format import counted, listed
from claimbook.review.difference import Change, ClaimChange, Difference, SourceShown

KINDS = {
    "new": "New claim",
    "draft": "New draft",
    "published": "Draft published",
    "unpublished": "Made a draft again",
    "changed": "Changed",
    "withdrawn": "Withdrawn",
    "restored": "No longer withdrawn",
    "renamed": "Renamed",
    "moved": "Moved",
    "deleted": "Deleted",
    "unreadable": "Cannot be read",
}

_HOW = {"draft": "drafted", "unpublished": "made a draft again", "restored": "restored"}


def head_line(difference: Difference) -> str:
    """What changes, in a few words."""
    kinds = Counter(each.kind for each in difference.claims)
    claims = [f"{number} {_HOW.get(kind, kind)}" for kind, number in kinds.items()]
    told = [f"claims: {listed(claims)}"] if claims else []
    if difference.files:
        told.append(counted(len(difference.files), "other file"))
    for name, found in (("new", difference.brought), ("mended", difference.mended)):
        if found:
            told.append(counted(len(found), f"{name} problem"))
    between = f" (from {difference.base} to {difference.head})" if difference.base else ""
    return f"What changes: {'; '.join(told) or 'nothing'}{between}."


def address_note(claim: ClaimChange) -> str:
    """What to do where a claim's old address would lead nowhere; empty where it leads on."""
    if claim.keeps_address:
        return ""
    if claim.kind == "deleted":
        return "its address leads nowhere now: a check that cannot stand is withdrawn instead"
    return f"its old address leads nowhere: add the alias {claim.former}"


def change_word(change: Change) -> str:
    """Whether a field came or went."""
    return "added" if not change.before else "removed"


def names(source: SourceShown) -> str:
    """A source on one line: what it is, where, and how far to trust it."""
    told = (source.title, source.publisher, source.address, source.standing, source.read_as)
    behind = f" ({source.id})" if source.id and source.id != source.title else ""
    return ", ".join(filter(None, told)) + behind
