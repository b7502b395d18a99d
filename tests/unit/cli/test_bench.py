"""``claimbook bench``: what it measures, and that it leaves the project alone."""

import threading
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from claimbook import trial
from claimbook.cli.commands import cli
from claimbook.metering import Cost
from claimbook.publish import MARKER
from claimbook.workspace import compile_workspace, load

DAY = date(2026, 1, 1)


def claimbook(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="claimbook")


def add(project: Path, path: str, text: str) -> None:
    place = project / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Instead of a build: the claim as it stood at each."""
    seen: list[str] = []

    def build(root: Path, *, is_watched: bool = False) -> Cost:
        seen.append(next((root / "claims").rglob("*.yml")).read_text(encoding="utf-8"))
        add(root, "site/index.html", "<p>Built.</p>")
        return Cost(len(seen), len(seen) / 2, 50_000_000, 70_000_000 if is_watched else 0)

    monkeypatch.setattr(trial, "_build", build)
    return seen


def test_three_builds_of_a_copy(project: Path, builds: list[str]) -> None:
    before = contents(project)
    done = claimbook("bench", "--rounds", "1")
    assert done.exit_code == 0, done.output
    assert contents(project) == before
    first, second, third = builds
    assert first == second
    assert "verdict: OpenAI announced the model on measured its own site" in third
    lines = {line[:18].strip(): line[18:].split() for line in done.output.splitlines()}
    assert lines["cold"] == ["1.00", "0.50", "70"]
    assert lines["one claim changed"] == ["3.00", "1.50", "50"]
    assert {"read", "parse", "check", "claim pages", "write", "sum"} <= lines.keys()


def test_the_middle_of_the_rounds_is_shown(project: Path, builds: list[str]) -> None:
    del project
    done = claimbook("bench", "--rounds", "3")
    assert len(builds) == 9
    assert len(set(builds)) == 4, "each round changes the claim anew"
    assert "\ncold                     4.00 " in done.output


def test_a_generated_corpus_needs_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = claimbook("bench", "--claims", "2", "--rounds", "1")
    assert done.exit_code == 0, done.output
    assert "\n2 claims, 1 page, " in done.output
    assert len(builds) == 3


def test_a_project_that_cannot_be_built_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = threading.enumerate()
    monkeypatch.setattr(trial, "_GOOD", frozenset())
    add(project, "mkdocs.yml", "site_name: [")
    done = claimbook("bench", "--rounds", "1")
    assert done.exit_code == 1
    assert "the copy could not be built: " in done.output
    assert threading.enumerate() == before, "nobody watches any more"


def test_a_copy_holds_what_people_wrote(project: Path) -> None:
    made = ("site", ".cache", "venv", "node_modules", ".git")
    for name in made:
        add(project, f"{name}/file", "made")
    add(project, f"site/{MARKER}", "")
    add(project, "venv/pyvenv.cfg", "")
    add(project, "site_src/index.md", "# Home")
    (project / "link").symlink_to(project / "claims")
    target = project.parent / "copy"
    trial.copy_project(project, target)
    assert sorted(each.name for each in target.iterdir()) == [
        *("claimbook.toml", "claims", "site_src"),
    ]


def test_a_verdict_that_begins_on_two_lines_is_left_alone(project: Path) -> None:
    path = project / "claims" / "launch.yml"
    path.write_text(path.read_text().replace("OpenAI announced", "OpenAI\n    announced"))
    corpus = compile_workspace(load(project), DAY).corpus
    assert trial.changeable(project, corpus.claims.values()) is None


@pytest.mark.slow
def test_a_real_project_is_measured(repository: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in ("claims", "claimbook.toml", "mkdocs.yml", "site_src"):
        if (repository / name).is_dir():
            copytree(repository / name, project / name)
        else:
            add(project, name, (repository / name).read_text(encoding="utf-8"))
    done = claimbook("bench", "--rounds", "1", "--project", str(project))
    assert done.exit_code == 0, done.output
    assert "one claim changed " in done.output
