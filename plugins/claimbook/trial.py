"""Trial builds of a copy of a project: cold, with nothing changed, with one claim changed."""

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimbook.corpus import FiledClaim
from claimbook.metering import Cost, cost_of
from claimbook.publish import MARKER

_LEFT_BEHIND = frozenset({"node_modules", "__pycache__", "build", "dist"})
# What marks a folder that is made, not written: a site of ours, a virtual environment.
_SIGNS = (MARKER, "pyvenv.cfg")
# Diagnostics do not make a build a failed one here.
_GOOD = frozenset({0, 1})
_STRETCH = 30


@dataclass(frozen=True, slots=True)
class Round:
    """What the builds of one round took; ``changed`` is None where no claim could be changed."""

    cold: Cost
    unchanged: Cost
    changed: Cost | None


def copy_project(root: Path, target: Path) -> None:
    """Copy what people have written, and nothing that was made of it."""

    def left_behind(folder: str, names: list[str]) -> set[str]:
        return {name for name in names if _is_made(Path(folder, name))}

    shutil.copytree(root, target, ignore=left_behind, dirs_exist_ok=True)


def _is_made(path: Path) -> bool:
    if path.is_symlink() or not path.is_dir():
        return path.is_symlink()
    is_hidden = path.name.startswith(".")
    return is_hidden or path.name in _LEFT_BEHIND or any((path / sign).exists() for sign in _SIGNS)


def trial(root: Path, claim: FiledClaim | None) -> Round:
    """Build the project at ``root``, which is a copy, three times; ``claim`` changes in between.

    Raises :class:`~claimbook.metering.CommandFailedError` where it cannot be built.
    """
    for name in ("site", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    cold, unchanged = (_build(root, is_watched=True), _build(root))
    if claim is None:
        return Round(cold, unchanged, None)
    _change(root, claim)
    return Round(cold, unchanged, _build(root))


def _build(root: Path, *, is_watched: bool = False) -> Cost:
    command = (sys.executable, "-m", "claimbook", "build", "--project", root)
    return cost_of((*command, "--site-dir", root / "site"), root, good=_GOOD, is_watched=is_watched)


def changeable(root: Path, claims: Iterable[FiledClaim]) -> FiledClaim | None:
    """The first claim whose verdict begins on one line of its file, and so can be changed."""
    for claim in claims:
        start = _start(claim)
        if start and start in (root / claim.path).read_text(encoding="utf-8"):
            return claim
    return None


def _start(claim: FiledClaim) -> str:
    verdict = claim.record.review.verdict or ""
    # All before the last space of a stretch that is short enough to stand on one line.
    return verdict[:_STRETCH].rpartition(" ")[0]


def _change(root: Path, claim: FiledClaim) -> None:
    # Each time one word more, so that the claim says what it has never said before.
    path, start = root / claim.path, _start(claim)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(start, f"{start} measured", 1), encoding="utf-8")
