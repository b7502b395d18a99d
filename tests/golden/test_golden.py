"""Projects with mistakes in them, and the exact words Claimbook has for each.

`pytest tests/golden --update-golden` writes the words anew; read the difference as somebody who
has never seen YAML.
"""

from datetime import date
from pathlib import Path

import pytest

from claimbook.report import Report, as_text
from claimbook.workspace import compile_workspace, load

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 11, 22)
CASES = sorted(each.name for each in HERE.iterdir() if each.is_dir() and each.name[0] not in "_.")
EXPECTED = "expected.txt"
BELONGS = {EXPECTED, "claims", "claimbook.toml"}


def report_of(root: Path) -> str:
    workspace = load(root)
    found = compile_workspace(workspace, TODAY).diagnostics
    return as_text(Report(found, workspace.text_of, len(workspace.files)))


@pytest.mark.parametrize("name", CASES)
def test_says(name: str, is_updating: bool) -> None:
    expected = HERE / name / EXPECTED
    said = report_of(HERE / name)
    if is_updating:
        expected.write_text(said, encoding="utf-8")
    assert expected.is_file(), "run pytest tests/golden --update-golden"
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_holds_nothing_stray(name: str) -> None:
    found = {each.name for each in (HERE / name).iterdir()}
    assert found <= BELONGS
    assert found & {"claims", "claimbook.toml"}


def test_shows_many_different_mistakes() -> None:
    texts = {(HERE / name / EXPECTED).read_text(encoding="utf-8") for name in CASES}
    assert len([text for text in texts if not text.startswith("nothing to report")]) >= 40
