"""What Claimbook asks of a site generator: the interface of the ``claimbook.hosts`` entry points.

A host is a callable ``host(root, staging, *, strict, progress, tree) -> HostReport``. It builds
the site of the project at ``root`` into the empty folder ``staging``; pages of claims and lists,
of which there may be very many, it puts into ``tree``, which writes only what differs from the
site before. Joining the two and publishing them is Claimbook's business.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from claimbook.diagnostics import Diagnostic
from claimbook.tree import Stamps, Tree
from claimbook.workspace import Workspace

ENTRY_POINTS = "claimbook.hosts"

# ``progress("Weaving", 216)`` opens a stage and gives what is to be called after each step.
Progress = Callable[[str, int], AbstractContextManager[Callable[[str], None]]]


@contextmanager
def silent(label: str, total: int) -> Iterator[Callable[[str], None]]:
    """A stage that nobody watches."""
    del label, total
    yield lambda _: None


@dataclass(frozen=True, slots=True)
class HostReport:
    """What a host has built.

    ``claims`` and ``pages`` count what was built; ``succeeded`` says whether it may be published.
    A host that fails leaves the reason in ``diagnostics`` or has already written it to its own
    log; ``workspace`` is the project that they speak of. ``placed`` are the stamps of what it put
    into the tree, ``search`` is the language in which the site is to be indexed, None where it is
    to have no search. ``sources`` are the folders of which it makes sites: in none of them may one
    be published.
    """

    claims: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    succeeded: bool
    placed: Stamps = field(default_factory=dict)
    search: str | None = None
    workspace: Workspace | None = None
    sources: tuple[Path, ...] = ()


class Host(Protocol):
    """A site generator that can build a project's site into a folder."""

    def __call__(
        self,
        root: Path,
        staging: Path,
        *,
        strict: bool,
        progress: Progress = silent,
        tree: Tree,
    ) -> HostReport:
        """Build the site of ``root``; with ``strict``, warnings are failures."""
