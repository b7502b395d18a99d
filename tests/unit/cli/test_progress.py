"""How far long work has come, for whoever reads a log."""

import pytest

from claimbook.cli import terminal


def lines(total: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(terminal, "_PATIENCE", 0)
    monkeypatch.setattr(terminal, "_BETWEEN_LINES", 0)
    with terminal.progress("Weaving", total) as step:
        for _ in range(2):
            step("a page")
    return capsys.readouterr().err


def test_a_log_is_told_how_much_of_all_is_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lines(2, capsys, monkeypatch) == "Weaving: 1 of 2\nWeaving: 2 of 2\n"


def test_no_more_is_done_than_there_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lines(1, capsys, monkeypatch) == "Weaving: 1 of 1\nWeaving: 2\n"
