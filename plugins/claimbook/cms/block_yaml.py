"""A tree of texts, numbers, lists and tables as YAML that people can go on editing."""

import json
from collections.abc import Iterator

Tree = str | int | bool | None | list["Tree"] | dict[str, "Tree"]


def block_yaml(tree: dict[str, Tree]) -> str:
    """The tree in block form; all texts in double quotes, as JSON writes them (YAML 1.2, 1.3)."""
    return "".join(f"{line}\n" for line in _lines(tree))


def _lines(tree: Tree) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _entry(f"{key}:", value, "  ")
    elif isinstance(tree, list):
        for value in tree:
            yield from _item(value)


def _entry(head: str, value: Tree, indent: str) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield head
        yield from (f"{indent}{line}" for line in _lines(value))
    else:
        yield f"{head} {json.dumps(value, ensure_ascii=False)}"


def _item(value: Tree) -> Iterator[str]:
    if not isinstance(value, dict | list) or not value:
        yield f"- {json.dumps(value, ensure_ascii=False)}"
        return
    for number, line in enumerate(_lines(value)):
        yield f"{'  ' if number else '- '}{line}"
