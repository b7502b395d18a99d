"""Every file a site publishes besides its pages."""

from claimbook.assets import ASSETS
from claimbook.schema import FILE_ROLES, schema_path, schema_text


def artifacts() -> dict[str, bytes]:
    """Published path to content: styles, and the JSON Schemas that editors look for."""
    schemas = {schema_path(role): schema_text(role).encode() for role in FILE_ROLES}
    return {**ASSETS, **schemas}
