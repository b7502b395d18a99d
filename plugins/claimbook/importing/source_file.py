"""From a reference to the file of a source. What our fields do not take stands in comments."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimbook.decode import Role
from claimbook.formatting import formatted, schema_address
from claimbook.formatting.preamble import schema_line
from claimbook.formatting.scalars import quoted
from claimbook.records import Source
from claimbook.shape import Kind, Reader, shapes_of
from claimbook.text import FILE_START, SourceFile
from claimbook.values import SourceType
from claimbook.yaml_tree import Scalar

# Types of CSL 1.0.2. What is left out has no type of ours.
_TYPES = {
    **dict.fromkeys(("article", "article-journal", "article-magazine"), SourceType.ARTICLE),
    **dict.fromkeys(("article-newspaper", "review", "entry-encyclopedia"), SourceType.ARTICLE),
    **dict.fromkeys(("webpage", "post-weblog", "entry"), SourceType.WEBPAGE),
    **dict.fromkeys(("post",), SourceType.SOCIAL_POST),
    **dict.fromkeys(("book", "chapter", "classic"), SourceType.BOOK),
    **dict.fromkeys(("report", "thesis", "standard", "paper-conference"), SourceType.REPORT),
    **dict.fromkeys(("dataset",), SourceType.DATASET),
    **dict.fromkeys(("legislation", "legal_case", "bill", "regulation"), SourceType.LEGAL),
    **dict.fromkeys(("treaty", "hearing"), SourceType.LEGAL),
    **dict.fromkeys(("motion_picture", "broadcast"), SourceType.VIDEO),
    **dict.fromkeys(("interview",), SourceType.INTERVIEW),
    **dict.fromkeys(("software",), SourceType.CODE),
    **dict.fromkeys(("personal_communication",), SourceType.PERSONAL_COMMUNICATION),
}
# What CSL calls a genre, where that says more than the type.
_GENRES = {"press release": SourceType.PRESS_RELEASE, "podcast": SourceType.PODCAST}
_TEXTS = {
    "title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "language": "language",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
}
_DATES = {"issued": "published", "accessed": "accessed"}
_PARTS = ("given", "family", "non-dropping-particle", "dropping-particle", "suffix")
_RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_KINDS: dict[str, Kind] = {shape.name: shape.kind for shape in shapes_of(Source)}
_STANDING = "# standing: primary, secondary or tertiary"


def source_text(item: Mapping[str, Any], site: str) -> str:
    """The file of a source, in its usual form.

    ``site`` is the address of the published site, or the way to the project; it ends with ``/``.
    """
    schema = schema_line(schema_address(site, Role.SOURCE))
    rough = "".join(f"{line}\n" for line in (schema, *source_lines(item), _STANDING))
    return formatted(SourceFile("", rough.encode()), Role.SOURCE, site).value or rough


def told(item: Mapping[str, Any], name: str) -> str:
    """A text of an item, on one line; empty where there is none."""
    value = item.get(name, "")
    text = str(value) if isinstance(value, str | int) else ""
    return _RESOLVER.sub("", " ".join(text.split())) if name == "DOI" else " ".join(text.split())


def source_lines(item: Mapping[str, Any]) -> Iterator[str]:
    """The fields of a source as lines of YAML; what a field does not take becomes a comment."""
    kind = _GENRES.get(told(item, "genre").lower(), _TYPES.get(told(item, "type")))
    if kind:
        yield f"type: {kind}"
    for name, field in _TEXTS.items():
        yield from _field(field, told(item, name))
    for name, field in _DATES.items():
        yield from _field(field, _date(item.get(name)))
    yield from _authors(item.get("author"))


def _field(name: str, text: str) -> Iterator[str]:
    """A field, or a comment where its text is none that the field takes."""
    if not text:
        return
    reader = Reader("")
    _KINDS[name].read(Scalar(text, FILE_START, '"'), reader)
    if reader.diagnostics:
        yield f"# {name}: {text} ({reader.diagnostics[0].message})"
    else:
        yield f"{name}: {quoted(text)}"


def _date(value: object) -> str:
    """The date of CSL-JSON as we write it; what is no date comes back as it is."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(str(each).zfill(2) for each in parts[0] if each)
    words = value.get("raw") or value.get("literal") or ""
    # A span of time is told by its beginning, as in BibLaTeX.
    return str(words).partition("/")[0].strip()


def _authors(value: object) -> Iterator[str]:
    names = value if isinstance(value, list | tuple) else ()
    written = [line for each in names if isinstance(each, dict) and (line := _author(each))]
    if written:
        yield "authors:"
        yield from (f"  - {{{line}}}" for line in written)


def _author(name: Mapping[str, Any]) -> str:
    given, family, particle, dropped, suffix = (told(name, part) for part in _PARTS)
    whole = told(name, "literal")
    if not family:
        # Whether this is a person or an organisation, nobody has said.
        return f"name: {quoted(whole or given)}" if whole or given else ""
    last = " ".join(each for each in (particle or dropped, family, suffix) if each)
    return f"family: {quoted(last)}" + (f", given: {quoted(given)}" if given else "")
