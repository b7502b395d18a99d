"""Which lines a suppression covers."""

import pytest

from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

ALLOW = "# claimbook: allow[some-rule] because"


def covered(text: str) -> list[tuple[int, int]]:
    parsed = parse(SourceFile("x.yml", text.replace("@", ALLOW).encode()))
    assert parsed.diagnostics == ()
    assert parsed.value is not None
    assert all(
        (each.rule, each.reason) == ("some-rule", "because") for each in parsed.value.suppressions
    )
    return [(each.first_line, each.last_line) for each in parsed.value.suppressions]


CASES = {
    "above a field": ("@\na: 1\nb: 2\n", [(2, 2)]),
    "above a field with fields in it": ("@\na:\n  b: 1\n\n  c: 2\nd: 3\n", [(2, 5)]),
    "above a list at the column of its key": ("@\na:\n- 1\n- 2\nb: 3\n", [(2, 4)]),
    "above an entry": ("a:\n  @\n  - b: 1\n    c: 2\n  - b: 3\n", [(3, 4)]),
    "above an entry that begins with a bare dash": ("a:\n@\n-\n  b: 1\n-\n  b: 2\n", [(3, 4)]),
    "above a field, other comments between": ("@\n# and\n\n# also\na: 1\nb: 2\n", [(5, 5)]),
    "above a text of several lines": ("@\na: |\n  one\n\n  two\nb: 2\n", [(2, 5)]),
    "behind a value": ("a: 1 @\nb: 2\n", [(1, 1)]),
    "behind the first field of an entry": ("a:\n  - b: 1 @\n    c: 2\n", [(2, 2)]),
    "behind a key": ("a: @\n  b: 1\n  c: 2\nd: 3\n", [(1, 3)]),
    "behind a dash": ("a:\n  - @\n    b: 1\n    c: 2\n  - b: 3\n", [(2, 4)]),
    "behind a block's header": ("a: | @\n  one\n  two\nb: 2\n", [(1, 3)]),
    "behind the last line of a value": ("a: one\n  two\n  three @\nb: 2\n", [(1, 3)]),
    "behind a value below its key": ("a:\n  # note\n  one @\nb: 2\n", [(1, 3)]),
    "behind a value that quotes one": (f'a: "{ALLOW}" @\nb: 2\n', [(1, 1)]),
    "behind a list in brackets": ("a: [1, 2] @\nb: 2\n", [(1, 1)]),
    "at the end": ("a: 1\n@\n", [(2, 2)]),
    "in a text": (f"a: |\n  {ALLOW}\nb: 'x\n  {ALLOW}'\n", []),
    "two": ("@\na: 1 @\n", [(2, 2), (2, 2)]),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_lines_covered(text: str, lines: list[tuple[int, int]]) -> None:
    assert covered(text) == lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    assert covered("@\na:\n  b: 1\nc: 2 @\n".replace("\n", end)) == [(2, 3), (4, 4)]


@pytest.mark.parametrize(
    ("comment", "rule", "reason"),
    [
        ("# claimbook: allow[a] b", "a", "b"),
        ("#claimbook:allow[ a ]", "a", ""),
        ("# claimbook: allow[] b", "", "b"),
    ],
)
def test_the_comment_is_read(comment: str, rule: str, reason: str) -> None:
    parsed = parse(SourceFile("x.yml", f"  {comment}  \na: 1\n".encode()))
    assert parsed.value is not None
    (found,) = parsed.value.suppressions
    assert (found.rule, found.reason) == (rule, reason)
    assert found.mark == (1, 3, 1, 3 + len(comment))


def test_talk_about_suppressions_is_none() -> None:
    assert covered("# see `# claimbook: allow[x]`\n# claimbook: allowed\na: 1\n") == []
