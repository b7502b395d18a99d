"""`mkdocs serve`: a change shows within a moment, and so does a mistake."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import yaml

from tests.mkdocs.project import CLAIM, CLAIMS, Project

pytestmark = pytest.mark.slow
_PATIENCE = 60.0


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture
def address(project: Project) -> Iterator[str]:
    """Where the project is served; the server ends with the test."""
    project.write("mkdocs.yml", yaml.safe_dump(project.config))
    place = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    served = subprocess.Popen(
        command, cwd=project.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://{place}"
    finally:
        served.terminate()
        served.wait(_PATIENCE)


def _wait_for(url: str, text: str) -> float:
    began = time.monotonic()
    while time.monotonic() - began < _PATIENCE:
        try:
            with urlopen(url, timeout=_PATIENCE) as page:
                if text in page.read().decode():
                    return time.monotonic() - began
        except URLError:
            pass
        time.sleep(0.05)
    pytest.fail(f"{url} never held {text!r}")


def test_changes_and_mistakes_show_in_place(project: Project, address: str) -> None:
    page = f"{address}/claims/bridge-closed/"
    _wait_for(page, "The county closed the bridge")

    changed = {**CLAIMS["bridge-closed"], "verdict": "The county shut it on 2 March 2025."}
    project.write("claims/bridge-closed.yml", CLAIM.format(**changed))
    seconds = _wait_for(page, "The county shut it")
    assert seconds < 10

    project.write("claims/bridge-closed.yml", CLAIM.format(**changed) + "unknwon: 1\n")
    _wait_for(page, "unknown-field")
    _wait_for(f"{address}/claims/bridge-sold/", "The county still owns the bridge")

    project.write("claims/bridge-closed.yml", CLAIM.format(**changed))
    _wait_for(page, "The county shut it")

    project.write("claims/bridge-new.yml", CLAIM.format(**CLAIMS["bridge-sold"]))
    _wait_for(f"{address}/claims/bridge-new/", "The county still owns the bridge")
