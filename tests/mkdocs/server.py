"""`mkdocs serve` on a small project, and what a reader gets from it."""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
import yaml

from claimbook.policy.directives import hashed
from claimbook.policy.headers import STATIC
from tests.mkdocs.project import Project

PATIENCE = 60.0
# What other servers are to send with pages is no part of a preview.
_HEADERS = (STATIC, "headers/")
# What MkDocs adds to a page so that it loads itself again.
_RELOADING = re.compile(rb"<script>(\s*var livereload = .*?)</script>", re.DOTALL)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def served(project: Project, *options: str) -> Iterator[str]:
    """Where the project is served, the path of its address included; it ends with the block."""
    project.write("mkdocs.yml", yaml.safe_dump(project.config, sort_keys=False))
    path = re.sub(r"^https?://[^/]+", "", str(project.config["site_url"]))
    with serving(project.root, *options) as address:
        yield f"{address}{path}".rstrip("/")


@contextmanager
def serving(root: Path, *options: str) -> Iterator[str]:
    """Where the project in a folder is served as soon as it is built; it ends with the block."""
    place = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place, *options]
    with (root / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=root, stdout=log, stderr=log)
    try:
        yield f"http://{place}"
    finally:
        # As a person ends it, so that it removes what it has made.
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def log_of(project: Project) -> str:
    """What the server has said so far."""
    return (project.root / "serve.log").read_text(encoding="utf-8")


def fetched(url: str) -> bytes | None:
    """What is served at an address, without MkDocs's own script; None where nothing is."""
    try:
        with urlopen(url, timeout=PATIENCE) as answer:
            return _without_reloading(answer.read())
    except HTTPError as error:
        if error.code != HTTPStatus.NOT_FOUND:
            raise
        return None


def _without_reloading(page: bytes) -> bytes:
    """A page without the script, and without the hash by which its policy allows it."""
    found = _RELOADING.search(page)
    if found is None:
        return page
    source = f" '{hashed(found[1].decode())}'".encode()
    # A page that stands alone has no scripts at all, and is not loaded again.
    assert source in page or b"script-src 'self'" not in page
    return _RELOADING.sub(b"", page).replace(source, b"")


def wait_for(url: str, text: str) -> float:
    """Wait until a page holds a text; returns the seconds."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        try:
            if text.encode() in (fetched(url) or b""):
                return time.monotonic() - began
        except URLError:
            pass
        time.sleep(0.05)
    pytest.fail(f"{url} never held {text!r}")


def differences(address: str, site: Path) -> list[str]:
    """The files of a site that are served otherwise than they were built."""
    files = sorted(each for each in site.rglob("*") if each.is_file())
    names = [each.relative_to(site).as_posix() for each in files]
    return [
        name
        for name, file in zip(names, files, strict=True)
        if not name.startswith((".", *_HEADERS))
        and fetched(f"{address}/{quote(name)}") != file.read_bytes()
    ]
