"""Whether the letters of a host name are what they seem (after Unicode Technical Standard 39)."""

import unicodedata
from functools import lru_cache

# Letters that are drawn like a letter of ASCII: Cyrillic, Greek, and rare Latin ones.
_DRAWN_LIKE = str.maketrans(
    "асԁеһіјӏоруѕѵԝхԛк" + "αικνορυχ" + "ıɑɡɩ",
    "acdehijlopysvwxqk" + "aiknopux" + "iagi",
)
_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)


@lru_cache(maxsize=1024)
def shown(host: str) -> str:
    """A host as browsers may show it: punycode decoded where it can be."""
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def mixed_scripts(host: str) -> tuple[str, ...]:
    """The scripts of the first label whose letters are not written together in any language."""
    for label in shown(host).split("."):
        scripts = _scripts(label)
        if len(scripts) > 1 and not any(scripts <= each for each in _WRITTEN_TOGETHER):
            return tuple(sorted(each.capitalize() for each in scripts))
    return ()


def looks_like(host: str) -> str | None:
    """The ASCII host that a reader would take ``host`` for, if there is one."""
    labels = shown(host).split(".")
    if not labels[-1].isascii():
        # Under a domain of its own script a word is what it seems.
        return None
    drawn = ".".join(label.translate(_DRAWN_LIKE) for label in labels)
    return drawn if drawn.isascii() and drawn != ".".join(labels) else None


def _scripts(label: str) -> frozenset[str]:
    if label.isascii():
        return frozenset()
    names = (unicodedata.name(char, "") for char in label if char.isalpha())
    return frozenset(name.replace("-", " ").split(" ")[0] for name in names if name)
