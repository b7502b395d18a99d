"""``claimbook fmt`` on files."""

from pathlib import Path

import pytest

from claimbook.cli.run import run
from claimbook.writing import create_file, replace_file

UNTIDY = "role: B\nname: 'A'\n"
TIDY = "name: A\nrole: B\n"


@pytest.fixture
def claimant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "claims" / "claimants"
    folder.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    path = folder / "a.yml"
    path.write_text(UNTIDY)
    return path


def test_a_file_is_written_once(claimant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claimant.chmod(0o640)
    assert run(["fmt"]) == 0
    assert claimant.read_text() == TIDY
    assert claimant.stat().st_mode & 0o777 == 0o640
    assert [*claimant.parent.iterdir()] == [claimant]
    expected = "changed claims/claimants/a.yml\n1 file changed (1 file read)\n"
    assert capsys.readouterr().out == expected
    assert run(["fmt"]) == 0
    assert capsys.readouterr().out == "nothing to change (1 file read)\n"


def test_check_writes_nothing_and_fails(claimant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--check", "claims/claimants"]) == 1
    assert claimant.read_text() == UNTIDY
    assert capsys.readouterr().out.startswith("would change claims/claimants/a.yml\n")


def test_diff_shows_what_would_change(claimant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--diff", str(claimant)]) == 1
    assert claimant.read_text() == UNTIDY
    shown = capsys.readouterr()
    assert shown.out.splitlines()[3:] == ["+name: A", " role: B", "-name: 'A'"]


def test_what_cannot_be_read_is_reported_and_left(
    claimant: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claimant.write_text("name: [\n")
    assert run(["fmt"]) == 1
    assert claimant.read_text() == "name: [\n"
    assert "error[CB005 yaml-syntax]" in capsys.readouterr().out


def test_the_address_of_the_publication_brings_the_schema_line(claimant: Path) -> None:
    Path("claimbook.toml").write_text('[publication]\nurl = "https://example.org/"\n')
    assert run(["fmt"]) == 0
    line = "# yaml-language-server: $schema=https://example.org/schema/1/claimant.json\n"
    assert claimant.read_text() == line + TIDY


def test_broken_settings_stop_everything(claimant: Path) -> None:
    Path("claimbook.toml").write_text("publication = 3\n")
    assert run(["fmt"]) == 1
    assert claimant.read_text() == UNTIDY


def test_a_path_outside_is_wrong_usage(claimant: Path) -> None:
    assert run(["fmt", str(claimant.parents[3])]) == 0
    Path("other.yml").touch()
    assert run(["fmt", "other.yml"]) == 2
    assert run(["fmt", "nothing.yml"]) == 2


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"new")
    assert not replace_file(path, b"old", b"formatted")
    assert path.read_bytes() == b"new"


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    create_file(tmp_path / "deep" / "a.yml", "one\n")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "deep" / "a.yml", "two\n")
    assert (tmp_path / "deep" / "a.yml").read_text() == "one\n"


def test_a_rule_that_is_off_rewrites_no_address(claimant: Path) -> None:
    text = "name: A\nsame_as: https://exe.example/?utm_source=a\n"
    claimant.write_text(text)
    Path("claimbook.toml").write_text('[rules]\nroundabout-address = "off"\n')
    assert run(["fmt"]) == 0
    assert claimant.read_text() == text
    Path("claimbook.toml").write_text("")
    assert run(["fmt"]) == 0
    assert claimant.read_text() == text.replace("?utm_source=a", "")
