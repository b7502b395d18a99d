"""Icons of a theme: the owner's before the theme's, ours where there is none."""

import pickle
from pathlib import Path

from claimbook.icons import builtin
from mkdocs_claimbook.icons import ThemeIcons


def drawn(folder: Path, name: str, svg: str) -> str:
    path = folder / ".icons" / f"{name}.svg"
    path.parent.mkdir(parents=True)
    path.write_text(svg)
    return str(folder)


def test_the_first_folder_that_has_an_icon_gives_it(tmp_path: Path) -> None:
    own = drawn(tmp_path / "own", "claimbook/check", "<svg>own</svg>")
    theme = drawn(tmp_path / "theme", "material/check", "<svg>theme</svg>")
    assert ThemeIcons((own, theme))("check") == "<svg>own</svg>"
    assert ThemeIcons((theme,))("check") == "<svg>theme</svg>"
    assert ThemeIcons((own, theme))("close") == builtin("close")


def test_icons_can_be_sent_to_another_process(tmp_path: Path) -> None:
    icons = ThemeIcons((drawn(tmp_path, "material/check", "<svg>theme</svg>"),))
    assert pickle.loads(pickle.dumps(icons))("check") == "<svg>theme</svg>"
