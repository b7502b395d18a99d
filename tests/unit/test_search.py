"""The search index: all languages in one, in parts where it is large, a clear word without it."""

import gzip
import json
from pathlib import Path

import pytest

from claimbook.search.known import Part
from claimbook.search.page import NOTHING, Content, content_of, marked
from claimbook.search.plan import is_recent, parts_of, recent_weight, since
from claimbook.search.program import VARIABLE
from claimbook.search.whole import index_site, table

PAGE = (
    '<html lang="{}"><body><p>outside</p><main data-pagefind-body><h1>{}</h1></main></body></html>'
)


def indexed(folder: Path) -> dict[str, str]:
    """The address and the text of every page in an index."""
    texts = [gzip.decompress(path.read_bytes())[12:] for path in folder.glob("fragment/*")]
    return {each["url"]: each["content"] for each in map(json.loads, texts)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for language, text in (("en", "A bridge"), ("de", "Eine Brücke")):
        (tmp_path / language).mkdir()
        page = PAGE.format(language, text)
        (tmp_path / language / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "404.html").write_text("<html><body><h1>Nothing</h1></body></html>")
    return tmp_path


def test_all_languages_go_into_one_index(site: Path) -> None:
    outcome = index_site(site, "en-GB")
    assert outcome.diagnostics == ()
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    assert {name: each["page_count"] for name, each in entry["languages"].items()} == {"en": 2}
    assert indexed(site / "pagefind") == {"/en/": "A bridge.", "/de/": "Eine Brücke."}
    assert json.loads((site / "pagefind/parts.json").read_text()) == {
        "parts": [{"folder": "", "since": ""}]
    }


def test_an_index_of_before_is_replaced(site: Path) -> None:
    (site / "pagefind").mkdir()
    (site / "pagefind/old").touch()
    index_site(site, "en")
    assert not (site / "pagefind/old").exists()


def test_answers_may_be_longer_than_a_pipe(site: Path) -> None:
    long = "word " * 20_000
    for number in range(20):
        page = PAGE.format("en", f"{long}{number}")
        (site / f"{number}.html").write_text(page, encoding="utf-8")
    assert index_site(site, "en").diagnostics == ()
    assert len(indexed(site / "pagefind")) == 22


def test_boxes_that_nobody_uses_are_left_out(site: Path) -> None:
    index_site(site, "en")
    assert (site / "pagefind/pagefind.js").is_file()
    assert not list((site / "pagefind").glob("*-ui.*"))


def test_a_large_site_has_parts_that_share_their_scripts(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimbook.search.plan._SMALLEST", 1)
    index_site(site, "en")
    assert indexed(site / "pagefind") == {"/de/": "Eine Brücke."}
    assert indexed(site / "pagefind/1") == {"/en/": "A bridge."}
    assert (site / "pagefind/wasm.en.pagefind").is_file()
    assert not list((site / "pagefind/1").glob("*.js"))
    assert not list((site / "pagefind/1").glob("wasm.*"))


def test_a_missing_program_is_a_warning(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.search.program.find_spec", lambda _: None)
    monkeypatch.setattr("claimbook.search.program.shutil.which", lambda _: None)
    outcome = index_site(site, "en")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.code.name == "no-search-program"
    assert "claimbook[search]" in (found.hint or "")


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("exit 1", "it ended with 1"),
        ("echo 'no room left' >&2; exit 3", "no room left"),
        ("echo nonsense,; read line", "it ended with"),
        # An answer of the kind "Error" with a message.
        (
            "printf eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJub3QgdG9kYXkifX0=,; cat >&2",
            "not today",
        ),
    ],
)
def test_a_program_that_fails_is_an_error(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    script = tmp_path / "program"
    script.write_text(f"#!/bin/sh\n{program}\n")
    script.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(script))
    (found,) = index_site(site, "en").diagnostics
    assert found.code.name == "search-failed"
    assert said in found.message


def test_a_program_that_is_not_there_is_an_error(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/program")
    (found,) = index_site(site, "en").diagnostics
    assert found.code.name == "search-failed"


def test_only_what_is_marked_is_taken_from_a_page() -> None:
    html = (
        b"<body><h1 data-pagefind-body>One</h1><ol>rows</ol><p data-pagefind-body>Two</p>rest"
        b"<article class='a' data-pagefind-body><p>Three</p></article>"
        b"<main><div data-pagefind-body><div>Four</div> <div>Five</div></div></main></body>"
    )
    assert marked(html) == (
        b"<h1 data-pagefind-body>One</h1><p data-pagefind-body>Two</p>"
        b"<article class='a' data-pagefind-body><p>Three</p></article>"
        b"<div data-pagefind-body><div>Four</div> <div>Five</div></div></main>"
    )


@pytest.mark.parametrize("html", [b"data-pagefind-body", b"<", b"<p data-pagefind-body", b""])
def test_half_a_page_is_read_without_a_word(html: bytes) -> None:
    assert html.endswith(marked(html))


def test_a_claim_is_taken_whole_and_nothing_else() -> None:
    html = b'<main><article class="cb cb-claim"><p>Five</p></article></article><p>rest</p></main>'
    assert marked(html).startswith(b"<article data-pagefind-body ")
    assert marked(html).endswith(b' class="cb cb-claim"><p>Five</p></article>')


@pytest.mark.parametrize(
    "begin",
    [
        b'<article class="cb cb-claim mine">',
        b'<article id=claim class="cb-claim">',
        b'<article class="x">y</article><article class=cb-claim lang=de>',
    ],
)
def test_a_claim_is_found_however_an_owner_dresses_it(begin: bytes) -> None:
    day = b'<p class=cb-byline><time datetime="2024-05-15">long ago</time></p>'
    html = b"<main>%b%b<p>Text</p></article></main>" % (begin, day)
    assert b"<p>Text</p>" in marked(html)
    assert b"<article data-pagefind-body " in marked(html)
    assert content_of(html).day == "2024-05-15"


def test_what_an_owner_has_marked_is_not_marked_again() -> None:
    own = (
        b'<article class="cb cb-claim" data-pagefind-body data-pagefind-filter="kind:claim">'
        b'<p class=cb-byline><time datetime="2024-05-15">long ago</time></p></article>'
    )
    assert marked(b"<main>%b</main>" % own) == own
    assert content_of(own).day == "2024-05-15"
    assert content_of(b'<article class="cb cb-claim-list">x</article>') == NOTHING


def test_what_stands_around_the_marked_text_does_not_change_a_page() -> None:
    one, two = (
        content_of(f"<nav>{menu}</nav><h1 data-pagefind-body>A</h1>".encode()) for menu in "xy"
    )
    assert one == two != content_of(b"<h1 data-pagefind-body>B</h1>")
    assert content_of(b"<h1>A</h1>") == NOTHING


def test_a_claim_has_its_day() -> None:
    claim = '<article class="cb cb-claim"><time datetime="1999-01-01">{}</article>'
    byline = '<p class=cb-byline><span>said</span><time datetime="2024-05-15">long ago</time></p>'
    assert content_of(claim.format(byline).encode()).day == "2024-05-15"
    assert content_of(claim.format("<p class=cb-byline>no day</p>").encode()).day == "0"
    assert content_of(b"<p data-pagefind-body>A page</p>").day == ""


def page(size: int, day: str = "") -> Content:
    return Content(b"", size, day)


def test_parts_begin_with_pages_and_the_newest_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.search.plan._SMALLEST", 20)
    monkeypatch.setattr("claimbook.search.plan._MOST_PARTS", 2)
    monkeypatch.setattr("claimbook.search.plan._LARGEST", 25)
    pages = {
        "claims/a": page(10, "2020-01-01"),
        "claims/b": page(10, "2024-01-01"),
        "claims/c": page(10, "0"),
        "claims/d": page(10, "2024-01-01"),
        "empty": NOTHING,
        "topics/a": page(9),
    }
    parts = parts_of(pages)
    assert parts == [["topics/a", "claims/d"], ["claims/b", "claims/a"], ["claims/c"]]
    assert [since(part, pages) for part in parts] == ["2024-01-01", "2020-01-01", ""]
    assert parts_of({"empty": NOTHING}) == []


@pytest.mark.parametrize(
    ("changed", "outdated", "indexed", "expected"),
    [
        (1, 1, 99, False),
        (20, 20, 100, True),
        (21, 0, 100, False),
        (0, 21, 100, False),
        (200, 200, 10_000, True),
        (201, 0, 1_000_000, False),
    ],
)
def test_what_is_little_is_indexed_by_itself(
    changed: int, outdated: int, indexed: int, expected: bool
) -> None:
    assert is_recent(changed, outdated, indexed) is expected


def test_scores_of_few_pages_count_more() -> None:
    weights = [recent_weight(pages) for pages in (1, 2, 10, 100, 10_000)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 16.01
    assert weights[-1] == 1.0


def test_the_table_says_what_browsers_need() -> None:
    parts = [Part("", "2024-01-01"), Part("1/", "")]
    assert json.loads(table(parts, ["b", "a"], 1)) == {
        "parts": [{"folder": "", "since": "2024-01-01"}, {"folder": "1/", "since": ""}],
        "recent": {"folder": "recent/", "weight": 16.01},
        "outdated": ["a", "b"],
    }
