"""RIS, which every reference manager reads."""

from collections.abc import Iterable, Iterator

from claimbook.boundaries.one_line import one_line
from claimbook.citations.work import Day, Name, Work

_TYPES = {
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "webpage": "ELEC",
    "post": "ICOMM",
    "motion_picture": "VIDEO",
    "broadcast": "SOUND",
    "book": "BOOK",
    "report": "RPRT",
    "dataset": "DATA",
    "legislation": "STAT",
    "interview": "PCOMM",
    "personal_communication": "PCOMM",
    "software": "COMP",
}
_DATE_PARTS = 3


def ris(works: Iterable[Work]) -> str:
    """Works as records, one after the other."""
    return "".join("".join(f"{tag}  - {text}\n" for tag, text in _record(each)) for each in works)


def _record(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.type, "GEN")
    fields = [
        ("ID", work.id),
        *(("AU", _name(each)) for each in work.authors),
        ("TI", work.title),
        ("T2", work.container),
        ("PB", work.publisher),
        ("PY", str(work.issued[0]) if work.issued else ""),
        ("DA", _date(work.issued)),
        ("Y2", _date(work.accessed)),
        ("M3", work.genre),
        ("LA", work.language),
        ("UR", work.url),
        ("DO", work.doi),
        ("SN", work.isbn),
    ]
    yield from ((tag, one_line(text)) for tag, text in fields if text)
    yield "ER", ""


def _name(name: Name) -> str:
    return (
        f"{name.family}, {name.given}"
        if name.family and name.given
        else name.literal or name.family
    )


def _date(day: Day) -> str:
    """``2025/03/04/``, ``2025/03//``, ``2025///``; empty where nothing is known."""
    parts = [f"{each:02}" for each in day]
    return "/".join([*parts, *[""] * (_DATE_PARTS - len(parts)), ""]) if parts else ""
