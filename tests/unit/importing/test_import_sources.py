"""``claimbook import-sources``: what other programs export becomes files that pass every check."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.cli.run import run
from claimbook.compile import compile_claims
from claimbook.corpus import Corpus
from claimbook.diagnostics import Severity
from claimbook.importing import bibtex, csl_json, ris
from claimbook.importing.plan import NewSource, steps_for
from claimbook.importing.reference import Reference
from claimbook.importing.source_file import source_text
from claimbook.settings import Settings
from claimbook.text import SourceFile
from tests.properties.test_remembering import TODAY

BIBTEX = r"""
@string{paper = "Example Gazette"}
@comment{Nothing of this is a reference.}
@article{rivers2025,
  author = {Rivers, Ana Maria and {City Archive} and van der Berg, Jan and Plato},
  title = {The {B}ridge over the {\"U}bersee},
  subtitle = {50\% of it},
  journal = paper, year = 2025, month = mar, day = 4,
  url = {https://gazette.example.org/a\_b}, doi = {https://doi.org/10.1000/XyZ},
  urldate = {2026-01-02}
}
@online{notice, title = {Notice of closure}, date = {2025-09}, langid = {english},
  howpublished = {\url{https://county.example.org/notice}}}
"""
RIS = """TY  - NEWS
AU  - Rivers, Ana Maria
AU  - City Archive
TI  - The bridge
T2  - Example Gazette
PY  - 2025
DA  - 2025/03/04/
UR  - https://gazette.example.org/bridge
Y2  - 2026/01/02
DO  - 10.1000/xyz
ER  -

TY  - ELEC
TI  - The notice
ER  -
"""
CSL = """[
  {"id": "https://zotero.example/items/1", "type": "article-newspaper",
   "title": "The bridge over the Exe", "container-title": "Example Gazette",
   "author": [{"family": "Rivers", "given": "Ana"}, {"literal": "City Archive"},
              {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
   "issued": {"date-parts": [[2025, 3, 4]]}, "accessed": {"date-parts": [["2026"]]},
   "URL": "https://gazette.example.org/bridge", "language": "en-GB"},
  {"id": "release", "type": "article", "genre": "Press release", "title": "Closed"}
]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims" / "sources").mkdir(parents=True)
    (tmp_path / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(project: Path, name: str, text: str, *options: str) -> int:
    (project / name).write_text(text, encoding="utf-8")
    return run(["import-sources", *options, name])


def source(project: Path, name: str) -> dict[str, Any]:
    text = (project / f"claims/sources/{name}.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return read


def test_bibtex_becomes_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(project, "references.bib", BIBTEX) == 0
    assert source(project, "rivers2025") == {
        "type": "article",
        "title": "The Bridge over the Übersee: 50% of it",
        "authors": [
            {"family": "Rivers", "given": "Ana Maria"},
            {"name": "City Archive"},
            {"family": "van der Berg", "given": "Jan"},
            {"name": "Plato"},
        ],
        "container": "Example Gazette",
        "published": "2025-03-04",
        "accessed": "2026-01-02",
        "url": "https://gazette.example.org/a_b",
        "doi": "10.1000/XyZ",
    }
    notice = source(project, "notice")
    assert notice["url"] == "https://county.example.org/notice"
    assert notice["published"] == "2025-09"
    assert "2 sources written, 0 there already" in capsys.readouterr().out


def test_ris_becomes_files(project: Path) -> None:
    assert imported(project, "export.ris", RIS) == 0
    assert source(project, "bridge") == {
        "type": "article",
        "title": "The bridge",
        "authors": [{"family": "Rivers", "given": "Ana Maria"}, {"name": "City Archive"}],
        "container": "Example Gazette",
        "published": "2025-03-04",
        "accessed": "2026-01-02",
        "url": "https://gazette.example.org/bridge",
        "doi": "10.1000/xyz",
    }
    assert source(project, "notice") == {"type": "webpage", "title": "The notice"}


def test_csl_json_becomes_files(project: Path) -> None:
    assert imported(project, "items.json", CSL) == 0
    bridge = source(project, "bridge-over-exe")
    assert bridge["authors"][2] == {"family": "van der Berg", "given": "Jan"}
    assert (bridge["published"], bridge["accessed"]) == ("2025-03-04", "2026")
    assert bridge["language"] == "en-GB"
    assert source(project, "release") == {"type": "press-release", "title": "Closed"}


def test_what_is_written_passes_every_check(project: Path) -> None:
    for name, text in (("a.bib", BIBTEX), ("b.ris", RIS), ("c.json", CSL)):
        assert imported(project, name, text) == 0
    (project / "claims" / "one.yml").write_text(
        "claim: The bridge was closed.\nclaimant: City Archive\nreview: {rating: unproven, "
        "verdict: Nobody has shown it., reviewed: 2026-02-02}\n"
    )
    assert run(["check"]) == 0
    assert run(["fmt", "--check", "claims/sources"]) == 0


def test_what_is_there_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(project, "references.bib", BIBTEX) == 0
    written = (project / "claims/sources/rivers2025.yml").read_bytes()
    assert imported(project, "again.ris", RIS) == 0
    said = capsys.readouterr().out
    assert "again.ris:1: “The bridge” is there already: `rivers2025`" in said
    assert "1 source written, 1 there already" in said
    assert (project / "claims/sources/rivers2025.yml").read_bytes() == written


def test_the_same_id_for_something_else_gets_a_number(project: Path) -> None:
    assert imported(project, "a.bib", "@book{one, title={First}}") == 0
    assert imported(project, "b.bib", "@book{one, title={Second}}") == 0
    assert source(project, "one-2")["title"] == "Second"


def test_a_dry_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(project, "references.bib", BIBTEX, "--dry-run") == 0
    assert not [*(project / "claims/sources").iterdir()]
    said = capsys.readouterr().out
    assert "would write claims/sources/rivers2025.yml" in said
    assert "2 sources would be written" in said


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        (
            "a.bib",
            (
                "@book{one, title={A}}\n@book{two, title = {Open\n"
                "@book{one, title={B}}\n@book{no, x={1}}"
            ),
            ["a.bib:2:1", "a.bib:3:1", "a.bib:4:1"],
        ),
        ("b.ris", f"{RIS}TY  - NEWS\nTI  - No end\n", ["b.ris:16:1"]),
        ("c.json", '[\n{"title": "A"},\n3,\n{"id": "x"}\n]', ["c.json:3:1", "c.json:4:1"]),
        ("d.json", '[\n{"title": "A",}\n]', ["d.json:2:1"]),
        ("e.json", "[" * 100_000, ["e.json:1:1"]),
        ("f.bib", "no reference at all", ["f.bib:1:1"]),
        ("g.bib", "@book{a, title={B\x07}}", ["g.bib:1:18"]),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, places: list[str]
) -> None:
    assert imported(project, name, text) == 1
    said = capsys.readouterr().out
    assert [line.split("--> ")[1] for line in said.splitlines() if "--> " in line] == places


def test_what_a_check_would_refuse_is_shown_and_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hidden = '[{"id": "x", "title": "Turned \\u202e round"}, {"id": "y", "title": "Sound"}]'
    assert imported(project, "items.json", hidden) == 1
    assert "CB003 hidden-character" in capsys.readouterr().out
    assert [each.name for each in (project / "claims/sources").iterdir()] == ["y.yml"]


def test_what_our_fields_do_not_take_stays_as_a_comment(project: Path) -> None:
    item = (
        '{"id": "x", "title": "A", "URL": "javascript:alert(1)", "DOI": "none", "language": "Old"}'
    )
    assert imported(project, "item.json", item) == 0
    text = (project / "claims/sources/x.yml").read_text(encoding="utf-8")
    assert source(project, "x") == {"title": "A"}
    assert "# url: javascript:alert(1) (" in text
    assert "# doi: none (" in text
    assert "# language: Old (" in text


def test_the_first_words_tell_what_a_file_is(project: Path) -> None:
    assert imported(project, "clipboard.txt", RIS) == 0
    assert imported(project, "nothing.txt", "Dear editor!") == 2
    assert imported(project, "nothing.txt", BIBTEX, "--format", "bibtex") == 0


TEXT = st.text(max_size=40)
ITEMS = st.dictionaries(
    st.sampled_from(["id", "type", "title", "URL", "DOI", "ISBN", "language", "issued", "author"]),
    st.one_of(
        TEXT,
        st.integers(),
        st.none(),
        st.lists(st.dictionaries(st.sampled_from(["family", "given", "literal"]), TEXT)),
        st.fixed_dictionaries({"raw": TEXT}),
        st.fixed_dictionaries({"date-parts": st.lists(st.lists(st.integers()))}),
    ),
)


def test_a_missing_package_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "rispy", None)
    assert imported(project, "export.ris", RIS) == 2
    assert "pip install 'claimbook[import]'" in capsys.readouterr().err


FIELDS = {"type", "title", "url", "doi", "isbn", "language", "authors", "published", "accessed"}
# Characters that no file may have; too long a text; and that there is no claim.
UNFIT = {"CB002", "CB003", "CB111", "CB017"}


@given(ITEMS)
def test_whatever_an_item_holds_its_file_says_no_more(item: dict[str, Any]) -> None:
    for step in steps_for("x.json", [Reference(1, item)], Corpus(), "https://site.example/"):
        if isinstance(step, NewSource):
            file = SourceFile(f"claims/sources/{step.id}.yml", step.text.encode("utf-8", "replace"))
            found = compile_claims([file], Settings(), TODAY)
            errors = {each.code.id for each in found.diagnostics if each.severity is Severity.ERROR}
            assert errors <= UNFIT
            if errors == {"CB017"}:
                assert yaml.load(step.text, yaml.BaseLoader).keys() <= FIELDS


@given(st.text(alphabet="@{}book,=\"a\\'\n# TYER-{}[]1", max_size=60))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_is_too_broken(text: str) -> None:
    for reader in (bibtex, ris, csl_json):
        found = reader.references_in("file", text)
        for each in found.value or ():
            source_text(each.item, "")


def test_no_title_steers_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In JSON a control is no control of the file."""
    assert imported(project, "a.json", CSL) == 0
    odd = CSL.replace("The bridge over the Exe", "\\u001b[31m\\u202e ##[group]")
    capsys.readouterr()
    imported(project, "a.json", odd)
    said = capsys.readouterr().out
    assert "is there already" in said
    assert not {"\x1b", "\u202e"} & set(said)
    assert "##[" not in said
