"""Tables and records as the bytes of files."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimbook.boundaries.table import csv_text as written
from claimbook.corpus import Corpus
from claimbook.data import json_text
from claimbook.exports.open_data.plain import plain
from claimbook.exports.open_data.tables import Column, Table
from claimbook.exports.structured.licences import licence_of
from claimbook.format import sentence
from claimbook.settings import Publication
from claimbook.views.links import claim_address

_SPELLING = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}


def json_lines(corpus: Corpus, site: str) -> Iterator[str]:
    """Each published claim on a line, as its file says it, with its id and address."""
    for name, each in corpus.claims.items():
        address = claim_address(site, name)
        head = {"id": name, "url": address} if address else {"id": name}
        yield f"{json_text(head | plain(each.record))}\n"


def csv_text(table: Table) -> str:
    """A table as RFC 4180 has it, in which no cell is a formula."""
    return written([each.name for each in table.columns], table.rows)


def data_package(publication: Publication, tables: Iterable[Table]) -> str:
    """``datapackage.json``: what the tables hold (Frictionless Tabular Data Package 1.0).

    ``citation`` is how to name the data, a property that the standard leaves to others.
    """
    told: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "fact-checks",
        "title": publication.name,
        "description": publication.description,
        "homepage": publication.url,
        "licenses": _licences(publication.licence),
        "citation": citation(publication),
        "resources": [_resource(each) for each in tables],
    }
    kept = {name: value for name, value in told.items() if value}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def citation(publication: Publication) -> str:
    """How to name the data where it is used."""
    place = f" {publication.url}" if publication.url else ""
    return f"{sentence(publication.name)} Fact-checks [Data set].{place}"


def _licences(text: str) -> list[Mapping[str, str]]:
    licence = licence_of(text)
    if licence is None:
        return []
    known = {"name": licence.identifier, "title": licence.name, "path": licence.url}
    return [{name: value for name, value in known.items() if value}]


def _resource(table: Table) -> dict[str, Any]:
    links = [_link(each) for each in table.columns if each.goal]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _SPELLING,
        "schema": {
            "fields": [*map(_field, table.columns)],
            "primaryKey": [*table.key],
            **({"foreignKeys": links} if links else {}),
        },
    }


def _field(column: Column) -> Mapping[str, str]:
    return {"name": column.name, "type": column.type, "description": column.about}


def _link(column: Column) -> Mapping[str, Any]:
    table, goal = column.goal or ("", "")
    return {"fields": column.name, "reference": {"resource": table, "fields": goal}}
