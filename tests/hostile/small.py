"""A project of few files in which a build does all that it does for many."""

from pathlib import Path

import pytest

from tests.properties.test_remembering import FILES

CONFIG = """\
site_name: Bridges
site_url: https://bridges.example/
docs_dir: site_src
nav: [index.md, claims/index.md]
theme: {name: material, font: false}
plugins:
  - claimbook: {search: false, code_pages: false}
"""
SETTINGS = 'cards = false\n\n[publication]\nurl = "https://bridges.example/"\n'
# From how many on several processes work, and results are remembered.
THRESHOLDS = ("claimbook.shelf._FEWEST", "claimbook.processes._FEWEST")


def write_small(root: Path, settings: str = SETTINGS) -> None:
    """Write the project into a folder."""
    others = {"mkdocs.yml": CONFIG, "claimbook.toml": settings, "site_src/index.md": "# Bridges\n"}
    for name, text in ({f"claims/{path}": text for path, text in FILES.items()} | others).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def as_of_many(patch: pytest.MonkeyPatch) -> None:
    """Let this process work on a small project as on a large one."""
    for name in THRESHOLDS:
        patch.setattr(name, 1)
