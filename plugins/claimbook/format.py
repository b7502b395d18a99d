"""Small words in running text: what the command line counts and lists, where sentences end."""

from collections.abc import Iterable


def counted(number: int, noun: str) -> str:
    """``1 source``, ``5 sources``, ``12,000 sources``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def sentence(text: str) -> str:
    """``text`` with a full stop unless it ends a sentence already."""
    return f"{text}{stop_after(text)}"


def stop_after(text: str) -> str:
    """The full stop that ``text`` needs to end a sentence; empty where it ends one already."""
    return "" if text.rstrip("”’\"')»").endswith((".", "!", "?", "…")) else "."


def initials(given: str, between: str = " ") -> str:
    """``O. J.-L.`` of given names; they stay whole in a script without capital letters."""
    if not given[0].isupper():
        return given
    return between.join(map(_initial, given.split()))


def _initial(name: str) -> str:
    return "-".join(f"{part[0].upper()}." for part in name.split("-") if part)
