"""What stands at the top of a file before its first field: the schema line, a heading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.formatting.comments import SCHEMA_SIGN, is_schema_line, is_suppression
from claimbook.formatting.places import Place
from claimbook.yaml_comments import Comment, Position

_OURS = re.compile(r"\$schema=\S*/schema/[0-9]+/[a-z]+\.json$")


@dataclass(frozen=True, slots=True)
class Preamble:
    """Schema lines, the heading below them, and all comments that belong to neither."""

    schema: tuple[Comment, ...]
    heading: tuple[Comment, ...]
    others: tuple[Comment, ...]
    has_gap: bool

    def lines(self, address: str) -> list[str]:
        """The first lines of the file; ``address`` is the schema's, or empty.

        A schema line is added where the schema is published, and renewed wherever it may be.
        """
        lines = [_renewed(each.text, address) for each in self.schema]
        if "://" in address and not lines:
            lines = [schema_line(address)]
        for each in self.heading:
            if each.follows_blank and lines:
                lines.append("")
            lines.append(each.text)
        return [*lines, ""] if lines and self.has_gap else lines


def schema_line(address: str) -> str:
    """The comment by which editors find the schema of a file."""
    return f"{SCHEMA_SIGN} $schema={address}"


def _renewed(line: str, address: str) -> str:
    return schema_line(address) if address and _OURS.search(line) else line


def preamble_of(comments: Iterable[Comment], root: Place, text: str) -> Preamble:
    """Part the comments of a file; a heading is parted from the first field by a blank line."""
    known = list(comments)
    first: Position = root.children[0].start if root.children else root.value.mark[:2]
    top = [each for each in known if each.at < first]
    schema = tuple(each for each in top if is_schema_line(each))
    lines = text.split("\n")
    heading = tuple(
        each
        for each in top
        if not is_schema_line(each)
        and not is_suppression(each)
        and not all(line.strip() for line in lines[each.at[0] : first[0] - 1])
    )
    others = tuple(each for each in known if each not in {*schema, *heading})
    return Preamble(schema, heading, others, _has_gap((*schema, *heading), lines))


def _has_gap(top: Iterable[Comment], lines: list[str]) -> bool:
    last = max((each.at[0] for each in top), default=0)
    return bool(last) and last < len(lines) and not lines[last].strip()
