"""The measuring of the stages, on a corpus too small to measure anything."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from claimbook.settings import Exports


def bench(
    repository: Path, claims: str, script: str = "run.py"
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, f"tests/bench/{script}", "--claims", claims]
    return subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)


def test_every_stage_is_measured(repository: Path) -> None:
    done = bench(repository, "4")
    assert done.returncode == 0, done.stderr
    for stage in ("parse", "decode", "check", "claim pages", "weave", "write"):
        assert f"\n{stage} " in done.stdout


def test_no_claims_cannot_be_measured(repository: Path) -> None:
    done = bench(repository, "0")
    assert done.returncode == 2
    assert "give nothing to measure" in done.stderr


def test_views_of_the_filter_are_measured(repository: Path) -> None:
    done = bench(repository, "4", "filter.py")
    assert done.returncode == 0, done.stderr
    assert "200 claims: " in done.stdout
    assert "of all data" in done.stdout


def test_differences_are_measured(repository: Path) -> None:
    done = bench(repository, "4", "difference.py")
    assert done.returncode == 0, done.stderr
    assert [line.rstrip(" .0123456789s") for line in done.stdout.splitlines()] == [
        "nothing remembered",
        "verdict changed",
        "claim changed, doubles sought",
        "two commits, nothing remembered",
    ]


def test_policies_are_measured(repository: Path) -> None:
    done = bench(repository, "4", "policy.py")
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["with", "without", "ratio"]


def test_cards_are_measured(repository: Path) -> None:
    command = [sys.executable, "tests/bench/cards.py", "--cards", "2"]
    done = subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        *("cold", "warm", "size", "ratio"),
    ]


def test_every_export_is_measured(repository: Path) -> None:
    done = bench(repository, "4", "exports.py")
    assert done.returncode == 0, done.stderr
    measured = {line.split()[0] for line in done.stdout.splitlines()[1:]}
    assert measured == {each.name for each in fields(Exports)} | {"(pages"}


def test_a_long_text_is_measured(repository: Path) -> None:
    command = [sys.executable, "tests/bench/anchoring.py", "--words", "640", "--claims", "20"]
    done = subprocess.run(
        [*command, "--no-hostile"], cwd=repository, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    figures, _, *rows = done.stdout.splitlines()
    assert figures == "640 words, 20 claims: 15 placed, 5 reported"
    assert [each.split()[0] for each in rows] == ["check", "make"]
