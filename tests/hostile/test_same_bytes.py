"""The same input makes the same bytes, whatever machine, order and habits it is made with."""

import shutil
from itertools import cycle
from pathlib import Path

import pytest

from claimbook.sample_corpus import write_project
from tests.hostile.building import State, ended, started, state

pytestmark = pytest.mark.slow
# Folders are listed in another order each time; clocks jump, back and forth; files are masked.
_STRANGE = """
import os, random, time
chance = random.Random({seed})
os.umask({mask})
listed, scanned = os.listdir, os.scandir
class Shuffled:
    def __init__(self, whole):
        with whole: self.entries = [*whole]
        chance.shuffle(self.entries)
    def __iter__(self): return self
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
    def __next__(self):
        if not self.entries: raise StopIteration
        return self.entries.pop()
def listdir(*given):
    found = listed(*given)
    chance.shuffle(found)
    return found
os.listdir, os.scandir = listdir, lambda *given: Shuffled(scanned(*given))
clock, ticks = time.time, time.time_ns
time.time = lambda: clock() + chance.uniform(-1, 1) * {jump}
time.time_ns = lambda: ticks() + chance.randrange(-10**9, 10**9) * {jump}
"""
ZONES = ("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "UTC")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "POSIX")
FOLDERS = ("a", "ein Ort/mit Ümlaut & <zeichen>", "-b", "deep/" * 12)
MASKS = ("0o022", "0o077", "0o000")
DAY = {"SOURCE_DATE_EPOCH": "1795000000"}


def built(root: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> State:
    """A build of a machine with a character of its own, by its number."""
    place = {
        **DAY,
        "TZ": ZONES[number % 4],
        "LC_ALL": LOCALES[number % 5],
        "LANG": LOCALES[number % 5],
        "PYTHONHASHSEED": str(number + 1),
        "CLAIMBOOK_JOBS": str(number % 3 + 1),
    }
    for name, value in place.items():
        monkeypatch.setenv(name, value)
    jump = (0, 100_000, 3_000_000_000)[number % 3]
    before = _STRANGE.format(seed=number, mask=MASKS[number % 3], jump=jump)
    code, said = ended(started(root, before if number else ""))
    assert code == 0, said
    return state(root)


def test_twelve_machines_make_the_same_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    first = tmp_path / "first"
    # As many as several processes work on, and are remembered.
    write_project(first, 210, search=False)
    expected = built(first, 0, monkeypatch)
    folders, roots = cycle(FOLDERS), [first]
    for number in range(1, 13) if is_whole else (2,):
        if number % 2:
            # What the last one has left is built upon.
            root = roots[-1]
        else:
            root = tmp_path / str(number) / next(folders)
            shutil.copytree(first, root, ignore=shutil.ignore_patterns("site", ".cache"))
            roots.append(root)
        assert built(root, number, monkeypatch) == expected, number


def test_a_link_to_the_project_is_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    if not is_whole:
        pytest.skip("tried where there is time")
    whole, link = tmp_path / "whole", tmp_path / "link"
    write_project(whole, 3, search=False)
    link.symlink_to("whole")
    assert built(whole, 0, monkeypatch) == built(link, 0, monkeypatch)
