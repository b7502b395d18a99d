"""Tables as an SQLite file."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from claimbook.exports.open_data.tables import Table, Type

_TYPES = {Type.TEXT: "TEXT", Type.NUMBER: "INTEGER"}


def database_bytes(tables: Iterable[Table]) -> bytes:
    """A database with these tables, made in memory: the same tables give the same bytes."""
    with closing(sqlite3.connect(":memory:")) as database, database:
        for table in tables:
            database.execute(_definition(table))
            signs = ", ".join("?" * len(table.columns))
            insert = f'INSERT INTO "{table.name}" VALUES ({signs})'  # noqa: S608 - our own names
            database.executemany(insert, table.rows)
        database.commit()
        return database.serialize()


def _definition(table: Table) -> str:
    return f'CREATE TABLE "{table.name}" ({", ".join(_parts(table))})'


def _parts(table: Table) -> Iterator[str]:
    yield from (f'"{each.name}" {_TYPES[each.type]}' for each in table.columns)
    yield f"PRIMARY KEY ({', '.join(table.key)})"
    for column in table.columns:
        if column.goal:
            goal, name = column.goal
            yield f'FOREIGN KEY ("{column.name}") REFERENCES "{goal}" ("{name}")'
