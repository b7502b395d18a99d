"""BibTeX, and BibLaTeX, which knows web pages, days and more types."""

from collections.abc import Iterable, Iterator

from claimbook.boundaries.bibtex_text import address, tex
from claimbook.citations.work import Name, Work, iso

_NEW_TYPES = {
    "article-newspaper": "article",
    "article-journal": "article",
    "motion_picture": "video",
    "book": "book",
    "report": "report",
    "dataset": "dataset",
    "legislation": "legislation",
    "software": "software",
    "personal_communication": "letter",
}
_OLD_TYPES = {
    "article-newspaper": "article",
    "article-journal": "article",
    "book": "book",
    "report": "techreport",
}
_OLD_PLACES = {"article": "journal", "book": "publisher", "techreport": "institution"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(works: Iterable[Work]) -> str:
    """Works as entries of BibTeX; what it has no type for is ``misc``."""
    return "\n".join(_entry(each, _OLD_TYPES.get(each.type, "misc"), _old(each)) for each in works)


def biblatex(works: Iterable[Work]) -> str:
    """Works as entries of BibLaTeX; what stands on the web alone is ``online``."""
    return "\n".join(_entry(each, _new_type(each), _new(each)) for each in works)


def _new_type(work: Work) -> str:
    found = _NEW_TYPES.get(work.type, "online" if work.url else "misc")
    return "online" if found == "article" and not work.container else found


def _entry(work: Work, kind: str, fields: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"  {name} = {text},\n" for name, text in fields)
    return f"@{kind}{{{work.id},\n{lines}}}\n"


def _shared(work: Work) -> Iterator[tuple[str, str]]:
    if work.authors:
        yield "author", f"{{{' and '.join(map(_name, work.authors))}}}"
    # A second pair of braces keeps capitals as they were published.
    yield "title", f"{{{{{tex(work.title)}}}}}"


def _new(work: Work) -> Iterator[tuple[str, str]]:
    yield from _shared(work)
    fields = {
        "journaltitle" if _new_type(work) == "article" else "maintitle": work.container,
        "institution" if work.type == "report" else "publisher": work.publisher,
        "type": work.genre,
        "urldate": iso(work.accessed),
    }
    yield from _braced(fields)
    if work.issued:
        # EDTF, in which a tilde is no sign of TeX.
        yield "date", f"{{{iso(work.issued)}{'~' * work.is_doubtful}}}"
    yield from _addresses(work)


def _old(work: Work) -> Iterator[tuple[str, str]]:
    yield from _shared(work)
    kind = _OLD_TYPES.get(work.type, "misc")
    accessed = f"Accessed {iso(work.accessed)}" if work.accessed else ""
    names = (work.publisher, work.container)
    # One field has to do for both.
    place = next(filter(None, names if kind in {"book", "techreport"} else reversed(names)), "")
    fields = {
        _OLD_PLACES.get(kind, "howpublished"): place,
        "year": str(work.issued[0]) if work.issued else "",
        "note": ". ".join(each for each in (work.genre, accessed) if each),
    }
    yield from _braced(fields)
    if len(work.issued) > 1:
        yield "month", _MONTHS[work.issued[1] - 1]
    yield from _addresses(work)


def _braced(fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, f"{{{tex(text)}}}") for name, text in fields.items() if text)


def _addresses(work: Work) -> Iterator[tuple[str, str]]:
    for name, text in (("url", work.url), ("doi", work.doi), ("isbn", work.isbn)):
        if text:
            yield name, f"{{{address(text)}}}"


def _name(name: Name) -> str:
    if name.family and name.given:
        return f"{tex(name.family)}, {tex(name.given)}"
    # Braces keep a name in one piece, with any “and” in it.
    return f"{{{tex(name.literal or name.family)}}}"
