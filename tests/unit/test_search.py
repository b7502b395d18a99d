"""The search index: one for the whole site, and a clear word where there is none."""

import json
from pathlib import Path

import pytest

from claimbook.search import VARIABLE, index_site

PAGE = (
    '<html lang="{}"><body><p>outside</p><main data-pagefind-body><h1>{}</h1></main></body></html>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for language, text in (("en", "A bridge"), ("de", "Eine Brücke")):
        (tmp_path / language).mkdir()
        page = PAGE.format(language, text)
        (tmp_path / language / "index.html").write_text(page, encoding="utf-8")
    return tmp_path


def test_all_languages_go_into_one_index(site: Path) -> None:
    outcome = index_site(site, "en-GB")
    assert outcome.diagnostics == ()
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    assert {name: each["page_count"] for name, each in entry["languages"].items()} == {"en": 2}


def test_boxes_that_nobody_uses_are_left_out(site: Path) -> None:
    index_site(site, "en")
    assert (site / "pagefind/pagefind.js").is_file()
    assert not list((site / "pagefind").glob("*-ui.*"))


def test_a_missing_program_is_a_warning(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.search.find_spec", lambda _: None)
    monkeypatch.setattr("claimbook.search.shutil.which", lambda _: None)
    outcome = index_site(site, "en")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.code.name == "no-search-program"
    assert "claimbook[search]" in (found.hint or "")


@pytest.mark.parametrize("program", ["false", "/no/such/program"])
def test_a_program_that_fails_is_an_error(
    site: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setenv(VARIABLE, program)
    (found,) = index_site(site, "en").diagnostics
    assert found.code.name == "search-failed"
