"""The Web Annotation Data Model: the terms of its vocabulary that we use, and its rules.

Rules are those with MUST in the Recommendation of 23 February 2017; their sections stand beside
them. The terms map to the same addresses as in the context that the W3C publishes.
"""

from collections.abc import Iterator
from typing import Any

from pyld import jsonld

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
_LINKS = {
    **{name: f"{OA}has{name.title()}" for name in ("body", "target", "source", "selector")},
    "partOf": f"{AS}partOf",
    "first": f"{AS}first",
    "creator": "http://purl.org/dc/terms/creator",
    "rights": "http://purl.org/dc/terms/rights",
    "homepage": "http://xmlns.com/foaf/0.1/homepage",
}
_VALUES = {
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
    **{name: f"http://purl.org/dc/elements/1.1/{name}" for name in ("format", "language")},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
}
_NAMES = {
    **{
        name: f"{OA}{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector"),
            *("TextPositionSelector", "assessing", "classifying", "commenting", "editing"),
            "linking",
        )
    },
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Organization": "http://xmlns.com/foaf/0.1/Organization",
}
TERMS = {
    "id": "@id",
    "type": "@type",
    **{name: {"@id": at, "@type": "@id"} for name, at in _LINKS.items()},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    **_VALUES,
    **_NAMES,
}
MOTIVATIONS = {"assessing", "classifying", "commenting", "editing", "linking"}
_KEYS = {key for key, meant in TERMS.items() if meant not in _NAMES.values()}


def expanded(told: dict[str, Any], base: str) -> dict[str, Any]:
    """A collection as a program reads it that knows JSON-LD."""

    def load(address: str, _: object) -> dict[str, Any]:
        assert address == CONTEXT
        document = {"@context": TERMS}
        return {"contextUrl": None, "documentUrl": address, "document": document}

    (read,) = jsonld.expand(told, {"documentLoader": load, "base": base})
    return dict(read)


def problems_of(told: dict[str, Any], text: str) -> Iterator[str]:
    """What is wrong with a collection whose only page is in it, about a text."""
    if told.get("@context") != CONTEXT:
        yield "the context is another (3.1)"
    if told["type"] != "AnnotationCollection" or not told["id"]:
        yield "a collection has a type and an id (5.1)"
    page = told["first"]
    if page["type"] != "AnnotationPage" or page["startIndex"] or page["partOf"] != told["id"]:
        yield "a page says where it belongs (5.2)"
    if told["total"] != len(page["items"]):
        yield "the total is another (5.1)"
    names = [each["id"] for each in page["items"]]
    if len({*names, told["id"], page["id"]}) != len(names) + 2:
        yield "an id stands twice (3.1)"
    for each in page["items"]:
        yield from _annotation(each, text)
    yield from (f"there is no term {key}" for key in sorted(set(_keys(told)) - _KEYS))


def _annotation(each: dict[str, Any], text: str) -> Iterator[str]:
    if each["type"] != "Annotation" or not each["target"]:
        yield f"{each['id']}: an annotation has a type and a target (3.1)"
    if each["motivation"] not in MOTIVATIONS:
        yield f"{each['id']}: there is no such motivation (3.3.5)"
    for body in each["body"]:
        if body["type"] == "TextualBody" and not isinstance(body["value"], str):
            yield f"{each['id']}: a text is a string (3.2.4)"
        if body["purpose"] not in MOTIVATIONS:
            yield f"{each['id']}: there is no such purpose (3.3.5)"
    for target in each["target"]:
        for selector in target["selector"]:
            yield from (f"{each['id']}: {problem}" for problem in _selector(selector, text))


def _selector(selector: dict[str, Any], text: str) -> Iterator[str]:
    if selector["type"] == "TextPositionSelector":
        if not 0 <= selector["start"] <= selector["end"] <= len(text):
            yield "a position lies in the text (4.2.5)"
    elif selector["prefix"] + selector["exact"] + selector["suffix"] not in text:
        yield "a quotation stands in the text (4.2.4)"


def _keys(told: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(told, dict):
        for key, value in told.items():
            yield from [key] if key != "@context" else []
            yield from _keys(value)
    elif isinstance(told, list):
        for each in told:
            yield from _keys(each)
