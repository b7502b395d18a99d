"""What is answered to whoever opened an issue: Markdown in which their words mean nothing."""

from collections.abc import Iterable, Iterator

from claimbook.boundaries.github_text import code, prose
from claimbook.diagnostics import Diagnostic

_MOST = 30
_NOTHING = "This reports an error, so there is nothing to draft: an editor reads it and decides."


def as_reply(found: Iterable[Diagnostic], path: str) -> str:
    """Everything that is in the way of a draft, or where it has been written."""
    return "".join(f"{line}\n" for line in _lines([*found], path))


def _lines(found: list[Diagnostic], path: str) -> Iterator[str]:
    if not found:
        yield f"A draft was written: {code(path)}." if path else _NOTHING
        return
    yield "No draft can be made of this yet. Please edit the first comment above:"
    yield ""
    for each in found[:_MOST]:
        hint = f" ({prose(each.hint)})" if each.hint else ""
        yield f"- {prose(each.message)}{hint}"
    if len(found) > _MOST:
        yield f"- … and {len(found) - _MOST:,} more"
