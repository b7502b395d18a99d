"""A published site held to the list of its files."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from claimbook.manifest import MANIFEST, read

PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Differences:
    """Paths below a site, sorted: of what is not as it was published."""

    altered: tuple[str, ...]
    added: tuple[str, ...]
    missing: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.altered or self.added or self.missing)


def files_of(site: Path) -> list[str]:
    """All that stands below a folder and is no folder: paths, sorted; links are not followed.

    Raises :class:`OSError` where a folder cannot be read.
    """
    return sorted(_below(str(site), len(str(site)) + 1))


def _below(folder: str, skipped: int) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                yield from _below(each.path, skipped)
            else:
                yield each.path[skipped:].replace(os.sep, "/")


def differences(
    site: Path, listed: Mapping[str, bytes], found: list[str], step: Callable[[str], None]
) -> Differences:
    """What differs from a list of SHA-256 by path; ``step`` is called for each file ``found``."""
    altered = []
    for path in found:
        if path in listed and _digest(site / path) != listed[path]:
            altered.append(path)
        step(path)
    added = tuple(path for path in found if path not in listed)
    return Differences(tuple(altered), added, tuple(sorted(listed.keys() - set(found))))


def _digest(path: Path) -> bytes | None:
    # A link, a pipe or a device is not what was published, whatever can be read from it.
    if path.is_symlink() or not path.is_file():
        return None
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").digest()
    except OSError:
        return None


def pages_of(site: Path) -> int:
    """How many pages a site had when it was published; 0 where nothing tells."""
    try:
        return pages_among(read((site / MANIFEST).read_bytes()))
    except (OSError, ValueError):
        return 0


def pages_among(paths: Mapping[str, object]) -> int:
    """How many of the files of a site are pages."""
    return sum(path.endswith(PAGE) for path in paths)
