"""What is read line by line is what the library's parser finds, to the last place."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.text import SourceFile
from claimbook.yaml_events import Builder
from claimbook.yaml_nodes import Limits, Node
from claimbook.yaml_quick import read_quickly
from tests.properties.test_parsing import YAMLISH
from tests.properties.trees import Tree, files
from tests.properties.writing import yaml_texts

CLAIMS = Path(__file__).parents[2] / "claims"
PLENTY = Limits(nodes=1000)

ORDINARY = (
    """\
claim: One two
  three.
claimant: gazette
claimed: '2020-12-15'
about:
- gazette
- Tyler Perry
topics: [a-b, c d]
review:
  rating: "true"
  analysis: |
    Text: with #signs

    - and [@source]
      more

  verdict: >-
    It is
    so.

    Really.
evidence:
- source:
    id: one
    archives:
      - url: https://example.org/#y
        title: 'it''s'
  quote: |-
    First.

    Second.
  says: >
    It
    says.
- source: two
""",
    "a:\n  - b: c\n    d:\n    - e\n    - f: g\n      h: i\nk: l\n",
    "a:\n  - |\n    b\n  - >-\n    c\n    d\n  - [e, f]\n  - 'g'\n",
)
PIECES = (
    *("\n", "\n  ", "\n    ", "\n\n", " ", "  ", "- ", "-", ": ", ":", "#", " #", "'", '"', ","),
    *(
        "|",
        ">",
        "|-",
        "|2\n",
        "[",
        "]",
        "{",
        "}",
        "?",
        "&a",
        "*",
        "!",
        "%",
        "@",
        "`",
        "\\",
        "=",
        "~",
    ),
    *(
        "x: ",
        "x:",
        "\n- ",
        "\n  - ",
        "[a]",
        "[a, b]",
        "a",
        "b c",
        "é",
        "😀",
        "\u00a0",
        "---",
        "...\n",
    ),
)


def parsed(text: str, limits: Limits = PLENTY) -> Node | None:
    """What the library's parser makes of a text, if there is nothing wrong with it."""
    builder = Builder("x.yml", limits)
    root = builder.build(text)
    return None if builder.diagnostics else root


def check(text: str, limits: Limits = PLENTY) -> bool:
    """Whether a text was read line by line; if so, it was read as it should be."""
    root = read_quickly(text, limits)
    if root is not None:
        assert root == parsed(text, limits)
    return root is not None


def damaged(text: str, chance: random.Random) -> str:
    """The text with a piece put in, taken out, or a line moved."""
    at = chance.randrange(len(text) + 1)
    match chance.randrange(4):
        case 0:
            return text[:at] + chance.choice(PIECES) + text[at:]
        case 1:
            return text[:at] + text[at + chance.choice((1, 2, 3, 8)) :]
        case 2:
            lines = text.split("\n")
            lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
            return "\n".join(lines)
    lines = text.split("\n")
    line = chance.randrange(len(lines))
    lines[line] = chance.choice((f"  {lines[line]}", f" {lines[line]}", lines[line][2:]))
    return "\n".join(lines)


def variants() -> Iterator[str]:
    chance = random.Random(1)
    for _ in range(4000):
        text = chance.choice(ORDINARY)
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = damaged(text, chance)
        yield text


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_are_read_line_by_line(text: str) -> None:
    assert check(text)


def test_ordinary_texts_with_a_slip_are_read_alike() -> None:
    read = [check(text) for text in variants()]
    assert 500 < sum(read) < 3500


@pytest.mark.parametrize("path", sorted(CLAIMS.rglob("*.yml")), ids=lambda path: path.stem)
def test_our_own_claims_are_read_alike(path: Path) -> None:
    is_quick = check(SourceFile("x.yml", path.read_bytes()).text)
    assert is_quick or path.parent.name != "sora"


@settings(max_examples=500)
@given(YAMLISH)
def test_anything_like_yaml_is_read_alike(text: str) -> None:
    check(text)


@given(st.data(), files())
def test_trees_in_any_style_are_read_alike(data: st.DataObject, held: tuple[object, Tree]) -> None:
    check(data.draw(yaml_texts(held[1])))


@given(st.integers(1, 8), st.integers(1, 60), st.sampled_from(ORDINARY))
def test_limits_are_the_same(depth: int, nodes: int, text: str) -> None:
    limits = Limits(depth=depth, nodes=nodes)
    assert check(text, limits) is (parsed(text, limits) is not None)


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "a\n", "- a\n", "a: b", "a: b\n---\n", "a: b\n...\n", "%YAML 1.2\n---\na: b\n"),
        *("a:\n", "a:\nb: c\n", "a: b\na: c\n", "a: b: c\n", "a: b #c\n", "a: b\n# c\n", "a:\tb\n"),
        *("a: &b c\n", "a: *b\n", "a: !b c\n", "a: {b: c}\n", "a: [b, [c]]\n", "a: []\n", "? a\n"),
        *("a: 'b\n  c'\n", 'a: "b\\n"\n', 'a: "b\n', "a: b \n", "a: b\n\n  c\n", "a:\n  b\n"),
        *("a: |\n  b\n c\n", "a: |\n\n  b\n", "a: |+\n  b\n", "a: >\n  b\n   c\n", "a: |\nb: c\n"),
        *(
            "a: - b\n",
            "-  - a\n",
            "a: b\n- c\n",
            "a: b\n  c: d\n",
            "a:\n  b: c\n d: e\n",
            " a: b\nc: d\n",
        ),
    ],
)
def test_what_is_unusual_or_wrong_is_left_to_the_parser(text: str) -> None:
    assert read_quickly(text, PLENTY) is None
