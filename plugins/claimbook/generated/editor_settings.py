"""Which schema belongs to which files, told to Visual Studio Code and whoever reads its settings.

Only the table ``yaml.schemas`` is ours; all else in the settings is left as it was written.
"""

import json
import re
from collections.abc import Iterator

from claimbook.decode import FOLDERS, SINGLE_FILES, Role
from claimbook.generated.product import Given, Product
from claimbook.schema import DIALECT, VERSION, schema_path
from claimbook.shape import Json

PATH = ".vscode/settings.json"
ANY_PATH = f"schema/{VERSION}/any.json"
_TABLE = re.compile(r'^  "yaml\.schemas": \{\n(?:    .*\n)*?  \}', re.MULTILINE)
_EMPTY = "{\n}\n"
# Fields that no other kind of file has at its top.
_SIGNS = ("claim", "claimant", "evidence", "review")


def any_schema(_: Given) -> str:
    """The schema for all files below the claims folder.

    The YAML extension takes no exceptions from a pattern: what lies below ``claims/`` may be a
    source as well. So this asks the file itself, and speaks only where it looks like a claim.
    """
    schema: Json = {
        "$schema": DIALECT,
        "title": "Claimbook file",
        "description": "A claim, where the file has a field that only claims have.",
        "if": {"anyOf": [{"required": [name]} for name in _SIGNS]},
        "then": {"$ref": schema_path(Role.CLAIM).rpartition("/")[2]},
    }
    return json.dumps(schema, indent=2) + "\n"


def settings_text(given: Given) -> str:
    """The settings with our table in them."""
    table = _table(given.settings.claims_dir)
    before = given.before.replace("\r\n", "\n")
    if _TABLE.search(before):
        return _TABLE.sub(lambda _: table, before, count=1)
    head, brace, rest = (before if "{" in before else _EMPTY).partition("{")
    comma = "," if rest.strip() != "}" else ""
    return f"{head}{brace}\n{table}{comma}\n{rest.removeprefix(chr(10))}"


def _table(folder: str) -> str:
    patterns = dict(_patterns(folder))
    rows = json.dumps(patterns, indent=2).splitlines()
    return "\n".join([f'  "yaml.schemas": {rows[0]}', *(f"  {row}" for row in rows[1:])])


def _patterns(folder: str) -> Iterator[tuple[str, str | list[str]]]:
    """Addresses of schemas and the files they are for.

    In older versions of yaml-language-server ``*`` stands for folders too, later only ``**``.
    """
    yield f"./{ANY_PATH}", [f"/{folder}/*.yml", f"/{folder}/**/*.yml"]
    for name, role in FOLDERS.items():
        if role is not Role.DRAFT:
            yield f"./{schema_path(role)}", f"/{folder}/{name}/*.yml"
    for name, role in SINGLE_FILES.items():
        yield f"./{schema_path(role)}", f"/{folder}/{name}"


EDITOR = (
    Product("schemas", ANY_PATH, any_schema),
    Product("settings", PATH, settings_text),
)
