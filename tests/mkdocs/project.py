"""A small project and how it is built."""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

CLAIM = """\
claim: {claim}
title: {title}
claimant: Example Gazette
claimed: 2025-03-0{day}
topics: bridges
review:
  rating: {rating}
  verdict: {verdict}
  reviewed: 2025-06-0{day}
evidence:
  - stance: {stance}
    quote: The bridge was closed to traffic on 2 March 2025.
    source:
      title: Notice of closure
      publisher: Example County
      url: https://county.example.org/notice
      published: 2025-03-01
      standing: primary
"""
CLAIMS = {
    "bridge-closed": {
        "claim": "The bridge over the Exe was closed in March 2025.",
        "title": "The closing of the bridge",
        "day": 1,
        "rating": "true",
        "verdict": "The county closed the bridge on 2 March 2025.",
        "stance": "supports",
    },
    "bridge-sold": {
        "claim": "The bridge over the Exe was sold & “moved” in March 2025.",
        "title": "The sale of the <bridge> & its move",
        "day": 2,
        "rating": "false",
        "verdict": "The county still owns the bridge.",
        "stance": "contradicts",
    },
}
CONFIG: dict[str, Any] = {
    "site_name": "The bridge file",
    "site_url": "https://bridge.example/",
    "docs_dir": "site_src",
    "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
    "plugins": [{"claimbook": {"search": False, "code_pages": False}}],
    "nav": [
        {"Home": "index.md"},
        {"Claims": "claims/index.md"},
        {"Ratings": "ratings/index.md"},
    ],
    "validation": {"nav": {"omitted_files": "ignore"}, "links": {"anchors": "warn"}},
}


@dataclass(slots=True)
class Project:
    """A project on disk and what MkDocs said when it was built."""

    root: Path
    config: dict[str, Any]
    log: list[logging.LogRecord] = field(default_factory=list)

    @property
    def site(self) -> Path:
        """Where the site is built."""
        return self.root / "site"

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), encoding="utf-8")

    def build(self, *, strict: bool = False) -> None:
        """Build as `mkdocs build` does; raises what that would end with."""
        self.write("mkdocs.yml", yaml.safe_dump(self.config, sort_keys=False))
        self.log.clear()
        build(load_config(str(self.root / "mkdocs.yml"), strict=strict))

    def page(self, path: str) -> str:
        """A built page."""
        return (self.site / path).read_text(encoding="utf-8")

    @property
    def warnings(self) -> list[str]:
        """What was logged at the weight that `--strict` counts."""
        return [each.getMessage() for each in self.log if each.levelno >= logging.WARNING]
