"""The script of the job on GitLab, run on what a stranger proposes."""

import json
import sys
from pathlib import Path

import pytest
import yaml

from tests.unit.cli.conftest import CLAIM
from tests.unit.workflows.jobs import REPOSITORY, Runner, git

JOBS = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text())
SCRIPT = JOBS["claims"]["script"]
# What `make .venv/site.stamp` does, without installing anything.
MAKE = """#!/bin/sh
mkdir -p "$2/.venv/bin"
ln -s "{program}" "$2/.venv/bin/claimbook"
"""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path / "runner")
    made.program("make", MAKE.format(program=Path(sys.executable).with_name("claimbook")))
    (made.work / "claims").mkdir()
    (made.work / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    (made.work / "claims" / "launch.yml").write_text(CLAIM)
    git(made.work, "init", "--quiet", "--initial-branch=main")
    commit(made)
    made.environment["CI_BUILDS_DIR"] = str(tmp_path)
    made.environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = git(made.work, "rev-parse", "HEAD")
    return made


def commit(runner: Runner) -> None:
    git(runner.work, "add", "--all")
    git(runner.work, "commit", "--quiet", "--message", "state")


def test_a_mistake_fails_and_becomes_a_report(runner: Runner) -> None:
    (runner.work / "claims" / "other.yml").write_text(CLAIM.replace("rating: true", "rating: treu"))
    commit(runner)
    done = runner.run({"run": "\n".join(SCRIPT)})
    assert done.returncode == 1, done.stderr
    report = json.loads((runner.work / "codequality.json").read_text())
    assert {each["location"]["path"] for each in report} == {"claims/other.yml"}
    assert "did you mean `true`?" in done.stdout
    assert (runner.work / "preview.html").is_file()


def test_a_sound_claim_passes_and_is_told_about(runner: Runner) -> None:
    (runner.work / "claims" / "other.yml").write_text(CLAIM.replace("second Sora", "third Sora"))
    commit(runner)
    done = runner.run({"run": "\n".join(SCRIPT)})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "New claim: OpenAI launched its third Sora model" in done.stdout
    assert json.loads((runner.work / "codequality.json").read_text()) == []
    assert "third Sora" in (runner.work / "preview.html").read_text()


@pytest.mark.parametrize(("status", "expected"), [(0, 0), (124, 0), (1, 1)])
def test_links_are_visited_in_scheduled_pipelines_alone(
    runner: Runner, status: int, expected: int
) -> None:
    assert JOBS["links"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    # A round that is stopped is no failure; one that breaks is.
    visit = f"#!/bin/sh\nif [ $# -eq 1 ]; then exit {status}; fi\necho told >> claims/launch.yml\n"
    (runner.work / ".venv" / "bin").mkdir(parents=True)
    (runner.work / ".venv" / "bin" / "claimbook").write_text(visit)
    (runner.work / ".venv" / "bin" / "claimbook").chmod(0o755)
    script = JOBS["links"]["script"][1:]
    done = runner.run({"run": "\n".join(script)})
    assert done.returncode == expected, done.stderr
    assert expected or "+told" in (runner.work / "changes.patch").read_text()
