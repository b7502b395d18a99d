"""``claimbook diff`` in real repositories."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook.cli.commands import cli
from claimbook.cli.run import run
from tests.unit.cli.conftest import CLAIM, add

OTHER = CLAIM.replace("second Sora", "third Sora")


def claimbook(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="claimbook")


def git(*arguments: str) -> str:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "--no-gpg-sign", "-m", "state")


@pytest.fixture
def repository(project: Path) -> Path:
    git("init", "-q", "-b", "main")
    add(project, ".github/CODEOWNERS", "/claims/  @example/editors\n")
    commit()
    return project


def told(*arguments: str) -> dict[str, object]:
    done = claimbook("diff", *arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(done.output)
    return found


def kinds(*arguments: str) -> list[tuple[str, str]]:
    claims = told(*arguments)["claims"]
    assert isinstance(claims, list)
    return [(each["kind"], each["id"]) for each in claims]


@pytest.mark.usefixtures("repository")
def test_nothing_has_changed() -> None:
    assert claimbook("diff").output == "What changes: nothing (from HEAD to the working tree).\n"


def test_files_as_they_are_are_compared_with_the_last_commit(repository: Path) -> None:
    add(repository, "claims/launch.yml", CLAIM.replace("rating: true", "rating: false"))
    add(repository, "claims/drafts/other.yml", OTHER)
    assert kinds() == [("changed", "launch"), ("draft", "other")]
    shown = claimbook("diff").output
    assert "rating: true → false (no correction says so)" in shown
    assert "owners: @example/editors" in shown
    assert claimbook("diff").exit_code == 0


def test_revisions_are_compared_whatever_lies_in_the_folder(repository: Path) -> None:
    git("checkout", "-q", "-b", "work")
    add(repository, "claims/other.yml", OTHER)
    commit()
    git("checkout", "-q", "main")
    add(repository, "claims/third.yml", OTHER.replace("third", "fourth"))
    commit()
    add(repository, "claims/unfinished.yml", "claim: [")
    assert kinds("main...work") == [("new", "other")]
    assert kinds("main..work") == [("new", "other"), ("deleted", "third")]
    assert kinds("work..main") == [("deleted", "other"), ("new", "third")]
    assert told("main..work")["brought"] == []


def test_a_change_names_its_owners_no_more_than_itself(repository: Path) -> None:
    add(repository, ".github/CODEOWNERS", "* @mallory\n")
    add(repository, "claims/other.yml", OTHER)
    commit()
    (claim,) = told("HEAD~1..HEAD")["claims"]  # type: ignore[misc]
    assert claim["owners"] == ["@example/editors"]


def test_a_new_claim_that_may_be_there_already_is_told(repository: Path) -> None:
    add(repository, "claims/again.yml", CLAIM.replace("OpenAI launched its", "OpenAI launched the"))
    (claim,) = told()["claims"]  # type: ignore[misc]
    assert [(each["id"], each["likeness"]) for each in claim["likely"]] == [("launch", "same")]


def test_owners_are_found_from_a_folder_of_the_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(repository, ".github/CODEOWNERS", "/inner/claims/ @example/inner\n")
    add(repository, "inner/claims/launch.yml", CLAIM)
    commit()
    monkeypatch.chdir(repository / "inner")
    add(repository, "inner/claims/launch.yml", OTHER)
    (claim,) = told()["claims"]  # type: ignore[misc]
    assert claim["owners"] == ["@example/inner"]


def test_settings_that_change_are_told(repository: Path) -> None:
    add(
        repository, "claimbook.toml", '[publication]\nname = "Test"\n[rules]\nno-evidence = "off"\n'
    )
    assert [each["path"] for each in told()["files"]] == ["claimbook.toml"]  # type: ignore[attr-defined]


def test_a_preview_is_one_file_without_scripts_and_addresses_of_the_site(repository: Path) -> None:
    hostile = OTHER.replace(
        "OpenAI announced", "</style><script>alert(1)</script> OpenAI announced"
    )
    add(repository, "claims/other.yml", hostile)
    add(repository, "claims/drafts/third.yml", OTHER.replace("third", "fourth"))
    assert claimbook("diff", "--preview", "p.html").exit_code == 0
    page = (repository / "p.html").read_text()
    assert "<script" not in page
    assert page.count("</style>") == 2
    assert "fourth Sora" in page
    assert 'href="../' not in page
    assert "default-src 'none'" in page
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_a_difference_is_read_back_and_shown(repository: Path) -> None:
    add(repository, "claims/other.yml", OTHER)
    Path("d.json").write_text(claimbook("diff", "--format", "json").output)
    shown = claimbook("diff", "--read", "d.json", "--format", "markdown", "--limit", "60000")
    assert shown.output == claimbook("diff", "--format", "markdown").output
    Path("d.json").write_text("{}")
    refused = claimbook("diff", "--read", "d.json")
    assert refused.exit_code == 2
    assert "holds no difference" in refused.output
    assert claimbook("diff", "main", "--read", "d.json").exit_code == 2


@pytest.mark.usefixtures("repository")
def test_an_unknown_revision_is_wrong_usage() -> None:
    done = claimbook("diff", "mian")
    assert done.exit_code == 2
    assert "did you mean `main`?" in done.output


@pytest.mark.parametrize("name", ["--output=x", "-h", "a b", "$(touch x)", "\N{SKULL}"])
def test_no_name_of_a_revision_does_anything(repository: Path, name: str) -> None:
    before = sorted(repository.iterdir())
    assert claimbook("diff", "--", f"{name}..HEAD").exit_code == 2
    assert sorted(repository.iterdir()) == before


@pytest.mark.parametrize("output_format", ["text", "json", "markdown"])
def test_names_of_files_that_are_no_text_are_told_all_the_same(
    repository: Path, output_format: str
) -> None:
    before = git("rev-parse", "HEAD").strip()
    name = os.fsencode(repository / "claims") + b"/\xff\n.yml"
    Path(os.fsdecode(name)).write_text(CLAIM, encoding="utf-8")
    add(repository, "claims/other.yml", OTHER)
    commit()
    for asked in (f"{before}..HEAD", before):
        done = claimbook("diff", asked, "--format", output_format)
        assert done.exit_code == 0, done.output
        assert "other" in done.output
    assert claimbook("check", "--changed-since", before).exit_code == 1


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("command", [["diff"], ["check", "--changed-since"]])
def test_what_a_terminal_obeys_is_not_said_back(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "\x1b]0;x\x07"]) == 2
    said = capsys.readouterr().err
    assert "Git knows no revision" in said
    assert "\x1b" not in said
