"""A publication in German: theme, pages, scripts, dates and numbers speak one language."""

import re

import pytest

from tests.mkdocs.project import CONFIG, Project
from tests.unit.views.making import own_files

# Words that stand on nearly every English page of ours, and in no claim of the Sora file's.
ENGLISH = re.compile(r">\s*(All claims|Claimed by|Evidence|Sources|Look again by|Reviewed)\b")


@pytest.fixture
def german(project: Project) -> Project:
    project.write("claimbook.toml", '[publication]\nlanguage = "de"\n')
    project.write("site_src/index.md", "# Start\n\n[[claimbook:latest]]\n\n[[claimbook:search]]\n")
    return project


def test_the_whole_site_speaks_german(german: Project) -> None:
    for path in ("bridge-closed", "bridge-sold"):
        (german.root / "claims" / f"{path}.yml").unlink()
    for path, text in own_files().items():
        german.write(f"claims/{path}", text)
    german.build()
    assert german.warnings == []
    pages = {path: path.read_text("utf-8") for path in german.site.rglob("*.html")}
    assert len(pages) > 100
    for path, page in pages.items():
        assert "<html lang=de " in page.replace('"', ""), path
        assert not ENGLISH.search(page.partition("<main")[2]), path
    claim = german.page("claims/openai-announces-sora-closure/index.html")
    assert "Behauptet von" in claim
    assert "24. März 2026" in claim
    assert "export default" in german.page("assets/claimbook/words.js")


def test_another_language_of_the_theme_is_kept_and_noted(german: Project) -> None:
    german.config["theme"] = {**CONFIG["theme"], "language": "fr"}
    german.build()
    assert "<html lang=fr " in german.page("claims/bridge-sold/index.html")
    (warning,) = german.warnings
    assert "`theme.language` is `fr`" in warning
    assert "`de`" in warning


def test_the_standard_scale_is_german_and_an_owners_stays_as_it_is(german: Project) -> None:
    german.write("claims/topics.yml", "bridges: Brücken\n")
    german.build()
    assert "Überwiegend wahr" in german.page("ratings/index.html")
    scale = "ratings:\n  true: {label: Certain, definition: It is so., icon: check, colour: true, "
    german.write("claims/scale.yml", f"{scale}axis: truth, value: 5}}\n")
    german.build()
    assert "Certain" in german.page("claims/bridge-closed/index.html")
