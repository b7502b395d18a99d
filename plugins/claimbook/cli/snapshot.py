"""``claimbook snapshot``."""

from dataclasses import replace
from types import MappingProxyType

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.completing import cited_ids
from claimbook.cli.project import (
    current_day,
    format_option,
    keeping_files,
    project_option,
    project_root,
)
from claimbook.cli.saving import Done, Wish, keep_all
from claimbook.cli.terminal import progress, say
from claimbook.corpus import Corpus
from claimbook.data import json_lines
from claimbook.dates import parse_date
from claimbook.rules import RULES
from claimbook.snapshots.naming import Target, Unknown, source_named
from claimbook.urls import UrlError, parse_url
from claimbook.workspace import Workspace, compile_workspace, load

_HOW = "give --from FILE, a file that you saved, or --fetch to read it from the network"


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=cited_ids)
@click.option(
    "--from",
    "file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="A file that you saved: HTML, MHTML, WARC, WACZ, PDF, text, VTT, SRT; `-` is the input.",
)
@click.option("--fetch", "is_fetched", is_flag=True, help="Read it from its address, now.")
@click.option(
    "--url", metavar="ADDRESS", help="Another address than the source's: a copy, a page of a WARC."
)
@click.option(
    "--captured",
    metavar="DATE",
    help="When the text was saved; what the file says, or today, when not given.",
)
@click.option("--replace", "is_replaced", is_flag=True, help="Put it in the place of another text.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Write nothing; show what would be.")
@format_option("text", "json")
@project_option
@click.pass_context
def snapshot(  # noqa: PLR0913, PLR0917 - click hands options over by name
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    file: str | None,
    is_fetched: bool,
    url: str | None,
    captured: str | None,
    form: str,
    project: str | None,
    **flags: bool,
) -> None:
    """Save the text of sources, so that quotations can be compared with it.

    SOURCE is the id of a file in `claims/sources/`, or, for a source that is written in a claim,
    `claim-id#2` (the second that it names, evidence first) or `claim-id:inline-id`.

    The full visible text is written into `claims/snapshots/`, and the file's name, its SHA-256,
    the day, the media type and the address it came from into the source's YAML, where nothing
    else changes. Snapshots are committed, so that everybody can verify, and never published:
    others hold the rights.

    \b
    A page that was saved in a browser is best: you see what is in it. With --fetch one
    page is read from the network, if the site's robots.txt lets programs in; addresses
    that are not of the public internet are never visited.

    \b
    Examples:
      claimbook snapshot gazette-bridge --from ~/Downloads/bridge.html
      claimbook snapshot bridge-closed#2 --from notice.pdf --captured 2026-03-24
      claimbook snapshot bridge-closed:council-notice --from archive.wacz --dry-run
      claimbook snapshot gazette-bridge council-minutes --fetch
      pbpaste | claimbook snapshot gazette-bridge --from -

    Exit code 1 when a text cannot be had, or differs from the one that is there.
    """
    _refuse_contradictions(sources, file, url, is_fetched=is_fetched)
    workspace = load(project_root(project))
    day = _day(captured)
    corpus = _corpus(workspace)
    targets = [_target(each, corpus) for each in dict.fromkeys(sources)]
    wish = Wish(file, url, day, current_day().isoformat(), **flags)
    done = _kept(workspace, targets, wish)
    if form == "json":
        say(f"{json_lines([each.told() for each in done])}\n")
    else:
        say("".join(f"{neutral(line)}\n" for each in done for line in each.lines()))
    ctx.exit(1 if any(each.problem for each in done) else 0)


def _corpus(workspace: Workspace) -> Corpus:
    """All that can be read: a saved text may be what mends an error that a rule has found."""
    rules = MappingProxyType({each.code.name: None for each in RULES})
    unruled = replace(workspace.settings, rules=rules)
    return compile_workspace(replace(workspace, settings=unruled), current_day()).corpus


def _kept(workspace: Workspace, targets: list[Target], wish: Wish) -> list[Done]:
    with keeping_files(), progress("Saving texts", len(targets)) as step:
        return list(keep_all(workspace, targets, wish, step))


def _refuse_contradictions(
    sources: tuple[str, ...], file: str | None, url: str | None, *, is_fetched: bool
) -> None:
    if file is None and not is_fetched:
        raise click.UsageError(f"nothing is read by itself: {_HOW}")
    if file is not None and is_fetched:
        raise click.UsageError(f"--from and --fetch are two ways: {_HOW}")
    if len(sources) > 1 and (file or url):
        raise click.UsageError("--from and --url speak of one source: name one")
    try:
        # Where nothing is fetched, nobody else looks at the address before it is noted.
        _ = parse_url(url) if url and file else None
    except UrlError as error:
        raise click.UsageError(neutral(f"--url: {error}; {error.hint}")) from error


def _day(given: str | None) -> str:
    if given is None:
        return ""
    try:
        return parse_date(given).text
    except ValueError as error:
        raise click.UsageError(neutral(f"--captured: {error}")) from error


def _target(word: str, corpus: Corpus) -> Target:
    found = source_named(word, corpus)
    if isinstance(found, Unknown):
        raise click.UsageError(neutral(f"{found.message}; {found.hint}"))
    return found
