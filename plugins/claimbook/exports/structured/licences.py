"""Licences by the names that publications give them."""

import re
from typing import NamedTuple

from claimbook.exports.structured.json_ld import Json, typed

_CREATIVE_COMMONS = re.compile(
    r"(?:CC|Creative Commons)[ -](?P<kind>BY(?:-NC)?(?:-SA|-ND)?)[ -](?P<version>[1-4]\.[05])",
    re.IGNORECASE,
)
_ZERO = re.compile(r"CC[ -]?0(?:[ -]1\.0)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


class Licence(NamedTuple):
    """A licence: what it is called, its SPDX identifier and its address, where they are known."""

    name: str
    identifier: str = ""
    url: str = ""


def licence_of(text: str) -> Licence | None:
    """The licence that a publication names; None where it names none."""
    name = text.strip()
    found = _CREATIVE_COMMONS.fullmatch(name)
    if found:
        return _creative_commons(name, found["kind"].upper(), found["version"])
    if _ZERO.fullmatch(name):
        url = "https://creativecommons.org/publicdomain/zero/1.0/"
        return Licence(name, "CC0-1.0", url)
    if _ADDRESS.fullmatch(name):
        return Licence(name, url=name)
    return Licence(name) if name else None


def _creative_commons(name: str, kind: str, version: str) -> Licence:
    url = f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"
    return Licence(name, f"CC-{kind}-{version}", url)


def licence_value(text: str) -> str | Json | None:
    """What schema.org's ``license`` holds: an address, or a work with a name."""
    licence = licence_of(text)
    if licence is None:
        return None
    return licence.url or typed("CreativeWork", name=licence.name)
