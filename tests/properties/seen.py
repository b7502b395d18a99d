"""What an editor sees in a YAML text: the instance that it holds against the JSON Schema.

Plain scalars become null, booleans and whole numbers as YAML 1.2 has it (core schema); editors
make numbers with a fraction too, but every field that takes a number takes those as well.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from claimbook.dates import DateError, parse_date
from claimbook.urls import UrlError, parse_url
from claimbook.values import is_isbn

_NULL = re.compile(r"null|Null|NULL|~|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")


@dataclass
class Seen:
    """An instance; ``is_exact`` unless the editor has lost something that the decoder still sees.

    `007` and `True` reach an editor as 7 and true, and it takes 1 and "1" in a list for two.
    There the decoder may be stricter than the schema, never the other way round.
    """

    instance: Any = None
    is_exact: bool = field(default=True)


def as_seen(text: str) -> Seen:
    """Read one document as an editor does."""
    seen = Seen()
    events = [each for each in yaml.parse(text) if isinstance(each, yaml.NodeEvent | yaml.Event)]
    nodes = iter(events[2:])
    seen.instance = _value(next(nodes), nodes, seen)
    return seen


def _value(event: Any, events: Any, seen: Seen) -> Any:  # noqa: ANN401
    if isinstance(event, yaml.ScalarEvent):
        return event.value if event.style else _resolved(event.value, seen)
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(events, seen)
    found: dict[str, Any] = {}
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            break
        found[key.value] = _value(next(events), events, seen)
    return found


def _list(events: Any, seen: Seen) -> list[Any]:  # noqa: ANN401
    items: list[Any] = []
    texts: list[str] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        if isinstance(event, yaml.ScalarEvent):
            texts.append(event.value)
        items.append(_value(event, events, seen))
    shown = [repr(each) for each in items if not isinstance(each, dict | list)]
    if len(set(texts)) != len(set(shown)):
        seen.is_exact = False
    return items


def _resolved(text: str, seen: Seen) -> Any:  # noqa: ANN401
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        seen.is_exact &= text.islower()
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        number = int(text, 0) if text[1:2] in {"o", "x"} else int(text)
        seen.is_exact &= str(number) == text and len(text) <= 15
        return number
    return text


FORMATS = FormatChecker(formats=())


@FORMATS.checks("partial-date", raises=DateError)
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(parse_date(value))


@FORMATS.checks("web-address", raises=UrlError)
def _is_address(value: object) -> bool:
    return not isinstance(value, str) or bool(parse_url(value))


@FORMATS.checks("isbn")
def _is_isbn(value: object) -> bool:
    if isinstance(value, str):
        return is_isbn(value)
    # An editor drops the zeros before a number.
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return not is_number or is_isbn(str(value)) or (value > 0 and is_isbn(f"{value:010}"))


def _pattern(_: Any, pattern: str, instance: object, __: Any) -> Any:  # noqa: ANN401
    """As in ECMAScript, which JSON Schema goes by: `$` is the very end, behind any line end."""
    ecma = re.sub(r"(?<!\\)\$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ecma, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = extend(Draft202012Validator, {"pattern": _pattern})
