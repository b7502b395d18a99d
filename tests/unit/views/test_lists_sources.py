"""Sources in lists: by title, by publisher, by what happened to them; and texts under check."""

from hashlib import sha256

import pytest

from claimbook.fragment import Fragment
from tests.unit.views.making import PageReader, claim_text, site_of, words

SOURCES = """\
claim: {claim}
claimant: City Council
review:
  rating: true
  verdict: The council’s minutes record the opening.
evidence:
"""


def claim_on(claim: str, *sources: str) -> str:
    """A claim that rests on sources: ids, or inline ones in braces."""
    lines = (f"  - {{stance: supports, says: Yes., source: {each}}}\n" for each in sources)
    return SOURCES.format(claim=claim) + "".join(lines)


def pages_of(files: dict[str, str]) -> dict[str, Fragment]:
    return {each.location: each for each in site_of(files).fragments()}


def rows(page: Fragment) -> list[str]:
    found = PageReader(page.body).tags
    return [words(tag.text) for tag in found if tag.name == "li" and tag.get("class") == "cb-row"]


def test_the_list_of_sources_says_what_each_is_and_what_rests_on_it() -> None:
    files = {
        "a.yml": claim_on("First.", "paper", "wire"),
        "b.yml": claim_on("Second.", "paper"),
        "sources/paper.yml": (
            "title: The paper\npublisher: Press\npublished: 2020-05\nstanding: primary\n"
            "status: retracted\n"
        ),
        "sources/wire.yml": "title: A wire\n",
    }
    assert rows(pages_of(files)["sources/index"]) == [
        "A wire 1 claim True First.",
        "The paper RetractedPressMay 2020Primary source2 claims True First. True Second.",
    ]


def test_a_source_that_carries_much_leads_to_the_rest() -> None:
    files = {f"c{n}.yml": claim_on(f"C{n}.", "paper") for n in range(5)}
    files["sources/paper.yml"] = "title: The paper\n"
    page = PageReader(pages_of(files)["sources/index"].body)
    resting = page.one("ul", class_="cb-plain cb-resting")
    assert words(resting.text) == "True C0. True C1. True C2. 2 more claims"
    assert len(page.find("a", href="../sources/paper/")) == 2


def test_publishers_are_everybody_who_published_a_source_shared_or_not() -> None:
    files = {
        "a.yml": claim_on("First.", "paper", "{title: Inline, publisher: PRESS}"),
        "b.yml": claim_on("Second.", "{title: Other, publisher: Wire Service}", "nobody"),
        "sources/paper.yml": "title: Paper\npublisher: Press\n",
        "sources/nobody.yml": "title: Nobody\n",
    }
    pages = pages_of(files)
    entries = PageReader(pages["publishers/index"].body).find("p", class_="cb-entry__title")
    assert [words(tag.text) for tag in entries] == [
        "Press 2 sources, 1 claim",
        "Wire Service 1 source, 1 claim",
    ]
    assert rows(pages["publishers/press"]) == [
        "Inline 1 claim True First.",
        "Paper 1 claim True First.",
    ]
    links = [tag["href"] for tag in PageReader(pages["publishers/press"].body).links]
    assert "../../claims/a/#sources" in links
    assert "../../sources/paper/" in links
    for location in ("publishers/index", "publishers/press"):
        assert "how reliable" in pages[location].body


OUTLETS = "gazette: {name: The Gazette, hosts: [gazette.example], notes: Owned by *the city*.}\n"


@pytest.mark.parametrize(
    ("source", "publisher"),
    [
        ("{title: T, publisher: the gazette}", "gazette"),
        ("{title: T, url: 'https://news.gazette.example/1'}", "gazette"),
        ("{title: T, publisher: Gazette Online, url: 'https://gazette.example/1'}", "gazette"),
        ("{title: T, publisher: BBC, via: Gazette, url: 'https://gazette.example/1'}", "bbc"),
        ("{title: T, publisher: BBC, url: 'https://notgazette.example/1'}", "bbc"),
    ],
)
def test_an_outlet_is_known_by_its_name_or_its_host(source: str, publisher: str) -> None:
    pages = pages_of({"a.yml": claim_on("First.", source), "outlets.yml": OUTLETS})
    found = [each for each in pages if each.startswith("publishers/") and "index" not in each]
    assert found == [f"publishers/{publisher}"]


def test_what_is_noted_about_an_outlet_is_shown() -> None:
    files = {"a.yml": claim_on("A.", "{title: T, publisher: The Gazette}"), "outlets.yml": OUTLETS}
    body = pages_of(files)["publishers/gazette"].body
    assert "Owned by <em>the city</em>." in body
    assert "Publishes at gazette.example." in body


def test_two_publishers_never_share_a_page() -> None:
    names = ("Jose", "José", "Index", "Gazette", "東京都")
    sources = [f"{{title: T {name}, publisher: {name}}}" for name in names]
    outlets = "gazette: {name: The Gazette, hosts: [g.example]}\n"
    known = "{title: T, publisher: The Gazette}"
    pages = pages_of({"a.yml": claim_on("A.", *sources, known), "outlets.yml": outlets})
    titles = [each.title for at, each in pages.items() if at.startswith("publishers/")]
    assert sorted(titles) == sorted([*names, "The Gazette", "Publishers"])


def test_publishers_whose_short_digests_meet_have_pages_of_their_own() -> None:
    names = ("!!;|&+", "!.!@=^")
    assert len({sha256(each.encode()).hexdigest()[:8] for each in names}) == 1
    sources = [f'{{title: T, publisher: "{name}"}}' for name in names]
    pages = [page.location for page in site_of({"a.yml": claim_on("A.", *sources)}).fragments()]
    assert len([each for each in pages if each.startswith("publishers/unnamed-")]) == 2
    assert len(pages) == len(set(pages))


STATUSES = ("live", "dead", "changed", "usurped", "unsafe", "retracted", "corrected")


def test_what_happened_to_sources_stands_in_the_order_of_its_weight() -> None:
    shared = {f"sources/{each}.yml": f"title: S {each}\nstatus: {each}\n" for each in STATUSES}
    inline = "{title: Inline, status: dead}"
    pages = pages_of({"a.yml": claim_on("A.", *STATUSES, inline), **shared})
    page = PageReader(pages["source-status/index"].body)
    assert [words(tag.text) for tag in page.find("h2")] == [
        "Retracted 1 source",
        "Corrected by their publishers 1 source",
        "Changed 1 source",
        "Dead links 2 sources",
        "Addresses taken over 1 source",
        "Unsafe addresses 1 source",
    ]
    assert [words(tag.text) for tag in page.find("p", class_="cb-row__title")] == [
        *("S retracted", "S corrected", "S changed", "Inline", "S dead", "S usurped", "S unsafe"),
    ]
    assert {"retracted", "dead"} <= set(page.ids)


def test_that_nothing_happened_to_any_source_is_said_without_promising_it() -> None:
    page = PageReader(pages_of({"a.yml": claim_text()})["source-status/index"].body)
    text = words(page.one("p", class_="cb-empty").text)
    assert text.startswith("Nothing has been reported of any source: none is recorded as dead")


def test_a_source_may_bear_the_name_of_a_list() -> None:
    files = {"a.yml": claim_on("A.", "status"), "sources/status.yml": "title: Status\n"}
    locations = [each.location for each in site_of(files).fragments()]
    assert len(locations) == len(set(locations))
    assert {"sources/status", "source-status/index"} <= set(locations)


def test_long_lists_of_sources_and_publishers_lead_to_each_letter() -> None:
    names = ["Ägypten heute", *(f"Bugle {number:02}" for number in range(30)), "Zeit"]
    files = {
        f"sources/s{at}.yml": f"title: {name}\npublisher: {name}\nurl: https://s{at}.example/\n"
        for at, name in enumerate(names)
    }
    few = dict(list(files.items())[:30])
    for place in ("sources/index", "publishers/index"):
        page = PageReader(pages_of({"a.yml": claim_on("A.", "s0"), **files})[place].body)
        jumps = [tag.text for tag in page.links if "#letter-" in tag["href"]]
        assert jumps == [tag.text for tag in page.find("h2")] == ["A", "B", "Z"]
        short = PageReader(pages_of({"a.yml": claim_on("A.", "s0"), **few})[place].body)
        assert short.find("h2") == []
        assert "Bugle 28" in [tag.text for tag in short.links]


RETRACTED = "title: The study\npublisher: Journal\nstatus: retracted\n"


def test_the_page_of_a_retracted_source_lists_every_claim_that_rests_on_it() -> None:
    files = {
        "a.yml": claim_on("Direct.", "study"),
        "b.yml": claim_on("By a paper.", "paper"),
        "c.yml": claim_on("By two.", "{title: Echo, publisher: Echo News, derived_from: paper}"),
        "d.yml": claim_on("Apart.", "other"),
        "e.yml": claim_on("In passing.", "other").replace(
            "evidence:", "  analysis: A study [@study] is no evidence.\nevidence:"
        ),
        "drafts/f.yml": claim_on("Not yet.", "study"),
        "sources/study.yml": RETRACTED,
        "sources/paper.yml": "title: News\npublisher: Press\nderived_from: study\n",
        "sources/other.yml": "title: Other\n",
    }
    page = PageReader(pages_of(files)["sources/study"].body)
    assert "Retracted by its publisher." in words(page.one("div", class_="cb-banner").text)
    assert [words(each.text) for each in page.find("li", class_="cb-row")] == [
        "Direct. True Speaks for the claim: Yes.",
        "By a paper. True Speaks for the claim, through Press: Yes.",
        "By two. True Speaks for the claim, through Echo News",
        "In passing. True Mentions it",
    ]
    assert not PageReader(pages_of(files)["sources/paper"].body).find("div", class_="cb-banner")


def test_evidence_from_a_retracted_source_warns_of_it() -> None:
    files = {
        "a.yml": claim_on("Direct.", "study", "paper", "other"),
        "b.yml": claim_on("Its own.", "{title: Post, status: retracted}", "own"),
        "sources/study.yml": RETRACTED,
        "sources/paper.yml": "title: News\npublisher: Press\nderived_from: study\n",
        "sources/other.yml": "title: Other\n",
        "sources/own.yml": "title: Own\n",
    }
    pages = pages_of(files)

    def warnings(claim: str) -> list[str]:
        found = PageReader(pages[f"claims/{claim}"].body).find("p", class_="cb-warning")
        return [words(each.text) for each in found]

    assert warnings("a") == [
        "Retracted by its publisher. What it shows here can no longer be relied on.",
        "Draws on a retracted source: “The study” was retracted by its publisher.",
    ]
    assert len(warnings("b")) == 1


@pytest.mark.parametrize(
    ("more", "said", "href"),
    [
        ("", "Text saved for comparison", None),
        ("captured: 2026-03-24\n", "Text saved for comparison on 24 March 2026", None),
        (
            "captured: 2026-03-24\n  media_type: application/pdf\n  url: https://press.example/a\n",
            "Text saved for comparison on 24 March 2026, press.example, from a PDF file",
            None,
        ),
        ("media_type: text/x-odd\n", "Text saved for comparison, text/x-odd", None),
        (
            "url: https://web.archive.org/web/2026/https://press.example/a\n",
            "Text saved for comparison, web.archive.org",
            "https://web.archive.org/web/2026/https://press.example/a",
        ),
    ],
)
@pytest.mark.parametrize("status", ["live", "unsafe"])
def test_a_source_says_when_and_where_its_text_was_saved(
    more: str, said: str, href: str | None, status: str
) -> None:
    head = "snapshot:\n  file: paper.txt\n  sha256: " + sha256(b"All of it.\n").hexdigest() + "\n"
    files = {
        "a.yml": claim_on("First.", "paper"),
        "sources/paper.yml": (
            f"title: Paper\nurl: https://press.example/a\nstatus: {status}\n"
            f"{head}{'  ' if more else ''}{more}"
        ),
        "snapshots/paper.txt": "All of it.\n",
    }
    pages = pages_of(files)
    for place in ("sources/paper", "claims/a"):
        found = PageReader(pages[place].body)
        (tag,) = [each for each in found.tags if each.name in {"a", "span"} and each.text == said]
        assert tag.get("href") == (href if status == "live" else None)
    assert not any("All of it." in each.body for each in pages.values())
