"""How to cite a fact-check or a source in every way, on a page that needs no script."""

import json
from urllib.parse import unquote

import bibtexparser
import rispy

from claimbook.fragment import UrlStyle
from claimbook.settings import Exports, Settings
from claimbook.site import Site
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, PageReader, claim_text, site_of

SOURCE = "sources/herald.yml"
FILES = {
    "bridge.yml": f"""{claim_text(review="  reviewed: 2026-04-01")}
  - {{stance: supports, source: herald, says: The Herald says so.}}
""",
    SOURCE: "title: The Herald of 1932\npublished: 1932-03-20\nurl: https://herald.example/\n",
}
WAYS = 11


def page_of(site: Site, name: str = "bridge") -> PageReader:
    files = dict(site.claim_fragment(name).beside)
    page = PageReader(files[site.style.file(f"claims/{name}/cite")].decode())
    assert page.problems == []
    return page


def ways_of(page: PageReader) -> dict[str, str]:
    return {each["data-file"]: each.text for each in page.find("pre") if each.get("data-way")}


def test_the_check_and_its_own_sources_come_in_every_way() -> None:
    page = page_of(site_of(FILES))
    ways = ways_of(page)
    assert len(ways) == 2 * WAYS
    (check,) = bibtexparser.parse_string(ways["bridge.bib"]).entries
    assert check["url"].startswith("https://ledger.example/claims/bridge/")
    (source,) = rispy.loads(ways["bridge-1.ris"])
    assert source["title"] == "Minutes of 19 March 1932"
    assert json.loads(ways["bridge-1.csl.json"])[0]["publisher"] == "City Archive"


def test_what_programs_read_can_be_downloaded_without_scripts() -> None:
    page = page_of(site_of(FILES))
    ways = ways_of(page)
    links = {each["download"]: each["href"] for each in page.find("a") if each.get("download")}
    assert {"bridge.bib", "bridge.biblatex.bib", "bridge.ris", "bridge.csl.json"} <= links.keys()
    for name, href in links.items():
        assert unquote(href.partition(",")[2]) == ways[name]


def test_a_shared_source_has_a_page_of_its_own() -> None:
    site = site_of(FILES)
    links = {each.text: each["href"] for each in page_of(site).find("a")}
    assert links["The Herald of 1932"] == "../../../sources/herald/cite/"
    page = PageReader(dict(site.exports())["sources/herald/cite/index.html"].decode())
    assert len(ways_of(page)) == WAYS
    assert page.find("a")[0]["href"] == "../"
    html = next(each.body for each in site.fragments() if each.location == "sources/herald")
    assert PageReader(html).one("a", href="../../sources/herald/cite/").text == "Cite this source"


def test_a_claim_can_be_shown_elsewhere() -> None:
    page = page_of(site_of(FILES))
    snippets = [each.text for each in page.find("pre") if not each.get("data-way")]
    frame, badge = map(PageReader, snippets)
    assert frame.one("iframe")["src"] == "https://ledger.example/embed/bridge/#rated-true"
    assert badge.one("img")["src"] == "https://ledger.example/claims/bridge/badge.svg"
    assert badge.one("a")["href"] == "https://ledger.example/claims/bridge/"


def test_pages_without_folders_lead_to_each_other() -> None:
    site = site_of(FILES, style=UrlStyle(use_directories=False))
    assert PageReader(site.claim_fragment("bridge").body).one("a", id="ways")["href"] == (
        "bridge/cite.html"
    )
    assert page_of(site).find("a")[0]["href"] == "../bridge.html"


def test_hostile_texts_are_texts() -> None:
    page = page_of(site_of(hostile_files()), "first")
    assert not {each.name for each in page.tags} & {"script", "img", "iframe"}
    assert json.loads(ways_of(page)["first.csl.json"])[0]["title"] == HOSTILE


def test_all_formats_can_be_switched_off() -> None:
    off = Settings(publication=SETTINGS.publication, exports=Exports(citations=False))
    site = site_of(FILES, off)
    fragment = site.claim_fragment("bridge")
    assert not any("/cite/" in path for path, _ in (*fragment.beside, *site.exports()))
    assert PageReader(fragment.body).find("a", id="ways") == []
