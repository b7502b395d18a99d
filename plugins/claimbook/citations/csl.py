"""CSL-JSON, the format of citation processors (CSL 1.0.2, ``csl-data.json``)."""

from collections.abc import Iterable, Iterator
from typing import Any

from claimbook.citations.work import Day, Name, Work
from claimbook.data import json_lines


def csl_json(works: Iterable[Work]) -> str:
    """Works as a list of items."""
    items = [dict(_item(each)) for each in works]
    return f"{json_lines(items)}\n"


def _item(work: Work) -> Iterator[tuple[str, Any]]:
    yield from (("id", work.id), ("type", work.type), ("title", work.title))
    if work.authors:
        yield "author", [_name(each) for each in work.authors]
    texts = {
        "container-title": work.container,
        "publisher": work.publisher,
        "genre": work.genre,
        "language": work.language,
        "URL": work.url,
        "DOI": work.doi,
        "ISBN": work.isbn,
    }
    yield from ((name, text) for name, text in texts.items() if text)
    if work.issued:
        yield "issued", _date(work.issued) | ({"circa": True} if work.is_doubtful else {})
    if work.accessed:
        yield "accessed", _date(work.accessed)


def _name(name: Name) -> dict[str, str]:
    return {part: text for part, text in name._asdict().items() if text}


def _date(day: Day) -> dict[str, Any]:
    return {"date-parts": [[*day]]}
