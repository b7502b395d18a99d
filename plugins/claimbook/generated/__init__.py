"""Files that are made from the declarations and kept in the repository, checked for drift.

Each is a row of the table. A file that is in no row is never touched.
"""

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from claimbook.generated.editor_settings import EDITOR
from claimbook.generated.issue_forms import ISSUE_FORMS
from claimbook.generated.product import Given, Product
from claimbook.generated.schemas import SCHEMAS
from claimbook.generated.snippets import SNIPPETS_FILE

__all__ = ["PRODUCTS", "Given", "Product", "difference", "named"]

PRODUCTS: tuple[Product, ...] = (*SCHEMAS, *EDITOR, SNIPPETS_FILE, *ISSUE_FORMS)
_MOST_LINES = 20


def named(names: Iterable[str]) -> tuple[Product, ...]:
    """The products of these names, in the order of the table; all of them where none is given."""
    wanted = set(names)
    return tuple(each for each in PRODUCTS if not wanted or each.name in wanted)


def difference(product: Product, before: str, after: str) -> str:
    """What would change in a file, as a unified diff of some lines."""
    lines = [*_diff(product.path, before, after)]
    more = len(lines) - _MOST_LINES
    shown = lines[:_MOST_LINES] + ([f"… and {more:,} more lines"] if more > 0 else [])
    return "".join(f"{line}\n" for line in shown)


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    old, new = before.splitlines(), after.splitlines()
    yield from unified_diff(old, new, path, f"{path} (generated)", lineterm="", n=1)
