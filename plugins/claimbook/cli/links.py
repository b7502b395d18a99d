"""``claimbook links``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from threading import Event
from types import MappingProxyType
from urllib.parse import urlsplit

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.ledger import Book
from claimbook.cli.project import (
    current_day,
    format_option,
    keeping_files,
    project_option,
    project_root,
)
from claimbook.cli.scope import Scope
from claimbook.cli.terminal import progress, say
from claimbook.compile import compile_claims
from claimbook.corpus import Corpus
from claimbook.data import json_lines
from claimbook.format import listed
from claimbook.links.patrol import Patrol, Visited
from claimbook.links.robots import CLOCK, Clock, Visitor
from claimbook.links.rounds import rounds
from claimbook.patrol.applying import Applied, applied, patch
from claimbook.patrol.findings import (
    Finding,
    counted_addresses,
    findings,
    lines,
    row,
    summary,
)
from claimbook.patrol.ledger import PATH
from claimbook.patrol.wanted import Wanted, wanted
from claimbook.rules import RULES
from claimbook.snapshots.reading import INSTALL
from claimbook.workspace import Workspace, load
from claimbook.writing import replace_file

_AGO = re.compile(r"([0-9]{1,4})d")
_INTERRUPTED = 130
# So many hosts are not silent by themselves.
_DEAF = 16
_NO_NETWORK = (
    "nobody has answered, at none of the hosts: this machine seems to have no network, so that "
    "nothing was noted"
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--since",
    metavar="DATE",
    help="Leave out what was visited on that day or later: 2026-11-02, `7d` for the last seven "
    "days, `today` to go on with a run that was stopped.",
)
@click.option("--offline", is_flag=True, help="Visit nothing: tell what the ledger knows.")
@click.option("--fix", is_flag=True, help="Make the proposed changes that need no person.")
@click.option("--no-archive", is_flag=True, help="Do not ask the Wayback Machine for copies.")
@click.option(
    "--concurrency",
    type=click.IntRange(1, 32),
    default=8,
    show_default=True,
    help="How many hosts are visited at once; each gets one visit at a time.",
)
@click.option("--all", "is_all", is_flag=True, help="Show every address, sound ones too.")
@click.option("--strict", is_flag=True, help="Fail where something is to be done.")
@format_option("text", "json")
@project_option
@click.pass_context
def links(  # noqa: PLR0913, PLR0917 - click hands options over by name
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    since: str | None,
    concurrency: int,
    form: str,
    project: str | None,
    offline: bool,
    **flags: bool,
) -> None:
    """Visit the addresses that claims rest on, and say what has become of them.

    This goes over the network; `check` and `build` never do. Each host is asked one thing at a
    time, with pauses, if its robots.txt lets programs in; addresses that are not of the public
    internet are never visited. PATHS (files or folders) limit what is visited.

    What is found is kept in `links.txt`, which belongs into the repository: a link is dead only
    after three failures on different days.

    \b
      ok           the page is there
      moved        it has moved for good (301, 308); a new `url` is proposed
      suspect      it failed: 404, 410, 5xx, no answer, a page that says it is none
      dead         it failed on three days; `status: dead` and a copy are proposed
      quote gone   the page is there, and what was quoted is not, though it once was
      cannot tell  401, 403, 429, robots.txt: programs are kept out, people may not be

    \b
    Examples:
      claimbook links
      claimbook links claims/sources --since 7d
      claimbook links --offline --fix
      claimbook links --format json > links.json

    Exit code 0, dead links or not; with --strict 1 where something is to be done.
    """
    workspace = load(project_root(project))
    scope = Scope.of(workspace, paths, "visited")
    day = current_day()
    first = _since(since, day)
    files = {each.path: each for each in workspace.files}
    everything = wanted(_corpus(workspace), files, workspace.settings)
    chosen = {name: each for name, each in everything.items() if _is_meant(each, scope)}
    with keeping_files():
        book = Book(workspace)
        due = [] if offline else _due(chosen.values(), book, first)
        left = _visit(ctx, due, book, day, concurrency, asks_archive=not flags["no_archive"])
        forgotten = 0 if paths or offline else book.forget_all_but(everything)
        book.save()
        known = book.entries
        found = findings((known[name], each) for name, each in chosen.items() if name in known)
        made = _changed(workspace, found, is_fixed=flags["fix"])
    if form == "json":
        say(f"{json_lines([row(each) for each in found])}\n")
    else:
        shown = [each for each in found if each.is_told or flags["is_all"]]
        told = [*_told(shown, made, workspace, is_fixed=flags["fix"])]
        unvisited = len(chosen) - len(found)
        told += summary(found, left, unvisited)
        told += _afterwards(book, unvisited if offline else 0, forgotten)
        say("".join(f"{neutral(line)}\n" for line in told))
    ctx.exit(1 if flags["strict"] and any(each.is_to_do for each in found) else 0)


def _afterwards(book: Book, waiting: int, forgotten: int) -> Iterator[str]:
    """What became of the ledger; ``waiting`` are addresses that were not to be visited now."""
    if waiting:
        yield "They are visited with: claimbook links"
    if book.is_written:
        yield f"{PATH} is written."
    if forgotten:
        yield f"{counted_addresses(forgotten)} forgotten: cited no more."


def _since(given: str | None, day: date) -> date | None:
    if given is None or given == "today":
        return day if given else None
    ago = _AGO.fullmatch(given)
    try:
        return day - timedelta(int(ago[1])) if ago else date.fromisoformat(given)
    except (ValueError, OverflowError) as error:
        message = f"--since: `{given}` is neither a day such as 2026-11-02, nor `7d`, nor `today`"
        raise click.UsageError(neutral(message)) from error


def _corpus(workspace: Workspace) -> Corpus:
    """All that can be read, whatever rules say about it."""
    rules = MappingProxyType({each.code.name: None for each in RULES})
    settings = replace(workspace.settings, rules=rules)
    with progress("Reading", len(workspace.files)) as step:
        found = compile_claims(workspace.files, settings, current_day(), progress=step)
    return found.corpus


def _is_meant(each: Wanted, scope: Scope) -> bool:
    return any(scope.holds(citing.span.path) for citing in each.citings)


def _due(chosen: Iterable[Wanted], book: Book, first: date | None) -> list[Wanted]:
    """What is to be visited, what was not visited for longest before all others.

    So whoever stops every run halfway gets round in the end.
    """
    never = date.min
    days = {name: each.visited for name, each in book.entries.items()}
    found = sorted(chosen, key=lambda each: days.get(each.address, never))
    return [each for each in found if first is None or days.get(each.address, never) < first]


def visitor(stop: Event) -> tuple[Visitor, Clock]:
    """Who visits, by which clock; who waits is woken by ``stop``. Tests send somebody else."""
    clock = Clock(CLOCK.now, stop.wait)
    return Visitor(clock=clock), clock


def _visit(
    ctx: click.Context,
    due: list[Wanted],
    book: Book,
    day: date,
    concurrency: int,
    *,
    asks_archive: bool,
) -> int:
    """Visit what is due, and say how many were left for another time."""
    if not due:
        return 0
    hosts = len({urlsplit(each.address).netloc for each in due})
    told = f"Visiting {counted_addresses(len(due))} at {hosts:,} host{'s' * (hosts != 1)}"
    click.echo(f"{told}, over the network.", err=True)
    stop = Event()
    who, clock = visitor(stop)
    patrol = Patrol(who, dict(book.entries), day, clock=clock, asks_archive=asks_archive)
    try:
        left = _noted(rounds(due, patrol.visit, concurrency, stop), book, len(due))
    except KeyboardInterrupt:
        click.echo("\nStopped. Go on with: claimbook links --since today", err=True)
        ctx.exit(_INTERRUPTED)
    finally:
        stop.set()
        book.save()
    for line in _obstacles(patrol, book):
        click.echo(line, err=True)
    return left


def _noted(found: Iterable[Visited], book: Book, total: int) -> int:
    left = 0
    with progress("Visiting", total) as step:
        for each in found:
            book.note(each)
            left += each.entry is None
            step(each.address)
            if book.silent_hosts >= _DEAF:
                break
    return left


def _obstacles(patrol: Patrol, book: Book) -> Iterator[str]:
    if book.silent_hosts:
        yield _NO_NETWORK
    if patrol.lacks_readers:
        yield f"quotations were not looked for, as that needs more packages: {INSTALL}"


def _changed(workspace: Workspace, found: list[Finding], *, is_fixed: bool) -> Applied:
    """What the safe proposals make of files; written where that is wanted."""
    files = {each.path: each.whole() for each in workspace.files}
    safe = (each for one in found for each in one.proposals if each.is_safe)
    made = applied(safe, files, workspace.settings.limits)
    for path, after in made.files.items() if is_fixed else ():
        place = workspace.root / path
        if not replace_file(place, files[path].data, after.data):
            message = f"`{path}` was changed meanwhile; say `claimbook links --offline --fix`"
            raise click.ClickException(neutral(message))
    return made


def _told(
    shown: list[Finding], made: Applied, workspace: Workspace, *, is_fixed: bool
) -> Iterator[str]:
    for each in shown:
        yield from (*lines(each), "")
    for refused in made.refused:
        yield f"{refused.place} is written in a way that is not changed here; write there yourself:"
        yield from (f"    {line}" for line in (*refused.change.lines(), ""))
    files = {each.path: each for each in workspace.files}
    for path, after in made.files.items():
        yield from patch(files[path], after)
    if made.files:
        is_open = "These changes are made with: claimbook links --offline --fix"
        yield f"Changed: {listed(made.files)}." if is_fixed else is_open
