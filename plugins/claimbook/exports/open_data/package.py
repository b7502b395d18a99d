"""All claims as files of text: records, tables, and what they are and may be used for."""

import json
from collections.abc import Collection, Iterator
from hashlib import sha256

from claimbook.corpus import Corpus
from claimbook.exports.files import File
from claimbook.exports.open_data.csvw import PATH as CSVW
from claimbook.exports.open_data.csvw import csvw_metadata
from claimbook.exports.open_data.files import citation, csv_text, data_package, json_lines
from claimbook.exports.open_data.tables import Table, tables_of
from claimbook.exports.structured.licences import licence_of
from claimbook.settings import Publication
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change

FOLDER, SUMS = "data", "SHA256SUMS"
_DAY = len("2026-11-23")


def download_files(catalogue: Catalogue) -> Iterator[File]:
    """What a site offers for download, in :data:`FOLDER`, with its sums."""
    corpus, publication = catalogue.corpus, catalogue.publication
    files = [
        *record_files(corpus, publication),
        *table_files(tables_of(corpus, publication.url), publication),
    ]
    files += about_files(corpus, publication, [name for name, _ in files])
    yield from ((f"{FOLDER}/{name}", content) for name, content in files)
    yield f"{FOLDER}/{SUMS}", sums(files).encode()


def record_files(corpus: Corpus, publication: Publication) -> Iterator[File]:
    """The claims as JSON Lines."""
    yield "claims.jsonl", "".join(json_lines(corpus, publication.url)).encode()


def table_files(tables: tuple[Table, ...], publication: Publication) -> Iterator[File]:
    """The tables as CSV, and what describes them."""
    yield from ((f"{each.name}.csv", csv_text(each).encode()) for each in tables)
    yield "datapackage.json", data_package(publication, tables).encode()
    yield CSVW, csvw_metadata(publication, tables).encode()


def about_files(corpus: Corpus, publication: Publication, there: Collection[str]) -> Iterator[File]:
    """What the files that are ``there`` are, how to name them, and on what terms to use them."""
    yield "README.md", _readme(publication, there).encode()
    yield "CITATION.cff", citation_file(corpus, publication).encode()


def sums(files: list[File]) -> str:
    """The digests of files, as ``sha256sum --check`` reads them."""
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files)


def citation_file(corpus: Corpus, publication: Publication) -> str:
    """``CITATION.cff`` (Citation File Format 1.2.0); its day is that of the last change."""
    licence = licence_of(publication.licence)
    days = (last_change(each.record) for each in corpus.claims.values())
    day = max((each for each in days if each and len(each) == _DAY), default="")
    told = {
        "cff-version": "1.2.0",
        "message": "If you use this data, please cite it as below.",
        "type": "dataset",
        "title": f"{publication.name}: fact-checks",
        "abstract": publication.description,
        "authors": [{"name": publication.name}],
        "url": publication.url,
        "license": licence.identifier if licence else "",
        "date-released": day,
    }
    # JSON on one line is YAML, whatever a name holds.
    lines = (f"{name}: {json.dumps(value)}\n" for name, value in told.items() if value)
    return "".join(lines)


_TITLE = """\
# Fact-checks as data

{title}

Licence: {licence}. Cite it as: {citation}

"""
# What there is to say of a file, and of those that come with it.
_TOLD = {
    "claims.jsonl": "- `claims.jsonl` has each claim on a line, with all that its file says.\n",
    "claims.csv": """\
- `claims.csv`, `evidence.csv` and `sources.csv` are tables; `datapackage.json` (Frictionless) and
  `csv-metadata.json` (CSVW) say what is in them. A cell that a spreadsheet would take for a formula
  begins with an apostrophe.
""",
    "claims.parquet": "- The files `.parquet` are the same tables, with texts as they are.\n",
    "claims.sqlite3": "- `claims.sqlite3` has the same tables, with texts as they are.\n",
}
_END = """\
- `SHA256SUMS` has the digest of every file: `sha256sum --check SHA256SUMS`.

Dates are EDTF: a year, a month, a day or a minute, with `?` where in doubt and `~` where
approximate. Quoted passages belong to those who wrote them.
"""


def _readme(publication: Publication, there: Collection[str]) -> str:
    licence = licence_of(publication.licence)
    named = f"{licence.name} {licence.url}".strip() if licence else "not stated"
    words = {"title": publication.name, "licence": named, "citation": citation(publication)}
    title = _TITLE.format(**{name: _literal(text) for name, text in words.items()})
    return "".join([title, *(text for name, text in _TOLD.items() if name in there), _END])


def _literal(text: str) -> str:
    """A text that means nothing to Markdown."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>()#+!|~&" else each for each in text)
