"""What whoever builds may not read: told with its place, and no claim is lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.small import write_small

# Root may read everything, but not without these: what is its own and shut stays shut.
_POWERS = "-dac_override,-dac_read_search"
_WITHOUT = ("setpriv", f"--bounding-set={_POWERS}", f"--inh-caps={_POWERS}")
COMMANDS = ("check", "build", "export", "dupes", "fmt --check", "verify", "doctor")


def run(root: Path, command: str) -> tuple[int, str]:
    """What a command ends with, and all that it says, for somebody without special powers."""
    ours = (sys.executable, "-m", "claimbook", *command.split())
    powers = _WITHOUT if os.geteuid() == 0 else ()
    done = subprocess.run([*powers, *ours], cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may read everything"
)
@pytest.mark.parametrize(
    ("shut", "mode", "place"),
    [
        ("claims/one.yml", 0, "claims/one.yml:1:1"),
        ("claims/snapshots/minutes.txt", 0, "claims/snapshots/minutes.txt:1:1"),
        ("claims/sources", 0, "claims/sources:1:1"),
        ("claims/sources", 0o444, "claims/sources/minutes.yml:1:1"),
        ("claims", 0, "claims:1:1"),
        ("claimbook.toml", 0, "claimbook.toml:1:1"),
    ],
)
def test_what_may_not_be_read_has_a_place(
    tmp_path: Path, shut: str, mode: int, place: str, *, is_whole: bool
) -> None:
    write_small(tmp_path)
    path = tmp_path / shut
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        said = {each: run(tmp_path, each) for each in (COMMANDS if is_whole else COMMANDS[:2])}
    finally:
        path.chmod(before)
    assert {name for name, (code, text) in said.items() if code > 2 or "Traceback" in text} == set()
    code, text = said["check"]
    assert code == 1
    assert "error[CB014 unreadable-file]: this cannot be read: we have no permission" in text
    assert f"--> {place}" in text
    code, text = said["build"]
    assert code == 1
    assert "may not be read here" in text
    assert not (tmp_path / "site").exists()
