"""The steps of `links`: what a round leaves behind becomes one pull request."""

import shutil
from pathlib import Path

import pytest

from tests.unit.cli.conftest import CLAIM
from tests.unit.workflows.jobs import GH, GITHUB, Runner, beside_github, claimbook_in, git, step
from tests.unit.workflows.test_comment import asked

(LINKS,) = (path for path in GITHUB if path.stem == "links")
pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="needs jq")
ADDRESS = "https://openai.com/index/sora-2/"
LEDGER = f"\n{ADDRESS}\n  state: moved\n  visited: 2026-11-16\n  moved to: {ADDRESS}new\n"
PULLS = "repos_example_claims_pulls"
# It logs nobody in, and is asked for nothing else than the interface of GitHub.
PROGRAM = GH.replace("path = next", "asked[0] == 'auth' and sys.exit()\npath = next")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = beside_github(tmp_path)
    made.program("gh", PROGRAM)
    made.known = {"github.token": "secret", "github.repository_owner": "example"}
    made.environment["GITHUB_REF_NAME"] = "main"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(tmp_path, "clone", "--quiet", "origin.git", str(made.work))
    (made.work / "claims").mkdir()
    (made.work / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    (made.work / "claims" / "launch.yml").write_text(CLAIM)
    (made.work / ".gitignore").write_text(".venv/\n.cache/\n")
    git(made.work, "add", "--all")
    git(made.work, "commit", "--quiet", "--message", "state")
    git(made.work, "push", "--quiet", "origin", "HEAD:main")
    claimbook_in(made.work)
    return made


def answer(runner: Runner, name: str, text: str) -> None:
    (Path(runner.environment["ANSWERS"]) / name).write_text(text)


def ran(runner: Runner, name: str) -> None:
    done = runner.run(step(name, LINKS))
    assert done.returncode == 0, done.stderr


def found(runner: Runner) -> Path:
    """What the first job leaves behind."""
    (runner.work / "links.txt").write_text(LEDGER)
    ran(runner, "Write down what is proposed")
    git(runner.work, "checkout", "--quiet", "--", ".")
    git(runner.work, "clean", "--quiet", "--force")
    return runner.temp / "patrol"


def offered(runner: Runner) -> str:
    ran(runner, "Make the branch")
    assert runner.outputs == {"made": "yes"}
    ran(runner, "Offer it, or renew the offer")
    return git(runner.folder.parent / "origin.git", "diff", "--stat", "main", "link-patrol")


def test_it_goes_on_with_the_ledger_that_is_on_offer(runner: Runner) -> None:
    ran(runner, "Go on with the ledger that is on offer")
    assert not (runner.work / "links.txt").exists()
    answer(runner, PULLS, "[{}]")
    answer(runner, "repos_example_claims_contents_links.txt", LEDGER)
    ran(runner, "Go on with the ledger that is on offer")
    assert (runner.work / "links.txt").read_text() == LEDGER


def test_what_was_found_is_offered_with_its_changes(runner: Runner) -> None:
    patrol = found(runner)
    assert (
        f"-      url: {ADDRESS}\n+      url: {ADDRESS}new\n"
        in (patrol / "changes.patch").read_text()
    )
    assert f"    moved: {ADDRESS}" in runner.summary
    changed = offered(runner)
    assert "claims/launch.yml" in changed
    assert "links.txt" in changed
    body = (runner.temp / "body.md").read_text()
    assert all(not line or line.startswith("    ") for line in body.splitlines()[2:])
    *_, listed, made = asked(runner)
    assert "head=example:link-patrol" in listed
    assert made[2:5] == ["--method", "POST", "repos/example/claims/pulls"]
    assert "base=main" in made


def test_an_offer_is_renewed(runner: Runner) -> None:
    found(runner)
    answer(runner, PULLS, '[{"number": 7}]')
    offered(runner)
    assert asked(runner)[-1][2:5] == ["--method", "PATCH", "repos/example/claims/pulls/7"]


def test_a_patch_changes_claims_alone(runner: Runner) -> None:
    patrol = found(runner)
    evil = "diff --git a/Makefile b/Makefile\nnew file mode 100755\n--- /dev/null\n+++ b/Makefile\n"
    with (patrol / "changes.patch").open("a") as patch:
        patch.write(f"{evil}@@ -0,0 +1 @@\n+evil:\n")
    assert "Makefile" not in offered(runner)
    assert not (runner.work / "Makefile").exists()


def test_where_nothing_is_new_nothing_is_offered(runner: Runner) -> None:
    (runner.temp / "patrol").mkdir()
    (runner.temp / "patrol" / "changes.patch").touch()
    ran(runner, "Make the branch")
    assert runner.outputs == {}


@pytest.mark.parametrize(("status", "expected"), [(0, 0), (124, 0), (1, 1), (3, 1)])
def test_a_round_that_is_stopped_is_no_failure_and_one_that_breaks_is(
    runner: Runner, status: int, expected: int
) -> None:
    program = runner.work / ".venv" / "bin" / "claimbook"
    program.write_text(f"#!/bin/sh\nexit {status}\n")
    assert runner.run(step("Visit what claims rest on", LINKS)).returncode == expected
