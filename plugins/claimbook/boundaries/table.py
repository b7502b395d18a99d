"""Tables as comma-separated values (RFC 4180), in which no cell is a formula."""

import csv
import io
from collections.abc import Iterable

# What spreadsheets take for the beginning of a formula (OWASP, CSV injection), some in Japan also
# where the sign is a wide one.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
Cell = str | int | float


def csv_text(names: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """The names of the columns, and the rows; a cell that looks like a formula begins with `'`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(list(names))
    writer.writerows([*map(_harmless, row)] for row in rows)
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    # An apostrophe makes a spreadsheet take all behind it for text.
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
