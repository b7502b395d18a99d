from pathlib import Path

import pytest
import yaml
from click.testing import Result

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import CLAIM, add, runner, said


def cms_config(*arguments: str) -> Result:
    return runner().invoke(cli, ["cms-config", *arguments], prog_name="claimbook")


def test_the_page_and_its_configuration_are_written(project: Path) -> None:
    add(project, "claims/town/bridge.yml", CLAIM)
    add(project, "claims/topics.yml", "transport: Transport\n")
    done = cms_config("--backend", "gitlab")
    assert done.exit_code == 0
    folder = project / "site_src" / "admin"
    assert {each.name for each in folder.iterdir()} == {"index.html", "config.yml"}
    made = yaml.safe_load((folder / "config.yml").read_text())
    assert made["backend"]["name"] == "gitlab"
    assert [each["name"] for each in made["collections"]][:2] == ["claims", "claims-town"]
    assert "npm install --prefix build/cms @sveltia/cms@" in said(done)


def test_with_the_script_there_nothing_is_left_to_do(project: Path) -> None:
    add(project, "build/admin/sveltia-cms.js", "")
    assert "npm" not in said(cms_config("--output", "build/admin"))


def test_a_broken_list_of_topics_is_told(project: Path) -> None:
    add(project, "claims/topics.yml", "Big Topic: x\n")
    done = cms_config()
    assert done.exit_code == 1
    assert "claims/topics.yml:1:1" in said(done)
    assert not (project / "site_src").exists()


@pytest.mark.parametrize("link", ["site_src", "site_src/admin", "site_src/admin/config.yml"])
def test_nothing_is_written_through_a_link(project: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / link).parent.mkdir(parents=True, exist_ok=True)
    (project / link).symlink_to(elsewhere)
    done = cms_config()
    assert done.exit_code == 1
    assert f"`{link}` is a symbolic link" in done.stderr
    assert not [*elsewhere.iterdir()]


def test_any_other_folder_will_do(project: Path, tmp_path: Path) -> None:
    del project
    folder = tmp_path / "somewhere" / "admin"
    assert cms_config("--output", str(folder)).exit_code == 0
    assert (folder / "config.yml").is_file()
