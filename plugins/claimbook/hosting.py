"""What Claimbook asks of a site generator: the interface of the ``claimbook.hosts`` entry points.

A host is a callable ``host(root, staging, *, strict) -> HostReport``. It builds the whole site
of the project at ``root`` into the empty folder ``staging`` and touches nothing else; publishing
the folder is Claimbook's business.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from claimbook.diagnostics import Diagnostic

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

    ``claims`` and ``pages`` count what stands in the staging folder; ``succeeded`` says whether
    the folder may be published. A host that fails leaves the reason in ``diagnostics`` or has
    already written it to its own log.
    """

    claims: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    succeeded: bool


class Host(Protocol):
    """A site generator that can build a project's site into a folder."""

    def __call__(
        self, root: Path, staging: Path, *, strict: bool, progress: Progress = silent
    ) -> HostReport:
        """Build the site of ``root`` into ``staging``; with ``strict``, warnings are failures."""
