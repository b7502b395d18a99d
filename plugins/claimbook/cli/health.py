"""What Claimbook needs of a machine and of a project, looked at one by one."""

import locale
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import metadata
from pathlib import Path

from claimbook import codes
from claimbook.builder.publishing import has_engine
from claimbook.cli.installed import PACKAGE, libraries, satisfies
from claimbook.clock import VARIABLE, days, today
from claimbook.format import counted, listed
from claimbook.git import GitError, NoGitError, git_version, is_shallow, top_of
from claimbook.processes import CrewError, jobs
from claimbook.shelf import FILE
from claimbook.workspace import CONFIG, Workspace, load


class State(StrEnum):
    """How something is: good, worth knowing, or in the way of work."""

    GOOD = "ok"
    NOTE = "note"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``cost`` is what goes wrong by it, ``remedy`` what mends it."""

    name: str
    state: State
    found: str
    cost: str = ""
    remedy: str = ""


# What an installation without an extra cannot do.
_COSTS = {
    "builder": "the claim builder of a site checks nothing in the browser",
    "cards": "links to claims are shared without a picture",
    "search": "sites are built without a search",
    "mkdocs": "`claimbook build` cannot build a site; `claimbook weave` can fill one",
    "annotate": "`claimbook annotate` cannot tell sentences apart",
    "import": "`claimbook import-sources` cannot read BibTeX and RIS",
    "data": "`claimbook export` writes no Parquet",
    "dask": "a build cannot be shared with a cluster",
}


def findings(root: Path) -> Iterator[Finding]:
    """Everything that is looked at, in order."""
    yield _python()
    yield _needed_libraries()
    yield from _extras()
    yield from _git(root)
    yield from _project(load(root))
    yield from _places(root)
    yield from _surroundings(root)


def _python() -> Finding:
    wanted = metadata(PACKAGE)["Requires-Python"] or ""
    found = ".".join(map(str, sys.version_info[:3]))
    if satisfies(found, wanted):
        return Finding("Python", State.GOOD, found)
    cost = f"Python {wanted} is declared; nothing is tested with this one"
    return Finding("Python", State.BROKEN, found, cost, "install a newer Python, then Claimbook")


def _needed_libraries() -> Finding:
    needed = [each for each in libraries() if not each.extra]
    wrong = [each for each in needed if not each.fits]
    if not wrong:
        return Finding("libraries", State.GOOD, f"{len(needed)} as declared")
    told = listed(f"{each.name} {each.found or 'missing'} ({each.wanted})" for each in wrong)
    remedy = f"{_pip()} install --upgrade {PACKAGE}"
    return Finding("libraries", State.BROKEN, told, "commands may fail or be wrong", remedy)


def _extras() -> Iterator[Finding]:
    known = [*libraries()]
    for extra in dict.fromkeys(each.extra for each in known if each.extra in _COSTS):
        wrong = [each for each in known if each.extra == extra and not each.fits]
        if wrong:
            told = listed(f"{each.name} {each.found or 'missing'}" for each in wrong)
            remedy = f"{_pip()} install '{PACKAGE}[{extra}]'"
            yield Finding(f"extra {extra}", State.NOTE, told, _COSTS[extra], remedy)
        else:
            yield Finding(f"extra {extra}", State.GOOD, "installed")


def _pip() -> str:
    return f"{sys.executable} -m pip"


def _git(root: Path) -> Iterator[Finding]:
    cost = "no `check --changed-since`, no `diff`, no history"
    try:
        yield Finding("git", State.GOOD, git_version())
        top = top_of(root)
    except GitError as error:
        name = "git" if isinstance(error, NoGitError) else "repository"
        yield Finding(name, State.NOTE, str(error), cost, error.hint)
        return
    if is_shallow(root):
        remedy = "git fetch --unshallow; in a workflow, check out with `fetch-depth: 0`"
        cost = "a branch may have no beginning here to compare it with"
        yield Finding("repository", State.NOTE, f"{top}, shallow", cost, remedy)
    else:
        yield Finding("repository", State.GOOD, f"{top}")


def _project(workspace: Workspace) -> Iterator[Finding]:
    errors = [each for each in workspace.diagnostics if each.span.path == CONFIG]
    if workspace.config is None:
        cost = "the publication has no name and no address"
        yield Finding("settings", State.NOTE, f"no {CONFIG}", cost, f"write a {CONFIG}")
    elif errors:
        cost = f"line {errors[0].span.line}: {errors[0].message}"
        yield Finding("settings", State.BROKEN, CONFIG, cost, f"claimbook check {CONFIG}")
    else:
        yield Finding("settings", State.GOOD, CONFIG)
    yield _claims(workspace)
    if workspace.settings.exports.builder:
        yield _engine(workspace)


def _engine(workspace: Workspace) -> Finding:
    folder = workspace.settings.builder.engine
    if has_engine(workspace.root, workspace.settings):
        return Finding("claim builder", State.GOOD, f"its engine is in {folder}/")
    remedy = "see “The claim builder” in the guide; in a checkout of Claimbook: make site"
    told = f"no engine in {folder}/"
    return Finding("claim builder", State.NOTE, told, _COSTS["builder"], remedy)


def _claims(workspace: Workspace) -> Finding:
    folder = workspace.settings.claims_dir
    missing = next((each for each in workspace.diagnostics if each.code is codes.NO_CLAIMS), None)
    if missing:
        return Finding("claims", State.BROKEN, missing.message, "nothing to check", "claimbook new")
    return Finding("claims", State.GOOD, f"{counted(len(workspace.files), 'file')} in {folder}/")


def _places(root: Path) -> Iterator[Finding]:
    for name, place, state, cost in (
        ("site folder", root / "site", State.BROKEN, "`claimbook build` cannot publish there"),
        ("cache", root / FILE.parent, State.NOTE, "every run begins from nothing, and is slow"),
    ):
        above = next(each for each in (place, *place.parents) if each.exists())
        if _is_writable(above):
            yield Finding(name, State.GOOD, f"{place} can be written")
        else:
            remedy = f"chmod u+w {above}"
            yield Finding(name, state, f"{above} cannot be written", cost, remedy)


def _is_writable(folder: Path) -> bool:
    with suppress(OSError), tempfile.TemporaryFile(dir=folder):
        return True
    return False


def _surroundings(root: Path) -> Iterator[Finding]:
    yield _variable("day", VARIABLE, lambda: str(today()))
    yield _variable("processes", "CLAIMBOOK_JOBS", lambda: str(jobs()))
    here, there = days()
    if here != there:
        cost = f"Claimbook counts days in UTC: it is {there} there, {here} here"
        yield Finding("time zone", State.NOTE, "another day than in UTC", cost)
    encoding = locale.getpreferredencoding(do_setlocale=False)
    if encoding.casefold().replace("-", "") != "utf8":
        cost = "other programs may spoil files; Claimbook itself reads and writes UTF-8"
        yield Finding("encoding", State.NOTE, encoding, cost, "export PYTHONUTF8=1")
    else:
        yield Finding("encoding", State.GOOD, encoding)
    if _ignores_case(root):
        cost = "two files whose names differ only in case are one; Git may miss such a renaming"
        yield Finding("file names", State.NOTE, "case is ignored here", cost, "rename by `git mv`")


def _variable(name: str, variable: str, read: Callable[[], str]) -> Finding:
    try:
        return Finding(name, State.GOOD, read())
    except (ValueError, CrewError) as error:
        return Finding(name, State.BROKEN, str(error), "every command stops", f"unset {variable}")


def _ignores_case(root: Path) -> bool:
    """Whether a name in capitals is the same file; where there is none to try, it is not."""
    name = next((each for each in (CONFIG, "claims") if (root / each).exists()), None)
    return name is not None and os.path.exists(root / name.upper())  # noqa: PTH110 - as it is said
