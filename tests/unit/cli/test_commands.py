import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook import __version__
from claimbook.catalogue import ENTRIES
from claimbook.cli import run as outermost
from claimbook.cli.commands import _COMMANDS, cli


def claimbook(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="claimbook")


def test_help_teaches() -> None:
    shown = claimbook("--help").output
    for words in ("First steps", "Examples", "claimbook new", "Exit codes"):
        assert words in shown
    for name in ("check", "explain", "build", "schema"):
        assert f"\n  {name} " in shown


@pytest.mark.parametrize("name", ["check", "explain", "build", "links", "schema"])
def test_every_command_has_examples_and_its_line_in_the_list(name: str) -> None:
    shown = claimbook(name, "--help").output
    assert "Examples:" in shown
    assert f"  claimbook {name}" in shown
    command = cli.get_command(cli.make_context("claimbook", [], resilient_parsing=True), name)
    assert command is not None
    assert command.get_short_help_str(200).rstrip(".") in _COMMANDS[name]


def test_a_misspelt_command_is_told_the_nearest() -> None:
    done = claimbook("chek")
    assert done.exit_code == 2
    assert "did you mean `check`?" in done.output


def test_the_version_needs_no_compiler() -> None:
    program = (
        "import sys; from claimbook.cli.run import run; run(['--version']);"
        "sys.exit(any(n in sys.modules for n in ('yaml', 'pyromark', 'jinja2', 'ada_url')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"claimbook, version {__version__}\n")


def test_explain_shows_a_page_by_code_and_by_name() -> None:
    by_code, by_name = claimbook("explain", "cb204"), claimbook("explain", "undefined-source")
    assert by_code.exit_code == 0
    assert by_code.output == by_name.output
    assert by_code.output.startswith("CB204 undefined-source\n")
    assert "```" not in by_code.output


def test_explain_names_the_files_of_an_example() -> None:
    shown = claimbook("explain", "CB330").output
    assert "\nclaims/snapshots/council-notice.txt:\n\n    The Exe bridge\n" in shown


def test_explain_lists_every_code() -> None:
    lines = claimbook("explain").output.splitlines()
    assert [line.split()[0] for line in lines] == [each.code.id for each in ENTRIES]


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each.code.id)
def test_every_code_can_be_explained(each: object) -> None:
    assert claimbook("explain", each.code.id).exit_code == 0  # type: ignore[attr-defined]


def test_explain_names_the_nearest() -> None:
    done = claimbook("explain", "undefined-sorce")
    assert done.exit_code == 2
    assert "did you mean `undefined-source`?" in done.output
    assert "lists all" in claimbook("explain", "CB999").output


def test_schema_prints_one_and_writes_all(tmp_path: Path) -> None:
    assert json.loads(claimbook("schema").output)["title"] == "Claimbook claim file"
    assert json.loads(claimbook("schema", "topics").output)["title"] == "Claimbook topics file"
    assert claimbook("schema", "recipe").exit_code == 2
    assert claimbook("schema", "--output", str(tmp_path / "new")).exit_code == 0
    written = {each.name for each in (tmp_path / "new").iterdir()}
    assert "claim.schema.json" in written
    assert len(written) == 7


def test_names_are_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", "claimbook explain undefined-s")
    monkeypatch.setenv("COMP_CWORD", "2")
    done = CliRunner().invoke(
        cli, prog_name="claimbook", env={"_CLAIMBOOK_COMPLETE": "bash_complete"}
    )
    assert "undefined-source" in done.output


def test_a_bug_of_ours_is_told_in_few_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("colour\x1b[31m")

    monkeypatch.setattr(outermost.cli, "main", broken)
    assert outermost.run(["check", "claims/a b.yml"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("error[CB901 internal-error]: this is a bug in Claimbook")
    assert "KeyError: 'colour" in said
    assert "\x1b" not in said
    assert "Traceback" not in said
    assert "claimbook --debug check 'claims/a b.yml'" in said
    with pytest.raises(KeyError):
        outermost.run(["--debug", "check"])


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (OSError(28, "No space left on device", "site/a"), "No space left on device: site/a"),
        (OSError(28, "No space left on device"), "hint: make room on the disk"),
        (OSError(24, "Too many open files"), "hint: allow more open files"),
        (MemoryError(), "there is not enough memory"),
    ],
    ids=["a file", "a disk", "handles", "memory"],
)
def test_trouble_with_the_machine_is_no_bug(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    trouble: Exception,
    told: str,
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(outermost.cli, "main", failing)
    assert outermost.run(["build"]) == 1
    assert told in capsys.readouterr().err


def test_ctrl_c_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(outermost.cli, "main", stopped)
    assert outermost.run(["check"]) == 130
