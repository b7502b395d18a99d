"""Errors about no file keep to what a person says about colours."""

import pytest

from claimbook.cli.terminal import say_error


@pytest.mark.parametrize(("name", "is_coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False)])
def test_colours_are_those_that_are_wanted(
    name: str,
    is_coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for each in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv(name, "1")
    say_error("this is wrong", "do that")
    said = capsys.readouterr().err
    assert ("\x1b[" in said) == is_coloured
    assert said.endswith(": this is wrong\n   = hint: do that\n")


def test_no_name_in_an_error_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say_error("there is no `\x1b[31m\u202e`\n::error::x", "did you mean `##[group]x`?")
    said = capsys.readouterr().err
    assert "\x1b[31m" not in said
    assert "\u202e" not in said
    assert "\n::" not in said
    assert "##[" not in said
