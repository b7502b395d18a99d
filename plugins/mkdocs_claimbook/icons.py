"""Icons from the theme's own sets, read from its folders."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from claimbook.icons import builtin

_SETS = ("claimbook", "material")


def theme_icons(folders: Iterable[str]) -> Callable[[str], str]:
    """Find icons by the names that Material gives them; our own drawings where a theme has none.

    An owner's ``custom_dir`` comes first in ``folders``, so ``.icons/claimbook/check.svg`` there
    replaces the icon ``check``.
    """
    roots = [Path(folder) / ".icons" / name for folder in folders for name in _SETS]

    @cache
    def icon(name: str) -> str:
        for root in roots:
            path = root / f"{name}.svg"
            if path.is_file():
                return path.read_text(encoding="utf-8")
        return builtin(name)

    return icon
