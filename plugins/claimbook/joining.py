"""A host's part of a site and ours to one tree, with the search over both."""

from claimbook.diagnostics import Outcome
from claimbook.hosting import HostReport, Progress, silent
from claimbook.memory import FORGETFUL
from claimbook.publish import Staging
from claimbook.search.update import Update
from claimbook.search.whole import Site
from claimbook.shelf import Shelf
from claimbook.tree import Stamps


def join(staging: Staging, report: HostReport, progress: Progress = silent) -> Outcome[Stamps]:
    """Put into the tree what the host has built beside it, and bring the search up to date.

    The value has the stamps of all files of the site. Where the host wants what stands in the
    tree to be different, it has its way.
    """
    tree = staging.tree
    stamps = {**report.placed, **tree.take(staging.host)}
    if report.search is None:
        return Outcome(stamps)
    memory = Shelf(staging.shelf.root) if staging.shelf else FORGETFUL
    site = Site(tree.folder, report.search, progress)
    index = Update(site, tree, stamps, memory).make()
    return Outcome({**stamps, **(index.value or {})}, index.diagnostics)
