"""The container in which everything is ready: what it names is there."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def container(repository: Path) -> Any:  # noqa: ANN401 - a tree of JSON
    path = repository / ".devcontainer" / "devcontainer.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_image_is_named_by_its_version(container: Any) -> None:  # noqa: ANN401
    name, _, tag = container["image"].rpartition(":")
    assert name
    assert re.fullmatch(r"[0-9]+-3\.[0-9]+-[a-z]+", tag)


def test_python_in_it_is_one_that_we_support(container: Any, repository: Path) -> None:  # noqa: ANN401
    version = container["image"].split("-")[-2]
    about = (repository / "pyproject.toml").read_text(encoding="utf-8")
    assert f'"Programming Language :: Python :: {version}"' in about


def test_its_command_is_one_that_make_knows(container: Any, repository: Path) -> None:  # noqa: ANN401
    program, *arguments = container["postCreateCommand"].split()
    assert program == "make"
    done = subprocess.run(
        ["make", "--dry-run", *arguments], cwd=repository, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_it_opens_files_and_forwards_a_port_that_are_there(
    container: Any,  # noqa: ANN401
    repository: Path,
) -> None:
    more = container["customizations"]
    assert all((repository / path).is_file() for path in more["codespaces"]["openFiles"])
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    assert [f":{port}\n" in makefile for port in container["forwardPorts"]] == [True]


def test_its_editor_is_that_of_the_project(container: Any, repository: Path) -> None:  # noqa: ANN401
    listed = json.loads((repository / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    extensions = container["customizations"]["vscode"]["extensions"]
    assert set(extensions) <= set(listed["recommendations"])
    assert "redhat.vscode-yaml" in extensions
