"""CSL-JSON: a list of items, as Zotero and pandoc write it, or a single one."""

import json
import re
from collections.abc import Iterator
from typing import Any

from claimbook.diagnostics import Diagnostic, Outcome
from claimbook.importing.reference import Reference, broken

_BETWEEN = re.compile(r"[\s,\[]*")


def references_in(path: str, text: str) -> Outcome[tuple[Reference, ...]]:
    """The references of a file; those that are none are reported."""
    try:
        json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        return Outcome(None, (broken(path, line, f"this is no JSON: {error}"),))
    except RecursionError:
        return Outcome(None, (broken(path, 1, "this JSON is nested too deep"),))
    kept: list[Reference] = []
    problems: list[Diagnostic] = []
    for line, item in _items(text):
        if isinstance(item, dict):
            kept.append(Reference(line, item))
        else:
            problems.append(broken(path, line, "an item of CSL-JSON is an object, this is none"))
    return Outcome(tuple(kept), tuple(problems))


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """Each item of a list, or the only one, with the line on which it begins."""
    decoder = json.JSONDecoder()
    at = _skipped(text, 0)
    while at < len(text) and text[at] != "]":
        item, end = decoder.raw_decode(text, at)
        yield text.count("\n", 0, at) + 1, item
        at = _skipped(text, end)


def _skipped(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at
