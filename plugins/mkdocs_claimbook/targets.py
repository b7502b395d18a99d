"""What hand-written pages may link to: pages that Claimbook makes, by file and by id."""

import os.path
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from claimbook.site import Site
from claimbook.views.links import claim_location
from mkdocs_claimbook.project import Project, root_of

_ROOMS = ("claimants", "sources", "documents")


@dataclass(frozen=True, slots=True)
class Targets:
    """All pages of ours that have a file: ``files`` maps its path to the page's location.

    ``docs`` is the folder of hand-written pages relative to the project, from which the paths of
    claim files count too.
    """

    docs: str
    site: Site
    files: Mapping[str, str]
    claims: frozenset[str]
    sources: frozenset[str]


def targets_of(project: Project, config: MkDocsConfig) -> Targets:
    """What the pages of a project may link to."""
    docs = os.path.relpath(Path(config.docs_dir).resolve(), root_of(config))
    corpus = project.compilation.corpus
    return Targets(
        Path(docs).as_posix(),
        project.site,
        dict(_files(project)),
        frozenset(corpus.claims),
        frozenset(corpus.sources),
    )


def _files(project: Project) -> Iterator[tuple[str, str]]:
    corpus = project.compilation.corpus
    for name, claim in corpus.claims.items():
        yield claim.path, claim_location(name)
    for room in _ROOMS:
        for name, filed in getattr(corpus, room).items():
            yield filed.path, f"{room}/{name}"
