"""What Tab completes on a command line: ids and keys, read without compiling anything."""

import os
import re
from collections.abc import Iterable, Iterator

import click

from claimbook.cli.project import current_day, project_root

_Parameter = click.Parameter


# Shells put what is completed into the line as it is: what a stranger has called a file or a branch
# must not become a command there.
_WORD = re.compile(r"[\w.@+][\w./@+-]*")


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    wanted = {each for each in names if each.startswith(incomplete)}
    return sorted(filter(_WORD.fullmatch, wanted))


def _ids(ctx: click.Context, *roles: str) -> Iterator[str]:
    """The ids that files of some kinds stand for: their names, which need not be opened."""
    from claimbook.decode import filing_of
    from claimbook.workspace import settings_of

    root = project_root(ctx.params.get("project"))
    folder = root / settings_of(root).claims_dir
    for place, _, names in os.walk(folder):
        inner = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in names:
            filing = filing_of(name if inner == "." else f"{inner}/{name}")
            if filing and filing.role in roles:
                yield filing.id


def claim_ids(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Ids of claims and drafts."""
    return _beginning(_ids(ctx, "claim", "draft"), incomplete)


def cited_ids(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Ids of claims and of shared sources."""
    return _beginning(_ids(ctx, "claim", "source"), incomplete)


def source_ids(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Ids of shared sources."""
    return _beginning(_ids(ctx, "source"), incomplete)


def claimant_ids(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Ids of claimants."""
    return _beginning(_ids(ctx, "claimant"), incomplete)


def document_ids(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Ids of texts under check."""
    return _beginning(_ids(ctx, "document"), incomplete)


def topic_keys(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Keys of topics."""
    return _beginning(_keys(ctx, "topics"), incomplete)


def rating_keys(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Keys of the rating scale."""
    return _beginning(_keys(ctx, "ratings"), incomplete)


def revisions(ctx: click.Context, _: _Parameter, incomplete: str) -> list[str]:
    """Names of branches and tags; none where Git cannot tell."""
    from claimbook.git import GitError, names_in

    try:
        return _beginning(names_in(project_root(ctx.params.get("project"))), incomplete)
    except GitError:
        return []


def _keys(ctx: click.Context, what: str) -> Iterator[str]:
    """The keys of topics or ratings: of a project without claims, so that two files are read."""
    from claimbook.compile import compile_claims
    from claimbook.folder import read_bytes
    from claimbook.workspace import settings_of

    root = project_root(ctx.params.get("project"))
    settings = settings_of(root)
    names = (f"{settings.claims_dir}/{name}.yml" for name in ("topics", "scale"))
    lists = (read_bytes(root / name, name, settings.limits.file_bytes).value for name in names)
    corpus = compile_claims(filter(None, lists), settings, current_day()).corpus
    yield from corpus.topics if what == "topics" else corpus.ratings
