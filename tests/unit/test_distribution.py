"""The wheel, seen by somebody who only installs it."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import build_wheel

pytestmark = pytest.mark.wheel

PACKAGES = ("claimbook", "mkdocs_claimbook")
# What stands in for libraries in a browser needs one of its own.
IMPORT_EVERYTHING = """
import importlib, importlib.util, pkgutil, sys
import claimbook
for module in pkgutil.walk_packages(claimbook.__path__, "claimbook."):
    if not module.name.endswith("__main__") and ".standins." not in module.name:
        importlib.import_module(module.name)
assert importlib.util.find_spec("mkdocs") is None, "MkDocs is installed: this proves nothing"
print(claimbook.__file__)
"""


def test_the_wheel_holds_every_file_of_both_packages_and_no_other(
    wheel: Path, repository: Path
) -> None:
    plugins = repository / "plugins"
    expected = {
        path.relative_to(plugins).as_posix()
        for package in PACKAGES
        for path in (plugins / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == expected


def test_the_wheel_carries_the_licence_and_says_who_is_called(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        about = {
            name.partition(".dist-info/")[2]: archive.read(name).decode()
            for name in archive.namelist()
            if ".dist-info/" in name
        }
    assert "MIT License" in about["licenses/LICENSE"]
    assert "claimbook = claimbook.cli:main" in about["entry_points.txt"]
    assert "claimbook = mkdocs_claimbook.plugin:ClaimbookPlugin" in about["entry_points.txt"]
    assert "mkdocs = mkdocs_claimbook.host:build" in about["entry_points.txt"]


def test_every_module_of_the_compiler_imports_without_mkdocs(
    bare_environment: Path, tmp_path: Path
) -> None:
    command = [bare_environment / "python", "-W", "error", "-c", IMPORT_EVERYTHING]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "site-packages" in done.stdout


def test_the_command_teaches_without_mkdocs(bare_environment: Path, tmp_path: Path) -> None:
    command = [bare_environment / "claimbook", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("check", "explain", "schema", "new", "fmt", "build"):
        assert f"\n  {name} " in done.stdout


def test_the_wheel_is_the_same_to_the_byte_wherever_it_is_built(
    wheel: Path, repository: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "another place"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(repository / "plugins", elsewhere / "plugins", ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (elsewhere / name).write_bytes((repository / name).read_bytes())
    again = build_wheel(elsewhere, tmp_path)
    assert again.read_bytes() == wheel.read_bytes()
