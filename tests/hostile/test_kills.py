"""A build that is killed: the old site stands there or the new one, and a later build works."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from claimbook.manifest import MANIFEST, read
from claimbook.published_files import differences, files_of
from claimbook.sample_corpus import write_project

pytestmark = pytest.mark.slow
# Where a step of a build begins or ends: `module:function`.
POINTS = [
    "claimbook.publish:exchange",
    "claimbook.tree_shelf:TreeShelf.finish",
    "claimbook.cli.build:staging_for",
    "claimbook.cli.build:join",
    "claimbook.cli.build:publish",
    "claimbook.publish:_listed",
    "claimbook.tree:Tree.prune",
    "claimbook.publish:_put_by",
    "claimbook.tree_shelf:TreeShelf.begin",
]
_BUILD = "import sys; from claimbook.cli import main; sys.argv[1:] = ['build']; main()"
_KILL_AT = """
import os, signal, importlib
module, _, name = {point!r}.partition(":")
*above, last = name.split(".")
owner = importlib.import_module(module)
for each in above:
    owner = getattr(owner, each)
whole = getattr(owner, last)
def killed(*given, **named):
    if {is_after}:
        whole(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, last, killed)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which a site was built."""
    root = tmp_path_factory.mktemp("killed")
    write_project(root, 12, search=False)
    built(root)
    return root


def changed(root: Path, word: str) -> None:
    """Let a change touch every page."""
    path = root / "mkdocs.yml"
    path.write_text(re.sub("(?m)^site_name: .*", f"site_name: {word}", path.read_text("utf-8")))


def started(root: Path, before: str = "") -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", before + _BUILD]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=root, start_new_session=True, **quiet)


def built(root: Path) -> dict[str, str]:
    assert started(root).wait() == 0
    return state(root)


def state(root: Path) -> dict[str, str]:
    """All files of the published site with their SHA-256; they are those of its own list."""
    site = root / "site"
    found = files_of(site)
    data = (site / MANIFEST).read_bytes()
    listed = {**read(data), MANIFEST: sha256(data).digest()}
    assert not differences(site, listed, found, lambda _: None)
    return {path: listed[path].hex() for path in found}


@pytest.fixture(scope="module")
def states(project: Path) -> dict[str, dict[str, str]]:
    """Both sites between which the builds under test go, by the word that tells them apart."""
    found = {}
    for word in ("Old words", "New words"):
        changed(project, word)
        found[word] = built(project)
    assert found["Old words"] != found["New words"]
    return found


def survived(project: Path, states: dict[str, dict[str, str]]) -> None:
    assert state(project) in states.values()
    changed(project, "Old words")
    assert built(project) == states["Old words"]
    changed(project, "New words")


def test_a_build_killed_at_any_step(
    project: Path, states: dict[str, dict[str, str]], is_whole: bool
) -> None:
    for point, is_after in product(POINTS if is_whole else POINTS[:2], (False, True)):
        changed(project, "New words")
        process = started(project, _KILL_AT.format(point=point, is_after=is_after))
        assert process.wait() == -signal.SIGKILL, f"it never came to {point}"
        survived(project, states)


def moments(seed: int) -> Iterator[float]:
    chance = random.Random(seed)
    while True:
        yield chance.random()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM], ids=["kill", "term"])
def test_a_build_killed_at_any_moment(
    project: Path, states: dict[str, dict[str, str]], sign: signal.Signals, is_whole: bool
) -> None:
    changed(project, "New words")
    began = time.monotonic()
    built(project)
    seconds, times = time.monotonic() - began, moments(9)
    for _ in range(50 if is_whole else 2):
        changed(project, "New words")
        process = started(project)
        time.sleep(seconds * next(times))
        os.killpg(process.pid, sign)
        process.wait()
        survived(project, states)
