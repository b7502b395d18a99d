"""What fuzzing has found is tried again, and each target takes what it begins with."""

from pathlib import Path

import pytest

from tests.fuzz.run import FOUND, NAMES, SEEDS
from tests.fuzz.targets import TARGETS

KEPT = sorted(each for each in FOUND.glob("*/*") if each.is_file())


def test_every_target_can_be_asked_for() -> None:
    assert tuple(TARGETS) == NAMES
    assert {each.parent.name for each in KEPT} <= set(NAMES)


@pytest.mark.parametrize("path", KEPT, ids=lambda each: f"{each.parent.name}-{each.name}")
def test_what_was_found_is_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_a_target_stands_its_seeds(name: str) -> None:
    TARGETS[name](b"")
    TARGETS[name](b"https://a.example/\ta \xff\x00 b")
    for folder in SEEDS.get(name, ()):
        for path in sorted(folder.iterdir()):
            TARGETS[name](path.read_bytes())
