"""A note of a saved text goes into a file, and nothing else changes there."""

import pytest

from claimbook.snapshots.noting import Note, block, noted
from claimbook.text import Mark, SourceFile

NOTE = Note("x.txt", "0" * 64, "2026-03-24")
LINES = f"snapshot:\n  file: x.txt\n  sha256: {'0' * 64}\n  captured: 2026-03-24\n"
SHA, DAY = f"  sha256: {'0' * 64}\n", "captured: 2026-03-24\n"
WITH_S = LINES.replace("snapshot:", "snapshot: # s")
FLOW = f"snapshot: {{file: x.txt, sha256: {'0' * 64}, captured: 2026-03-24}}"


WHOLE = NOTE._replace(media_type="text/html", url="https://exe.example/a?b=[c,d]#e:")
TOLD = '  media_type: text/html\n  url: "https://exe.example/a?b=[c,d]#e:"\n'


def put(text: str, line: int = 1, column: int = 1, note: Note = NOTE) -> str | None:
    return noted(SourceFile("f.yml", text.encode()), Mark(line, column, 0, 0), note)


def indented(by: int) -> str:
    return "".join(f"{' ' * by}{each}\n" for each in LINES.splitlines())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n", f"title: A\n{LINES}"),
        ("title: A", f"title: A\n{LINES}"),
        ("title: A\nstanding: primary\n", f"title: A\n{LINES}standing: primary\n"),
        ("title: A  # why\n\n# next\nnotes: b\n", f"title: A  # why\n{LINES}\n# next\nnotes: b\n"),
        ("title: >-\n  A\n  B\n\nnotes: b\n", f"title: >-\n  A\n  B\n{LINES}\nnotes: b\n"),
        ("notes: |\n  b\ntitle: A\n", f"notes: |\n  b\ntitle: A\n{LINES}"),
        (
            "title: A\narchives:\n- url: u # c\n  # below\n\norigin: x\n",
            f"title: A\narchives:\n- url: u # c\n  # below\n{LINES}\norigin: x\n",
        ),
        ("{title: A, url: u}\n", f"{{title: A, url: u, {FLOW}}}\n"),
        ("{title: A,\n url: u, # c\n}\n", f"{{title: A,\n url: u, {FLOW}, # c\n}}\n"),
        ("title: A\nauthors: [a,\n  b]\n", f"title: A\nauthors: [a,\n  b]\n{LINES}"),
    ],
)
def test_a_note_stands_where_the_formatter_would_put_it(before: str, after: str) -> None:
    assert put(before) == after


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    before = "\ufefftitle: A\r\n# c\r\nnotes: b\r\n"
    expected = f"\ufefftitle: A\r\n{LINES}# c\r\nnotes: b\r\n"
    assert put(before) == expected.replace("\r\n", "\n").replace("\n", "\r\n")


@pytest.mark.parametrize("dash", ["  - source:\n      ", "- source:\n    "])
def test_a_source_within_a_claim_is_told_from_others(dash: str) -> None:
    indent = dash.rpartition("\n")[2]
    source = f"{dash}title: A\n{indent}url: u\n"
    after = put(f"evidence:\n{source}{source}", 6, len(indent) + 1)
    assert after == f"evidence:\n{source}{source}{indented(len(indent))}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "title: A\nsnapshot: # s\n  file: old.txt # f\n  # d\n  sha256: 11\nnotes: b\n",
            f"title: A\nsnapshot: # s\n  file: x.txt # f\n  # d\n{SHA}  {DAY}notes: b\n",
        ),
        ("title: A\nsnapshot: {file: o}\n", f"title: A\n{FLOW}\n"),
        (
            "title: A\nsnapshot:\n  captured: 'x'\n  sha256: >-\n    11\n  file: a\nnotes: b\n",
            f"title: A\nsnapshot:\n  {DAY}{SHA}  file: x.txt\nnotes: b\n",
        ),
    ],
)
def test_an_old_note_is_renewed_in_its_place(before: str, after: str) -> None:
    assert put(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nsnapshot:\nnotes: b\n", f"title: A\n{LINES}notes: b\n"),
        ("title: A\nsnapshot: # s\n  # t\n", f"title: A\n{WITH_S}  # t\n"),
        ("title: A\nsnapshot: ~ # s\nnotes: b\n", f"title: A\n{WITH_S}notes: b\n"),
        ("snapshot: null\ntitle: A\n", f"{LINES}title: A\n"),
        ("title: A\nsnapshot: {}\n", f"title: A\n{LINES}"),
        ("title: A\nsnapshot:", f"title: A\n{LINES}"),
        ("{title: A, snapshot: }\n", f"{{title: A, {FLOW} }}\n"),
        ("{snapshot: null, title: A}\n", f"{{{FLOW}, title: A}}\n"),
        ("{title: A, snapshot: {}}\n", f"{{title: A, {FLOW}}}\n"),
    ],
)
def test_a_key_without_a_value_is_filled_in(before: str, after: str) -> None:
    assert put(before) == after


def test_type_and_address_are_noted_where_they_are_known() -> None:
    assert put("title: A\n", note=WHOLE) == f"title: A\n{LINES}{TOLD}"
    in_flow = put("{title: A}\n", note=WHOLE)
    assert in_flow
    assert in_flow.endswith(', media_type: text/html, url: "https://exe.example/a?b=[c,d]#e:"}}\n')
    assert put(f"title: A\n{LINES}", note=WHOLE) == f"title: A\n{LINES}{TOLD}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"title: A\n{LINES}{TOLD}notes: b\n", f"title: A\n{LINES}notes: b\n"),
        (f"title: A\n{FLOW[:-1]}, media_type: text/html, url: u}}\n", f"title: A\n{FLOW}\n"),
    ],
)
def test_what_was_known_of_the_old_text_goes_with_it(before: str, after: str) -> None:
    assert put(before) == after


def test_a_comment_is_never_lost_with_what_goes() -> None:
    assert put(f"title: A\n{LINES}  url: u # asked for it\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nsnapshot: x.txt\n",
        "title: A\nsnapshot: ''\n",
        "? title\n: A\n? snapshot\n: ~\n",
        *("a: [\n", "just text\n", "- a\n", ""),
    ],
)
def test_what_cannot_be_edited_safely_is_left(text: str) -> None:
    assert put(text) is None


def test_the_note_can_be_written_by_hand() -> None:
    assert block(NOTE) == LINES
