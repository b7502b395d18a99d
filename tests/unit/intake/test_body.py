"""What is read out of the body of an issue, and what is refused."""

import pytest

from claimbook.intake.body import MOST_CHARACTERS, read_body
from claimbook.intake.form import CORRECTION
from claimbook.text import SourceFile
from tests.unit.intake.filling import SOUND, body_of


def problems(body: str | bytes) -> list[str]:
    data = body if isinstance(body, bytes) else body.encode()
    return [each.message for each in read_body(SourceFile("issue", data)).diagnostics]


def test_every_answer_is_read_as_it_was_given() -> None:
    read = read_body(SourceFile("issue", body_of(SOUND).replace("\n", "\r\n").encode()))
    assert read.diagnostics == ()
    assert read.value
    assert {name: each.text for name, each in read.value.answers.items()} == SOUND


def test_an_answer_knows_its_lines() -> None:
    read = read_body(SourceFile("issue", body_of(SOUND).encode()))
    assert read.value
    mark = read.value.answers["quote"].mark
    lines = body_of(SOUND).split("\n")
    assert lines[mark.line - 1 : mark.end_line] == SOUND["quote"].split("\n")


def test_the_form_is_known_by_its_questions() -> None:
    body = body_of({"concerned": "launch", "wrong": "x", "now": "y"}, CORRECTION)
    read = read_body(SourceFile("issue", body.encode()))
    assert read.value
    assert read.value.form is CORRECTION


def test_headings_in_answers_are_refused_and_never_guessed_about() -> None:
    hidden = body_of({**SOUND, "quote": "words\n### Who claims it?\n\nMallory"})
    assert problems(hidden) == ["the question “Who claims it?” stands here twice"]
    strange = body_of({**SOUND, "quote": "words\n### Heading"})
    assert problems(strange) == ["the form does not ask `Heading`"]


def test_text_before_the_first_heading_is_refused() -> None:
    assert problems("Hello\n" + body_of(SOUND)) == ["this text answers no question: `Hello`"]
    assert problems("just words") == ["this text answers no question: `just words`"]


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u202e", "\u200b", "\ue000", "\u2028"])
def test_characters_that_cannot_be_seen_are_refused(char: str) -> None:
    assert "character U+" in problems(body_of({**SOUND, "claim": f"a{char}b"}))[0]


def test_what_is_too_long_or_no_utf8_is_refused() -> None:
    assert "at most 65,536 are read" in problems("a" * (MOST_CHARACTERS + 1))[0]
    assert "at most 65,536 are read" in problems(b"\xff" * (5 * MOST_CHARACTERS))[0]
    assert "is not UTF-8" in problems(b"\xff")[0]
