"""The steps of `comment`, run on what may be forged."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from claimbook.review.difference import ClaimChange, Difference, as_json
from tests.unit.workflows.jobs import GITHUB, Runner, beside_github, claimbook_in, step

(COMMENT,) = (path for path in GITHUB if path.stem == "comment")
pytestmark = pytest.mark.skipif(
    not (shutil.which("jq") and shutil.which("unzip")), reason="needs jq and unzip"
)
PULLS = "repos_example_claims_pulls"
ARTIFACTS = "repos_example_claims_actions_runs_77_artifacts"
ZIP = "repos_example_claims_actions_artifacts_5_zip"
COMMENTS = "repos_example_claims_issues_12_comments"
SHA = "a" * 40
BRANCH = "x&state=closed$(id)"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = beside_github(tmp_path)
    made.known = {
        "github.token": "secret",
        "github.event.workflow_run.head_repository.owner.login": "mallory",
        "github.event.workflow_run.head_branch": BRANCH,
        "github.event.workflow_run.head_sha": SHA,
        "github.event.workflow_run.id": "77",
        "steps.find.outputs.number": "12",
    }
    claimbook_in(made.work)
    return made


def answer(runner: Runner, name: str, data: bytes) -> None:
    (Path(runner.environment["ANSWERS"]) / name).write_bytes(data)


def asked(runner: Runner) -> list[list[str]]:
    text = (Path(runner.environment["ANSWERS"]) / "asked").read_text()
    return [json.loads(line) for line in text.splitlines()]


def artifact(runner: Runner, files: dict[str, bytes], size: int = 1000) -> None:
    listed = {"artifacts": [{"name": "review", "size_in_bytes": size, "id": 5}]}
    answer(runner, ARTIFACTS, json.dumps(listed).encode())
    place = Path(runner.environment["ANSWERS"]) / ZIP
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def test_the_pull_request_is_that_of_the_commit_that_was_checked(runner: Runner) -> None:
    pulls = [{"number": 11, "head": {"sha": "b" * 40}}, {"number": 12, "head": {"sha": SHA}}]
    answer(runner, PULLS, json.dumps(pulls).encode())
    done = runner.run(step("Find the pull request", COMMENT))
    assert done.returncode == 0, done.stderr
    assert runner.outputs == {"number": "12"}
    # The branch is one argument, whatever its name.
    assert f"head=mallory:{BRANCH}" in asked(runner)[0]


def test_without_such_a_pull_request_nothing_follows(runner: Runner) -> None:
    answer(runner, PULLS, b"[]")
    assert runner.run(step("Find the pull request", COMMENT)).returncode == 0
    assert runner.outputs == {"number": ""}


def test_a_review_becomes_a_comment_that_mentions_nobody(runner: Runner) -> None:
    claim = ClaimChange("new", "x", "claims/x.yml", "@everyone <script>", "![x](https://e.example)")
    artifact(runner, {"review.json": as_json(Difference("a", "b", (claim,))).encode()})
    assert runner.run(step("Fetch the review", COMMENT)).returncode == 0
    assert runner.outputs == {"found": "yes"}
    assert runner.run(step("Write the comment", COMMENT)).returncode == 0
    comment = (runner.temp / "comment.md").read_text()
    assert comment.startswith(
        "<!-- claimbook: what changes -->\n## What changes&#58; claims&#58; 1 new"
    )
    assert "@everyone" not in comment
    assert "<script" not in comment
    assert "](" not in comment


@pytest.mark.parametrize(
    "files",
    [
        {"review.json": b"{}"},
        {"review.json": b"\xff\xfe"},
        {"review.json": b'{"base": "a", "head": "b", "claims": 1}'},
        {"../review.json": b"{}"},
        {"review.json": b" " * 9_000_000},
        {"other": b"x"},
    ],
    ids=["empty", "no-utf-8", "wrong", "elsewhere", "bomb", "missing"],
)
def test_what_is_no_review_becomes_no_comment(runner: Runner, files: dict[str, bytes]) -> None:
    artifact(runner, files)
    runner.run(step("Fetch the review", COMMENT))
    assert runner.run(step("Write the comment", COMMENT)).returncode != 0
    assert sorted(each.name for each in runner.temp.iterdir()) == [
        *("comment.md", "review.json", "review.zip")
    ]
    assert (runner.temp / "review.json").stat().st_size <= 8_388_609


def test_a_large_artifact_is_not_fetched(runner: Runner) -> None:
    artifact(runner, {"review.json": b"{}"}, size=50_000_000)
    assert runner.run(step("Fetch the review", COMMENT)).returncode == 0
    assert runner.outputs == {}


def test_an_earlier_comment_of_ours_is_changed_and_no_other(runner: Runner) -> None:
    (runner.temp / "comment.md").write_text("words")
    theirs = {"user": {"login": "mallory"}, "body": "<!-- claimbook: what changes -->", "id": 1}
    ours = {**theirs, "user": {"login": "github-actions[bot]"}, "id": 2}
    answer(runner, COMMENTS, json.dumps([theirs, ours]).encode())
    assert runner.run(step("Comment, or change the comment", COMMENT)).returncode == 0
    assert "repos/example/claims/issues/comments/2" in asked(runner)[-1]
    answer(runner, COMMENTS, json.dumps([theirs]).encode())
    assert runner.run(step("Comment, or change the comment", COMMENT)).returncode == 0
    assert asked(runner)[-1][2:5] == ["--method", "POST", "repos/example/claims/issues/12/comments"]
