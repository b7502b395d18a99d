"""Finding the name that was probably meant, among many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from claimbook.diagnostics import did_you_mean

_FEW = 200
_SHORTEST_PART = 4


def did_you_mean_name(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known name, or None.

    Similarity is costly; among many names only those are compared that begin like it or share
    a longer part with it.
    """
    return _hint(word, frozenset(known))


@lru_cache(maxsize=1024)
def _hint(word: str, known: frozenset[str]) -> str | None:
    if len(known) <= _FEW:
        return did_you_mean(word, sorted(known))
    groups = _groups(known)
    alike = {name for key in _keys(word) for name in groups.get(key, ())}
    return did_you_mean(word, sorted(alike))


@lru_cache(maxsize=8)
def _groups(known: frozenset[str]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        for key in _keys(name):
            found[key].append(name)
    return found


def _keys(name: str) -> Iterator[str]:
    yield f"{name[:3]}-"
    yield from (part for part in name.split("-") if len(part) >= _SHORTEST_PART)
