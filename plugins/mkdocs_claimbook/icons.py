"""Icons from the theme's own sets, read from its folders."""

from dataclasses import dataclass
from pathlib import Path

from claimbook.icons import builtin

_SETS = ("claimbook", "material")


@dataclass(frozen=True, slots=True)
class ThemeIcons:
    """Icons by the names that Material gives them; our own drawings where a theme has none.

    ``folders`` are those of a theme, an owner's ``custom_dir`` first, so that
    ``.icons/claimbook/check.svg`` there replaces the icon ``check``.
    """

    folders: tuple[str, ...]

    def __call__(self, name: str) -> str:
        """The inline SVG of an icon."""
        places = (Path(each, ".icons", kind) for each in self.folders for kind in _SETS)
        for path in (place / f"{name}.svg" for place in places):
            if path.is_file():
                return path.read_text(encoding="utf-8")
        return builtin(name)
