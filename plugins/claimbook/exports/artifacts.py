"""Every file a site publishes besides its pages."""

from claimbook.assets import assets
from claimbook.schema import FILE_ROLES, schema_path, schema_text
from claimbook.wording import Wording


def artifacts(say: Wording) -> dict[str, bytes]:
    """Published path to content: styles, scripts, and the JSON Schemas that editors look for."""
    schemas = {schema_path(role): schema_text(role).encode() for role in FILE_ROLES}
    return {**assets(say), **schemas}
