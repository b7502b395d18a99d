"""Tables as an SQLite file."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from claimbook.exports.open_data.tables import Table, Type

_TYPES = {Type.TEXT: "TEXT", Type.NUMBER: "INTEGER"}


def write_database(path: Path, tables: Iterable[Table]) -> None:
    """Write a new database in the place of whatever stands there; raises :class:`OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(beside)) as database, database:
            for table in tables:
                database.execute(_definition(table))
                signs = ", ".join("?" * len(table.columns))
                insert = f'INSERT INTO "{table.name}" VALUES ({signs})'  # noqa: S608 - our own names
                database.executemany(insert, table.rows)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _definition(table: Table) -> str:
    return f'CREATE TABLE "{table.name}" ({", ".join(_parts(table))})'


def _parts(table: Table) -> Iterator[str]:
    yield from (f'"{each.name}" {_TYPES[each.type]}' for each in table.columns)
    yield f"PRIMARY KEY ({', '.join(table.key)})"
    for column in table.columns:
        if column.goal:
            goal, name = column.goal
            yield f'FOREIGN KEY ("{column.name}") REFERENCES "{goal}" ("{name}")'
