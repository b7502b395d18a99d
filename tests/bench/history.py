"""Figures worth keeping: one line of JSON for each size of a recorded run."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.contenders import TOOLS, hugo_program
from tests.bench.results import Results

FILE = Path("tests", "bench", "history.jsonl")
_REPOSITORY = Path(__file__).resolve().parents[2]
Entry = dict[str, Any]


def day(text: str) -> date:
    """A day from ``2026-11-22``."""
    return date.fromisoformat(text)


def append(all_results: Iterable[Results], when: date | None, file: Path | None = None) -> None:
    """Add results to the history in ``file``."""
    with (file or _REPOSITORY / FILE).open("a", encoding="utf-8") as history:
        for results in all_results:
            history.write(json.dumps(entry(results, when or datetime.now(UTC).date())) + "\n")


def read(file: Path | None = None) -> list[Entry]:
    """All entries, the oldest first; none where nothing was recorded."""
    path = file or _REPOSITORY / FILE
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def entry(results: Results, when: date) -> Entry:
    """What is kept of results."""
    return {
        "date": when.isoformat(),
        "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
        "versions": dict(sorted(versions(results.contenders()).items())),
        **results.as_data(),
    }


def versions(names: Iterable[str]) -> dict[str, str]:
    """Versions of contenders and of the indexer."""
    asked = {"hugo": _hugo, "eleventy": _eleventy, "claimbook": _claimbook}
    return {"pagefind": version("pagefind"), **{name: asked[name]() for name in names}}


def _claimbook() -> str:
    return version("claimbook")


def _hugo() -> str:
    command = [str(hugo_program()), "version"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.split()[1].partition("-")[0].removeprefix("v")


def _eleventy() -> str:
    package = TOOLS / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])
