"""References in the manner of MLA, Chicago and Harvard, and one work in every way."""

import html
import json

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.boundaries.one_line import one_line
from claimbook.citations.apa import CitedPage
from claimbook.citations.everyway import LINES, every_way, line
from claimbook.citations.naming import called
from claimbook.citations.styles import STYLES, source_reference
from claimbook.dates import parse_date
from claimbook.records import Author, Source
from claimbook.urls import parse_url
from claimbook.values import SourceType
from claimbook.wording import Wording, wording_of

ENGLISH, GERMAN = wording_of("en"), wording_of("de")
DAY = parse_date("2026-03-24")
CHIA = (Author(family="Chia", given="Osmond"),)
NEWS = Source(
    type=SourceType.ARTICLE,
    title="The end of “Sora”",
    authors=CHIA,
    container="Example Gazette",
    published=DAY,
    accessed=parse_date("2026-04-05"),
    url=parse_url("https://gazette.example/sora"),
)
PAGE = CitedPage(
    "The Ledger", ("Ann Lee",), DAY, "Did it end?", "https://ledger.example/claims/sora/"
)
HOSTILE = (
    'a "b" {c} \\d',
    "</script><script>alert(1)</script>",
    "two\nlines\x07",
    "=cmd|' /C calc'!A0",
    "\u202eright to left",
    "]]> &amp; <b>",
    "[x](https://evil.example) *y* `z`",
    "🙂 ‘inner’ “quotes”",
    "{title} {mark} %s \ufffc",
)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "apa",
            (
                "Chia, O. (2026, March 24). The end of “Sora”. Example Gazette."
                " https://gazette.example/sora"
            ),
        ),
        (
            "mla",
            (
                "Chia, Osmond. “The end of ‘Sora.’” Example Gazette, 24 Mar. 2026,"
                " https://gazette.example/sora."
            ),
        ),
        (
            "chicago",
            (
                "Chia, Osmond. “The end of ‘Sora.’” Example Gazette, March 24, 2026."
                " https://gazette.example/sora."
            ),
        ),
        (
            "harvard",
            (
                "Chia, O. (2026) ‘The end of “Sora”’, Example Gazette, 24 March."
                " Available at: https://gazette.example/sora (Accessed: 5 April 2026)."
            ),
        ),
    ],
)
def test_an_article_is_cited(style: str, expected: str) -> None:
    assert line(style, NEWS, ENGLISH) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Ann Lee. (2026, March 24). Did it end? The Ledger."),
        ("mla", "Ann Lee. “Did it end?” The Ledger, 24 Mar. 2026,"),
        ("chicago", "Ann Lee. “Did it end?” The Ledger, March 24, 2026."),
        ("harvard", "Ann Lee (2026) Did it end?, The Ledger. Available at:"),
    ],
)
def test_a_page_of_ours_is_cited(style: str, expected: str) -> None:
    assert line(style, PAGE, ENGLISH).rstrip(".") == f"{expected} {PAGE.url}"


def test_by_author_and_year_chicago_has_the_year_behind_the_author() -> None:
    made = source_reference(NEWS, ENGLISH, "chicago", by_author=True, letter="b")
    assert made.text == "Chia, Osmond. 2026b. “The end of ‘Sora.’” Example Gazette, March 24."


@pytest.mark.parametrize(
    ("style", "dated", "undated"),
    [
        ("apa", "(2026b, March 24)", "(n.d.-b)"),
        ("chicago", ". 2026b.", ". n.d.-b."),
        ("harvard", "(2026b)", "(no date b)"),
    ],
)
def test_works_of_one_year_have_letters(style: str, dated: str, undated: str) -> None:
    for source, expected in ((NEWS, dated), (Source(title="T", authors=CHIA), undated)):
        made = source_reference(source, ENGLISH, style, by_author=True, letter="b")
        assert expected in made.text


def test_german_has_its_own_quotation_marks_and_words() -> None:
    assert line("mla", NEWS, GERMAN).startswith(
        "Chia, Osmond. „The end of “Sora”“. Example Gazette, 24. März 2026"
    )
    assert "Verfügbar unter: https://gazette.example/sora" in line("harvard", NEWS, GERMAN)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", [None, *SourceType])
def test_whatever_is_known_something_is_said(style: str, kind: SourceType | None) -> None:
    """A title alone, and everything: no sentence is empty, none has two stops."""
    bare = Source(type=kind, title="A title")
    full = Source(
        type=kind,
        title="A title",
        authors=CHIA,
        container="The Whole",
        publisher="The House",
        published=DAY,
        accessed=DAY,
        url=parse_url("https://house.example/"),
    )
    for source in (bare, full):
        for by_author in (False, True):
            text = source_reference(source, ENGLISH, style, by_author=by_author).text
            assert "A title" in text
            assert ".." not in text.replace("n.d..", "")
            assert text == " ".join(text.split())


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_on_its_line(title: str) -> None:
    source = Source(title=title, authors=CHIA, url=parse_url("https://x.example/(a)"))
    for key in LINES:
        text = line(key, source, ENGLISH)
        assert text.isprintable()
        assert text == text.strip()


def test_markdown_is_only_a_link() -> None:
    text = line("markdown", Source(title=HOSTILE[6], url=parse_url("https://x.example/")), ENGLISH)
    assert text == r"[\[x\](https:\/\/evil.example) \*y\* \`z\`](https://x.example/)"
    shown = pyromark.html(text)
    assert shown.count("<a ") == 1
    assert shown.startswith('<p><a href="https://x.example/">[x](https://evil.example) *y*')


def test_every_way_is_there_in_its_order() -> None:
    ways = every_way("sora", PAGE, ENGLISH, "en")
    assert [each.key for each in ways] == [
        *("apa", "mla", "chicago", "harvard", "bibtex", "biblatex", "ris", "csl", "wikipedia"),
        *("text", "markdown"),
    ]
    assert len({each.suffix for each in ways}) == len(ways)
    assert all(each.label and each.text.endswith("\n") for each in ways)
    texts = {each.key: each.text for each in ways}
    assert json.loads(texts["csl"])[0]["language"] == "en"
    assert texts["text"] == (
        "Did it end?, Ann Lee, The Ledger, 24 March 2026, https://ledger.example/claims/sora/\n"
    )
    assert every_way("sora", PAGE, ENGLISH, "en") == ways


WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=30)).filter(one_line)
AUTHOR = st.one_of(
    WORDS,
    st.builds(Author, family=WORDS, given=st.none() | WORDS),
    st.builds(Author, org=WORDS),
)
DATES = st.none() | st.sampled_from(["2026", "2026-03", "2026-03-24", "2026~", "2026-03-24T10:00Z"])
SOURCES = st.builds(
    Source,
    type=st.none() | st.sampled_from([*SourceType]),
    title=WORDS,
    authors=st.lists(AUTHOR, max_size=4).map(tuple),
    container=st.none() | WORDS,
    publisher=st.none() | WORDS,
    published=DATES.map(lambda each: parse_date(each) if each else None),
    doi=st.none() | st.just("10.1000/x_(1)<y>"),
)


@given(SOURCES, st.sampled_from([ENGLISH, GERMAN]))
def test_any_source_can_be_cited_in_every_way(source: Source, say: Wording) -> None:
    for key in LINES:
        text = line(key, source, say)
        assert text.isprintable()
        assert text
    assert [each.key for each in every_way("x", source, say)][:4] == [*STYLES]


@given(st.lists(SOURCES, min_size=1, max_size=5), st.sampled_from(STYLES))
def test_any_sources_can_be_told_apart(sources: list[Source], style: str) -> None:
    found = called({str(number): each for number, each in enumerate(sources)}, style, ENGLISH)
    assert len({each.text for each in found.values()}) == len(sources)
    assert sorted(each.rank for each in found.values()) == [*range(1, len(sources) + 1)]


@given(WORDS)
def test_a_title_in_markdown_is_shown_as_it_is(title: str) -> None:
    source = Source(title=title, url=parse_url("https://x.example/"))
    shown = pyromark.html(line("markdown", source, ENGLISH))
    address = '<a href="https://x.example/">'
    assert html.unescape(shown) == f"<p>{address}{one_line(title).strip()}</a></p>\n"
    assert shown.count("<") == 4
