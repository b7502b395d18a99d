"""The same project becomes the same bytes, whatever the machine and its settings."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.mkdocs.project import Project

# MkDocs writes the day of the build into `sitemap.xml`, so both are built on the same one.
_SAME = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
_ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"}
_OTHER = {"PYTHONHASHSEED": "2", "TZ": "Etc/GMT+12", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def _built(project: Project, environment: Mapping[str, str]) -> dict[str, str]:
    """The digest of every file of a site built by a process of its own."""
    site = project.root / f"site-{environment['PYTHONHASHSEED']}"
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site))
    variables = {**os.environ, **_SAME, **environment}
    subprocess.run(command, cwd=project.root, env=variables, check=True)
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(project: Project, repository: Path) -> None:
    shutil.rmtree(project.root / "claims")
    shutil.copytree(repository / "claims", project.root / "claims")
    # Pagefind's index is not compared: it differs even for the same pages.
    project.config["plugins"] = [{"claimbook": {"search": False, "code_pages": True}}]
    project.write("mkdocs.yml", yaml.safe_dump(project.config, sort_keys=False))
    one, other = _built(project, _ONE), _built(project, _OTHER)
    assert {"sitemap.xml.gz", "schema/1/claim.json"} <= one.keys()
    assert one == other
