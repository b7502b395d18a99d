"""BibTeX and BibLaTeX."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimbook.dates import MONTH_NAMES
from claimbook.diagnostics import Diagnostic, Outcome
from claimbook.importing.reference import Reference, broken, date_of

if TYPE_CHECKING:
    from bibtexparser.model import Entry, ParsingFailedBlock

_TYPES = {
    **dict.fromkeys(("article", "suppperiodical", "periodical"), "article-journal"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    **dict.fromkeys(("book", "inbook", "mvbook", "collection", "incollection"), "book"),
    **dict.fromkeys(("booklet", "bookinbook", "reference", "inreference"), "book"),
    **dict.fromkeys(("report", "techreport", "manual", "thesis", "unpublished"), "report"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "inproceedings", "proceedings"), "report"),
    **dict.fromkeys(("dataset",), "dataset"),
    **dict.fromkeys(("legislation", "jurisdiction", "legal"), "legislation"),
    **dict.fromkeys(("video", "movie"), "motion_picture"),
    **dict.fromkeys(("software",), "software"),
    **dict.fromkeys(("letter",), "personal_communication"),
}
_FIELDS = {
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "language": ("language", "langid"),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
}
_ADDRESS = re.compile(r"https?://[^\s{}]+")
# What it says about a file we say ourselves.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}


def references_in(path: str, text: str) -> Outcome[tuple[Reference, ...]]:
    """The references of a file; entries that cannot be read are reported."""
    from bibtexparser import middlewares  # noqa: PLC0415 - an extra
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - as above

    names = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    # In TeX as written: braces tell that a name is one piece. Positions are counted from 0.
    written = parse_string(text, append_middleware=names)
    plain = parse_string(text, append_middleware=[*names, middlewares.LatexDecodingMiddleware()])
    pairs = zip(written.entries, plain.entries, strict=True)
    kept = (Reference((one.start_line or 0) + 1, dict(_item(one, each))) for one, each in pairs)
    return Outcome(tuple(kept), tuple(_problems(path, written.failed_blocks)))


def _problems(path: str, blocks: "list[ParsingFailedBlock]") -> Iterator[Diagnostic]:
    from bibtexparser.model import DuplicateBlockKeyBlock  # noqa: PLC0415 - an extra

    for block in blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock):
            hint = "give it a key of its own"
            yield broken(path, line, f"the key `{block.key}` is there already", hint)
        else:
            hint = "look for a brace or a quotation mark without its partner"
            yield broken(path, line, "this entry cannot be read", hint)


def _item(written: "Entry", plain: "Entry") -> Iterator[tuple[str, Any]]:
    fields = {each.key.lower(): each.value for each in plain.fields}
    yield "id", plain.key
    yield "type", _TYPES.get(plain.entry_type.lower(), "")
    yield "title", ": ".join(fields[each] for each in ("title", "subtitle") if fields.get(each))
    for name, keys in _FIELDS.items():
        found = next((fields[key] for key in keys if fields.get(key)), "")
        if found:
            yield name, found
    raw = {each.key.lower(): each.value for each in written.fields}
    yield "author", [*_authors(raw.get("author", ()), fields.get("author", ()))]
    address = _ADDRESS.search(f"{fields.get('url', '')} {fields.get('howpublished', '')}")
    if address:
        yield "URL", address[0]
    yield from _dates(fields)


def _authors(written: Any, plain: Any) -> Iterator[dict[str, str]]:  # noqa: ANN401 - the library's own
    for one, each in zip(written, plain, strict=True):
        family = " ".join([*each.von, *each.last, *each.jr])
        is_one_piece = one.last[0].startswith("{") if one.last else False
        if is_one_piece or not each.first:
            yield {"literal": " ".join([*each.first, family]).strip("{}")}
        else:
            yield {"family": family, "given": " ".join(each.first)}


def _dates(fields: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    year, month, day = (str(fields.get(each, "")).strip() for each in ("year", "month", "day"))
    if fields.get("date"):
        yield "issued", date_of(fields["date"])
    elif year:
        number = str(_MONTHS.get(month[:3].lower(), month))
        yield "issued", date_of("-".join(each.zfill(2) for each in (year, number, day) if each))
    if fields.get("urldate"):
        yield "accessed", date_of(fields["urldate"])
