"""The list of all files of a site with their SHA-256, as ``sha256sum`` writes and reads it."""

import re
from collections.abc import Iterator, Mapping

MANIFEST = "SHA256SUMS"
# A name with such a sign is written with a stroke before the line (GNU coreutils, "md5sum").
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_UNWANTED = re.compile(r"[\\\n\r]")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)")


class ManifestError(ValueError):
    """What was read is no such list; the message names the line."""


def written(digests: Mapping[str, bytes]) -> bytes:
    """The list of files, by path below the site, with the 32 bytes of their SHA-256."""
    lines = (_line(path, digests[path]) for path in sorted(digests))
    return "".join(lines).encode("utf-8", "surrogateescape")


def _line(path: str, digest: bytes) -> str:
    shown = _UNWANTED.sub(lambda sign: _ESCAPES[sign[0]], path)
    stroke = "" if shown == path else "\\"
    return f"{stroke}{digest.hex()}  {shown}\n"


def read(data: bytes) -> dict[str, bytes]:
    """The digests of files, by path; raises :class:`ManifestError`."""
    return dict(_entries(data.decode("utf-8", "surrogateescape")))


def _entries(text: str) -> Iterator[tuple[str, bytes]]:
    *lines, rest = text.split("\n")
    for number, line in enumerate([*lines, rest] if rest else lines, 1):
        found = _LINE.fullmatch(line)
        if not found:
            raise ManifestError(f"line {number} is not a SHA-256, two spaces and a file name")
        stroke, digest, name = found.groups()
        yield _unescaped(name) if stroke else name, bytes.fromhex(digest)


def _unescaped(name: str) -> str:
    back = {shown[1]: sign for sign, shown in _ESCAPES.items()}
    return _ESCAPED.sub(lambda found: back.get(found[1], found[0]), name)
