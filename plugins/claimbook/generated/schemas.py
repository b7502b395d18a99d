"""The JSON Schemas beside the claims, so that an editor finds them without a network."""

from claimbook.decode import Role
from claimbook.generated.product import Given, Product
from claimbook.schema import FILE_ROLES, schema_path, schema_text


def _schema(role: Role) -> Product:
    def make(_: Given) -> str:
        return schema_text(role)

    return Product("schemas", schema_path(role), make)


SCHEMAS = tuple(_schema(role) for role in FILE_ROLES)
