"""Workflow files as they are written, and a way to run their steps as a runner would."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[3]
GITHUB = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((REPOSITORY / ".forgejo" / "workflows").glob("*.yml"))
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


def workflow(path: Path) -> dict[str, Any]:
    """A workflow; `on` is a boolean to YAML 1.1."""
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if name is True else name): each for name, each in read.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    """All steps of all jobs."""
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def step(name: str, path: Path) -> dict[str, Any]:
    """The step of that name."""
    (found,) = (each for each in steps(path) if each.get("name") == name)
    return found


@dataclass
class Runner:
    """A folder in which steps run with Bash, as GitHub's runners run them.

    ``known`` is what expressions stand for; ``programs`` come first on the path.
    """

    folder: Path
    known: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("work", "temp", "programs"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for name in ("output", "summary", "event"):
            (self.folder / name).touch()

    @property
    def work(self) -> Path:
        return self.folder / "work"

    @property
    def temp(self) -> Path:
        return self.folder / "temp"

    @property
    def summary(self) -> str:
        return (self.folder / "summary").read_text(encoding="utf-8")

    @property
    def outputs(self) -> dict[str, str]:
        lines = (self.folder / "output").read_text(encoding="utf-8").splitlines()
        return dict(line.partition("=")[::2] for line in lines)

    def program(self, name: str, script: str) -> None:
        """Put a program on the path."""
        place = self.folder / "programs" / name
        place.write_text(script, encoding="utf-8")
        place.chmod(0o755)

    def run(self, told: Mapping[str, Any]) -> "subprocess.CompletedProcess[str]":
        """Run one step."""
        own = {name: self._filled(str(text)) for name, text in told.get("env", {}).items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", told["run"]],
            cwd=self.work / told.get("working-directory", "."),
            env={**self._given(), **own},
            check=False,
            capture_output=True,
            text=True,
        )

    def _given(self) -> dict[str, str]:
        return {
            "PATH": f"{self.folder / 'programs'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GITHUB_REPOSITORY": "example/claims",
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "GITHUB_EVENT_PATH": str(self.folder / "event"),
            "RUNNER_TEMP": str(self.temp),
            **self.environment,
        }

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self.known[found[1]], text)


def claimbook_in(folder: Path) -> None:
    """What `make .venv/site.stamp` leaves in a checkout: the program."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    # Not `python -m`: that looks for modules in the current folder first.
    installed = Path(sys.executable).with_name("claimbook")
    script = f'#!/bin/sh\nexec "{installed}" "$@"\n'
    (programs / "claimbook").write_text(script, encoding="utf-8")
    (programs / "claimbook").chmod(0o755)


def git(folder: Path, *arguments: str) -> str:
    """Run Git in a folder as somebody."""
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


# GitHub's own program answers out of files here, and notes what it was asked.
GH = """#!/usr/bin/env python3
import json, os, subprocess, sys
folder, asked = os.environ["ANSWERS"], sys.argv[1:]
with open(f"{folder}/asked", "a") as log:
    log.write(json.dumps(asked) + "\\n")
path = next(each for each in asked if each.startswith("repos/"))
place = f"{folder}/{path.replace('/', '_')}"
data = open(place, "rb").read() if os.path.exists(place) else b"[]"
if "--jq" in asked:
    data = subprocess.run(["jq", "-r", asked[asked.index("--jq") + 1]], input=data,
                          check=True, capture_output=True).stdout
sys.stdout.buffer.write(data)
"""


def beside_github(folder: Path) -> Runner:
    """A runner that asks a GitHub of files: its answers lie in ``$ANSWERS``."""
    made = Runner(folder / "runner")
    made.program("gh", GH)
    answers = folder / "answers"
    answers.mkdir()
    made.environment["ANSWERS"] = str(answers)
    return made
