"""``claimbook from-issue``: the body of an issue is text, whatever it says."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook.cli.commands import cli
from claimbook.intake.form import CORRECTION
from tests.unit.cli.conftest import add
from tests.unit.intake.filling import SOUND, body_of

DRAFT = "claims/drafts/coffee-sold-london-1652.yml"


def from_issue(body: str, *options: str) -> Result:
    return CliRunner().invoke(cli, ["from-issue", "-", *options], input=body.encode())


def test_a_form_becomes_a_draft_that_check_accepts(project: Path) -> None:
    done = from_issue(body_of(SOUND))
    assert (done.exit_code, done.output.splitlines()[0]) == (0, f"wrote {DRAFT}")
    text = (project / DRAFT).read_text()
    assert "quote: sold coffee at the sign of the Turk's head" in text
    checked = CliRunner().invoke(cli, ["check", DRAFT])
    assert checked.exit_code == 0, checked.output


def test_a_body_may_come_from_a_file_or_the_environment(project: Path) -> None:
    add(project, "body.md", body_of(SOUND))
    assert CliRunner().invoke(cli, ["from-issue", "--file", "body.md", "--dry-run"]).exit_code == 0
    env = {"BODY": body_of(SOUND)}
    done = CliRunner(env=env).invoke(cli, ["from-issue", "--env", "BODY", "--format", "json"])
    assert json.loads(done.output) == {
        "version": 1,
        "form": "new-claim",
        "id": "coffee-sold-london-1652",
        "path": DRAFT,
        "problems": [],
    }


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "arguments", [(), ("-", "--env", "HOME"), ("--env", "NO_SUCH"), ("--file", "none.md")]
)
def test_where_the_body_is_must_be_clear(arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(cli, ["from-issue", *arguments]).exit_code == 2


def test_all_problems_are_told_at_once_and_nothing_is_written(project: Path) -> None:
    wrong = {**SOUND, "claim": "", "claimed": "last May", "url": "javascript:x", "topics": "foood"}
    done = from_issue(body_of({**wrong, "title": ""}), "--format", "json")
    told = json.loads(done.output)
    assert done.exit_code == 1
    assert told["path"] is None
    assert [each["name"] for each in told["problems"]] == [
        *("missing-field", "missing-field", "invalid-date", "invalid-url"),
        "unknown-choice",
    ]
    assert all("“" in each["message"] for each in told["problems"])
    assert not (project / "claims" / "drafts").exists()
    shown = from_issue(body_of(wrong)).output
    assert "--> issue:" in shown
    assert "last May" in shown


def test_a_second_issue_of_the_same_words_gets_an_id_of_its_own(project: Path) -> None:
    assert from_issue(body_of(SOUND)).exit_code == 0
    assert from_issue(body_of(SOUND)).exit_code == 0
    assert (project / DRAFT.replace(".yml", "-2.yml")).is_file()


def test_a_name_that_looks_like_an_id_stays_a_name(project: Path) -> None:
    assert from_issue(body_of({**SOUND, "claimant": "nasa"})).exit_code == 0
    assert "claimant:\n  name: nasa\n" in (project / DRAFT).read_text()


def test_nothing_is_written_through_a_link(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / "claims" / "drafts").symlink_to(elsewhere)
    done = from_issue(body_of(SOUND))
    assert done.exit_code == 1
    assert [*elsewhere.iterdir()] == []


@pytest.mark.usefixtures("project")
def test_a_reply_mentions_nobody() -> None:
    done = from_issue(
        body_of({**SOUND, "claimed": "@everyone ![x](https://evil.example)"}),
        "--format",
        "markdown",
    )
    assert done.exit_code == 1
    assert "@everyone" not in done.output
    assert "](" not in done.output


def test_a_report_of_an_error_is_read_and_writes_nothing(project: Path) -> None:
    body = body_of({"concerned": "launch", "wrong": "The date.", "now": "Another."}, CORRECTION)
    done = from_issue(body)
    assert (done.exit_code, "Nothing was written" in done.output) == (0, True)
    assert "nothing to draft" in from_issue(body, "--format", "markdown").output
    assert from_issue(body_of({"concerned": "launch"}, CORRECTION)).exit_code == 1
    assert not (project / "claims" / "drafts").exists()
