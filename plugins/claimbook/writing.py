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
    beside = target.with_name(f".{target.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        beside.write_bytes(new)
        beside.chmod(target.stat().st_mode)
        beside.replace(target)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
    return True


def create_file(path: Path, text: str) -> None:
    """Write a new file and the folders above it; raises ``FileExistsError`` where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
