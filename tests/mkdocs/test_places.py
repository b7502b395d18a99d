"""Where a site may be put, told by the site generator that makes it."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from claimbook.cli.commands import cli
from tests.mkdocs.project import Project


def seen() -> list[Path]:
    """All that is not hidden."""
    return sorted(each for each in Path().rglob("*") if not each.parts[0].startswith("."))


@pytest.mark.parametrize("folder", ["site_src/x", "theme/x", "site_src/deep/x"])
def test_no_site_is_put_among_the_files_that_it_is_made_of(
    project: Project, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (project.root / "theme").mkdir()
    project.config["theme"]["custom_dir"] = str(project.root / "theme")
    project.write("mkdocs.yml", yaml.safe_dump(project.config))
    monkeypatch.chdir(project.root)
    before = seen()
    done = CliRunner().invoke(cli, ["build", "--site-dir", folder])
    assert done.exit_code == 2
    assert f"sites are made of what stands in `{folder.partition('/')[0]}`" in done.output
    assert seen() == before


def test_mkdocs_itself_refuses_such_a_place(project: Project) -> None:
    project.write("mkdocs.yml", yaml.safe_dump(project.config))
    with pytest.raises(Abort):
        load_config(str(project.root / "mkdocs.yml"), site_dir=str(project.root / "site_src/x"))
