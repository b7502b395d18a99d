"""The frame around the code: locks, make targets, declared facts."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

LOCKS = ("uv", "core", "site", "dev", "lowest", "bench", "audit", "fuzz")
REQUIREMENT = re.compile(r"^([a-z0-9][a-z0-9-]*)==(\S+)", re.MULTILINE)


def locked(repository: Path, name: str) -> dict[str, set[str]]:
    """Package → versions in one requirement file (a version can depend on the Python)."""
    versions: dict[str, set[str]] = {}
    text = (repository / "requirements" / f"{name}.txt").read_text()
    for package, version in REQUIREMENT.findall(text):
        versions.setdefault(package, set()).add(version)
    return versions


def declared(repository: Path) -> dict[str, str]:
    """Package → specifier of what the wheel asks for, extras included."""
    project = tomllib.loads((repository / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pairs = (re.match(r"([a-z0-9-]+)(?:\[\w+\])?(.*)", text) for text in wanted)
    return {pair[1]: pair[2] for pair in pairs if pair and pair[1] != "claimbook"}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_everything_and_names_no_place(repository: Path, name: str) -> None:
    text = (repository / "requirements" / f"{name}.txt").read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"^.*(?:://|-index|find-links|/tmp|/home|/root).*$", text, re.MULTILINE) == []


def test_the_locks_agree_with_each_other(repository: Path) -> None:
    dev = locked(repository, "dev")
    for name in ("uv", "core", "site"):
        smaller = locked(repository, name)
        assert {package: dev.get(package) for package in smaller} == smaller


def test_the_lowest_versions_are_the_declared_ones(repository: Path) -> None:
    lowest = locked(repository, "lowest")
    for package, specifier in declared(repository).items():
        bound = re.search(r">=([\d.]+)", specifier)
        assert bound, f"{package} has no lower bound"
        (version,) = lowest[package]
        assert version.startswith(bound[1]), f"{package} {version}, declared {specifier}"


def test_every_target_of_make_that_people_use_is_explained(repository: Path) -> None:
    text = (repository / "Makefile").read_text()
    explained = set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))
    assert explained == {
        *("site", "serve", "fmt", "check", "test", "hostile", "fuzz", "test-lowest", "bench"),
        *("oracles", "weigh", "look", "walks", "lock", "audit", "dist", "clean"),
    }


def test_ci_runs_what_people_run(repository: Path) -> None:
    script = repository / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    text = re.sub(r"#.*", "", script.read_text())
    assert re.findall(r"\bmake ([\w-]+)", text) == ["check", "test", "test-lowest"]


def test_make_names_no_folder_above_which_may_hold_spaces(repository: Path) -> None:
    assert "CURDIR" not in (repository / "Makefile").read_text()
