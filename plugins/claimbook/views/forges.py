"""Where the forges of code keep their pages for editing a file, its history, and new issues."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Forge:
    """Address patterns for one repository, as the settings have them.

    In ``report`` stand ``{subject}`` and ``{text}`` for what a reader is to fill in.
    """

    edit: str = ""
    report: str = ""
    history: str = ""


@lru_cache(maxsize=8)
def forge_of(repository: str, branch: str) -> Forge:
    """The patterns of a repository on a forge that we know; empty ones for any other."""
    host = urlsplit(repository).hostname or ""
    root, at = repository.rstrip("/").removesuffix(".git"), quote(branch)
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
    )


def _gitlab(root: str, branch: str) -> Forge:
    return Forge(
        f"{root}/-/edit/{branch}/{{path}}",
        f"{root}/-/issues/new?issue%5Btitle%5D={{subject}}&issue%5Bdescription%5D={{text}}",
        f"{root}/-/commits/{branch}/{{path}}",
    )


def _forgejo(root: str, branch: str) -> Forge:
    return Forge(
        f"{root}/_edit/{branch}/{{path}}",
        f"{root}/issues/new?title={{subject}}&body={{text}}",
        f"{root}/commits/branch/{branch}/{{path}}",
    )


class NewFile(NamedTuple):
    """Where a new file is begun on a forge: ``{path}`` and ``{text}`` stand for what it is to hold.

    ``forge`` is its name for people; all are empty where we know none.
    """

    pattern: str = ""
    forge: str = ""


@lru_cache(maxsize=8)
def new_file_of(repository: str, branch: str) -> NewFile:
    """Where a forge lets somebody propose a new file, in a branch or a fork of his own.

    Only GitHub takes the text along (https://docs.github.com, "Creating new files").
    """
    host = urlsplit(repository).hostname or ""
    root, at = repository.rstrip("/").removesuffix(".git"), quote(branch)
    if host == "github.com":
        return NewFile(f"{root}/new/{at}?filename={{path}}&value={{text}}", "GitHub")
    if host.startswith("gitlab."):
        return NewFile(f"{root}/-/new/{at}?file_name={{path}}", "GitLab")
    return NewFile(f"{root}/_new/{at}/", "Codeberg") if host == "codeberg.org" else NewFile()
