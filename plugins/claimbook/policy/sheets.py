"""What a style sheet wants to load from elsewhere (CSS Syntax 3, section 4.3)."""

import re
from collections.abc import Iterator

from claimbook.policy.needs import Found, Need, foreign

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIGNS = re.compile(r"url\(|@import", re.IGNORECASE)
_LOADED = re.compile(
    r"@(?P<rule>import)\s*+(?:url\()?\s*+(?P<sheet>\"[^\"]*\"|'[^']*'|[^\s\"');]++)"
    r"|@(?P<face>font-face)\s*+\{|(?P<end>\})"
    r"|\burl\(\s*+(?P<address>\"[^\"]*\"|'[^']*'|[^\s\"')]++)",
    re.IGNORECASE,
)


def loaded_by(sheet: str) -> Iterator[Found]:
    """All that a style sheet loads, in its order; the site's own files are not named."""
    if not _SIGNS.search(sheet):
        return
    is_font = False
    # As long as before: places stay where they are.
    bare = _COMMENT.sub(lambda found: " " * len(found[0]), sheet)
    for found in _LOADED.finditer(bare):
        if found["face"] or found["end"]:
            is_font = bool(found["face"])
        elif found["rule"]:
            yield from foreign(Need.STYLE, found["sheet"].strip("\"'"), found.start())
        else:
            need = Need.FONT if is_font else Need.IMAGE
            yield from foreign(need, found["address"].strip("\"'"), found.start())
