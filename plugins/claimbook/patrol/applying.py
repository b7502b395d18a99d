"""Proposed changes, put into the files that they speak of."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff
from typing import NamedTuple

from claimbook.patrol.proposals import Proposal
from claimbook.patrol.yaml_edits import changed
from claimbook.text import SourceFile
from claimbook.yaml_tree import DEFAULT_LIMITS, Limits


class Applied(NamedTuple):
    """Files as they would be, by path; and the changes for which a file is written too unusually.

    A file of which nothing changes is not among them.
    """

    files: dict[str, SourceFile]
    refused: tuple[Proposal, ...]


def applied(
    proposals: Iterable[Proposal],
    files: Mapping[str, SourceFile],
    limits: Limits = DEFAULT_LIMITS,
) -> Applied:
    """Put changes into ``files``; of several in one the last comes first, so that places stay."""
    done, refused = dict[str, SourceFile](), list[Proposal]()
    for each in sorted(proposals, key=_upwards):
        path = each.citing.span.path
        file = done.get(path) or files[path]
        after = changed(file, each.citing.mark, each.change, limits)
        if after is None:
            refused.append(each)
        else:
            done[path] = after
    return Applied(dict(sorted(done.items())), tuple(refused))


def _upwards(proposal: Proposal) -> tuple[str, int, int]:
    mark = proposal.citing.mark
    return proposal.citing.span.path, -mark.line, -mark.column


def patch(before: SourceFile, after: SourceFile) -> Iterator[str]:
    """The lines of a unified diff, as ``git apply`` takes it."""
    names = (f"a/{before.path}", f"b/{before.path}")
    yield from unified_diff(
        before.text.splitlines(), after.text.splitlines(), *names, lineterm="", n=2
    )
