"""The tables for the Web of data: CSVW (W3C, Metadata Vocabulary for Tabular Data, 2015).

``csv-metadata.json`` is where readers of any CSV file beside it look for what it means (Model for
Tabular Data and Metadata on the Web, section 5.3).
"""

import json
from collections.abc import Iterable
from typing import Any

from claimbook.exports.open_data.files import citation
from claimbook.exports.open_data.tables import LIST_SIGN, Column, Table, Type
from claimbook.exports.structured.licences import licence_of
from claimbook.settings import Publication

PATH = "csv-metadata.json"
_TYPES = {Type.TEXT: "string", Type.NUMBER: "integer"}
_LISTS = frozenset({"topics", "authors"})
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}


def csvw_metadata(publication: Publication, tables: Iterable[Table]) -> str:
    """What the tables hold, their types, keys and links, with licence and citation."""
    licence = licence_of(publication.licence)
    told: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": publication.language}],
        "dc:title": publication.name,
        "dc:description": publication.description,
        "dc:publisher": publication.name,
        "dc:source": publication.url,
        "dc:license": {"@id": licence.url} if licence and licence.url else None,
        "dc:rights": licence.name if licence else None,
        "dc:bibliographicCitation": citation(publication),
        "dialect": _DIALECT,
        "tables": [_table(each) for each in tables],
    }
    kept = {name: value for name, value in told.items() if value}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table) -> dict[str, Any]:
    links = [_link(each) for each in table.columns if each.goal]
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.about,
        "tableSchema": {
            "columns": [_column(each, is_key=each.name in table.key) for each in table.columns],
            "primaryKey": [*table.key],
            **({"foreignKeys": links} if links else {}),
        },
    }


def _column(column: Column, *, is_key: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name],
        "dc:description": column.about,
        "datatype": _TYPES[column.type],
    }
    if is_key:
        told["required"] = True
    if column.name in _LISTS:
        told["separator"] = LIST_SIGN
    return told


def _link(column: Column) -> dict[str, Any]:
    table, goal = column.goal or ("", "")
    return {
        "columnReference": [column.name],
        "reference": {"resource": f"{table}.csv", "columnReference": [goal]},
    }
