"""The words of the interface as they lie in the package: a folder for each language.

Every file of a folder is one area; its name is the first part of its messages' keys. A message is
a text with places in braces, or a table of plural forms by the names of CLDR (``one``, ``other``).
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
Message = str | Mapping[str, str]
DEFAULT_LANGUAGE = "en"


@cache
def languages() -> tuple[str, ...]:
    """The languages that the interface speaks."""
    return tuple(sorted(each.name for each in _HERE.iterdir() if _is_language(each)))


def _is_language(entry: Path) -> bool:
    return entry.is_dir() and not entry.name.startswith("_")


def language_for(tag: str) -> str | None:
    """The language in which a publication of this BCP 47 tag is shown; None where there is none."""
    known = {each.casefold(): each for each in languages()}
    parts = tag.casefold().split("-")
    wanted = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((known[each] for each in wanted if each in known), None)


@cache
def messages(language: str) -> Mapping[str, Message]:
    """Every message of a language by its key, ``claim.analysis``."""
    folder = _HERE / language
    areas = sorted(folder.iterdir(), key=lambda each: each.name)
    return {
        f"{each.name.removesuffix('.toml')}.{key}": value
        for each in areas
        for key, value in tomllib.loads(each.read_text(encoding="utf-8")).items()
    }
