"""RIS, as reference managers and library catalogues export it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimbook.diagnostics import Diagnostic, Outcome
from claimbook.importing.reference import Reference, broken, date_of, name_of

_BEGINNING = re.compile(r"^TY {0,2}- ?", re.MULTILINE)
_END = re.compile(r"^ER {0,2}-", re.MULTILINE)

_TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR", "ABST"), "article-journal"),
    **dict.fromkeys(("NEWS",), "article-newspaper"),
    **dict.fromkeys(("MGZN",), "article-magazine"),
    **dict.fromkeys(("ELEC", "ICOMM", "WEB"), "webpage"),
    **dict.fromkeys(("BLOG",), "post-weblog"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "CHAP", "ECHAP"), "book"),
    **dict.fromkeys(("RPRT", "GOVDOC", "THES", "STAND", "UNPB", "CONF", "CPAPER"), "report"),
    **dict.fromkeys(("DATA", "AGGR", "DBASE"), "dataset"),
    **dict.fromkeys(("CASE", "BILL", "STAT", "LEGAL", "HEAR", "UNBILL"), "legislation"),
    **dict.fromkeys(("VIDEO", "MPCT", "ADVS"), "motion_picture"),
    **dict.fromkeys(("COMP",), "software"),
    **dict.fromkeys(("PCOMM",), "personal_communication"),
}


def references_in(path: str, text: str) -> Outcome[tuple[Reference, ...]]:
    """The references of a file; those without an end are reported."""
    import rispy  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra

    kept: list[Reference] = []
    problems: list[Diagnostic] = []
    for line, record in _records(text):
        found = rispy.loads(record)
        if len(found) == 1:
            kept.append(Reference(line, dict(_item(found[0]))))
        else:
            problems.append(
                broken(path, line, "this record has no end", "end each record with `ER  -`")
            )
    return Outcome(tuple(kept), tuple(problems))


def _records(text: str) -> Iterator[tuple[int, str]]:
    """Each record with the line on which it begins."""
    starts = [match.start() for match in _BEGINNING.finditer(text)]
    for start, end in zip(starts, [*starts, len(text)][1:], strict=True):
        record = text[start:end]
        last = _END.search(record)
        yield text.count("\n", 0, start) + 1, record[: last.end()] + " \n" if last else ""


def _item(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "type", _TYPES.get(record["type_of_reference"], "")
    for name, keys in _FIELDS.items():
        found = next((record[key] for key in keys if record.get(key)), None)
        if found:
            yield name, found[0] if isinstance(found, list) else found
    authors = record.get("authors") or record.get("first_authors") or ()
    yield "author", [name_of(each) for each in authors]
    for name, keys in _DATES.items():
        told = next((record[key] for key in keys if record.get(key)), "")
        if told:
            yield name, date_of(told.strip("/ ").replace("/", "-"))


_FIELDS = {
    "id": ("id", "label"),
    "title": ("title", "primary_title"),
    "container-title": ("journal_name", "secondary_title", "alternate_title1"),
    "publisher": ("publisher",),
    "language": ("language",),
    "URL": ("urls", "url"),
    "DOI": ("doi",),
    "ISBN": ("issn",),
}
_DATES = {"issued": ("date", "year", "publication_year"), "accessed": ("access_date",)}
