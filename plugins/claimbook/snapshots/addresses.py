"""Whether two addresses are those of one page."""

import re

from claimbook.plain_addresses import plain

# What differs between two addresses of one page without anybody meaning it.
_BARE = re.compile(r"^[a-z]+://(www\.)?|#.*|/+$", re.IGNORECASE)
# An address in a web archive ends with the one that was archived.
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)


def is_same_page(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but scheme, ``www.``, fragment and last slash.

    What only follows visitors does not count, nor a detour by a cache. A copy in the Wayback
    Machine counts as the page itself.
    """
    return _bare(one) == _bare(other)


def _bare(address: str) -> str:
    return _BARE.sub("", _BARE.sub("", plain(_ARCHIVED.sub("", address.strip()))))
