"""Replacing a published site: whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARKER = ".claimbook-site"
_MARKER_TEXT = "Built by Claimbook. The next build replaces this folder as a whole.\n"


class PublishError(Exception):
    """The target may not or cannot be replaced; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@contextmanager
def staging_for(target: Path, root: Path) -> Iterator[Path]:
    """An empty folder beside ``target`` that is gone afterwards, whatever happens.

    ``root`` is the project. Raises :class:`PublishError` where ``target`` is no place for a site,
    before anything is made.
    """
    refuse_unsafe(target, root)
    # Beside the target, so that it lies on the same file system and a rename is enough. Not
    # `mkdtemp`: what it makes only its owner may read.
    staging = _beside(target, "new")
    staging.mkdir(parents=True)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def publish(staging: Path, target: Path) -> None:
    """Put ``staging`` in the place of ``target``; on any failure the old site is put back."""
    mark(staging)
    old = _beside(target, "old")
    moved_away = False
    try:
        if target.exists():
            target.rename(old)
            moved_away = True
        staging.rename(target)
    except BaseException:
        if moved_away:
            with suppress(OSError):
                old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def mark(site: Path) -> None:
    """Mark a folder as a site of ours, which a later build may replace."""
    (site / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")


def refuse_unsafe(target: Path, root: Path) -> None:
    """Raise :class:`PublishError` unless ``target`` is a site of ours, empty, or not there."""
    if target.is_symlink():
        raise PublishError(f"`{target}` is a link", "name the folder it leads to")
    place, project = target.resolve(), root.resolve()
    if project.is_relative_to(place):
        message = f"`{target}` holds the project itself"
        raise PublishError(message, "name a folder of its own: `--site-dir site`")
    if not target.exists():
        return
    if not target.is_dir():
        raise PublishError(f"`{target}` is no folder", "name another with `--site-dir`")
    if any(target.iterdir()) and not (target / MARKER).is_file():
        message = f"`{target}` is a folder with content that Claimbook did not put there"
        raise PublishError(message, "remove it, or name another with `--site-dir`")


def _beside(target: Path, purpose: str) -> Path:
    return (
        target.absolute().parent / f".{target.name}.{purpose}-{os.getpid()}-{secrets.token_hex(4)}"
    )
