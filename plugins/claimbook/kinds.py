"""The kinds of text a field may hold. Each reads a scalar and says the same as JSON Schema."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimbook import codes
from claimbook.dates import PATTERN as DATE_PATTERN
from claimbook.dates import DateError, PartialDate, parse_date
from claimbook.diagnostics import Code, did_you_mean, listing, shortened
from claimbook.shape import Definitions, Json, Reader
from claimbook.urls import MAX_LENGTH, Url, UrlError, parse_url
from claimbook.values import RESERVED_SLUGS, SLUG_MAX, SLUG_PATTERN, Word, is_isbn, is_slug, slug_of
from claimbook.yaml_tree import NULLS, Mapping, Node, Scalar, Sequence

LEAVE_OUT = ", or leave the field out"
_FILL_IN = f"fill it in{LEAVE_OUT}; put a text that begins with `#` in quotes"
_WHITE = re.compile(r"[ \t\n]+")


def scalar_text(node: Node, reader: Reader, wanted: str) -> str | None:
    """The text of a scalar that is not empty, or None after saying what stands there instead."""
    if type(node) is Scalar:
        text = node.text
        if text and not text.isspace() and (node.style or text not in NULLS):
            return text
    _refuse(node, reader, wanted)
    return None


def _refuse(node: Node, reader: Reader, wanted: str) -> None:
    if isinstance(node, Scalar):
        message = f"the value is empty; {wanted} is expected"
        reader.say(codes.EMPTY_VALUE, node.mark, message, _FILL_IN)
    else:
        what, remedy = _other_than_text(node)
        message = f"{what} stands where {wanted} is expected"
        reader.say(codes.WRONG_KIND, node.mark, message, remedy)


def _other_than_text(node: Mapping | Sequence) -> tuple[str, str]:
    if isinstance(node, Mapping):
        return "a group of fields", "write it on one line, in quotes if it holds a colon or braces"
    return "a list", "write one value without a hyphen, in quotes if it holds brackets"


def _text_within(most: int, node: Node, reader: Reader, wanted: str) -> str | None:
    """The text of a scalar without white space around it; None, reported, where it is too long."""
    # Most values are like that, and half of all that is read are texts.
    if type(node) is Scalar and len(node.text) <= most and node.text not in NULLS:
        inner = node.text.strip()
        if inner:
            return inner
    text = scalar_text(node, reader, wanted)
    if text is None or len(text) <= most:
        return text and text.strip()
    message = f"the text has {len(text):,} characters; at most {most:,} are read"
    reader.say(codes.TOO_LONG, node.mark, message, "shorten it")
    return None


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text: shown escaped, white space folded; never Markdown."""

    most: int = 500

    def read(self, node: Node, reader: Reader) -> str | None:
        """The text with its white space folded to single spaces; no-break spaces are letters."""
        text = _text_within(self.most, node, reader, "text")
        if text is None or not ("\n" in text or "  " in text or "\t" in text):
            return text
        return _WHITE.sub(" ", text)

    def schema(self, definitions: Definitions) -> Json:
        """A string; numbers and booleans are what editors make of unquoted text."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S", "maxLength": self.most}


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A quotation: printed as it stands, not even its punctuation is touched."""

    most: int = 4000

    def read(self, node: Node, reader: Reader) -> str | None:
        """The text without white space around it."""
        return _text_within(self.most, node, reader, "a quotation")

    def schema(self, definitions: Definitions) -> Json:
        """As plain text."""
        return Plain(self.most).schema(definitions)


@dataclass(frozen=True, slots=True)
class Markdown:
    """CommonMark with citations; what it may hold is checked by :mod:`claimbook.prose`."""

    most: int = 20_000

    def read(self, node: Node, reader: Reader) -> str | None:
        """The source text, without white space around it."""
        return _text_within(self.most, node, reader, "text in Markdown")

    def schema(self, definitions: Definitions) -> Json:
        """As plain text."""
        return Plain(self.most).schema(definitions)


@dataclass(frozen=True, slots=True)
class SlugKind:
    """An id, or a reference to one."""

    of: str = "id"

    def read(self, node: Node, reader: Reader) -> str | None:
        """The id."""
        text = scalar_text(node, reader, f"the {self.of}")
        return None if text is None else read_slug(text, node, reader, self.of)

    def schema(self, definitions: Definitions) -> Json:
        """A string of the form of an id; whole numbers and booleans as editors see them."""
        return slug_schema()


def read_slug(text: str, node: Node, reader: Reader, of: str) -> str | None:
    """``text`` if it has the form of an id and is not reserved; else None, reported."""
    if is_slug(text) and text not in RESERVED_SLUGS:
        return text
    message = (
        f"`{shortened(text)}` cannot be a {of}: "
        "lower-case letters, digits and single hyphens are expected"
    )
    reader.say(codes.INVALID_ID, node.mark, message, _better_slug(text, of))
    return None


def _better_slug(text: str, of: str) -> str | None:
    if of == "source id" and text.lower().startswith(("http://", "https://")):
        return "to write the source out, give `title:` and `url:` on lines of their own below"
    better = slug_of(text)
    return f"write `{better}`" if better and better not in RESERVED_SLUGS else None


def slug_schema() -> Json:
    """JSON Schema of an id."""
    reserved = "|".join(sorted(RESERVED_SLUGS))
    return {
        "anyOf": [
            {
                "type": "string",
                "pattern": f"^(?!({reserved})$){SLUG_PATTERN}$",
                "patternErrorMessage": "Write lower-case letters, digits and single hyphens.",
                "maxLength": SLUG_MAX,
            },
            {"type": "integer", "minimum": 0},
            {"type": "boolean"},
        ]
    }


@dataclass(frozen=True, slots=True)
class DateKind:
    """A partial date."""

    def read(self, node: Node, reader: Reader) -> PartialDate | None:
        """The date as precise as it was written."""
        text = scalar_text(node, reader, "a date")
        if text is None:
            return None
        try:
            return parse_date(text)
        except DateError as error:
            reader.say(codes.INVALID_DATE, node.mark, str(error), error.hint)
            return None

    def schema(self, definitions: Definitions) -> Json:
        """A string; a year alone is a number to editors."""
        return definitions.reference("partial-date", _date_schema)


def _date_schema(definitions: Definitions) -> Json:
    return {
        "description": "A date as precise as it is known: 2025, 2025-12, 2025-12-11, "
        "2025-12-11T19:57Z; add ? if uncertain, ~ if approximate, % if both.",
        "anyOf": [
            {
                "type": "string",
                "pattern": f"^{DATE_PATTERN}$",
                "patternErrorMessage": "Write a date as 2025, 2025-12 or 2025-12-11.",
                "format": "partial-date",
            },
            {"type": "integer", "minimum": 1000, "maximum": 9999},
        ],
    }


@dataclass(frozen=True, slots=True)
class UrlKind:
    """An absolute http(s) address."""

    def read(self, node: Node, reader: Reader) -> Url | None:
        """The address as a browser reads it."""
        text = scalar_text(node, reader, "a web address")
        if text is None:
            return None
        try:
            return parse_url(text)
        except UrlError as error:
            reader.say(codes.INVALID_URL, node.mark, str(error), error.hint)
            return None

    def schema(self, definitions: Definitions) -> Json:
        """A string that a browser reads as http(s)."""
        return definitions.reference("web-address", _url_schema)


def _url_schema(definitions: Definitions) -> Json:
    return {
        "description": "The absolute address of a page, beginning with https:// or http://.",
        "type": "string",
        "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s\\]+$",
        "patternErrorMessage": "Write the whole address: it begins with https:// or http://.",
        "maxLength": MAX_LENGTH,
        "format": "web-address",
    }


@cache
def _words(vocabulary: type[Word]) -> dict[str, Word]:
    return {word.value: word for word in vocabulary}


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a fixed vocabulary."""

    words: type[Word]
    called: str

    def read(self, node: Node, reader: Reader) -> Any:  # noqa: ANN401
        """The member of the vocabulary."""
        text = scalar_text(node, reader, f"a {self.called}")
        if text is None:
            return None
        known = _words(self.words)
        if text in known:
            return known[text]
        hint = did_you_mean(text, known) or f"use one of {', '.join(listing(known))}"
        message = f"`{shortened(text)}` is not a {self.called}"
        reader.say(codes.UNKNOWN_CHOICE, node.mark, message, hint)
        return None

    def schema(self, definitions: Definitions) -> Json:
        """The words, and what editors show beside them; those who only check pass over that."""
        return {
            "enum": [word.value for word in self.words],
            "enumDescriptions": [word.meaning for word in self.words],
        }


@dataclass(frozen=True, slots=True)
class Form:
    """Text of a fixed form: a language tag, a DOI, a digest, a file name."""

    pattern: str
    called: str
    hint: str
    code: Code = codes.INVALID_IDENTIFIER
    most: int = 255

    def read(self, node: Node, reader: Reader) -> str | None:
        """The text."""
        text = scalar_text(node, reader, self.called)
        if text is None:
            return None
        if len(text) <= self.most and re.fullmatch(self.pattern, text):
            return text
        if len(text) > self.most:
            message = f"{self.called} has at most {self.most:,} characters; here are {len(text):,}"
            reader.say(self.code, node.mark, message, self.hint)
            return None
        reader.say(self.code, node.mark, f"`{shortened(text)}` is not {self.called}", self.hint)
        return None

    def schema(self, definitions: Definitions) -> Json:
        """A string of that form, or what editors make of one that is all digits."""
        text: Json = {
            "type": "string",
            "pattern": f"^(?:{self.pattern})$",
            # What editors say; those who only check pass over it.
            "patternErrorMessage": f"This is not {self.called}: {self.hint}.",
            "maxLength": self.most,
        }
        if re.fullmatch(self.pattern, "7"):
            return {"anyOf": [text, {"type": "integer", "minimum": 0}, {"type": "boolean"}]}
        return text


@dataclass(frozen=True, slots=True)
class Isbn:
    """An ISBN with a right check digit."""

    def read(self, node: Node, reader: Reader) -> str | None:
        """The number as written."""
        text = scalar_text(node, reader, "an ISBN")
        if text is None or is_isbn(text):
            return text
        message = f"`{shortened(text)}` is not an ISBN: 10 or 13 digits with a right check digit"
        reader.say(codes.INVALID_IDENTIFIER, node.mark, message, "copy it from the imprint")
        return None

    def schema(self, definitions: Definitions) -> Json:
        """A string, or digits as editors see them."""
        return {"type": ["string", "integer"], "format": "isbn"}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds."""

    least: int
    most: int

    def read(self, node: Node, reader: Reader) -> int | None:
        """The number."""
        text = scalar_text(node, reader, "a whole number")
        if text is None:
            return None
        if re.fullmatch(r"0|[1-9][0-9]{0,8}", text) and self.least <= int(text) <= self.most:
            return int(text)
        message = f"`{shortened(text)}` is not a whole number from {self.least} to {self.most}"
        reader.say(codes.INVALID_NUMBER, node.mark, message)
        return None

    def schema(self, definitions: Definitions) -> Json:
        """A number, or the same in quotes."""
        numbers = range(self.least, self.most + 1)
        return {"enum": [*numbers, *(str(each) for each in numbers)]}
