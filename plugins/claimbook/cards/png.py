"""Telling a whole PNG from a broken one."""

import struct
import zlib

from claimbook.cards.face import HEIGHT, WIDTH

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">II")
_FRAME = 12


def is_card(content: bytes) -> bool:
    """Whether these bytes are a PNG of a card's size, whole to the last check sum."""
    if not content.startswith(_SIGNATURE):
        return False
    kinds: list[bytes] = []
    at = len(_SIGNATURE)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4].rjust(4, b"\xff"))
        kind, rest = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        found = content[at + 8 + length : at + _FRAME + length]
        if found != struct.pack(">I", zlib.crc32(kind + rest)):
            return False
        if not kinds and (kind, rest[: _HEADER.size]) != (b"IHDR", _HEADER.pack(WIDTH, HEIGHT)):
            return False
        kinds.append(kind)
        at += _FRAME + length
    return b"IDAT" in kinds and kinds[-1] == b"IEND"
