"""Replacing a published site: whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from claimbook.manifest import MANIFEST, written
from claimbook.swapping import exchange
from claimbook.tree import Stamps, Tree
from claimbook.tree_shelf import TreeShelf

MARKER = ".claimbook-site"
_OF_ITS_OWN = "name a folder of its own: `--site-dir site`"
_MARKER_TEXT = "Built by Claimbook. The next build replaces this folder as a whole.\n"


class PublishError(Exception):
    """The target may not or cannot be replaced; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Staging:
    """Where a site is made: the ``tree`` that will be published, an empty folder for the host.

    ``shelf`` keeps what the trees hold for the next build; None where they cannot change places.
    """

    tree: Tree
    host: Path
    shelf: TreeShelf | None


@contextmanager
def staging_for(target: Path, root: Path, sources: Iterable[Path] = ()) -> Iterator[Staging]:
    """Where a site for ``target`` is made; what is not published is gone afterwards.

    ``root`` is the project, ``sources`` are folders that sites are made of. Raises
    :class:`PublishError` where ``target`` is no place for a site, before anything is made.
    """
    refuse_unsafe(target, root, sources)
    shelf = TreeShelf(root, target)
    with ExitStack() as stack:
        stack.enter_context(_folder_above(target))
        # Of two builds at once, the second works beside the target as if there were no shelf.
        is_ours = shelf.is_beside and stack.enter_context(shelf.held())
        staging = _staging(target, shelf if is_ours else None)
        try:
            yield staging
        except BaseException:
            shutil.rmtree(staging.tree.folder, ignore_errors=True)
            raise
        finally:
            shutil.rmtree(staging.host, ignore_errors=True)


@contextmanager
def _folder_above(target: Path) -> Iterator[None]:
    """The folder in which the target stands; what was made for it goes with what has failed."""
    above = target.absolute().parent
    made = [each for each in (above, *above.parents) if not each.exists()]
    above.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for each in made:
                each.rmdir()
        raise


def _staging(target: Path, shelf: TreeShelf | None) -> Staging:
    # Not `mkdtemp`: what it makes only its owner may read.
    host = shelf.host if shelf else _beside(target, "host")
    shutil.rmtree(host, ignore_errors=True)
    host.mkdir()
    if shelf:
        return Staging(shelf.begin(), host, shelf)
    # Beside the target, so that it lies on the same file system and a rename is enough.
    tree = _beside(target, "new")
    tree.mkdir()
    return Staging(Tree(tree), host, None)


def publish(staging: Staging, target: Path, stamps: Stamps) -> None:
    """Put the tree in the place of ``target``; on any failure the old site is put back.

    ``stamps`` are those of all files of the site; what else stands in the tree is removed. The
    list of them all with their SHA-256 is added. Raises :class:`PublishError` where something
    has come to stand in ``target`` meanwhile that is no site of ours.
    """
    tree = staging.tree
    stamps = _listed({**stamps, MARKER: tree.put(MARKER, _MARKER_TEXT.encode())}, tree)
    tree.prune(stamps)
    _refuse_foreign(target)
    if not _has_become(tree.folder, target):
        _put_by(_replaced(tree.folder, target), staging)
    if staging.shelf:
        staging.shelf.finish(stamps)


def _listed(stamps: Stamps, tree: Tree) -> Stamps:
    files = {path: stamp.digest for path, stamp in stamps.items() if path != MANIFEST}
    return {**stamps, MANIFEST: tree.put(MANIFEST, written(files))}


def _has_become(folder: Path, target: Path) -> bool:
    """Whether a folder stands as ``target`` now; not where another build was there first."""
    if target.exists():
        return False
    try:
        folder.rename(target)
    except OSError:
        if not target.exists():
            raise
        _refuse_foreign(target)
        return False
    return True


def _replaced(folder: Path, target: Path) -> Path:
    """Where the old site stands, now that ``folder`` is in its place."""
    if exchange(folder, target):
        return folder
    # Here a build that is killed between the two leaves no site, but the next one.
    old = _beside(target, "old")
    target.rename(old)
    try:
        folder.rename(target)
    except BaseException:
        with suppress(OSError):
            old.rename(target)
        raise
    return old


def _put_by(old: Path, staging: Staging) -> None:
    """Keep the old site for the next build to begin with."""
    if staging.shelf is None:
        shutil.rmtree(old, ignore_errors=True)
    elif old != staging.shelf.spare:
        old.rename(staging.shelf.spare)


def mark(site: Path) -> None:
    """Mark a folder as a site of ours, which a later build may replace."""
    (site / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")


def refuse_unsafe(target: Path, root: Path, sources: Iterable[Path] = ()) -> None:
    """Raise :class:`PublishError` unless ``target`` is a site of ours, empty, or not there.

    Nor may it hold the project or somebody's home, or stand where files of another kind belong:
    below one of ``sources``, in a hidden folder of the project, or in another site.
    """
    _refuse_link(target)
    place, project = target.resolve(), root.resolve()
    if project.is_relative_to(place):
        raise PublishError(f"`{target}` holds the project itself", _OF_ITS_OWN)
    if _home().is_relative_to(place):
        raise PublishError(f"`{target}` is or holds your home folder", _OF_ITS_OWN)
    taken = next((each for each in sources if place.is_relative_to(each.resolve())), None)
    if taken is not None:
        raise PublishError(f"sites are made of what stands in `{taken.name}`", _OF_ITS_OWN)
    if _is_hidden(place, project):
        raise PublishError(f"`{target}` is in a hidden folder of the project", _OF_ITS_OWN)
    outer = next((each for each in place.parents if (each / MARKER).is_file()), None)
    if outer:
        raise PublishError(f"`{target}` is in another site, `{outer.name}`", _OF_ITS_OWN)
    _refuse_foreign(target)


def _refuse_link(target: Path) -> None:
    if target.is_symlink():
        raise PublishError(f"`{target}` is a link", "name the folder it leads to")


def _refuse_foreign(target: Path) -> None:
    _refuse_link(target)
    if not target.exists():
        return
    if not target.is_dir():
        raise PublishError(f"`{target}` is no folder", "name another with `--site-dir`")
    if any(target.iterdir()) and not (target / MARKER).is_file():
        message = f"`{target}` is a folder with content that Claimbook did not put there"
        raise PublishError(message, "remove it, or name another with `--site-dir`")


def _home() -> Path:
    try:
        return Path.home().resolve()
    except RuntimeError:
        # Nobody's: no folder holds it.
        return Path()


def _is_hidden(place: Path, project: Path) -> bool:
    inside = place.relative_to(project).parts if place.is_relative_to(project) else ()
    return any(part.startswith(".") for part in inside)


def _beside(target: Path, purpose: str) -> Path:
    return (
        target.absolute().parent / f".{target.name}.{purpose}-{os.getpid()}-{secrets.token_hex(4)}"
    )
