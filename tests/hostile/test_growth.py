"""Text twice as long costs about twice as much: counted in steps of Python, not in seconds."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from claimbook.prose import parse_prose, prose_html, read_prose
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

SIZES = (1_000, 2_000)
# Text with a fixed part costs less than twice as much; what grows with the square, four times.
MOST = 2.6
PROSE = {
    *(
        "[",
        "]",
        "[a](",
        "![",
        "*",
        "**a ",
        "_a",
        "a**b_c",
        "`",
        "``a` ",
        "~~",
        "<",
        "<a ",
        "<!--",
        "\\",
    ),
    *(
        "> ",
        "- ",
        "1. ",
        "# ",
        "|a",
        "|-|\n",
        "[^1]",
        "[a]: b\n",
        "&amp;",
        "&",
        "https://a.b ",
        "www.",
    ),
    *(
        "a@b.c ",
        "[@a]",
        "[@",
        "\n",
        "\n\n",
        " \n",
        "a\n",
        "---\n",
        "```\n",
        "    a\n",
        "<b>",
        "{{7*7}}",
    ),
}
YAML = {
    *(
        "[",
        "{",
        "- ",
        "a: ",
        "? ",
        "'",
        '"',
        "# a\n",
        "\n",
        "&a ",
        "*a ",
        "!a ",
        "---\n",
        "|\n",
        "\t",
    ),
    *("a: b\n", "- a\n", "%A\n", "\\", '"\\u0041', "a #b\n", ", ", "# claimbook: allow[a] b\n"),
}


def steps(work: Callable[[], object]) -> int:
    """How many calls are made and lines are run, as Python itself tells."""
    count = 0

    def trace(_: FrameType, event: str, __: object) -> object:
        nonlocal count
        count += event in {"call", "line"}
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[str], object], piece: str) -> float:
    few, many = (steps(lambda size=size: work(piece * (size // len(piece)))) for size in SIZES)
    return many / max(few, 500)


def shown(text: str) -> object:
    read_prose.cache_clear()
    return prose_html(parse_prose(text))


@pytest.mark.parametrize("piece", sorted(PROSE), ids=ascii)
def test_markdown(piece: str) -> None:
    assert growth(shown, piece) < MOST


@pytest.mark.parametrize("piece", sorted(YAML), ids=ascii)
def test_yaml(piece: str) -> None:
    assert growth(lambda text: parse(SourceFile("x.yml", text.encode())), piece) < MOST
