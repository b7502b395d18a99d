"""Where the forges of code keep their pages for files, their history, and new issues."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from claimbook.boundaries.addresses import path


class NewFile(NamedTuple):
    """Where somebody proposes a new file, in a branch or a fork of his own.

    ``{path}`` and ``{text}`` stand in ``pattern`` for what it is to hold: only GitHub takes the
    text along (https://docs.github.com, "Creating new files"). ``forge`` is its name for people.
    """

    pattern: str = ""
    forge: str = ""


_UNKNOWN = NewFile()


@dataclass(frozen=True, slots=True)
class Forge:
    """Address patterns for one repository, as the settings have them.

    In ``report`` stand ``{subject}`` and ``{text}`` for what a reader is to fill in.
    """

    edit: str = ""
    report: str = ""
    history: str = ""
    new_file: NewFile = _UNKNOWN


@lru_cache(maxsize=8)
def forge_of(repository: str, branch: str) -> Forge:
    """The patterns of a repository on a forge that we know; empty ones for any other."""
    host = urlsplit(repository).hostname or ""
    root, at = repository.rstrip("/").removesuffix(".git"), path(branch)
    if host == "github.com":
        return _github(root, at)
    if host.startswith("gitlab."):
        return _gitlab(root, at)
    return _forgejo(root, at) if host == "codeberg.org" else Forge()


def _github(root: str, branch: str) -> Forge:
    return Forge(
        f"{root}/edit/{branch}/{{path}}",
        f"{root}/issues/new?title={{subject}}&body={{text}}",
        f"{root}/commits/{branch}/{{path}}",
        NewFile(f"{root}/new/{branch}?filename={{path}}&value={{text}}", "GitHub"),
    )


def _gitlab(root: str, branch: str) -> Forge:
    return Forge(
        f"{root}/-/edit/{branch}/{{path}}",
        f"{root}/-/issues/new?issue%5Btitle%5D={{subject}}&issue%5Bdescription%5D={{text}}",
        f"{root}/-/commits/{branch}/{{path}}",
        NewFile(f"{root}/-/new/{branch}?file_name={{path}}", "GitLab"),
    )


def _forgejo(root: str, branch: str) -> Forge:
    return Forge(
        f"{root}/_edit/{branch}/{{path}}",
        f"{root}/issues/new?title={{subject}}&body={{text}}",
        f"{root}/commits/branch/{branch}/{{path}}",
        NewFile(f"{root}/_new/{branch}/", "Codeberg"),
    )
