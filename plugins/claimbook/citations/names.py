"""Names of authors as styles of citation set them; what is known as one piece stays one."""

import re
from collections.abc import Sequence

from claimbook.citations.work import Name
from claimbook.format import initials
from claimbook.wording import Wording

# Names in Chinese, Japanese and Korean: the family first, and no space or comma behind it.
_EAST_ASIAN = re.compile(r"[々\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_PAIR = 2


def straight(name: Name) -> str:
    """``Osmond Chia``."""
    if name.family and name.given:
        parts = (name.family, name.given)
        return "".join(parts) if _is_east_asian(name) else " ".join(reversed(parts))
    return name.literal or name.family


def inverted(name: Name) -> str:
    """``Chia, Osmond``."""
    return f"{name.family}, {name.given}" if is_inverted(name) else straight(name)


def with_initials(name: Name) -> str:
    """``Chia, O.J.-L.``."""
    return f"{name.family}, {initials(name.given, '')}" if is_inverted(name) else straight(name)


def is_inverted(name: Name) -> bool:
    """Whether a name is one that lists put the family first of."""
    return bool(name.family and name.given) and not _is_east_asian(name)


def short(name: Name) -> str:
    """``Chia``: how running text names an author."""
    return name.family or name.literal


def together(names: Sequence[str], say: Wording, pair: str = "citation.pair") -> str:
    """``A``, ``A and B``, ``A, B and C``; the message says what stands before the last."""
    *most, last = names
    return say(pair, first=", ".join(most), last=last) if most else last


def in_list(names: Sequence[Name], say: Wording, most: int, shown: int) -> str:
    """``Chia, Osmond, and Ann Lee``: the first inverted, of too many only some."""
    texts = [inverted(names[0]), *map(straight, names[1:])] if names else [""]
    if len(texts) > most:
        return say("citation.and_others", names=", ".join(texts[:shown]))
    is_pair = len(texts) == _PAIR and not is_inverted(names[0])
    return together(texts, say, "citation.pair" if is_pair else "citation.series")


def in_text(
    names: Sequence[Name], say: Wording, most: int, pair: str, *, is_namesake: bool = False
) -> str:
    """``Chia``, ``Chia and Lee``, ``Chia et al.``; the first with initials if a namesake."""
    texts = [short(each) for each in names]
    if is_namesake and is_inverted(names[0]):
        texts[0] = f"{initials(names[0].given)} {texts[0]}"
    return (
        together(texts, say, pair) if len(texts) <= most else say("citation.others", name=texts[0])
    )


def same(one: str, other: str) -> bool:
    """Whether two names are of one."""
    return one.casefold().rstrip(".") == other.casefold().rstrip(".")


def _is_east_asian(name: Name) -> bool:
    return bool(_EAST_ASIAN.fullmatch(name.family + name.given))
