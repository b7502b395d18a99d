"""Workers and builds that die while others go on."""

import signal
from pathlib import Path

import pytest

from tests.hostile.building import built, ended, renamed, started, state
from tests.hostile.small import write_small

pytestmark = pytest.mark.slow
_MANY = """
import claimbook.processes, claimbook.shelf
claimbook.processes._FEWEST = claimbook.shelf._FEWEST = 1
"""
# A worker is killed over a claim, when it reads it or when it makes its page.
_LOST = (
    _MANY
    + """
import os, signal
from claimbook import {module}
told = {module}.at_work_on
def at_work_on(name):
    told(name)
    if name == "claims/three.yml":
        os.kill(os.getpid(), signal.SIGKILL)
{module}.at_work_on = at_work_on
"""
)
# The build holds the lock of the trees and is killed, but for its workers.
_ABANDONED = (
    _MANY
    + """
import os, signal
from claimbook import claim_reading
def at_work_on(_):
    os.kill(os.getppid(), signal.SIGKILL)
    signal.pause()
claim_reading.at_work_on = at_work_on
"""
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMBOOK_JOBS", "2")
    write_small(tmp_path)
    return tmp_path


def test_a_lost_worker_s_claim_is_named_and_the_old_site_stands(
    project: Path, is_whole: bool
) -> None:
    before = built(project)
    renamed(project, "Another")
    for module in ("claim_reading", "shares") if is_whole else ("shares",):
        code, said = ended(started(project, _LOST.format(module=module)))
        assert code == 2, said
        assert "a worker process has ended in the middle of its work: it had" in said
        assert "`claims/three.yml`" in said
        assert "Traceback" not in said
        assert state(project) == before
    assert built(project) != before


def test_the_lock_of_a_killed_build_is_nobody_s(project: Path, is_whole: bool) -> None:
    if not is_whole:
        pytest.skip("tried where there is time")
    before = built(project)
    assert ended(started(project, _ABANDONED))[0] == -signal.SIGKILL
    assert state(project) == before
    trees = project / ".cache/claimbook/trees"
    (stamps,) = trees.glob("*.site")
    written = stamps.stat().st_mtime_ns
    assert built(project) == before
    # Only who has the lock writes down what stands where.
    assert stamps.stat().st_mtime_ns != written


def test_of_builds_at_once_each_leaves_a_whole_site(project: Path, is_whole: bool) -> None:
    if not is_whole:
        pytest.skip("tried where there is time")
    expected = built(project)
    for _ in range(10):
        at_once = [started(project, _MANY) for _ in range(3)]
        for each in at_once:
            code, said = ended(each)
            assert code == 0, said
        assert state(project) == expected
