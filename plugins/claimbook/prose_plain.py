"""Texts that can be seen to hold nothing difficult: they need not be parsed to be read.

Most texts are such. To say so wrongly would change what a text means, so whatever is not known
to be easy is left to the parser.
"""

import re

from claimbook.prose_citations import CITATION, Citation, Found, citations

# What makes more of a text than paragraphs, headings and stress: code, links, HTML, quotations,
# tables, escapes, and lists, whose items may be nested. To look for one character takes next to
# no time.
_SIGNS = ("`", "~", "|", "<", ">", "\\", "\r", "\x00")
_BEHIND_BRACKET = re.compile(r"\][(\[:]")
_LINE_SIGNS = frozenset({"- ", "* ", "+ ", "-\t", "*\t", "+\t", "-", "*", "+"})
_BLANKS = frozenset({" ", "\t"})
_NUMBERED = re.compile(r"[0-9]+[.)]")
_DOUBTFUL = frozenset("-*+ \t0123456789")
# What may part a citation.
_IN_CITATION = re.compile(r"[\[*_&\n]")
_OPENING = re.compile(r"\[@(?:([^\s\[\]@;,*_&]+)\])?")
# What makes headings, rules and stress of lines and words, and characters of names.
_FORMS = ("*", "_", "&")
_HEADS = frozenset("#=-")


def plain_citations(text: str) -> list[Found] | None:
    """The citations of a text without anything but paragraphs, headings and stress, or None."""
    if any(each in text for each in _SIGNS) or _BEHIND_BRACKET.search(text):
        return None
    if (":" in text and "://" in text) or _has_difficult_lines(text):
        return None
    found: list[Found] = []
    for opening in _OPENING.finditer(text):
        name = opening[1]
        cited = _simple(name, opening) if name else _plain_citation(text, opening.start())
        if cited is None:
            return None
        found.append(cited)
    return found


def _has_difficult_lines(text: str) -> bool:
    lines = text.split("\n")
    heads = {line[:1] for line in lines}
    return not heads.isdisjoint(_DOUBTFUL) and any(map(_is_difficult, lines))


def _is_difficult(line: str) -> bool:
    return line[:2] in _LINE_SIGNS or line[:1] in _BLANKS or _NUMBERED.match(line) is not None


def _simple(name: str, opening: re.Match[str]) -> Found:
    start, end = opening.span()
    return start, end, (Citation(name, None, start + 2, end - 1),)


def _plain_citation(text: str, start: int) -> Found | None:
    found = CITATION.match(text, start)
    if found is None or _IN_CITATION.search(found[1]):
        return None
    group = tuple(citations(found))
    return (start, found.end(), tuple(each for each in group if each)) if all(group) else None


def plain_paragraphs(text: str) -> list[tuple[str, int, int]] | None:
    """What is visible of each paragraph, and its place, in a text of nothing else; or None.

    That holds only of a text of which :func:`plain_citations` says what it cites.
    """
    if any(each in text for each in _FORMS) or not _are_plain(text.split("\n")):
        return None
    found: list[tuple[str, int, int]] = []
    start = 0
    for each in text.split("\n\n"):
        visible = each.replace("\n", " ")
        if not visible.isprintable() or visible.strip(" ") != visible or not visible:
            return None
        end = start + len(each)
        found.append((visible, start, end))
        start = end + 2
    return found


def _are_plain(lines: list[str]) -> bool:
    # Blanks at the end of a line are left out where it is shown, or break it.
    heads, ends = {line[:1] for line in lines}, {line[-1:] for line in lines}
    return heads.isdisjoint(_HEADS) and " " not in ends
