"""Names that would stand where something else does, or nowhere at all."""

from dataclasses import replace
from datetime import date

import pytest

from claimbook.compile import Compilation, compile_claims
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.site import Site
from claimbook.text import SourceFile

CLAIM = """\
claim: A claim.
claimant: {claimant}
review:
  rating: unproven
  verdict: Nobody knows.
"""
ODD = (
    '"><script>alert(1)<',
    "index",
    "page",
    "con",
    "UPPER",
    "a b",
    "a\n::error::b",
    "é",
    "-",
    "a--b",
)
RECORDS = {
    "sources": "title: T\n",
    "claimants": "name: N\n",
    "documents": "title: T\ntext: t.txt\n",
}


def compiled(files: dict[str, str]) -> Compilation:
    sources = [SourceFile(f"claims/{path}", text.encode()) for path, text in files.items()]
    return compile_claims(sources, DEFAULT_SETTINGS, date(2026, 1, 1))


def locations(made: Compilation) -> list[str]:
    settings = replace(DEFAULT_SETTINGS, per_page=1)
    site = Site(made.corpus, settings, UrlStyle(), Renderer(), date(2026, 1, 1))
    return [each.location for each in site.fragments()]


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("room", RECORDS)
def test_a_file_whose_name_is_no_id_gets_no_page(room: str, name: str) -> None:
    made = compiled({f"{room}/{name}.yml": RECORDS[room], "documents/t.txt": "A text."})
    assert "CB201" in {each.code.id for each in made.diagnostics}
    places = locations(made)
    assert f"{room}/{name}" not in [each for each in places if each != f"{room}/index"]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("claimant", ["Index", "Page", "CON", "LPT1", "…", "《》", "Index!"])
def test_no_name_of_a_person_takes_the_place_of_a_list(claimant: str) -> None:
    files = {f"{name}.yml": CLAIM.format(claimant=claimant) for name in ("one", "two")}
    files["three.yml"] = CLAIM.format(claimant="Another Person")
    places = locations(compiled(files))
    assert len(places) == len(set(places))
    # Two lists of one entry a page, and the pages of two people.
    assert sum(each.startswith("claimants/") for each in places) == 2 + 3


def test_hidden_characters_in_a_list_never_reach_a_page() -> None:
    made = compiled({"topics.yml": 'a: "x\\0y\\u202ez\\e[31m"\n'})
    assert {each.code.id for each in made.diagnostics} >= {"CB002"}
    assert made.corpus.topics["a"].label == "x\ufffdy\ufffdz\ufffd[31m"
