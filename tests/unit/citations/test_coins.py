"""COinS, read back as a reader of OpenURLs in keys and values (Z39.88-2004, part 2) has them."""

from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.boundaries.one_line import one_line
from claimbook.citations.coins import coins
from claimbook.citations.work import Name, Work
from claimbook.settings import Exports
from tests.unit.views.making import SETTINGS, claim_text, site_of

HOSTILE = (
    "a \"b\" 'c' <d> &amp; &lt e=f#g%h+i",
    "</span><script>alert(1)</script>",
    "two\nlines\x07",
    "=cmd|' /C calc'!A0",
    "\u202eright to left",
    "]]> {{x}} 🙂 唐代の橋",
    "&rft.title=other&rft.type=book",
    "&copy &reg; &#38;",
)
# The types that Zotero knows, of those we use (schema 32).
KNOWN = {
    *("newspaperArticle", "journalArticle", "forumPost", "videoRecording", "podcast", "book"),
    *("report", "dataset", "statute", "interview", "computerProgram", "letter", "webpage"),
    "document",
}


class Spans(HTMLParser):
    """All context objects of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "span" and given.get("class") == "Z3988":
            self.found.append(given["title"] or "")


def read(context: str) -> dict[str, list[str]]:
    """The fields of a context object; each has one equals sign, or Zotero stumbles."""
    assert all(each.count("=") == 1 for each in context.split("&"))
    fields = parse_qs(context, strict_parsing=True, keep_blank_values=True)
    assert fields.pop("ctx_ver") == ["Z39.88-2004"]
    assert fields.pop("rft_val_fmt") == ["info:ofi/fmt:kev:mtx:dc"]
    return fields


def test_everything_is_said() -> None:
    work = Work(
        "id",
        "article-journal",
        "The bridge",
        (Name("Rivers", "Ana"), Name(literal="City, Archive & Co."), Name("Suharjo")),
        container="Gazette",
        publisher="House",
        issued=(2025, 3),
        language="de",
        url="https://example.org/?a=1&b=2#c",
        doi="10.1000/x_(1)",
        isbn="978-3-16-148410-0",
    )
    assert read(coins(work)) == {
        "rft.title": ["The bridge"],
        "rft.au": ["Rivers, Ana", "Suharjo"],
        "rft.aucorp": ["City, Archive & Co."],
        "rft.source": ["Gazette"],
        "rft.publisher": ["House"],
        "rft.date": ["2025-03"],
        "rft.language": ["de"],
        "rft_id": [
            *("https://example.org/?a=1&b=2#c", "info:doi/10.1000/x_(1)"),
            "urn:isbn:978-3-16-148410-0",
        ],
        "rft.type": ["journalArticle"],
    }
    # Zotero takes a title behind such a type for that of the journal.
    assert coins(work).index("rft.title") < coins(work).index("rft.type")


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("article-newspaper", "rft.source"),
        ("webpage", "rft.source"),
        ("book", "rft.publisher"),
        ("report", "rft.publisher"),
        ("article", "rft.publisher"),
    ],
)
def test_a_publisher_stands_where_the_type_has_a_place_for_it(kind: str, place: str) -> None:
    fields = read(coins(Work("id", kind, "T", publisher="House")))
    assert fields[place] == ["House"]
    assert fields["rft.type"][0] in KNOWN


@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1)).filter(one_line))
def test_a_title_is_read_back_from_a_page(title: str) -> None:
    context = coins(Work("id", "webpage", title))
    [found] = Spans(f'<p><span class=Z3988 title="{context}"></span></p>').found
    assert found == context
    assert read(found)["rft.title"] == [one_line(title).encode(errors="replace").decode()]
    assert unquote_plus(found.split("rft.title=")[1].split("&")[0]) == read(found)["rft.title"][0]


SOURCES = {
    "sources/wire.yml": (
        "title: Plug pulled\ntype: article\npublisher: News Agency\npublished: 2026-03-24\n"
        "authors: [{family: Chia, given: Osmond}]\nurl: https://wire.example/1\n"
    ),
    "bridge.yml": claim_text(
        review="  reviewed: 2026-04-01\n  reviewers: [Ana Rivers]\n  analysis: See [@wire].\n"
    ),
}


def test_a_page_offers_the_check_first_and_then_its_sources() -> None:
    check, *sources = map(read, Spans(site_of(SOURCES).claim_fragment("bridge").body).found)
    assert check == {
        "rft.title": ["The bridge opened in 1932."],
        "rft.aucorp": ["Ana Rivers"],
        "rft.source": ["The Ledger"],
        "rft.date": ["2026-04-01"],
        "rft.language": ["en"],
        "rft_id": ["https://ledger.example/claims/bridge/"],
        "rft.type": ["newspaperArticle"],
    }
    assert [each["rft.title"] for each in sources] == [
        ["Plug pulled"],
        ["Minutes of 19 March 1932"],
    ]
    assert sources[0]["rft.au"] == ["Chia, Osmond"]
    assert sources[0]["rft.type"] == ["newspaperArticle"]


def test_a_publication_can_do_without() -> None:
    settings = replace(SETTINGS, exports=Exports(coins=False))
    assert "Z3988" not in site_of(SOURCES, settings).claim_fragment("bridge").body


def test_where_there_is_no_address_none_is_told() -> None:
    publication = replace(SETTINGS.publication, url="")
    site = site_of(SOURCES, replace(SETTINGS, publication=publication))
    check, *_ = map(read, Spans(site.claim_fragment("bridge").body).found)
    assert "rft_id" not in check
