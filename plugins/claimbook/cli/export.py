"""``claimbook export``."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from claimbook.cli.project import current_day, project_option, project_root
from claimbook.compile import Compilation
from claimbook.database import database_bytes
from claimbook.exports.files import File
from claimbook.exports.open_data.package import SUMS, about_files, record_files, sums, table_files
from claimbook.exports.open_data.parquet import parquet_bytes
from claimbook.exports.open_data.tables import Table, tables_of
from claimbook.format import counted
from claimbook.settings import Publication
from claimbook.workspace import compile_workspace, load
from claimbook.writing import write_file

_FORMS = ("jsonl", "csv", "sqlite", "parquet")
_MISSING = "writing Parquet needs one more package: pip install 'claimbook[data]'"


@click.command()
@click.argument("folder", default="export", type=click.Path(file_okay=False), metavar="[DIR]")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(_FORMS),
    help="Only this; may be given several times. Default: all that can be written.",
)
@project_option
@click.pass_context
def export(ctx: click.Context, folder: str, forms: tuple[str, ...], project: str | None) -> None:
    """Write all published claims as data into DIR (default: export).

    jsonl has each claim on a line, with all that its file says. csv, sqlite and parquet have three
    tables: claims, evidence and sources; beside the CSV files `datapackage.json` (Frictionless)
    and `csv-metadata.json` (CSVW) describe them. No cell is a formula to a spreadsheet. parquet
    needs the extra `claimbook[data]`. `README.md` and `CITATION.cff` say how to use and to cite it
    all, `SHA256SUMS` names all files. The same claims give the same bytes. Addresses are those of
    pages in folders, below the `url` of the publication.

    \b
    Examples:
      claimbook export
      claimbook export --format csv public/data

    Exit code 1 when claims with errors are left out.
    """
    workspace = load(project_root(project))
    compiled = compile_workspace(workspace, current_day())
    target = Path(folder)
    publication = workspace.settings.publication
    files = [*_files(compiled, publication, forms or _possible())]
    files += about_files(compiled.corpus, publication, [name for name, _ in files])
    for name, content in (*files, (SUMS, sums(files).encode())):
        write_file(target / name, content)
        click.echo(f"wrote {target / name}")
    click.echo(f"{counted(len(compiled.corpus.claims), 'claim')} exported")
    if compiled.refused:
        left_out = counted(len(compiled.refused), "claim")
        click.echo(f"{left_out} with errors left out: `claimbook check` names them", err=True)
        ctx.exit(1)


def _possible() -> tuple[str, ...]:
    """All forms, Parquet only where it can be written."""
    return _FORMS if find_spec("pyarrow") else _FORMS[:-1]


def _files(
    compiled: Compilation, publication: Publication, forms: tuple[str, ...]
) -> Iterator[File]:
    corpus = compiled.corpus
    tables = tables_of(corpus, publication.url)
    if "jsonl" in forms:
        yield from record_files(corpus, publication)
    if "csv" in forms:
        yield from table_files(tables, publication)
    if "sqlite" in forms:
        yield "claims.sqlite3", database_bytes(tables)
    if "parquet" in forms:
        yield from map(_parquet, tables)


def _parquet(table: Table) -> File:
    try:
        return f"{table.name}.parquet", parquet_bytes(table)
    except ModuleNotFoundError as error:
        raise click.UsageError(_MISSING) from error
