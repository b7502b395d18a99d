"""Feeds, read back by others and held against the claims they tell of."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.boundaries.xml_text import fit, line
from claimbook.exports.feeds.atom import atom_entry, atom_feed
from claimbook.exports.feeds.channel import Channel, Written
from claimbook.exports.feeds.entry import Category, Entry, lasting_address
from claimbook.exports.feeds.files import MOST, feed_files
from claimbook.exports.feeds.json_feed import json_feed, json_item
from claimbook.exports.feeds.rss import rss_feed, rss_item
from claimbook.settings import Exports, Publication
from claimbook.site import Site
from tests.unit.exports.feed_rules import ATOM, DC, atom_faults, json_faults, rss_faults
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, PageReader, claim_text, own_files, site_of

ROOT = "https://ledger.example/"
TITLE = """'</title><script>alert(1)</script> ]]> & "so" =cmd {{ 7 }} 👩\u200d🚒 خبر'"""
FILES = {
    "bridge.yml": claim_text(
        claimant="council",
        more="title: The bridge\ntopics: [bridges]\nclaimed: 1932-03-19\naliases: [first, second]",
        review="  reviewed: 2026-01-05\n  reviewers: [Ana Rivers, Bo Lee]\n"
        "  corrections:\n"
        "    - {date: 2026-02-01, wrong: 'The *year* [@minutes].', now: Another year.,"
        " rating_before: 'false', rating_after: 'true'}\n"
        "    - {date: 2026-02-01, wrong: A name., now: Another name.}\n",
    ),
    "odd.yml": claim_text(more=f"title: {TITLE}\nlanguage: ar", review="  reviewed: 2026-03\n"),
    "gone.yml": claim_text(
        more="withdrawn: {date: 2026-04-01T10:30Z, reason: It was <b>not</b> ours.}",
        review="  reviewed: 2025-01-01\n",
    ),
    "undated.yml": claim_text(),
    "sources/minutes.yml": "title: Minutes\nurl: https://a.example/\n",
    "claimants/council.yml": "name: City Council\n",
    "topics.yml": "bridges: {label: Bridges & ways, description: Over water.}\nempty: None yet\n",
}


def feeds(site: Site) -> dict[str, bytes]:
    return dict(feed_files(site._catalogue))


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return feeds(site_of(FILES))


def parsed(made: Mapping[str, bytes], name: str) -> Any:  # noqa: ANN401 - whatever feedparser makes
    found = feedparser.parse(made[name], sanitize_html=False)
    assert not found.bozo, found.bozo_exception
    return found


def faults(files: Mapping[str, bytes], root: str = ROOT) -> list[tuple[str, str]]:
    rules = {"atom": atom_faults, "rss": rss_faults, "json": json_faults}
    return [
        (path, fault)
        for path, content in files.items()
        for fault in rules[path.rpartition(".")[2]](content, f"{root}{path}")
    ]


def test_there_is_a_feed_for_everything_in_three_formats(made: dict[str, bytes]) -> None:
    lists = {path.rpartition(".")[0] for path in made}
    ratings = {f"feeds/ratings/{key}" for key in site_of(FILES).corpus.ratings}
    assert lists == ratings | {
        *("feeds/all", "feeds/corrections", "feeds/topics/bridges", "feeds/topics/empty"),
        *("feeds/claimants/council", "feeds/claimants/city-council"),
    }
    assert made.keys() == {f"{each}.{kind}" for each in lists for kind in ("atom", "rss", "json")}


@pytest.mark.parametrize("files", [FILES, own_files(), hostile_files(), {}])
def test_feeds_keep_the_rules(files: dict[str, str]) -> None:
    assert faults(feeds(site_of(files))) == []


def test_feeds_speak_the_language_of_the_publication() -> None:
    german = replace(SETTINGS.publication, language="de")
    made = feeds(site_of(FILES, replace(SETTINGS, publication=german)))
    assert faults(made) == []
    titles = [each.title for each in parsed(made, "feeds/corrections.rss").entries]
    assert titles[1] == "Berichtigt: The bridge"
    assert parsed(made, "feeds/all.atom").feed.language == "de"


def test_an_entry_says_what_the_claim_says(made: dict[str, bytes]) -> None:
    feed = parsed(made, "feeds/all.atom")
    assert feed.version == "atom10"
    assert (feed.feed.title, feed.feed.language) == ("The Ledger: All fact-checks", "en")
    assert (feed.feed.link, feed.feed.author) == (f"{ROOT}claims/", "The Ledger")
    gone, odd, bridge = feed.entries
    assert bridge.id == f"{ROOT}claims/first/"
    assert (bridge.title, bridge.link) == ("True: The bridge", f"{ROOT}claims/bridge/")
    assert bridge.summary == "True: The council’s minutes record the opening."
    assert (bridge.published, bridge.updated) == ("2026-01-05T00:00:00Z", "2026-02-01T00:00:00Z")
    assert [each.name for each in bridge.authors] == ["Ana Rivers", "Bo Lee"]
    assert [(each.term, each.scheme, each.label) for each in bridge.tags] == [
        ("bridges", f"{ROOT}topics/", "Bridges & ways"),
        ("true", f"{ROOT}ratings/", "True"),
    ]
    assert odd.title == f"True: {TITLE[1:-1]}"
    assert (odd.title_detail.type, odd.title_detail.language) == ("text/plain", "ar")
    assert odd.updated == "2026-03-01T00:00:00Z"
    assert gone.summary == "Withdrawn: It was <b>not</b> ours."
    assert gone.updated == "2026-04-01T10:30:00Z"


def test_the_three_formats_say_the_same(made: dict[str, bytes]) -> None:
    atom = ET.fromstring(made["feeds/all.atom"]).findall(f"{ATOM}entry")
    rss = ET.fromstring(made["feeds/all.rss"]).findall("channel/item")
    items = json.loads(made["feeds/all.json"])["items"]
    assert len(atom) == len(rss) == len(items) == 3
    for entry, item, told in zip(atom, rss, items, strict=True):
        title = entry.findtext(f"{ATOM}title")
        assert title == item.findtext("title") == told["title"]
        assert entry.findtext(f"{ATOM}id") == item.findtext("guid") == told["id"]
        summary = entry.findtext(f"{ATOM}summary")
        description = item.findtext("description") or ""
        assert summary == unescape(description[3:-4]) == told["content_text"]
        names = [each.text for each in entry.iterfind(f"{ATOM}author/{ATOM}name")]
        assert names == [each.text for each in item.iterfind(f"{DC}creator")]
        assert names == [each["name"] for each in told.get("authors", [])]
        labels = [each.get("label") for each in entry.iterfind(f"{ATOM}category")]
        assert labels == [each.text for each in item.iterfind("category")] == told["tags"]
        assert entry.findtext(f"{ATOM}updated") == told["date_modified"]


def test_readers_of_rss_see_the_same_days_and_texts(made: dict[str, bytes]) -> None:
    feed = parsed(made, "feeds/all.rss")
    assert feed.version == "rss20"
    gone, odd, bridge = feed.entries
    assert bridge.published == "Mon, 05 Jan 2026 00:00:00 GMT"
    assert bridge.updated == "2026-02-01T00:00:00Z"
    assert "updated" not in odd
    assert unescape(gone.summary) == "<p>Withdrawn: It was <b>not</b> ours.</p>"
    assert odd.title == f"True: {TITLE[1:-1]}"


def test_corrections_have_entries_and_ids_of_their_own(made: dict[str, bytes]) -> None:
    feed = parsed(made, "feeds/corrections.atom")
    assert [(each.id, each.title, each.link) for each in feed.entries] == [
        (f"{ROOT}claims/gone/#withdrawn-2026-04-01T10:30Z", _withdrawn(), f"{ROOT}claims/gone/"),
        (f"{ROOT}claims/first/#corrected-2026-02-01", "Corrected: The bridge", _corrections()),
        (f"{ROOT}claims/first/#corrected-2026-02-01-2", "Corrected: The bridge", _corrections()),
    ]
    gone, first, second = (PageReader(each.content[0].value).tags for each in feed.entries)
    assert [each.text for each in gone] == ["Why", "Why", "It was <b>not</b> ours."]
    assert [each.text for each in first if each.name == "p"] == [
        *("What was wrong", "The year .", "What it says now", "Another year."),
        "The rating was “False”, it is now “True”.",
    ]
    assert [each.text for each in first if each.name == "em"] == ["year"]
    assert len([each for each in second if each.name == "p"]) == 4


def _withdrawn() -> str:
    return "Withdrawn: The bridge opened in 1932."


def _corrections() -> str:
    return f"{ROOT}claims/bridge/#corrections"


def ids(files: Mapping[str, str], name: str = "all") -> list[str]:
    return [each["id"] for each in json.loads(feeds(site_of(files))[f"feeds/{name}.json"])["items"]]


def test_a_claim_keeps_its_id_whatever_it_is_called_later() -> None:
    told = claim_text(review="  reviewed: 2026-01-05\n")
    again = claim_text(review="  reviewed: 2026-01-05\n", more="aliases: [one]")
    third = claim_text(review="  reviewed: 2026-01-05\n", more="aliases: [one, two]")
    found = [ids({"one.yml": told}), ids({"two.yml": again}), ids({"three.yml": third})]
    assert found == [[f"{ROOT}claims/one/"]] * 3


def test_a_former_id_that_leads_elsewhere_is_not_taken() -> None:
    catalogue = site_of(FILES)._catalogue
    bridge = catalogue.corpus.claims["bridge"]
    for aliases, name in (
        ({"first": "bridge", "second": "bridge"}, "first"),
        ({"first": "odd", "second": "bridge"}, "second"),
        ({}, "bridge"),
    ):
        assert lasting_address(bridge, aliases, catalogue) == f"{ROOT}claims/{name}/"


def test_the_newest_come_first_and_only_so_many() -> None:
    days = {
        f"c{n:02}.yml": claim_text(review=f"  reviewed: 2026-01-{n:02}\n") for n in range(1, 32)
    }
    days |= {f"e{n}.yml": claim_text(review=f"  reviewed: 2026-02-0{n}\n") for n in range(1, 6)}
    found = ids(days)
    assert len(found) == MOST
    assert found[:6] == [f"{ROOT}claims/{name}/" for name in ("e5", "e4", "e3", "e2", "e1", "c31")]


def test_a_claim_stands_in_the_feeds_it_belongs_to(made: dict[str, bytes]) -> None:
    bridge, gone = f"{ROOT}claims/first/", f"{ROOT}claims/gone/"
    holding = {
        path.removesuffix(".json")
        for path, content in made.items()
        if path.endswith(".json") and f'"id":"{bridge}"'.encode() in content
    }
    assert holding == {
        *("feeds/all", "feeds/topics/bridges", "feeds/ratings/true", "feeds/claimants/council")
    }
    assert gone.encode() not in made["feeds/ratings/true.json"]


def test_without_an_address_or_when_switched_off_there_are_none() -> None:
    nameless = replace(SETTINGS, publication=Publication(name="The Ledger"))
    off = replace(SETTINGS, exports=Exports(feeds=False))
    for settings in (nameless, off):
        site = site_of(FILES, settings)
        assert feeds(site) == {}
        assert all("feeds/" not in f"{each.head}{each.body}" for each in site.fragments())
        assert "feeds/index" not in {*site.hubs(), *site.list_places()}


def test_the_same_claims_give_the_same_bytes() -> None:
    assert feeds(site_of(FILES)) == feeds(site_of(dict(reversed(FILES.items()))))


def test_nothing_but_the_face_of_a_claim_is_told() -> None:
    one = FILES | {"bridge.yml": f"{FILES['bridge.yml']}    locator: p. 4\n"}
    two = FILES["bridge.yml"].replace("opened this morning", "never opened")
    assert two != FILES["bridge.yml"]
    assert feeds(site_of(one)) == feeds(site_of(FILES | {"bridge.yml": two}))


def test_lists_name_their_feeds_to_programs_and_to_people(made: dict[str, bytes]) -> None:
    pages = {each.location: each for each in site_of(FILES).fragments()}
    expected = {
        "claims/index": "feeds/all",
        "browse/rating/index": "feeds/all",
        "changes/index": "feeds/all",
        "corrections/index": "feeds/corrections",
        "topics/bridges": "feeds/topics/bridges",
        "ratings/false": "feeds/ratings/false",
        "claimants/council": "feeds/claimants/council",
    }
    for location, feed in expected.items():
        page = PageReader(f"{pages[location].head}{pages[location].body}")
        link = page.one("link", rel="alternate", type="application/atom+xml")
        depth = "../" * pages[location].location.removesuffix("index").strip("/").count("/")
        assert link["href"] == f"../{depth}{feed}.atom"
        assert link["title"].startswith("The Ledger: ")
        shown = [each["href"] for each in page.links if each["href"].endswith(".atom")]
        assert shown == [link["href"]]
        assert f"{feed}.atom" in made
    for location in ("claims/bridge", "topics/index", "sources/index", "years/1932"):
        page = PageReader(f"{pages[location].head}{pages[location].body}")
        assert page.find("link", type="application/atom+xml") == []


def test_a_hand_written_page_names_two_feeds() -> None:
    links = PageReader(site_of(FILES).page_links("index")).find("link", rel="alternate")
    assert [each["href"] for each in links] == ["./feeds/all.atom", "./feeds/corrections.atom"]


def test_a_page_lists_all_feeds_but_those_of_claimants(made: dict[str, bytes]) -> None:
    site = site_of(FILES)
    page = PageReader(site.fragment_at("feeds/index").body)  # type: ignore[union-attr]
    named = {each["href"].removeprefix("../") for each in page.links if "/feeds/" in each["href"]}
    feeds_of_lists = {path for path in made if "/claimants/" not in path}
    assert named == feeds_of_lists
    assert "Atom: Bridges & ways" in {each.text for each in page.links}


_TEXTS = st.text(max_size=40)
_LINES = _TEXTS.map(line).filter(bool)
_MOMENTS = st.datetimes(datetime(1000, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda each: each.replace(microsecond=0)
)
_ENTRIES = st.builds(
    Entry,
    id=st.integers(1).map(lambda n: f"{ROOT}claims/c{n}/"),
    url=st.just(f"{ROOT}claims/c/"),
    title=_LINES,
    updated=_MOMENTS,
    published=st.just(datetime(1000, 1, 1, tzinfo=UTC)),
    language=st.sampled_from(["", "ar", "zh-Hant"]),
    authors=st.lists(_LINES, max_size=2).map(tuple),
    categories=st.lists(
        st.builds(Category, st.just("key"), _LINES, st.just(f"{ROOT}topics/")), max_size=2
    ).map(tuple),
    summary=_LINES,
    html=st.just(""),
    image=st.just(""),
)


@given(st.lists(_ENTRIES, max_size=3, unique_by=lambda each: each.id), _LINES, _TEXTS.map(line))
def test_whatever_a_text_holds_a_feed_keeps_the_rules_and_the_text(
    entries: list[Entry], name: str, about: str
) -> None:
    entries = sorted(entries, key=lambda each: each.updated, reverse=True)
    written = [Written(e.updated, atom_entry(e), rss_item(e), json_item(e)) for e in entries]
    publication = Publication(name=name, url=ROOT, licence=about)
    channel = Channel(f"{ROOT}feeds/all", ROOT, name, about, publication, tuple(written))
    writers = {"atom": atom_feed, "rss": rss_feed, "json": json_feed}
    files = {f"feeds/all.{kind}": write(channel).encode() for kind, write in writers.items()}
    assert faults(files) == []
    atom = ET.fromstring(files["feeds/all.atom"])
    assert [e.findtext(f"{ATOM}title") for e in atom.iterfind(f"{ATOM}entry")] == [
        each.title for each in entries
    ]
    items = ET.fromstring(files["feeds/all.rss"]).findall("channel/item")
    assert [unescape((e.findtext("description") or "")[3:-4]) for e in items] == [
        each.summary for each in entries
    ]
    assert [each["title"] for each in json.loads(files["feeds/all.json"])["items"]] == [
        each.title for each in entries
    ]


@given(st.text(st.characters()))
def test_what_xml_cannot_hold_is_dropped_and_nothing_else(text: str) -> None:
    kept = fit(text)
    assert "".join(each for each in text if each in kept) == kept
    read = ET.fromstring(f"<a>{kept.translate({38: '&amp;', 60: '&lt;'})}</a>").text or ""
    assert read == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert fit(HOSTILE) == HOSTILE


def test_control_characters_are_dropped_and_emoji_stay() -> None:
    assert fit("a\x00b\x1b[31mc\ufffed\ud800e 👩\u200d🚒") == "ab[31mcde 👩\u200d🚒"
