"""`claimbook check --changed-since`: in real repositories, as a contributor has them."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import runner, said

SOURCE = """title: Sora 2 is here
publisher: OpenAI
url: https://openai.com/index/{name}/
published: 2025-09-30
standing: primary
"""


def check(*arguments: str) -> Result:
    command = ["check", "--changed-since", "main", *arguments]
    return runner().invoke(cli, command, prog_name="claimbook")


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


def commit(project: Path) -> None:
    git(project, "add", "--all", ".")
    git(project, "commit", "--quiet", "--message", "a step")


def write(project: Path, path: str, text: str) -> None:
    place = project / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


def citing(project: Path, name: str, source: str) -> None:
    """Another claim, whose evidence is a shared source."""
    text = (project / "claims" / "launch.yml").read_text()
    head = text.split("    source:\n")[0].replace("OpenAI launched", f"For {name}, OpenAI launched")
    write(project, f"claims/{name}.yml", f"{head}    source: {source}\n")


@pytest.fixture
def branch(project: Path) -> Path:
    """A branch of a project in which an old claim warns and another does not compile."""
    git(project, "init", "--quiet", "--initial-branch=main")
    write(project, "claims/sources/sora.yml", SOURCE.format(name="sora-two"))
    citing(project, "old", "sora")
    citing(project, "broken", "nowhere")
    late = (
        (project / "claims" / "launch.yml")
        .read_text()
        .replace("claimed: 2025-09-30", "claimed: 2030-01-01")
    )
    write(project, "claims/late.yml", late.replace("its second Sora", "yet another Sora"))
    commit(project)
    git(project, "switch", "--quiet", "--create", "branch")
    return project


def test_old_problems_of_others_are_counted_not_shown(branch: Path) -> None:
    assert runner().invoke(cli, ["check"]).exit_code == 1
    citing(branch, "mine", "sora")
    uncommitted = check()
    commit(branch)
    for done in (uncommitted, check()):
        assert done.exit_code == 0, said(done)
        assert done.stdout == "nothing to report (1 file checked)\n"
        assert "Left out: " in done.stderr
        assert "that you did not touch; `claimbook check` shows all." in done.stderr


def test_what_changed_on_the_other_branch_since_is_not_mine(branch: Path) -> None:
    citing(branch, "mine", "sora")
    commit(branch)
    git(branch, "switch", "--quiet", "main")
    citing(branch, "theirs", "sora")
    commit(branch)
    git(branch, "switch", "--quiet", "branch")
    assert "(1 file checked)" in check().stdout


def test_a_warning_in_a_touched_file_fails(branch: Path) -> None:
    late = branch / "claims" / "late.yml"
    late.write_text(late.read_text().replace("that month", "in that month"))
    done = check()
    assert done.exit_code == 1
    assert "warning[CB503 date-in-future]" in done.stdout
    assert "nowhere" not in done.stdout
    assert "With --changed-since a warning fails." in done.stderr


def test_a_source_that_is_gone_breaks_those_who_cite_it(branch: Path) -> None:
    (branch / "claims" / "sources" / "sora.yml").unlink()
    done = check()
    assert done.exit_code == 1
    assert "--> claims/old.yml" in done.stdout
    assert "broken.yml" not in done.stdout
    assert "1 problem in 1 file that you did not touch: your changes cause this." in done.stderr


def test_a_renamed_source_breaks_them_too(branch: Path) -> None:
    git(branch, "mv", "claims/sources/sora.yml", "claims/sources/sora-2.yml")
    assert "--> claims/old.yml" in check().stdout
    citing(branch, "old", "sora-2")
    assert check().exit_code == 0


def test_an_id_that_is_taken_is_mine(branch: Path) -> None:
    text = (branch / "claims" / "old.yml").read_text()
    write(branch, "claims/again/old.yml", text)
    done = check()
    assert done.exit_code == 1
    assert "claims/again/old.yml" in done.stdout
    assert "claims/old.yml" in done.stdout


def test_settings_that_weigh_more_are_a_cause(branch: Path) -> None:
    with (branch / "claimbook.toml").open("a") as settings:
        settings.write('\n[rules]\ndate-in-future = "error"\n')
    done = check()
    assert "error[CB503 date-in-future]" in done.stdout
    assert "--> claims/late.yml" in done.stdout
    assert "nowhere" not in done.stdout


@pytest.mark.usefixtures("branch")
def test_nothing_changed_is_said() -> None:
    done = check()
    assert done.exit_code == 0
    assert "No claim file has changed since `main`." in done.stderr
    assert done.stdout == "nothing to report (0 files checked)\n"


def test_other_formats_stay_what_they_are(branch: Path) -> None:
    (branch / "claims" / "sources" / "sora.yml").unlink()
    told = json.loads(check("--format", "json").stdout)
    assert {each["path"] for each in told["diagnostics"]} == {"claims/old.yml"}


def test_paths_limit_it_further(branch: Path) -> None:
    citing(branch, "mine", "elsewhere")
    assert check("claims/mine.yml").exit_code == 1
    assert check("claims/old.yml").exit_code == 0


@pytest.mark.usefixtures("branch")
def test_an_unknown_revision_is_wrong_usage() -> None:
    done = runner().invoke(cli, ["check", "--changed-since", "mian"], prog_name="claimbook")
    assert done.exit_code == 2
    assert "Git knows no revision `mian` here; did you mean `main`?" in done.stderr


def test_a_project_without_a_repository_is_wrong_usage(project: Path) -> None:
    done = check()
    assert done.exit_code == 2
    assert f"{project} lies in no Git repository" in done.stderr


def test_what_was_wrong_before_is_remembered_and_forgotten_in_time(branch: Path) -> None:
    for number in range(200):
        write(branch, f"claims/sources/spare-{number}.yml", SOURCE.format(name=f"spare-{number}"))
    git(branch, "switch", "--quiet", "main")
    commit(branch)
    git(branch, "switch", "--quiet", "-C", "branch")
    citing(branch, "mine", "sora")
    first, again = check(), check()
    assert "Left out: 202 problems" in first.stderr
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)
    (branch / "claims" / "sources" / "sora.yml").unlink()
    assert "--> claims/old.yml" in check().stdout
    with (branch / "claimbook.toml").open("a") as settings:
        settings.write('\n[rules]\ndate-in-future = "error"\n')
    assert "--> claims/late.yml" in check().stdout
