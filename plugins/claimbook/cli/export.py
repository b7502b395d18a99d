"""``claimbook export``."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import click

from claimbook.cli.project import current_day, project_option, project_root
from claimbook.compile import Compilation
from claimbook.database import write_database
from claimbook.exports.open_data.files import csv_text, data_package, json_lines
from claimbook.exports.open_data.tables import tables_of
from claimbook.format import counted
from claimbook.settings import Publication
from claimbook.workspace import compile_workspace, load
from claimbook.writing import write_file

_SUMS = "SHA256SUMS"
_FORMS = ("jsonl", "csv", "sqlite")


@click.command()
@click.argument("folder", default="export", type=click.Path(file_okay=False), metavar="[DIR]")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(_FORMS),
    help="Only this; may be given several times. Default: all.",
)
@project_option
@click.pass_context
def export(ctx: click.Context, folder: str, forms: tuple[str, ...], project: str | None) -> None:
    """Write all published claims as data into DIR (default: export).

    jsonl has each claim on a line, with all that its file says. csv and sqlite have three tables:
    claims, evidence and sources; beside the CSV files `datapackage.json` describes them. No cell
    is a formula to a spreadsheet. `SHA256SUMS` names all files. The same claims give the same
    bytes. Addresses are those of pages in folders, below the `url` of the publication.

    \b
    Examples:
      claimbook export
      claimbook export --format csv public/data

    Exit code 1 when claims with errors are left out.
    """
    workspace = load(project_root(project))
    compiled = compile_workspace(workspace, current_day())
    target = Path(folder)
    written = [*_written(target, compiled, workspace.settings.publication, forms or _FORMS)]
    sums = "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in written)
    write_file(target / _SUMS, sums.encode())
    for path in (*written, target / _SUMS):
        click.echo(f"wrote {path}")
    click.echo(f"{counted(len(compiled.corpus.claims), 'claim')} exported")
    if compiled.refused:
        left_out = counted(len(compiled.refused), "claim")
        click.echo(f"{left_out} with errors left out: `claimbook check` names them", err=True)
        ctx.exit(1)


def _written(
    target: Path, compiled: Compilation, publication: Publication, forms: tuple[str, ...]
) -> Iterator[Path]:
    corpus, site = compiled.corpus, publication.url
    tables = tables_of(corpus, site)
    if "jsonl" in forms:
        yield _put(target / "claims.jsonl", "".join(json_lines(corpus, site)))
    if "csv" in forms:
        yield from (_put(target / f"{each.name}.csv", csv_text(each)) for each in tables)
        yield _put(target / "datapackage.json", data_package(publication, tables))
    if "sqlite" in forms:
        database = target / "claims.sqlite3"
        write_database(database, tables)
        yield database


def _put(path: Path, text: str) -> Path:
    write_file(path, text.encode())
    return path
