import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook.cli.commands import cli
from claimbook.cli.installed import satisfies


def doctor(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["doctor", *arguments], prog_name="claimbook")


def states() -> dict[str, str]:
    return {each["name"]: each["state"] for each in json.loads(doctor("--format", "json").stdout)}


def test_a_sound_project_has_all_that_is_needed(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    done = doctor()
    assert done.exit_code == 0, done.output
    assert f"ok      repository: {project}\n" in done.stdout
    assert "ok      claims: 1 file in claims/\n" in done.stdout
    assert "broken" not in {*states().values()}


@pytest.mark.usefixtures("project")
def test_what_is_missing_says_what_it_costs_and_what_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    done = doctor()
    assert done.exit_code == 0
    assert "note    git: Git is not installed\n" in done.stdout
    assert "no `check --changed-since`" in done.stdout
    assert "to mend it: https://git-scm.com/downloads" in done.stdout


@pytest.mark.usefixtures("project")
def test_a_claim_builder_without_an_engine_is_told() -> None:
    assert states()["claim builder"] == "note"


def test_broken_settings_and_variables_are_in_the_way(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "claimbook.toml").write_text("[publication\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    monkeypatch.setenv("CLAIMBOOK_JOBS", "many")
    assert doctor().exit_code == 1
    found = states()
    assert {name for name, state in found.items() if state == "broken"} == {
        *("settings", "day", "processes"),
    }


def test_an_empty_folder_is_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = doctor()
    assert done.exit_code == 1
    assert "broken  claims: there is no folder `claims/` here" in done.stdout
    assert "to mend it: claimbook new" in done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_in_the_way(project: Path) -> None:
    project.chmod(0o555)
    try:
        assert states()["site folder"] == "broken"
    finally:
        project.chmod(0o755)


def test_a_shallow_clone_is_told(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for number in "12":
        (project / "note").write_text(number)
        for step in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", number]):
            subprocess.run(["git", *step], cwd=project, check=True)
    clone = tmp_path_factory.mktemp("clones") / "clone"
    command = ["git", "clone", "-q", "--depth=1", f"file://{project}", str(clone)]
    subprocess.run(command, check=True)
    done = doctor("--project", str(clone))
    assert "shallow" in done.stdout
    assert "fetch-depth: 0" in done.stdout


@pytest.mark.parametrize(
    ("found", "wanted", "is_right"),
    [
        ("8.2.1", ">=8.1.7,!=8.3.*", True),
        ("8.3.0", ">=8.1.7,!=8.3.*", False),
        ("8.1", ">=8.1.7", False),
        ("8.10.0", ">=8.9", True),
        ("2", "<2", False),
        ("1.9.9", ">=1.6,<2", True),
        ("2.0rc1", "==2.0.0", True),
        ("3.12.1", "~=3.11", True),
        ("4.0", "~=3.11", False),
        ("1.0", "", True),
    ],
)
def test_versions_are_compared_by_their_numbers(found: str, wanted: str, is_right: bool) -> None:
    assert satisfies(found, wanted) is is_right
