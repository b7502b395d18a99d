import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook.cli.commands import cli
from claimbook.compile import Compilation
from claimbook.workspace import Workspace

UNUSED = "# claimbook: allow[unused-source] no reason\n"


def claimbook(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="claimbook")


def spoil(project: Path, name: str = "bad.yml", old: str = "rating: true") -> Path:
    bad = project / "claims" / name
    text = (project / "claims" / "launch.yml").read_text()
    bad.write_text(text.replace(old, "rating: ture\n  mood: high"))
    return bad


def warn(project: Path) -> None:
    (project / "claims" / "notes.docx").write_text("x")


@pytest.mark.usefixtures("project")
def test_a_clean_project_says_so() -> None:
    done = claimbook("check")
    assert (done.exit_code, done.output) == (0, "nothing to report (1 file checked)\n")


@pytest.mark.usefixtures("project")
def test_what_was_read_is_kept_for_who_will_not_take_it_apart() -> None:
    kept: list[tuple[Workspace, Compilation]] = []
    assert CliRunner().invoke(cli, ["check"], obj=kept).exit_code == 0
    ((workspace, compiled),) = kept
    assert [each.path for each in workspace.files] == [*compiled.digests]


def test_errors_fail(project: Path) -> None:
    spoil(project)
    done = claimbook("check")
    assert done.exit_code == 1
    assert "error[CB101 unknown-field]: there is no field `mood` here" in done.stdout
    assert "--> claims/bad.yml:6:3" in done.stdout


def test_warnings_fail_only_when_strict(project: Path) -> None:
    warn(project)
    assert claimbook("check").exit_code == 0
    strict = claimbook("check", "--strict")
    assert strict.exit_code == 1
    assert "With --strict a warning fails." in strict.output


def test_paths_limit_what_is_reported_not_what_is_read(project: Path) -> None:
    spoil(project)
    assert claimbook("check", "claims/launch.yml").exit_code == 0
    assert claimbook("check", "claims/bad.yml").exit_code == 1
    assert claimbook("check", "claims").exit_code == 1
    assert claimbook("check", ".").exit_code == 1
    assert "(1 file checked)" in claimbook("check", "claims/launch.yml").output


def test_paths_are_read_from_where_one_stands(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(project)
    monkeypatch.chdir(project / "claims")
    assert claimbook("check", "launch.yml").exit_code == 0
    assert claimbook("check", "bad.yml").exit_code == 1
    assert claimbook("check").exit_code == 1


def test_a_claim_that_breaks_mine_is_reported_with_mine(project: Path) -> None:
    copy = project / "claims" / "again" / "launch.yml"
    copy.parent.mkdir()
    copy.write_text((project / "claims" / "launch.yml").read_text())
    assert "duplicate-id" in claimbook("check", "claims/launch.yml").output


def test_broken_settings_concern_everybody(project: Path) -> None:
    (project / "claimbook.toml").write_text("nonsense = 1\n")
    done = claimbook("check", "claims/launch.yml")
    assert done.exit_code == 1
    assert "claimbook.toml:1:1" in done.output


@pytest.mark.usefixtures("project")
def test_a_path_that_is_not_there_is_told_the_nearest() -> None:
    done = claimbook("check", "claims/lanch.yml")
    assert done.exit_code == 2
    assert "did you mean `claims/launch.yml`?" in done.output
    assert "did you mean `claims/launch.yml`?" in claimbook("check", "launch.yml").output


def test_a_path_that_is_no_claim_is_a_wrong_usage(project: Path) -> None:
    (project / "README.md").write_text("x")
    done = claimbook("check", "README.md")
    assert done.exit_code == 2
    assert "claims lie under `claims`" in done.output


def test_another_project_can_be_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(project)
    monkeypatch.chdir("/")
    assert claimbook("check", "--project", str(project)).exit_code == 1
    assert claimbook("check", "--project", str(project / "none")).exit_code == 2


def test_an_empty_place_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = claimbook("check")
    assert done.exit_code == 1
    assert "claimbook new" in done.output


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_programs_get_nothing_but_their_format(project: Path, name: str) -> None:
    spoil(project)
    done = claimbook("check", "--format", name)
    assert done.exit_code == 1
    json.loads(done.stdout)


def test_a_report_can_go_to_a_file(project: Path) -> None:
    spoil(project)
    done = claimbook("check", "--format", "sarif", "--output", "out.sarif")
    assert done.exit_code == 1
    assert "(2 files checked)" in done.stdout
    assert json.loads((project / "out.sarif").read_text())["version"] == "2.1.0"


def test_sarif_carries_the_pages_of_its_codes(project: Path) -> None:
    spoil(project)
    log = json.loads(claimbook("check", "--format", "sarif").stdout)
    (rule, *_) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["help"]["markdown"].startswith("# CB101")


def test_the_page_of_a_code_is_linked_when_the_site_has_an_address(project: Path) -> None:
    (project / "claimbook.toml").write_text('[publication]\nurl = "https://x.example/"\n')
    spoil(project)
    assert "= more: https://x.example/contribute/codes/cb101/" in claimbook("check").output


def test_colour_is_for_people_who_want_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(project)
    assert "\x1b" not in claimbook("check").output
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m" in claimbook("check").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in claimbook("check").output
