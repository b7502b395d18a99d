"""The command as a shell sees it: exit codes, streams, pipes."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "claimbook"]


def claimbook(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.usefixtures("project")
def test_clean_is_zero() -> None:
    done = claimbook("check")
    assert (done.returncode, done.stderr) == (0, "")


def test_findings_are_one(project: Path) -> None:
    (project / "claims" / "bad.yml").write_text("claim: a: b\n")
    done = claimbook("check")
    assert done.returncode == 1
    assert "claims/bad.yml:1:9" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("arguments", [("nonsense",), ("check", "nowhere.yml"), ("check", "--x")])
@pytest.mark.usefixtures("project")
def test_wrong_usage_is_two(arguments: tuple[str, ...]) -> None:
    done = claimbook(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""


def test_nothing_at_all_shows_the_help() -> None:
    done = claimbook()
    assert "First steps" in done.stdout + done.stderr


def test_a_terminal_of_few_characters_is_no_bug(project: Path) -> None:
    (project / "claims" / "bad.yml").write_text("claim: 日本: x\n", encoding="utf-8")
    done = claimbook("check", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_reader_that_leaves_is_no_bug(project: Path) -> None:
    for number in range(2000):
        (project / "claims" / f"bad-{number}.yml").write_text("claim: a: b\n")
    command = shlex.join(PROGRAM) + " check | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.startswith("error[")
    # A slow machine is told how far it has come.
    told = [line for line in done.stderr.splitlines() if not line.startswith("Checking: ")]
    assert told == []


@pytest.mark.usefixtures("project")
def test_a_wrong_clock_is_told() -> None:
    done = claimbook("check", SOURCE_DATE_EPOCH="soon")
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
