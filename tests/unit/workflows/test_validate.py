"""The steps of `validate`, run on what a stranger proposes."""

from pathlib import Path

import pytest

from claimbook.review.difference import read_json
from tests.unit.cli.conftest import CLAIM
from tests.unit.workflows.jobs import FORGEJO, GITHUB, Runner, claimbook_in, git, step

(VALIDATE,) = (path for path in GITHUB if path.stem == "validate")
BRANCH = "x-$(touch${IFS}pwned)-`id`;&'\"|<>"
HOSTILE = "@everyone ![x](https://evil.example/p.png) <img src=x onerror=alert(1)> ::error::x"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A repository with one claim, and beside it the judge."""
    made = Runner(tmp_path / "runner")
    proposal = made.work / "proposal"
    (proposal / "claims").mkdir(parents=True)
    (proposal / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    (proposal / "claims" / "launch.yml").write_text(CLAIM)
    git(proposal, "init", "--quiet", "--initial-branch=main")
    commit(proposal)
    claimbook_in(made.work / "judge")
    return made


def commit(folder: Path, message: str = "state") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


def propose(runner: Runner, files: dict[str, str]) -> None:
    """Merge a branch with these files, as GitHub does for a pull request."""
    folder = runner.work / "proposal"
    git(folder, "checkout", "--quiet", "-b", BRANCH)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    commit(folder, HOSTILE)
    git(folder, "checkout", "--quiet", "main")
    commit(folder, "meanwhile")
    git(folder, "merge", "--quiet", "--no-ff", "--message", HOSTILE, BRANCH)


def test_a_sound_claim_passes_and_is_told_about(runner: Runner) -> None:
    propose(runner, {"claims/other.yml": CLAIM.replace("second Sora", "third Sora")})
    checked = runner.run(step("Check the claims that it touches", VALIDATE))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    told = runner.run(step("Tell what changes", VALIDATE))
    assert told.returncode == 0, told.stderr
    assert "### New claim: OpenAI launched its third Sora model" in runner.summary
    review = read_json((runner.temp / "review" / "review.json").read_bytes())
    assert [(each.kind, each.id) for each in review.claims] == [("new", "other")]
    assert "third Sora" in (runner.temp / "preview" / "preview.html").read_text()


def test_a_mistake_is_annotated_on_its_line(runner: Runner) -> None:
    propose(runner, {"claims/other.yml": CLAIM.replace("rating: true", "rating: treu")})
    checked = runner.run(step("Check the claims that it touches", VALIDATE))
    assert checked.returncode == 1
    assert "::error file=claims/other.yml,line=5" in checked.stdout
    assert runner.run(step("Tell what changes", VALIDATE)).returncode == 0


def test_hostile_words_do_nothing(runner: Runner) -> None:
    hostile = CLAIM.replace(
        "OpenAI launched its second Sora model in September 2025.", f'"{HOSTILE}"'
    )
    propose(runner, {"claims/other.yml": hostile.replace(HOSTILE, HOSTILE.replace('"', ""))})
    checked = runner.run(step("Check the claims that it touches", VALIDATE))
    runner.run(step("Tell what changes", VALIDATE))
    assert not [line for line in checked.stdout.splitlines() if line.startswith("::error::x")]
    assert "@everyone" not in runner.summary
    assert "<img" not in runner.summary
    assert not list(runner.folder.rglob("pwned"))


def test_a_proposal_does_not_change_its_judge(runner: Runner) -> None:
    evil = "raise SystemExit('a program of the proposal was run')\n"
    names = ("claimbook/__init__.py", "yaml.py", "click.py", "sitecustomize.py", "conftest.py")
    files = dict.fromkeys(names, evil)
    files[".cache/claimbook/memory.sqlite3"] = "not a memory"
    files["Makefile"] = "all:\n\ttouch pwned\n"
    propose(runner, {**files, "claims/other.yml": CLAIM.replace("second", "third")})
    checked = runner.run(step("Check the claims that it touches", VALIDATE))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert runner.run(step("Tell what changes", VALIDATE)).returncode == 0


def test_the_steps_of_forgejo_say_the_same(runner: Runner) -> None:
    runner.known["github.event.pull_request.base.sha"] = git(
        runner.work / "proposal", "rev-parse", "HEAD"
    )
    propose(runner, {"claims/other.yml": CLAIM.replace("rating: true", "rating: treu")})
    told = runner.run(step("Tell what changes", FORGEJO[0]))
    assert (told.returncode, "other.yml" in told.stdout) == (0, True), told.stderr
    checked = runner.run(step("Check the claims that it touches", FORGEJO[0]))
    assert checked.returncode == 1
    assert "undefined-rating" in checked.stdout
