"""Markdown and plain text as passages: what a reader sees of a paragraph, and what it cites."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimbook.prose import Block, Prose, read_prose

_CITATION = re.compile(r"\[@[^\[\]]+\]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\]\[]+|\bwww\.[^\s<>]+")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")


class Passage(NamedTuple):
    """A paragraph, list item or row of a table: its visible text without citations and addresses.

    What was left out is blank, so that places in :attr:`text` are places in the block.
    ``cited`` are the ids of the sources that it cites, or that the sentence before its list does.
    """

    block: Block
    cited: frozenset[str]
    is_heading: bool

    @property
    def text(self) -> str:
        """What is visible, all else blank."""
        return _blanked(self.block.text)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the Markdown source."""
        return self.block.source_offset(start), self.block.source_offset(end - 1) + 1


@lru_cache(maxsize=64)
def passages(text: str) -> tuple[Passage, ...]:
    """The passages of Markdown ``text``."""
    return tuple(_passages(read_prose(text)))


def _passages(prose: Prose) -> Iterator[Passage]:
    inherited: frozenset[str] = frozenset()
    citations = [each for group in prose.citations for each in group]
    starts = [each.start for each in citations]
    text = prose.text
    for block in prose.blocks:
        first = text.rfind("\n", 0, block.runs[0].start) + 1
        last = _line_end(text, block.runs[-1].end)
        is_item = (
            not text[first : first + 1].isalpha() and _LIST_ITEM.match(text, first) is not None
        )
        inside = citations[bisect_left(starts, first) : bisect_left(starts, last)]
        cited = frozenset([each.source for each in inside])
        is_heading = text.startswith("#", first)
        yield Passage(block, cited or (inherited if is_item else cited), is_heading)
        if not is_item:
            inherited = cited if block.text.rstrip().endswith((":", "]")) else frozenset()


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


@lru_cache(maxsize=256)
def _blanked(text: str) -> str:
    if "[@" in text:
        text = _CITATION.sub(_blank, text)
    return _ADDRESS.sub(_blank, text) if "http" in text or "www." in text else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
