"""Indexing all pages of a site anew, and the table of what is where that browsers read."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from claimbook.codes import NO_SEARCH_PROGRAM, SEARCH_FAILED
from claimbook.diagnostics import Diagnostic, Outcome, diagnose
from claimbook.search.known import Part
from claimbook.search.page import Content, content_of
from claimbook.search.plan import parts_of, recent_weight, since
from claimbook.search.program import ProgramError, find_program
from claimbook.search.writing import Put, Writer
from claimbook.text import FILE_START, Span
from claimbook.tree import Tree

FOLDER = "pagefind"
TABLE = "parts.json"
RECENT = "recent/"
PAGE = ".html"

# ``watch("Indexing", 216)`` opens a stage and gives what is to be called after each step.
Watch = Callable[[str, int], AbstractContextManager[Callable[[str], None]]]


def unwatched(label: str, total: int) -> AbstractContextManager[Callable[[str], None]]:
    """A stage that nobody watches."""
    del label, total
    return nullcontext(lambda _: None)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site in ``folder``.

    All its pages go into the same indexes, whatever their own language: ``language`` (a BCP 47 tag)
    says how words are taken apart.
    """

    folder: Path
    language: str
    watch: Watch = unwatched

    def write(self, plan: Sequence[tuple[str, list[str]]], put: Put) -> list[dict[str, str]]:
        """Index the pages of each part into its folder; the names that pages have there, by path.

        Raises :class:`claimbook.search.program.ProgramError`.
        """
        with self.watch("Indexing", sum(len(pages) for _, pages in plan)) as step:
            language = self.language.partition("-")[0].lower() or "en"
            return Writer(find_program(), self.folder, language, put, step).write(plan)


def write_all(
    site: Site, pages: Mapping[str, Content], put: Put
) -> tuple[list[Part], dict[str, str]]:
    """Index all pages; the parts, and every page's name in them.

    Raises :class:`claimbook.search.program.ProgramError`.
    """
    plan = parts_of(pages)
    parts = [
        Part(f"{number}/" if number else "", since(part, pages)) for number, part in enumerate(plan)
    ]
    folders = (part.folder for part in parts)
    names = site.write(list(zip(folders, plan, strict=True)), put)
    return parts, {path: name for each in names for path, name in each.items()}


def table(parts: Iterable[Part], outdated: Iterable[str] = (), recent: int = 0) -> bytes:
    """What browsers have to know: the parts, which entries of them count no more, what is recent.

    ``recent`` is the number of pages in the recent index.
    """
    told: dict[str, object] = {
        "parts": [{"folder": each.folder, "since": each.since} for each in parts]
    }
    if recent:
        told["recent"] = {"folder": RECENT, "weight": recent_weight(recent)}
    if outdated := sorted(outdated):
        told["outdated"] = outdated
    return json.dumps(told, separators=(",", ":")).encode()


def index_site(folder: Path, language: str, watch: Watch = unwatched) -> Outcome[Path]:
    """Index all pages below ``folder`` that mark their text for it; the value is the index."""
    index = folder / FOLDER
    tree = Tree(index)
    remove_index(folder)
    found = sorted(path for path in folder.rglob(f"*{PAGE}"))
    pages = {path.relative_to(folder).as_posix(): content_of(path.read_bytes()) for path in found}
    try:
        parts, _ = write_all(Site(folder, language, watch), pages, tree.put)
    except ProgramError as error:
        remove_index(folder)
        return Outcome(None, (about_failure(folder, error),))
    tree.put(TABLE, table(parts))
    return Outcome(index)


def remove_index(folder: Path) -> None:
    """Remove the index of the site in ``folder``, or as much of it as there is."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)


def about_failure(folder: Path, error: ProgramError) -> Diagnostic:
    """What is said of an index that could not be made."""
    place = Span.of(folder.name, FILE_START)
    if error.is_missing:
        hint = "install it with `pip install 'claimbook[search]'`"
        return diagnose(NO_SEARCH_PROGRAM, place, f"{error}: the site has no search", hint)
    hint = "the pages stand and can be browsed; only the search is missing"
    return diagnose(SEARCH_FAILED, place, f"Pagefind has failed: {error}", hint)
