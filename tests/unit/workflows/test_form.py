"""What every workflow keeps to."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.unit.workflows.jobs import FORGEJO, GITHUB, REPOSITORY, steps, workflow

EVERY = [*GITHUB, *FORGEJO]
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n")


@pytest.fixture(params=EVERY, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_there_are_workflows() -> None:
    named = {"validate", "comment", "intake", "links", "pages", "tests", "weekly", "release"}
    assert {each.stem for each in GITHUB} == named
    assert {each.stem for each in FORGEJO} == {"validate"}


def test_actions_are_pinned_to_commits(path: Path) -> None:
    text = path.read_text()
    assert text.count("uses: ") == len(PINNED.findall(text))


def test_one_version_of_an_action_is_used() -> None:
    uses = {line for path in EVERY for line in re.findall(r"uses: .*", path.read_text())}
    actions = [each.partition("@")[0] for each in uses]
    assert sorted(actions) == sorted(set(actions))


def test_a_job_has_no_right_it_does_not_ask_for_and_an_end(path: Path) -> None:
    assert workflow(path)["permissions"] == {}
    for job in workflow(path)["jobs"].values():
        assert job["permissions"]
        # Nobody waits for what is done once a week.
        assert job["timeout-minutes"] <= (60 if "schedule" in workflow(path)["on"] else 20)


def test_a_checkout_keeps_no_credentials(path: Path) -> None:
    for each in steps(path):
        if each.get("uses", "").startswith("actions/checkout@"):
            assert each["with"]["persist-credentials"] is False


def test_nothing_is_put_into_a_command(path: Path) -> None:
    assert [each["run"] for each in steps(path) if "${{" in each.get("run", "")] == []


def test_strangers_never_run_with_rights() -> None:
    for each in EVERY:
        triggers = workflow(each)["on"]
        assert "pull_request_target" not in triggers
        if "pull_request" in triggers:
            rights = [job["permissions"] for job in workflow(each)["jobs"].values()]
            assert rights == [{"contents": "read"}]


def test_no_address_of_a_repository_is_assumed(path: Path) -> None:
    assert not re.search(r"https?://", path.read_text())


def test_gitlab_has_the_same_checks() -> None:
    told = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text())
    script = "\n".join(told["claims"]["script"])
    assert "check --strict --changed-since" in script
    assert " diff " in script
    assert told["claims"]["artifacts"]["reports"] == {"codequality": "codequality.json"}


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    if not zizmor.exists():
        pytest.skip("zizmor is in the lint group only")
    command = [zizmor, "--offline", "--quiet", "--persona=pedantic", ".github", *FORGEJO]
    done = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
