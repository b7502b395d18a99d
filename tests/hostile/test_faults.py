"""Machines that fail: the old site stands there or the new one, and what is wrong is said."""

import json
import os
import random
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.cli.commands import cli
from claimbook.sample_corpus import write_project
from tests.hostile.building import State, built, ended, renamed, started, state

pytestmark = pytest.mark.slow
LIMITS = ["ulimit -n 16; exec", "ulimit -f 8; exec"]
MORE_LIMITS = (
    [f"ulimit -n {count}; exec" for count in range(4, 40)]
    + [f"ulimit -f {blocks}; exec" for blocks in (0, 1, 2, 64, 256)]
    + [f"ulimit -v {size}; exec" for size in range(60_000, 240_000, 20_000)]
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("faulty")
    write_project(root, 12, search=False)
    return root


@pytest.fixture(scope="module")
def first(project: Path) -> State:
    return built(project)


@pytest.fixture
def site(project: Path, first: State) -> Iterator[State]:
    """The site that every sound build makes; whatever a test leaves is put right."""
    yield first
    shutil.rmtree(project / ".cache", ignore_errors=True)
    renamed(project, "Bench")
    built(project)


def is_refused_well(code: int, said: str) -> bool:
    """Whether a build has ended by itself, and does not take the machine for a bug of ours."""
    return code in {0, 1, 2} and "Traceback" not in said and "CB901" not in said


def test_a_machine_of_narrow_limits(project: Path, site: State, is_whole: bool) -> None:
    for limit in LIMITS + MORE_LIMITS * is_whole:
        renamed(project, "Another")
        code, said = ended(started(project, within=limit))
        # Where Python itself cannot begin, nobody can say anything.
        is_python = "claimbook" not in said and code != 0
        assert is_python or is_refused_well(code, said), f"{limit}: {code}\n{said}"
        assert code == 0 or state(project) == site, limit
        renamed(project, "Bench")
        assert built(project) == site, limit


def test_a_full_disk(project: Path, site: State, tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", tmp_path]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only who may mount can have a small disk")
    try:
        for name in ("claims", "site_src"):
            shutil.copytree(project / name, tmp_path / name)
        for name in ("mkdocs.yml", "claimbook.toml"):
            shutil.copy(project / name, tmp_path)
        (tmp_path / "ballast").write_bytes(bytes(shutil.disk_usage(tmp_path).free - 200_000))
        code, said = ended(started(tmp_path))
        assert code == 1
        assert "No space left on device" in said
        assert is_refused_well(code, said)
        assert not (tmp_path / "site").exists()
    finally:
        subprocess.run(["umount", tmp_path], check=True)
    assert site == state(project)


def test_a_damaged_cache_changes_nothing(project: Path, site: State, is_whole: bool) -> None:
    chance = random.Random(37)
    for number in range(100 if is_whole else 2):
        kept = [path for path in (project / ".cache").rglob("*") if path.is_file()]
        victim = chance.choice([path for path in kept if path.stat().st_size])
        damage(victim, chance)
        if number % 2:
            renamed(project, "Another")
            built(project)
            renamed(project, "Bench")
        assert built(project) == site, victim


def damage(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            del data[at:]
        case 2:
            data[at:at] = b"<script>alert(1)</script>"
        case _:
            data = bytearray(data.replace(b"<p>", b"<script>")) or data
            data[at] ^= 255
    path.chmod(0o600)
    path.unlink()
    path.write_bytes(data)


def test_a_build_reaches_for_no_network(project: Path, site: State) -> None:
    if subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode:
        pytest.skip("only who may unshare can take the network away")
    shutil.rmtree(project / ".cache")
    code, said = ended(started(project, within="exec unshare -n"))
    assert code == 0, said
    assert state(project) == site


def test_what_changes_while_it_is_built_is_built_by_the_next(project: Path, site: State) -> None:
    claim = next((project / "claims").rglob("claim-000003.yml"))
    before, done = claim.read_text("utf-8"), threading.Event()

    def change() -> None:
        for number in range(10_000):
            if done.wait(0.005):
                return
            draft = claim.with_suffix(".part")
            draft.write_text(before.replace("title: ", f"title: {number} "), "utf-8")
            os.replace(draft, claim)  # noqa: PTH105 - as editors do

    changing = threading.Thread(target=change)
    changing.start()
    try:
        for _ in range(2):
            built(project)
    finally:
        done.set()
        changing.join()
    claim.write_text(before, "utf-8")
    assert built(project) == site


def test_of_a_thousand_files_those_that_are_bad_are_reported(tmp_path: Path) -> None:
    write_project(tmp_path, 1000, search=False)
    claims = sorted((tmp_path / "claims").rglob("claim-*.yml"))
    bad = random.Random(37).sample(claims, 37)
    for number, path in enumerate(bad):
        text = path.read_text("utf-8")
        match number % 3:
            case 0:
                path.write_text(text + "\t- broken: [", "utf-8")
            case 1:
                path.write_text(text.replace("rating: ", "rating: no-such-"), "utf-8")
            case _:
                path.write_bytes(b"\xff\xfe" + text.encode("utf-8"))
    arguments = ["check", "--project", str(tmp_path), "--format", "json"]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 1
    errors = (each for each in json.loads(done.output)["diagnostics"])
    named = {each["path"] for each in errors if each["severity"] == "error"}
    assert named == {path.relative_to(tmp_path).as_posix() for path in bad}
