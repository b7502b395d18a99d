"""``claimbook import-sources``."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO

import click

from claimbook.boundaries.terminal import neutral
from claimbook.characters import decoded
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.reporting import report_on, show
from claimbook.compile import compile_claims
from claimbook.diagnostics import Diagnostic, Outcome, Severity, in_order
from claimbook.format import counted
from claimbook.formatting import site_of
from claimbook.importing.plan import KnownSource, NewSource, Step, steps_for
from claimbook.importing.reference import Reference, nothing_in
from claimbook.text import SourceFile
from claimbook.workspace import Workspace, compile_workspace, load
from claimbook.writing import create_file

_FORMATS = {"bibtex": "bibtex", "ris": "ris", "csl": "csl_json"}
_ENDINGS = {".bib": "bibtex", ".bibtex": "bibtex", ".ris": "ris", ".json": "csl"}
_BEGINNINGS = {"[": "csl", "{": "csl", "@": "bibtex", "%": "bibtex", "TY": "ris"}
_MISSING = "reading this needs one more package: pip install 'claimbook[import]'"
Read = Callable[[str, str], Outcome[tuple[Reference, ...]]]


@click.command(name="import-sources")
@click.argument("file", type=click.File("rb"))
@click.option(
    "--format",
    "chosen",
    type=click.Choice([*_FORMATS]),
    help="What the file is; told by its ending or its first words when not given.",
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Write nothing; say what would be written.")
@project_option
@click.pass_context
def import_sources(
    ctx: click.Context, file: BinaryIO, chosen: str | None, is_dry: bool, project: str | None
) -> None:
    """Write a file in `claims/sources/` for each reference of another program's FILE.

    Reads BibTeX and BibLaTeX, RIS, and CSL-JSON, as Zotero, Mendeley, EndNote and library
    catalogues export them. What has the same address or DOI as a source that is there is left
    alone, and nothing is ever overwritten. What our fields do not take stands in the new file as a
    comment. How close a source is to what it tells of (`standing`) only you can say.

    \b
    Examples:
      claimbook import-sources references.bib
      claimbook import-sources --dry-run export.ris
      pbpaste | claimbook import-sources --format csl -

    Exit code 1 when a reference could not be read.
    """
    workspace = load(project_root(project))
    given = SourceFile(file.name, file.read())
    text = decoded(given)
    found: Outcome[tuple[Reference, ...]] = Outcome(None)
    if text.value is not None:
        read = _reader(chosen or _format_of(file.name, text.value))
        try:
            found = read(given.path, text.value)
        except ModuleNotFoundError as error:
            raise click.UsageError(_MISSING) from error
    steps = _steps(workspace, given.path, found.value or ())
    new, refused = _checked(workspace, [each for each in steps if isinstance(each, NewSource)])
    for each in new:
        _write(workspace, each, is_dry=is_dry)
    known = [each for each in steps if isinstance(each, KnownSource)]
    for there in known:
        place, what = f"{given.path}:{there.line}", f"“{there.title}” is there already"
        click.echo(neutral(f"{place}: {what}: `{there.id}`"))
    broken = [each for each in steps if isinstance(each, Diagnostic)]
    problems = in_order((*text.diagnostics, *found.diagnostics, *broken))
    if not steps and not problems:
        problems = (nothing_in(given.path),)
    if problems:
        report = report_on(workspace, problems, 1)
        show(replace(report, read_text=lambda _: given.text))
    click.echo(_summary(len(new), len(known), len(problems) + refused, is_dry=is_dry))
    ctx.exit(1 if problems or refused else 0)


def _format_of(name: str, text: str) -> str:
    ending = PurePath(name).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    start = text.lstrip()
    found = next((each for sign, each in _BEGINNINGS.items() if start.startswith(sign)), None)
    if found is None:
        raise click.UsageError("give --format: neither the name nor the text says what this is")
    return found


def _reader(name: str) -> Read:
    read: Read = import_module(f"claimbook.importing.{_FORMATS[name]}").references_in
    return read


def _steps(workspace: Workspace, path: str, references: Sequence[Reference]) -> list[Step]:
    corpus = compile_workspace(workspace, current_day()).corpus
    site = site_of(_place(workspace, "source"), workspace.settings.publication.url)
    return [*steps_for(path, references, corpus, site)]


def _place(workspace: Workspace, name: str) -> str:
    return f"{workspace.settings.claims_dir}/sources/{name}.yml"


def _checked(workspace: Workspace, new: Sequence[NewSource]) -> tuple[list[NewSource], int]:
    """Those that `claimbook check` would take, and how many it would refuse, which are shown."""
    texts = {_place(workspace, each.id): each.text for each in new}
    files = [SourceFile(path, text.encode()) for path, text in texts.items()]
    # By themselves: what is wrong between files is for `claimbook check` to say.
    compiled = compile_claims(files, workspace.settings, current_day())
    errors = tuple(
        each
        for each in compiled.diagnostics
        if each.span.path in texts and each.severity is Severity.ERROR
    )
    refused = {each.span.path for each in errors}
    if errors:
        show(replace(report_on(workspace, errors, len(refused)), read_text=texts.__getitem__))
    return [each for each in new if _place(workspace, each.id) not in refused], len(refused)


def _write(workspace: Workspace, source: NewSource, *, is_dry: bool) -> None:
    path = _place(workspace, source.id)
    if is_dry:
        click.echo(f"would write {path}")
        return
    try:
        create_file(workspace.root / path, source.text)
    except FileExistsError as error:
        raise click.UsageError(f"`{path}` is there already, but cannot be read") from error
    click.echo(f"wrote {path}")


def _summary(new: int, known: int, problems: int, *, is_dry: bool) -> str:
    done = "would be written" if is_dry else "written"
    parts = [f"{counted(new, 'source')} {done}", f"{known} there already"]
    if problems:
        parts.append(f"{counted(problems, 'problem')}")
    return ", ".join(parts)
