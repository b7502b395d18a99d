"""The pages of codes: what ``claimbook explain`` prints and reports link to."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claimbook import assemble, codes
from claimbook.diagnostics import Code
from claimbook.rules import RULES


@cache
def all_codes() -> Mapping[str, Code]:
    """Every code by its id, in the order of ids."""
    found = [*codes.CODES, *assemble.CODES, *(rule.code for rule in RULES)]
    return {code.id: code for code in sorted(found, key=lambda code: code.id)}


def page_text(code: Code) -> str | None:
    """The page of a code as Markdown, or None where it has none."""
    page = files("claimbook.rules") / f"{code.name.replace('-', '_')}.md"
    return page.read_text(encoding="utf-8") if page.is_file() else None
