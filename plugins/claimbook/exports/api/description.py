"""What describes the API to machines: JSON Schemas and OpenAPI 3.1.

Both are made of the same declarations as the answers.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from claimbook.data import json_schemas
from claimbook.decode import Role
from claimbook.exports.api.answers import (
    VERSION,
    Changes,
    ChangesIndex,
    ClaimAnswer,
    Claimants,
    ClaimsPage,
    Index,
    Scale,
    SourceAnswer,
    Sources,
    TopicAnswer,
    Topics,
)
from claimbook.exports.api.places import ROOT, answer
from claimbook.exports.files import File
from claimbook.exports.structured.licences import licence_of
from claimbook.schema import DIALECT, json_schema
from claimbook.settings import Publication
from claimbook.views.catalogue import Catalogue

SCHEMA, OPENAPI = "schema", "openapi"
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_PAGE = {"type": "integer", "minimum": 2}
_PERIOD = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2})?$"}


class Operation(NamedTuple):
    """A question that can be asked: where, what answers it, and what the path names."""

    path: str
    name: str
    about: str
    kind: type
    parameter: tuple[str, dict[str, Any]] | None = None


OPERATIONS = (
    Operation("index", "getIndex", "What there is, and where.", Index),
    Operation("claims/index", "listClaims", "The first page of all claims.", ClaimsPage),
    Operation(
        "claims/page/{page}", "listMoreClaims", "A further page.", ClaimsPage, ("page", _PAGE)
    ),
    Operation("claims/{id}", "getClaim", "One claim in full.", ClaimAnswer, ("id", _ID)),
    Operation("sources/index", "listSources", "All shared sources.", Sources),
    Operation("sources/{id}", "getSource", "One source in full.", SourceAnswer, ("id", _ID)),
    Operation("claimants", "listClaimants", "Who claimed, and who is spoken of.", Claimants),
    Operation("topics/index", "listTopics", "All topics.", Topics),
    Operation("topics/{id}", "getTopic", "A topic and its claims.", TopicAnswer, ("id", _ID)),
    Operation("scale", "getScale", "The rating scale.", Scale),
    Operation("changes/index", "listPeriods", "Months in which something changed.", ChangesIndex),
    Operation(
        "changes/{period}",
        "listChanges",
        "What was published, corrected and withdrawn.",
        Changes,
        ("period", _PERIOD),
    ),
)


def description_files(catalogue: Catalogue) -> Iterator[File]:
    """The schemas, and the description of all that can be asked."""
    yield answer(SCHEMA, {"$schema": DIALECT, "$defs": schemas()})
    yield answer(OPENAPI, openapi(catalogue.publication))


@cache
def schemas() -> dict[str, Any]:
    """The JSON Schema of every answer and of all it is made of, by name."""
    found = json_schemas(each.kind for each in OPERATIONS)
    for name, role in (("ClaimFile", Role.CLAIM), ("SourceFile", Role.SOURCE)):
        whole = json_schema(role)
        found |= whole.pop("$defs", {})
        found[name] = {key: value for key, value in whole.items() if not key.startswith("$")}
    return dict(sorted(found.items()))


def openapi(publication: Publication) -> dict[str, Any]:
    """The API as OpenAPI 3.1.1 tells it."""
    told = {
        "openapi": "3.1.1",
        "info": _info(publication),
        "servers": [{"url": f"{publication.url}{ROOT}"}] if publication.url else [{"url": "."}],
        "paths": {f"/{each.path}.json": _path(each) for each in OPERATIONS},
        "components": {"schemas": schemas()},
    }
    text = json.dumps(told).replace('"#/$defs/', '"#/components/schemas/')
    described: dict[str, Any] = json.loads(text)
    return described


def _info(publication: Publication) -> dict[str, Any]:
    licence = licence_of(publication.licence)
    info: dict[str, Any] = {"title": publication.name, "version": VERSION}
    if publication.description:
        info["description"] = publication.description
    if licence:
        more = {"identifier": licence.identifier} if licence.identifier else {"url": licence.url}
        info["license"] = {"name": licence.name} | {k: v for k, v in more.items() if v}
    return info


def _path(operation: Operation) -> dict[str, Any]:
    schema = {"$ref": f"#/$defs/{operation.kind.__name__}"}
    told: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.about,
        "responses": {
            "200": {"description": "Found.", "content": {"application/json": {"schema": schema}}},
        },
    }
    if operation.parameter:
        told["responses"]["404"] = {"description": "There is none."}
        name, kind = operation.parameter
        told["parameters"] = [{"name": name, "in": "path", "required": True, "schema": kind}]
    return {"get": told}
