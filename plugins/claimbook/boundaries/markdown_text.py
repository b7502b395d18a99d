"""Text in Markdown that means nothing but itself: no link, no picture, no HTML, no heading.

By CommonMark 0.31 any sign of ASCII can be escaped (section 2.4). Those are that could begin
something inside a line, in GitHub's and other dialects too; what means something only at the
beginning of a line is escaped there.
"""

import re
from collections.abc import Iterator

from claimbook.boundaries.xml_text import fit, line

_SIGN = re.compile(r"[\\`*_\[\]{}<>&#|~$^@]")
# What begins an address, to GitHub's Markdown.
_ADDRESS = (("://", ":\\/\\/"), ("www.", "www\\."))
_AT_START = re.compile(r"[-+=!:]|[0-9]+(?=[.)])")
# What an address of ours may not have between angle brackets.
_UNFIT = re.compile(r"[\s<>\\]")
# What needs no such brackets where a link has it for its end.
_PLAIN = re.compile(r"[\w:/.,?=&%#~+@!;-]+", re.ASCII)


def text(value: str) -> str:
    """A text as one line."""
    return _escaped(line(value))


def _escaped(value: str) -> str:
    made = _SIGN.sub(r"\\\g<0>", value) if _SIGN.search(value) else value
    for begin, instead in _ADDRESS:
        if begin in made:
            made = made.replace(begin, instead)
    first = _AT_START.match(made)
    if first is None:
        return made
    end = first.end()
    return f"{made[:end]}\\{made[end:]}" if first[0].isdigit() else f"\\{made}"


def quotation(value: str, indent: str = "") -> Iterator[str]:
    """The lines of a block quotation, broken where the text is."""
    for each in fit(value).splitlines():
        yield f"{indent}> {_escaped(each.strip())}".rstrip()


def address(href: str) -> str:
    """An address that leads where it says; as text where it has signs that no address has."""
    return text(href) if _UNFIT.search(href) else f"<{href}>"


def link(name: str, href: str) -> str:
    """A link to an address of the web, or below the site; the name alone where it is neither."""
    if _UNFIT.search(href):
        return text(name)
    return f"[{text(name)}]({href if _PLAIN.fullmatch(href) else f'<{href}>'})"
