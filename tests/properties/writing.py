"""Trees as YAML in any style an author may choose, with comments and blank lines anywhere.

Written by PyYAML's emitter and placed by its marks: nothing here is the code under test.
"""

from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.properties.trees import Tree

_NULLS = {"null", "Null", "NULL", "~"}
_STYLES = st.sampled_from([None, None, "'", '"', "|", ">"])


@st.composite
def yaml_texts(draw: st.DrawFn, tree: Tree, *, may_flow: bool = True) -> str:
    """One way to write a tree."""
    events = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(explicit=draw(st.integers(0, 9)) == 0),
        *_events(draw, tree, may_flow=may_flow),
        yaml.DocumentEndEvent(explicit=False),
        yaml.StreamEndEvent(),
    ]
    options = {"allow_unicode": True, "width": draw(st.sampled_from([20, 60, 88, 10_000]))}
    return str(yaml.emit(events, indent=draw(st.sampled_from([2, 3, 4])), **options))


def _events(draw: st.DrawFn, tree: Tree, *, may_flow: bool) -> list[Any]:
    if isinstance(tree, str):
        style = draw(_STYLES) or ('"' if tree in _NULLS else None)
        return [yaml.ScalarEvent(None, None, (True, True), tree, style=style)]
    is_flow = may_flow and draw(st.integers(0, 5)) == 0
    if isinstance(tree, list):
        inner = [event for item in tree for event in _events(draw, item, may_flow=may_flow)]
        start = yaml.SequenceStartEvent(None, None, implicit=True, flow_style=is_flow)
        return [start, *inner, yaml.SequenceEndEvent()]
    inner = [
        event
        for key, value in tree.items()
        for event in [
            yaml.ScalarEvent(None, None, (True, True), key),
            *_events(draw, value, may_flow=may_flow),
        ]
    ]
    start = yaml.MappingStartEvent(None, None, implicit=True, flow_style=is_flow)
    return [start, *inner, yaml.MappingEndEvent()]


@dataclass(frozen=True)
class Commented:
    """A YAML text and the comments put into it."""

    text: str
    comments: tuple[str, ...]


_REMARKS = st.sampled_from(["note", "a: b", "# twice", "- item", "“quoted", "allow me", "'"])


@st.composite
def commented(draw: st.DrawFn, text: str) -> Commented:
    """The text with comments and blank lines wherever YAML takes them; each comment is unique."""
    alone, behind, after_block = _free_places(text)
    lines = text.split("\n")
    comments: list[str] = []
    written: list[str] = []
    for number, line in enumerate(lines):
        if number in alone and draw(st.integers(0, 4)) == 0:
            if draw(st.booleans()):
                written.append("")
            else:
                comments.append(f"# {len(comments)} {draw(_REMARKS)}")
                indent = 0 if number in after_block else draw(st.integers(0, 8))
                written.append(" " * indent + comments[-1])
        if number in behind and line.strip() and draw(st.integers(0, 4)) == 0:
            comments.append(f"# {len(comments)} {draw(_REMARKS)}")
            line += draw(st.sampled_from([" ", "  ", "\t"])) + comments[-1]  # noqa: PLW2901
        written.append(line)
    return Commented("\n".join(written), tuple(comments))


def _free_places(text: str) -> tuple[set[int], set[int], set[int]]:
    """Lines (from 0) above which, and behind which, a comment is no part of any scalar.

    Above the third set it must not be indented: a block scalar has just ended there.
    """
    count = text.count("\n") + 1
    alone, behind, after_block = set(range(count)), set(range(count)), set()
    for event in yaml.parse(text):
        if isinstance(event, yaml.ScalarEvent):
            first, last = event.start_mark.line, event.end_mark.line
            is_block = event.style in {"|", ">"}
            alone -= set(range(first + 1, last if is_block else last + 1))
            behind -= set(range(first + is_block, last))
            after_block |= {last} if is_block else set()
    return alone, behind, after_block
