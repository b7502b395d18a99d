"""What is installed beside what the package declares (PEP 566; versions by PEP 440)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

PACKAGE = "claimbook"
_REQUIREMENT = re.compile(
    r"(?P<name>[\w.-]+)\s*(?:\[[^]]*\])?\s*\(?(?P<wanted>[^;)]*)\)?\s*(?:;(?P<marker>.*))?"
)
_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w-]+)['\"]")
_CONDITION = re.compile(r"(>=|<=|==|!=|~=|<|>)\s*([\w.*]+)")


@dataclass(frozen=True, slots=True)
class Library:
    """A library that the package declares: by which extra, in which versions, and what is there.

    ``found`` is empty where it is not installed, ``extra`` where it is needed always.
    """

    name: str
    wanted: str
    extra: str
    found: str

    @property
    def fits(self) -> bool:
        """Whether it is there in one of the wanted versions."""
        return bool(self.found) and satisfies(self.found, self.wanted)


def libraries() -> Iterator[Library]:
    """All libraries that the package declares."""
    for each in requires(PACKAGE) or ():
        match = _REQUIREMENT.match(each)
        if match and match["name"] != PACKAGE:
            extra = _EXTRA.search(match["marker"] or "")
            wanted = match["wanted"].strip()
            yield Library(match["name"], wanted, extra[1] if extra else "", _found(match["name"]))


def satisfies(found: str, wanted: str) -> bool:
    """Whether a version fits conditions such as ``>=8.1.7,!=8.3.*``; by its numbers alone."""
    return all(_holds(found, *each) for each in _CONDITION.findall(wanted))


def _holds(found: str, sign: str, wanted: str) -> bool:
    have, want = _numbers(found), _numbers(wanted.removesuffix(".*"))
    if wanted.endswith(".*"):
        return (have[: len(want)] == want) is (sign == "==")
    size = max(len(have), len(want))
    ours, theirs = ([*each, *[0] * (size - len(each))] for each in (have, want))
    if sign == "~=":
        return ours >= theirs and have[: len(want) - 1] == want[:-1]
    return {
        ">=": ours >= theirs,
        "<=": ours <= theirs,
        "==": ours == theirs,
        "!=": ours != theirs,
        "<": ours < theirs,
        ">": ours > theirs,
    }[sign]


def _numbers(text: str) -> list[int]:
    release = re.match(r"\d+(?:\.\d+)*", text)
    return [int(each) for each in release[0].split(".")] if release else []


def _found(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
