"""``claimbook schema``."""

from pathlib import Path

import click

from claimbook.decode import Role
from claimbook.schema import FILE_ROLES, schema_text


@click.command()
@click.argument(
    "role", required=False, type=click.Choice([role.value for role in FILE_ROLES]), metavar="[ROLE]"
)
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Write `ROLE.schema.json` into a folder; without ROLE, one for each kind of file.",
)
def schema(role: str | None, output: str | None) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    ROLE is claim, source, claimant, document, scale, topics or outlets; claim when left out.

    \b
    Examples:
      claimbook schema
      claimbook schema source
      claimbook schema --output schemas
    """
    if output is None:
        click.echo(schema_text(Role(role or Role.CLAIM)), nl=False)
        return
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for each in [Role(role)] if role else FILE_ROLES:
        path = folder / f"{each.value}.schema.json"
        path.write_text(schema_text(each), encoding="utf-8")
        click.echo(path)
