"""A build that is killed: the old site stands there or the new one, and a later build works."""

import os
import random
import signal
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from claimbook.sample_corpus import write_project
from tests.hostile.building import State, built, ended, renamed, started, state

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


@pytest.fixture(scope="module")
def states(project: Path) -> dict[str, State]:
    """Both sites between which the builds under test go, by the word that tells them apart."""
    found = {}
    for word in ("Old words", "New words"):
        renamed(project, word)
        found[word] = built(project)
    assert found["Old words"] != found["New words"]
    return found


def survived(project: Path, states: dict[str, State]) -> None:
    assert state(project) in states.values()
    renamed(project, "Old words")
    assert built(project) == states["Old words"]
    renamed(project, "New words")


def test_a_build_killed_at_any_step(
    project: Path, states: dict[str, State], is_whole: bool
) -> None:
    for point, is_after in product(POINTS if is_whole else POINTS[:1], (False, True)):
        renamed(project, "New words")
        process = started(project, _KILL_AT.format(point=point, is_after=is_after))
        assert ended(process)[0] == -signal.SIGKILL, f"it never came to {point}"
        survived(project, states)


def moments(seed: int) -> Iterator[float]:
    chance = random.Random(seed)
    while True:
        yield chance.random()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM], ids=["kill", "term"])
def test_a_build_killed_at_any_moment(
    project: Path, states: dict[str, State], sign: signal.Signals, is_whole: bool
) -> None:
    renamed(project, "New words")
    began = time.monotonic()
    built(project)
    seconds, times = time.monotonic() - began, moments(9)
    for _ in range(50 if is_whole else 1):
        renamed(project, "New words")
        process = started(project)
        time.sleep(seconds * next(times))
        os.killpg(process.pid, sign)
        ended(process)
        survived(project, states)
