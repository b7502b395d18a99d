from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook.cli.commands import cli
from claimbook.generated import PRODUCTS
from tests.unit.cli.conftest import add


def generate(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["generate", *arguments], prog_name="claimbook")


def written(project: Path) -> dict[str, bytes]:
    return {
        each.relative_to(project).as_posix(): each.read_bytes()
        for each in project.rglob("*")
        if each.is_file() and ".cache" not in each.parts
    }


def test_what_is_generated_is_checked_and_written_once(project: Path) -> None:
    before = written(project)
    missing = generate("--check")
    assert missing.exit_code == 1
    assert f"{len(PRODUCTS)} files not as generated" in missing.output
    assert written(project) == before
    first = generate()
    assert first.exit_code == 0
    assert set(written(project)) - set(before) == {each.path for each in PRODUCTS}
    stamps = {each.path: (project / each.path).stat().st_mtime_ns for each in PRODUCTS}
    assert "nothing to change" in generate().output
    assert generate("--check").exit_code == 0
    assert {each.path: (project / each.path).stat().st_mtime_ns for each in PRODUCTS} == stamps


def test_drift_is_shown_and_the_command_that_mends_it(project: Path) -> None:
    generate()
    schema = project / "schema" / "1" / "claim.json"
    schema.write_text(schema.read_text().replace("Claimbook claim file", "\x1b[31mMine"))
    done = generate("--check")
    assert done.exit_code == 1
    assert "not as generated: schema/1/claim.json\n--- schema/1/claim.json\n" in done.output
    assert "\x1b" not in done.output
    assert '+  "title": "Claimbook claim file",\n' in done.output
    assert "To mend it: claimbook generate schemas\n" in done.output
    assert "wrote schema/1/claim.json\n1 file written" in generate("schemas").output
    assert generate("--check").exit_code == 0


def test_a_long_difference_is_cut(project: Path) -> None:
    generate()
    (project / "schema" / "1" / "claim.json").write_text("")
    shown = generate("--check").output
    assert shown.count("\n") < 30
    assert "more lines" in shown


def test_other_files_are_left_alone(project: Path) -> None:
    add(project, "schema/1/notes.txt", "mine")
    add(project, "schema/2/claim.json", "{}")
    before = written(project)
    generate()
    after = written(project)
    assert {path: after[path] for path in before} == before


def test_nothing_is_written_through_a_link(project: Path) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (project / "schema").symlink_to(elsewhere)
    for arguments in ((), ("--check",)):
        done = generate("schemas", *arguments)
        assert done.exit_code == 1
        assert "`schema` is a symbolic link" in done.output
    assert list(elsewhere.iterdir()) == []


@pytest.mark.usefixtures("project")
def test_an_unknown_name_is_told_the_nearest() -> None:
    done = generate("shemas")
    assert done.exit_code == 2
    assert "did you mean `schemas`?" in done.output


def test_a_broken_scale_is_told_and_nothing_is_written(project: Path) -> None:
    add(project, "claims/scale.yml", "ratings:\n  true: 1\n")
    before = written(project)
    done = generate()
    assert done.exit_code == 1
    assert "claims/scale.yml:2:9" in done.output
    assert written(project) == before


def test_a_broken_claim_hinders_nothing(project: Path) -> None:
    add(project, "claims/broken.yml", "claim: [")
    assert generate().exit_code == 0


def test_paths_are_unique_and_stay_in_the_project() -> None:
    paths = [each.path for each in PRODUCTS]
    assert len(set(paths)) == len(paths)
    assert not [each for each in paths if each.startswith("/") or ".." in each.split("/")]


def test_the_repository_holds_what_is_generated(repository: Path) -> None:
    done = generate("--check", "--project", str(repository))
    assert done.exit_code == 0, done.output
