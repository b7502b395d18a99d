"""What a command imports: the heavy libraries only where they are needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SITE = {"mkdocs", "material", "markdown", "babel", "PIL", "jinja2", "markupsafe"}
LANGUAGE = {"yaml", "ada_url", "pyromark", "nh3"}
SELDOM = {"concurrent.futures.process", "multiprocessing", "difflib"}
REPORTS = {"claimbook.report.sarif", "claimbook.report.gitlab", "claimbook.yaml_errors"}
RUN = """
import json, sys
from claimbook.cli.run import run
ended = run(sys.argv[1:])
print()
print(json.dumps([ended, sorted(sys.modules)]))
"""
CLAIM = """claim: The bridge was closed in May 2025.
claimant: Example Gazette
review:
  rating: unproven
  verdict: We found no record of it.
  analysis: The [register](https://county.example.org/) has nothing of the kind.
  reviewed: 2025-06-01
"""


def imported_by(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command which ends well has imported, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == 0, done.stdout
    return set(modules)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_a_command_is_called_needs_no_library(tmp_path: Path, option: str) -> None:
    assert imported_by(tmp_path, option) & (SITE | LANGUAGE | SELDOM) == set()


def test_a_check_that_finds_nothing_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "bridge.yml").write_text(CLAIM, encoding="utf-8")
    modules = imported_by(tmp_path, "check", "claims/bridge.yml")
    assert modules & (SITE | SELDOM | REPORTS | {"yaml", "nh3", "tempfile", "_hashlib"}) == set()
    assert modules >= {"ada_url", "pyromark"}


def test_what_is_written_in_other_yaml_needs_the_library(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "bridge.yml").write_text(f"{CLAIM}# a comment\n", encoding="utf-8")
    assert "yaml" in imported_by(tmp_path, "check")


def test_no_command_searches_for_garbage(tmp_path: Path) -> None:
    call = "import atexit; atexit.register(lambda: print('searches:', gc.isenabled()))"
    program = f"import gc; {call}; from claimbook.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--version"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "searches: False" in done.stdout
