"""The page of all fields, made from the declarations: what each takes, and what is said if not."""

from claimbook.reference.limits import limits_page
from claimbook.reference.pages import FIELD_PAGES, FieldPage, field_page, index_page

__all__ = ["FIELD_PAGES", "FieldPage", "field_page", "index_page", "limits_page"]
