"""Small sites, built by MkDocs in this process."""

import logging
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from tests.mkdocs.project import CLAIM, CLAIMS, CONFIG, Project


class _Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """A clean small project with two claims and a home page."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    made = Project(tmp_path, deepcopy(CONFIG))
    for name, values in CLAIMS.items():
        made.write(f"claims/{name}.yml", CLAIM.format(**values))
    made.write("claims/topics.yml", "bridges: Bridges\n")
    made.write("site_src/index.md", "# Home\n\nA file about a bridge.\n")
    made.write("claimbook.toml", "")
    collector = _Collector(made.log)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(collector)
    yield made
    logger.removeHandler(collector)
    logger.setLevel(level)
