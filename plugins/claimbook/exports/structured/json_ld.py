"""JSON-LD, and how it stands in pages."""

import re
from typing import Any

from claimbook.data import json_text
from claimbook.dates import PartialDate

Json = dict[str, Any]
CONTEXT = "https://schema.org"
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_SAFE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


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


def safe_json(value: object) -> str:
    """JSON on one line in which no character means anything to HTML or ends a line of script."""
    text = json_text(value)
    return text.translate(_SAFE) if _UNSAFE.search(text) else text
