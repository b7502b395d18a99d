"""Writing single files; who replaces one that others read leaves them never half of it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it, whatever stood there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def replace_file(path: Path, old: bytes, new: bytes) -> bool:
    """Put ``new`` in the place of ``old``, keeping the file's rights; follows a link.

    False, and nothing done, where the file no longer holds ``old``: somebody is writing it.
    """
    target = path.resolve()
    if target.read_bytes() != old:
        return False
    put_file(target, new, target.stat().st_mode)
    return True


def put_file(path: Path, content: bytes, mode: int | None = None) -> None:
    """Put ``content`` in the place of a file, whole or not at all, with rights if they are named.

    A link is not followed but replaced.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        beside.write_bytes(content)
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def create_file(path: Path, text: str) -> None:
    """Write a new file and the folders above it; raises ``FileExistsError`` where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
