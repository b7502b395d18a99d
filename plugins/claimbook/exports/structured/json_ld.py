"""JSON-LD, and how it stands in pages."""

from typing import Any

from claimbook.boundaries.script import safe_json
from claimbook.dates import PartialDate

Json = dict[str, Any]
CONTEXT = "https://schema.org"


def typed(kind: str, **values: object) -> Json:
    """A thing of schema.org's type ``kind`` with what is known of it: no empty values."""
    return {"@type": kind} | {name: value for name, value in values.items() if value}


def in_context(thing: Json) -> Json:
    """A thing that stands alone, with the vocabulary it is told in."""
    return {"@context": CONTEXT, **thing}


def day(date: PartialDate | None) -> str | None:
    """A date in the form of ISO 8601; None where it is in doubt, which no markup could say."""
    return date.plain if date and not date.is_doubtful else None


def script(structured: Json) -> str:
    """A ``script`` element with JSON-LD that no content can end or escape."""
    return f'<script type="application/ld+json">{safe_json(structured)}</script>'
