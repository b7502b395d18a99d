"""Which comment belongs to which place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimbook.formatting.comments import is_suppression
from claimbook.formatting.places import Place
from claimbook.yaml_comments import Comment
from claimbook.yaml_tree import Scalar

Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Comments by the path of their place: above it, behind it, or below its last child."""

    above: dict[Path, list[Comment]] = field(default_factory=dict)
    behind: dict[Path, list[Comment]] = field(default_factory=dict)
    below: dict[Path, list[Comment]] = field(default_factory=dict)


def notes_of(comments: Iterable[Comment], root: Place) -> Notes:
    """Give every comment its place."""
    notes = Notes()
    for comment in comments:
        if comment.is_alone:
            _alone(comment, root, notes)
        else:
            _behind(comment, root, notes)
    return notes


def _behind(comment: Comment, root: Place, notes: Notes) -> None:
    owner = _owner(comment, root)
    if owner.path or not root.children:
        notes.behind.setdefault(owner.path, []).append(comment)
    elif comment.at < root.children[0].start:
        notes.above.setdefault(root.children[0].path, []).append(comment)
    else:
        notes.below.setdefault((), []).append(comment)


def _owner(comment: Comment, place: Place) -> Place:
    """The innermost place that a comment behind something speaks of."""
    if place.is_flow and comment.at >= place.end:
        return place
    inside = [child for child in place.children if child.start < comment.at]
    return _owner(comment, inside[-1]) if inside else place


def _alone(comment: Comment, root: Place, notes: Notes) -> None:
    spine = _spine(comment, root)
    deepest = spine[-1]
    if isinstance(deepest.value, Scalar):
        notes.above.setdefault(deepest.path, []).append(comment)
        return
    following, closed = _around(comment, spine)
    ended = _ended(comment, closed)
    if following is not None and (not ended or _speaks_of(comment, following)):
        notes.above.setdefault(following.path, []).append(comment)
    else:
        owner = ended[-1] if ended else root
        notes.below.setdefault(owner.path, []).append(comment)


def _speaks_of(comment: Comment, following: Place) -> bool:
    return is_suppression(comment) or comment.at[1] <= following.start[1]


def _spine(comment: Comment, root: Place) -> list[Place]:
    """The last places begun before the comment, from the root inwards.

    Ends in a scalar only where the comment stands between a key and its value.
    """
    spine = [root]
    while True:
        inside = [child for child in spine[-1].children if child.start < comment.at]
        if not inside:
            return spine
        last = inside[-1]
        if isinstance(last.value, Scalar):
            is_between = comment.at < last.value.mark[:2]
            return [*spine, last] if is_between else spine
        if last.is_flow and comment.at >= last.end:
            return spine
        spine.append(last)


def _around(comment: Comment, spine: list[Place]) -> tuple[Place | None, list[Place]]:
    """The next place after the comment, and the collections that have ended before it."""
    for depth in range(len(spine) - 1, -1, -1):
        following = _following(comment, spine[depth])
        if following is not None:
            return following, spine[depth + 1 :]
        if spine[depth].is_flow:
            return None, [spine[depth]]
    return None, spine


def _following(comment: Comment, place: Place) -> Place | None:
    return next((child for child in place.children if child.start > comment.at), None)


def _ended(comment: Comment, closed: Iterable[Place]) -> list[Place]:
    """Those of the ended collections that the comment is indented enough to belong to."""
    return [each for each in closed if each.is_flow or each.column <= comment.at[1]]
