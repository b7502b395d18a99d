"""The published JSON Schemas (draft 2020-12), made from the declarations of the records."""

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
