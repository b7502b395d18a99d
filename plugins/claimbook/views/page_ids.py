"""Ids for pages about those who have no file, made from their names."""

from collections.abc import Container
from hashlib import sha256

from claimbook.values import RESERVED_SLUGS

_UNNAMED = "unnamed"
_SHORTEST_DIGEST = 8


def free_id(suggested: str, name: str, taken: Container[str]) -> str:
    """The id that ``name`` suggests; with a digest of the name where that one cannot be had.

    A digest stays the same whoever else is added later. Short ones can be made to meet, so as
    many digits are taken as it needs.
    """
    if suggested and suggested not in taken and suggested not in RESERVED_SLUGS | {_UNNAMED}:
        return suggested
    digest = sha256(name.encode()).hexdigest()
    sizes = range(_SHORTEST_DIGEST, len(digest) + 1)
    tried = (f"{suggested or _UNNAMED}-{digest[:size]}" for size in sizes)
    return next(each for each in tried if each not in taken)
