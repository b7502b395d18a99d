"""Words that all renderers of a difference share."""

from collections import Counter

from claimbook.format import counted, listed
from claimbook.review.difference import Change, Difference, SourceShown

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


def head_line(difference: Difference) -> str:
    """What changes, in one sentence."""
    kinds = Counter(each.kind for each in difference.claims)
    told = [f"{KINDS.get(kind, kind).lower()}: {number}" for kind, number in kinds.items()]
    if difference.files:
        told.append(counted(len(difference.files), "other file"))
    for name, found in (("new", difference.brought), ("mended", difference.mended)):
        if found:
            told.append(counted(len(found), f"{name} problem"))
    between = f"from {difference.base} to {difference.head}"
    return f"{listed(told) or 'Nothing'} ({between})." if difference.base else listed(told)


def change_word(change: Change) -> str:
    """Whether a field came or went."""
    return "added" if not change.before else "removed"


def names(source: SourceShown) -> str:
    """A source on one line: what it is, where, and how far to trust it."""
    told = (source.title, source.publisher, source.address, source.standing, source.read_as)
    behind = f" ({source.id})" if source.id and source.id != source.title else ""
    return ", ".join(filter(None, told)) + behind
