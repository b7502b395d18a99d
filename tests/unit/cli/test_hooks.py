"""`.pre-commit-hooks.yaml`, used as pre-commit uses it: entry, arguments, then staged files."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

# https://pre-commit.com/#new-hooks
KNOWN = {
    *("id", "name", "description", "entry", "args", "language", "files", "exclude", "types"),
    *("pass_filenames", "always_run", "require_serial", "stages", "minimum_pre_commit_version"),
}


def hooks(repository: Path) -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text())
    return {each["id"]: each for each in listed}


def git(project: Path, *arguments: str) -> str:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=project, check=True, capture_output=True, text=True).stdout


def committing(hook: dict[str, Any], project: Path) -> subprocess.CompletedProcess[str] | None:
    """A run of a hook before a commit of everything; None where it has nothing to do."""
    git(project, "add", "--all")
    staged = git(project, "diff", "--staged", "--name-only", "--diff-filter=ACMRTUXB").split()
    files = [each for each in staged if re.search(hook.get("files", ""), each)]
    if not files and not hook.get("always_run", False):
        return None
    names = files if hook.get("pass_filenames", True) else []
    command = [*shlex.split(hook["entry"]), *hook.get("args", []), *names]
    places = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    # Git runs hooks with variables of its own.
    setting = {**os.environ, "PATH": places, "GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"}
    return subprocess.run(
        command, cwd=project, env=setting, capture_output=True, text=True, check=False
    )


@pytest.fixture
def begun(project: Path) -> Path:
    """A repository with one commit of a claim that warns."""
    file = project / "claims" / "late.yml"
    text = (project / "claims" / "launch.yml").read_text()
    file.write_text(text.replace("its second", "a").replace("claimed: 2025", "claimed: 2035"))
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "begin")
    return project


def test_the_manifest_says_only_what_pre_commit_knows(repository: Path) -> None:
    found = hooks(repository)
    assert {*found} == {"claimbook-check", "claimbook-fmt"}
    for each in found.values():
        assert {"id", "name", "entry", "language"} <= {*each} <= KNOWN
        assert each["language"] == "python"


def test_a_commit_with_a_problem_is_stopped(begun: Path, repository: Path) -> None:
    hook = hooks(repository)["claimbook-check"]
    assert (run := committing(hook, begun)) is not None
    assert run.returncode == 0, run.stderr
    launch = begun / "claims" / "launch.yml"
    launch.write_text(launch.read_text().replace("rating: true", "rating: ture"))
    assert (run := committing(hook, begun)) is not None
    assert run.returncode == 1
    assert "claims/launch.yml" in run.stdout
    assert "late.yml" not in run.stdout


def test_files_are_formatted_before_they_are_committed(begun: Path, repository: Path) -> None:
    hook = hooks(repository)["claimbook-fmt"]
    (begun / "README.md").write_text("x")
    assert committing(hook, begun) is None
    launch = begun / "claims" / "launch.yml"
    text = launch.read_text()
    launch.write_text(
        text.replace("claimant: OpenAI\n", "").replace("review:", "claimant:   'OpenAI'\nreview:")
    )
    assert (run := committing(hook, begun)) is not None
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("changed claims/launch.yml\n")
    # What a hook has changed stops the commit, until it is added.
    assert git(begun, "diff", "--name-only") == "claims/launch.yml\n"
