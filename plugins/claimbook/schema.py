"""The published JSON Schemas (draft 2020-12), made from the declarations of the records."""

import json

from claimbook.decode import KINDS, Role
from claimbook.shape import Definitions, Json
from claimbook.structures import RecordOf, record_schema

VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE_ROLES = tuple(role for role in Role if role is not Role.DRAFT)


def json_schema(role: Role) -> Json:
    """The JSON Schema of the files of one role."""
    definitions = Definitions()
    kind = KINDS[role]
    if isinstance(kind, RecordOf):
        body = record_schema(kind.record, definitions)
    else:
        body = kind.schema(definitions)
    head: Json = {
        "$schema": DIALECT,
        "$id": f"urn:claimbook:schema:{VERSION}:{role.value}",
        "title": f"Claimbook {role.value} file",
    }
    schema = {**head, **body}
    if definitions.schemas:
        schema["$defs"] = dict(sorted(definitions.schemas.items()))
    return schema


def schema_text(role: Role) -> str:
    """The JSON Schema as a file, always the same bytes for the same version."""
    return json.dumps(json_schema(role), indent=2, ensure_ascii=False) + "\n"


def schema_path(role: Role) -> str:
    """Where a site publishes it, below its root: ``schema/1/claim.json``."""
    return f"schema/{VERSION}/{role.value}.json"
