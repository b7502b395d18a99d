"""References in the formats of others, read back by readers that others have written."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import rispy
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from claimbook.boundaries.one_line import one_line
from claimbook.citations.bibtex import biblatex, bibtex
from claimbook.citations.csl import csl_json
from claimbook.citations.formats import FORMATS
from claimbook.citations.ris import ris
from claimbook.citations.wikitext import wikitext
from claimbook.citations.work import Copy, Name, Work
from claimbook.cli.run import run
from claimbook.importing import bibtex as bibtex_import
from claimbook.importing import csl_json as csl_import
from claimbook.importing import ris as ris_import

HOSTILE = (
    'The "end" of {Sora}: 50 % & more_less #1 ~ $5 ^ \\textbf{x}',
    "</script><script>alert(1)</script>",
    "Two\nlines\tand\x07 a bell\x85",
    "=cmd|' /C calc'!A0",
    "}}{{evil|a=b}} [[Category:Hoaxes]] ''bold'' ~~~~ __NOTOC__",
    "Rivers and Lakes, Inc.",
    "ER  - \nTY  - NEWS",
    "אמת ושקר \u200f(2025)",
    "唐代の橋",
    "\\",
    "{",
    "@book{x, title={y}}",
)
AUTHORS = (
    Name("van der Berg", "Jan"),
    Name(literal="Rivers and Lakes, Inc."),
    Name(literal="Plato"),
)
Form = Callable[[Iterable[Work]], str]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30).filter(one_line))
KINDS = st.sampled_from(["webpage", "article-newspaper", "book", "report", "dataset", "document"])


def work(title: str, **other: object) -> Work:
    given = {"container": "Example Gazette", "issued": (2025, 3, 4), **other}
    return Work("rivers-2025", given.pop("type", "article-newspaper"), title, **given)


def decoded(text: str) -> dict[str, Any]:
    """The only entry of a BibTeX file, as bibtexparser reads it."""
    names = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    found = parse_string(text, append_middleware=[*names, middlewares.LatexDecodingMiddleware()])
    assert not found.failed_blocks
    [entry] = found.entries
    return {"key": entry.key, **{each.key: each.value for each in entry.fields}}


def squeezed(text: str) -> str:
    # The reader drops spaces behind signs and has another character for TeX's circumflex.
    return re.sub(r"\s+", "", text).replace("ˆ", "^")


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("form", [bibtex, biblatex])
def test_bibtex_keeps_any_title_and_name(title: str, form: Form) -> None:
    read = decoded(form([work(title, authors=AUTHORS, url="https://example.org/a_b{c}%20#d")]))
    assert read["key"] == "rivers-2025"
    assert squeezed(read["title"].strip("{}")) == squeezed(one_line(title).strip("{}"))
    berg, lakes, plato = read["author"]
    assert (berg.von, berg.last, berg.first) == (["van", "der"], ["Berg"], ["Jan"])
    # One piece, in spite of its comma and its “and”.
    assert lakes.last == ["{Rivers and Lakes, Inc.}"]
    assert plato.last == ["{Plato}"]


@given(TEXTS, KINDS)
def test_ris_is_read_back(title: str, kind: str) -> None:
    [read] = rispy.loads(ris([work(title, type=kind, authors=AUTHORS)]))
    assert read["title"] == one_line(title).strip()
    assert read["authors"] == ["van der Berg, Jan", "Rivers and Lakes, Inc.", "Plato"]
    assert (read["id"], read["date"], read["year"]) == ("rivers-2025", "2025/03/04/", "2025")


@given(TEXTS, KINDS)
def test_csl_json_says_all_as_it_is(title: str, kind: str) -> None:
    [read] = json.loads(csl_json([work(title, type=kind, authors=AUTHORS, is_doubtful=True)]))
    assert (read["title"], read["type"]) == (title, kind)
    assert read["author"][0] == {"family": "van der Berg", "given": "Jan"}
    assert read["issued"] == {"date-parts": [[2025, 3, 4]], "circa": True}


@given(TEXTS, TEXTS)
def test_a_template_of_wikipedia_cannot_be_left(title: str, publisher: str) -> None:
    copy = Copy("https://archive.example/1|2", (2026, 1, 2))
    url = "https://example.org/?a=[1]|{2}"
    written = wikitext(work(title, publisher=publisher, url=url, copy=copy))
    assert (written[:2], written[-2:]) == ("{{", "}}")
    inner = written[2:-2]
    assert not re.search(r"[{}\[\]<>\n]|''|~~~|__", inner)
    name, *fields = (each.strip() for each in inner.split("|"))
    assert name == "cite news"
    assert {each.partition("=")[0] for each in fields} == {
        *("title", "url", "work", "publisher", "date", "archive-url", "archive-date", "url-status")
    }


@pytest.mark.parametrize("title", ["The bridge: 50 % & more", "唐代の橋", "O’Hara’s “end”"])
@pytest.mark.parametrize(
    ("form", "reader"),
    [(bibtex, bibtex_import), (biblatex, bibtex_import), (ris, ris_import), (csl_json, csl_import)],
)
def test_what_we_write_we_can_import(title: str, form: Form, reader: ModuleType) -> None:
    written = work(
        title,
        authors=(Name("Rivers", "Ana"), Name(literal="City Archive")),
        url="https://gazette.example.org/a_b",
        doi="10.1000/xyz_1",
    )
    [read] = reader.references_in("file", form([written])).value
    item = read.item
    assert (item["title"], item["container-title"]) == (title, "Example Gazette")
    assert item["author"] == [{"family": "Rivers", "given": "Ana"}, {"literal": "City Archive"}]
    assert (item["URL"], item["DOI"]) == ("https://gazette.example.org/a_b", "10.1000/xyz_1")


def test_wikipedia_gets_what_its_templates_ask_for() -> None:
    written = work(
        "The bridge",
        authors=(Name("Rivers", "Ana"), Name(literal="City Archive")),
        url="https://gazette.example.org/bridge",
        accessed=(2026, 1, 2),
        is_doubtful=True,
        agency="Example Press",
        copy=Copy("https://archive.example/bridge", (2025, 3, 5)),
        status="dead",
    )
    assert wikitext(written) == (
        "{{cite news |last1=Rivers |first1=Ana |author2=City Archive |title=The bridge"
        " |url=https://gazette.example.org/bridge |work=Example Gazette |agency=Example Press"
        " |date=c. 2025-03-04 |access-date=2026-01-02"
        " |archive-url=https://archive.example/bridge |archive-date=2025-03-05 |url-status=dead}}"
    )


CLAIM = """\
claim: The bridge was closed.
title: The closing of the bridge
claimant: City Archive
review: {rating: true, verdict: It was., reviewed: 2026-02-02, reviewers: [Ana Rivers]}
evidence:
  - stance: supports
    quote: It is closed.
    source: notice
  - stance: supports
    quote: Closed since Monday.
    source: {title: A letter, publisher: Example Gazette, standing: primary}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims" / "sources").mkdir(parents=True)
    (tmp_path / "claims" / "bridge.yml").write_text(CLAIM)
    notice = "title: Notice of closure\npublisher: County\nstanding: primary\n"
    (tmp_path / "claims" / "sources" / "notice.yml").write_text(notice)
    address = '[publication]\nname = "Ledger"\nurl = "https://ledger.example/"\n'
    (tmp_path / "claimbook.toml").write_text(address)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_a_check_and_its_sources_are_cited(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cite", "bridge", "notice"]) == 0
    said = capsys.readouterr().out
    assert re.sub("version=[0-9a-f]{12}\n", "version=…\n", said) == (
        "Ana Rivers. (2026, February 2). The closing of the bridge. Ledger."
        " https://ledger.example/claims/bridge/?version=…\nNotice of closure. (n.d.). County.\n"
    )
    assert run(["cite", "--sources", "--format", "csl", "bridge"]) == 0
    items = json.loads(capsys.readouterr().out)
    assert [each["title"] for each in items] == ["A letter", "Notice of closure"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", [*FORMATS])
def test_every_format_is_written_twice_alike(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for _ in range(2):
        assert run(["cite", "--format", form, "bridge", "notice", "bridge"]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert told[0].count("The closing of the bridge") == 1


@pytest.mark.usefixtures("project")
def test_an_unknown_id_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cite", "brige"]) == 2
    assert "did you mean `bridge`?" in capsys.readouterr().err
