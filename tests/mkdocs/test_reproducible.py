"""The same project becomes the same bytes, whatever the machine and its settings."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.mkdocs.project import Project

# MkDocs writes the day of the build into `sitemap.xml`, so both are built on the same one.
_SAME = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
_ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"}
_OTHER = {"PYTHONHASHSEED": "2", "TZ": "Etc/GMT+12", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def _built(root: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The digest of every file of a site built by a process of its own."""
    site = root / "site"
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site))
    variables = {**os.environ, **_SAME, **environment}
    subprocess.run(command, cwd=root, env=variables, check=True)
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(
    project: Project, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.rmtree(project.root / "claims")
    shutil.copytree(repository / "claims", project.root / "claims")
    # Pagefind's index is not compared: it differs even for the same pages.
    project.config["plugins"] = [{"claimbook": {"search": False, "code_pages": True}}]
    project.write("mkdocs.yml", yaml.safe_dump(project.config, sort_keys=False))
    # Far away, and without the cards that the first build has kept.
    elsewhere = tmp_path_factory.mktemp("else where") / "ünder"
    shutil.copytree(project.root, elsewhere)
    one, other = _built(project.root, _ONE), _built(elsewhere, _OTHER)
    assert {
        "sitemap.xml.gz",
        "schema/1/claim.json",
        "claims/filter/all.json",
        "assets/claimbook/marks.svg",
        "statistics/index.html",
    } <= one.keys()
    assert [each for each in one if each.endswith("/card.png")]
    assert one == other
