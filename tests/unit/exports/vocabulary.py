"""schema.org's vocabulary, to hold structured data against: types, properties, what they take."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from typing import Any

from pyld import jsonld

# The package's own way to it leads in a circle.
models = import_module("msgspec_schemaorg.models")
enums = import_module("msgspec_schemaorg.enums")
Json = dict[str, Any]
_NAMES = re.compile(r"\w+")
_TEXT, _ADDRESS = {"str"}, {"URL"}


def problems_of(thing: Json) -> Iterator[str]:
    """What the vocabulary does not know, or knows differently, in a thing and all within it.

    A supertype of what a property takes says less, and nothing wrong. schema.org lets text stand
    for any thing; here only addresses may.
    """
    kind = thing.get("@type")
    model = getattr(models, str(kind), None)
    if model is None:
        yield f"there is no type {kind}"
        return
    known = _properties(model)
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if not _fits(each, known[name]):
                yield f"{kind}.{name} does not take {each}"
            if isinstance(each, dict):
                yield from problems_of(each)


def _properties(model: type) -> dict[str, set[str]]:
    """The names of all types that each property of a type or its supertypes takes."""
    return {
        name: set(_NAMES.findall(str(kind)))
        for each in reversed(model.__mro__)
        for name, kind in vars(each).get("__annotations__", {}).items()
    }


def _fits(value: object, expected: set[str]) -> bool:
    if isinstance(value, dict):
        lineage = {each.__name__ for each in getattr(models, value["@type"]).__mro__}
        above = {
            each.__name__
            for name in expected
            if hasattr(models, name)
            for each in getattr(models, name).__mro__
        }
        return bool(lineage & expected) or value["@type"] in above - {"Struct", "object"}
    if isinstance(value, bool):
        return "bool" in expected
    if isinstance(value, int | float):
        return bool({"int", "float"} & expected)
    return _text_fits(str(value), expected)


def _text_fits(text: str, expected: set[str]) -> bool:
    if any(text in _members(each) for each in expected if hasattr(enums, each)):
        return True
    if text.startswith(("http://", "https://")):
        is_thing = any(hasattr(models, each) for each in expected)
        return bool(expected & (_TEXT | _ADDRESS)) or is_thing
    if expected & {"date", "datetime"} and not expected & _TEXT:
        return _is_date(text)
    return bool(expected & _TEXT) or "Language" in expected


def _members(name: str) -> set[str]:
    return {f"https://schema.org/{each.name}" for each in getattr(enums, name)}


def _is_date(text: str) -> bool:
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return bool(datetime.fromisoformat(text))
    return True


def expanded(thing: Json) -> Json:
    """What JSON-LD's own algorithm reads, each property by its whole name."""

    def load(address: str, _: object) -> Json:
        assert address == "https://schema.org"
        context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
        return {"document": {"@context": context}, "documentUrl": address, "contextUrl": None}

    read = jsonld.expand(thing, {"documentLoader": load})
    assert len(read) == 1
    found: Json = read[0]
    return found
