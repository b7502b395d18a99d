"""The recorded figures in the guide: a hook of MkDocs that reads the history."""

from datetime import date
from pathlib import Path

import pytest

from claimbook.metering import Cost, Written
from tests.bench import guide, history
from tests.bench.results import Results

PAGE = f"# Speed\n\n{guide.MARK}\n\nThe end.\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "history.jsonl"
    monkeypatch.setattr(guide, "FILE", path)
    monkeypatch.setattr(history, "_hugo", lambda: "0.168.0")
    return path


def record(file: Path, day: int, ours: float) -> None:
    results = Results(10_000, 5)
    results.add("claimbook", "cold", Cost(ours, ours, 300_000_000, 500_000_000))
    results.add("hugo", "cold", Cost(20.0, 30.0, 1_200_000_000))
    results.add("claimbook", "check, cold", Cost(2.5, 2.5, 100_000_000))
    results.write("claimbook", "cold", Written(15_000, 450_000_000, 14_000))
    history.append([results], date(2026, 11, day), file)


def test_other_pages_stay_as_they_are() -> None:
    assert guide.on_page_markdown("# A page\n", page=None) == "# A page\n"


def test_nothing_recorded_is_said(file: Path) -> None:
    assert not file.exists()
    assert guide.NOTHING in guide.on_page_markdown(PAGE)


def test_the_latest_run_is_shown(file: Path) -> None:
    record(file, 1, 40.0)
    record(file, 2, 10.0)
    shown = guide.on_page_markdown(PAGE)
    assert "| cold | 10.00 (500) | 20.00 (1,200) |" in shown
    assert "| check, cold | 2.50 (100) | – |" in shown
    assert "| pages | 14,000 | 0 |" in shown
    assert "2026-11-02: median of 5" in shown
    assert shown.startswith("# Speed\n")
    assert shown.endswith("\nThe end.\n")


def test_the_longest_bar_fills_its_room(file: Path) -> None:
    record(file, 1, 10.0)
    shown = guide.on_page_markdown(PAGE)
    assert shown.index('width="50.00%"') < shown.index('width="100.00%"')


def test_the_course_of_the_ratio_is_shown(file: Path) -> None:
    record(file, 1, 40.0)
    assert "How it came about" not in guide.on_page_markdown(PAGE)
    record(file, 2, 10.0)
    shown = guide.on_page_markdown(PAGE)
    assert shown.index("| 2026-11-01 | 10,000 | 2.00 |") < shown.index(
        "| 2026-11-02 | 10,000 | 0.50 |"
    )


def test_the_page_has_a_place_for_the_figures(repository: Path) -> None:
    page = (repository / "site_src" / "develop" / "speed.md").read_text(encoding="utf-8")
    assert page.count(guide.MARK) == 1
    assert "tests/bench/guide.py" in (repository / "mkdocs.yml").read_text(encoding="utf-8")
