"""The steps of `intake`, run on issues that strangers have written."""

import base64
import json
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.conftest import CLAIM
from tests.unit.intake.filling import SOUND, body_of
from tests.unit.workflows.jobs import GITHUB, Runner, beside_github, claimbook_in, git, step
from tests.unit.workflows.test_comment import asked

(INTAKE,) = (path for path in GITHUB if path.stem == "intake")
pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="needs jq")
EVIL = (
    "$(touch pwned) `touch pwned` ${{ github.token }} '; touch pwned; echo '\n"
    "::set-output name=path::../../x"
)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = beside_github(tmp_path)
    (made.work / "claims").mkdir()
    (made.work / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    (made.work / "claims" / "launch.yml").write_text(CLAIM)
    git(made.work, "init", "--quiet", "--initial-branch=main")
    git(made.work, "add", "--all")
    git(made.work, "commit", "--quiet", "--message", "state")
    claimbook_in(made.work)
    return made


def drafted(runner: Runner, body: str | None) -> None:
    event = {"issue": {"number": 12, "title": EVIL, "body": body}}
    (runner.folder / "event").write_text(json.dumps(event))
    done = runner.run(step("Write the draft", INTAKE))
    assert done.returncode == 0, done.stderr


def test_a_proposal_becomes_a_pull_request_named_after_its_id(runner: Runner) -> None:
    drafted(runner, body_of({**SOUND, "quote": EVIL}).replace("\n", "\r\n"))
    assert runner.outputs == {
        "path": "claims/drafts/coffee-sold-london-1652.yml",
        "id": "coffee-sold-london-1652",
    }
    runner.known = {
        "github.token": "secret",
        "github.event.issue.number": "12",
        "github.event.repository.default_branch": "main",
        "steps.draft.outputs.path": runner.outputs["path"],
        "steps.draft.outputs.id": runner.outputs["id"],
    }
    done = runner.run(step("Offer the draft", INTAKE))
    assert done.returncode == 0, done.stderr
    ref, content, pull = asked(runner)
    assert "ref=refs/heads/draft/12-coffee-sold-london-1652" in ref
    assert f"sha={git(runner.work, 'rev-parse', 'HEAD')}" in ref
    assert "repos/example/claims/contents/claims/drafts/coffee-sold-london-1652.yml" in content
    assert "title=Draft coffee-sold-london-1652" in pull
    sent = base64.b64decode((runner.temp / "content").read_text())
    assert sent == (runner.work / runner.outputs["path"]).read_bytes()
    assert not list(runner.folder.rglob("pwned"))


@pytest.mark.parametrize("body", [None, "", "words", body_of({**SOUND, "claimed": EVIL})])
def test_what_is_in_the_way_is_answered(runner: Runner, body: str | None) -> None:
    drafted(runner, body)
    assert runner.outputs == {"path": "", "id": ""}
    runner.known = {"github.token": "secret", "github.event.issue.number": "12"}
    done = runner.run(step("Say what is in the way", INTAKE))
    assert done.returncode == 0, done.stderr
    assert asked(runner)[-1][2:5] == ["--method", "POST", "repos/example/claims/issues/12/comments"]
    assert (runner.temp / "reply.md").read_text().startswith("No draft can be made of this yet.")
    assert git(runner.work, "status", "--short", "claims") == ""
    assert not list(runner.folder.rglob("pwned"))


@pytest.mark.parametrize("name", ["claim", "claimant", "title", "evidence_quote"])
def test_evil_words_in_any_answer_do_nothing(runner: Runner, name: str) -> None:
    drafted(runner, body_of({**SOUND, name: EVIL}))
    path = runner.outputs["path"]
    assert path == "" or path.startswith("claims/drafts/")
    assert ".." not in path
    assert not list(runner.folder.rglob("pwned"))
