"""Builds that fail, or are killed, at one step of many: the old site stands, or the new one."""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.hostile.failing import Ended
from tests.hostile.small import write_small

pytestmark = pytest.mark.slow
# What fails at which step of some 760, and whether it fails from then on.
FAULTS = [("EIO", 60, False), ("kill", 400, False), ("EROFS", 200, True)]
_WAYS = (
    *(("EIO", False), ("EIO", True), ("EMFILE", True), ("EROFS", True), ("ENOSPC", True)),
    *(("kill", False), ("term", False)),
)
MORE_FAULTS = [
    (kind, number, lasts)
    for place, (kind, lasts) in enumerate(_WAYS)
    for number in range(place + 1, 770, 11)
]


def attempted(root: Path, faults: Sequence[tuple[str, int, bool]]) -> list[Ended]:
    wanted = json.dumps({"root": str(root), "faults": faults})
    command = [sys.executable, "-m", "tests.hostile.failing", wanted]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Ended(*json.loads(line)) for line in done.stdout.splitlines()]


def is_told(ended: Ended) -> bool:
    """Whether a build ended as it should, and said why it failed."""
    if ended.code == 0:
        return ended.is_new
    if ended.code < 0:
        return ended.is_old or ended.is_new
    is_ours = "Traceback" in ended.said or "CB901" in ended.said
    is_stopped = ended.code == 130 and "stopped" in ended.said
    is_explained = is_stopped or (ended.code in {1, 2} and "error: " in ended.said)
    return is_explained and not is_ours and (ended.is_old or ended.is_new)


def test_a_build_that_fails_at_any_step(tmp_path: Path, is_whole: bool) -> None:
    root = tmp_path / "project"
    write_small(root)
    faults = MORE_FAULTS if is_whole else FAULTS
    *met, sound = attempted(root, faults)
    for fault, each in zip(faults, met, strict=True):
        assert is_told(each), f"{fault}: {each}"
    # Each process counts its own steps, so not every fault is met.
    assert sum(each.code != 0 for each in met) > len(met) * 0.7
    assert min(each.code for each in met) == -signal.SIGKILL
    assert (sound.code, sound.is_new) == (0, True), sound
