"""Reading and writing files that Claimbook itself keeps in a project, never through a link."""

from pathlib import Path

from claimbook.writing import put_file


class LinkedFileError(Exception):
    """A file or a folder above it is a symbolic link: what is written might land anywhere."""


def own_text(root: Path, path: str) -> str | None:
    """The text of a file below ``root``, or None where there is none.

    Bytes that are no UTF-8 become characters that no text of ours has. Raises
    :class:`LinkedFileError`, and ``OSError`` where the system refuses.
    """
    place = _place(root, path)
    if not place.exists():
        return None
    return place.read_bytes().decode(errors="surrogateescape")


def write_own(root: Path, path: str, text: str) -> None:
    """Put a text in the place of a file, whole or not at all; folders are made."""
    place = _place(root, path)
    place.parent.mkdir(parents=True, exist_ok=True)
    put_file(place, text.encode())


def _place(root: Path, path: str) -> Path:
    place = root
    for part in path.split("/"):
        place /= part
        if place.is_symlink():
            raise LinkedFileError(place.relative_to(root).as_posix())
    return place
