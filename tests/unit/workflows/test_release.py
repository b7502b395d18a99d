"""What a release is made of, and what stops one."""

import subprocess
from pathlib import Path

import pytest

from tests.unit.workflows.jobs import GITHUB, Runner, step, workflow

RELEASE = next(path for path in GITHUB if path.stem == "release")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path)
    (made.work / "pyproject.toml").write_text('[project]\nversion = "1.2.0"\n')
    return made


def tagged(runner: Runner, tag: str, name: str) -> "subprocess.CompletedProcess[str]":
    runner.environment["GITHUB_REF_NAME"] = tag
    return runner.run(step(name, RELEASE))


def test_a_tag_that_is_not_the_version_stops_a_release(runner: Runner) -> None:
    done = tagged(runner, "v1.3.0", "Hold the tag to the version")
    assert done.returncode == 1
    assert done.stdout == "::error file=pyproject.toml::The tag is v1.3.0 and the version 1.2.0\n"
    assert tagged(runner, "v1.2.0", "Hold the tag to the version").returncode == 0


def test_a_release_tells_what_is_new_in_it(runner: Runner) -> None:
    told = "# Changelog\n\n## [1.2.0] - 2026-12-01\n\n- New.\n\n## [1.1.0] - 2026-11-01\n\n- Old.\n"
    (runner.work / "CHANGELOG.md").write_text(told)
    assert tagged(runner, "v1.2.0", "Tell what is new").returncode == 0
    assert (runner.temp / "new.md").read_text().strip() == "- New."
    assert tagged(runner, "v9.0.0", "Tell what is new").returncode == 0
    assert (runner.temp / "new.md").read_text() == "See CHANGELOG.md.\n"


def test_nothing_is_published_before_it_is_tested_built_twice_and_attested() -> None:
    jobs = workflow(RELEASE)["jobs"]
    assert set(jobs["attest"]["needs"]) == {"test", "build"}
    assert jobs["pypi"]["needs"] == "attest"
    assert jobs["announce"]["needs"] == "pypi"
    assert [name for name, job in jobs.items() if "write" in job["permissions"].values()] == [
        *("attest", "pypi", "announce"),
    ]
