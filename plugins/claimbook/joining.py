"""A host's part of a site and ours to one tree, with the search over both."""

from claimbook.diagnostics import Outcome
from claimbook.hosting import HostReport
from claimbook.publish import Staging
from claimbook.search import FOLDER, index_site
from claimbook.tree import Stamp, Stamps, Tree


def join(staging: Staging, report: HostReport) -> Outcome[Stamps]:
    """Put into the tree what the host has built beside it, and index the whole.

    The value has the stamps of all files of the site. Where the host wants what stands in the
    tree to be different, it has its way.
    """
    stamps = {**report.placed, **staging.tree.take(staging.host)}
    if report.search is None:
        return Outcome(stamps)
    kept = _kept_index(staging.tree, stamps)
    if kept is not None:
        return Outcome({**stamps, **kept})
    return _indexed(staging, stamps, report.search)


def _kept_index(tree: Tree, stamps: Stamps) -> Stamps | None:
    """The index of the published site, where its pages are the very same; else None."""
    before = {path: stamp.digest for path, stamp in tree.there.items() if path.endswith(".html")}
    after = {path: stamp.digest for path, stamp in stamps.items() if path.endswith(".html")}
    index = [path for path in tree.there if path.startswith(f"{FOLDER}/")]
    if before != after or not index:
        return None
    kept: dict[str, Stamp] = {}
    for path in index:
        stamp = tree.keep(path, tree.there[path].digest)
        if stamp is None:
            return None
        kept[path] = stamp
    return kept


def _indexed(staging: Staging, stamps: Stamps, language: str) -> Outcome[Stamps]:
    staging.tree.prune(stamps)
    index = index_site(staging.tree.folder, language, staging.host / FOLDER)
    if index.value is None:
        return Outcome(stamps, index.diagnostics)
    return Outcome({**stamps, **staging.tree.take(index.value, FOLDER)}, index.diagnostics)
