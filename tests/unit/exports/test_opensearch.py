"""The description by which browsers search the site, held against the specification."""

from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from claimbook.exports.opensearch import opensearch_files
from claimbook.fragment import UrlStyle
from claimbook.settings import Exports, Publication, Settings
from tests.unit.views.hostile import HOSTILE
from tests.unit.views.making import SETTINGS, PageReader, claim_text, site_of

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"
FILES = {"bridge.yml": claim_text()}


def named(name: str, url: str = "https://ledger.example/") -> Settings:
    return replace(SETTINGS, publication=Publication(name=name, url=url))


def read(settings: Settings = SETTINGS, *, use_directories: bool = True) -> ET.Element | None:
    site = site_of(FILES, settings, UrlStyle(use_directories))
    found = dict(opensearch_files(site._catalogue))
    return ET.fromstring(found["opensearch.xml"]) if found else None


def test_it_leads_to_the_search_of_the_home_page() -> None:
    root = read()
    assert root is not None
    assert root.tag == f"{SPACE}OpenSearchDescription"
    urls = {each.get("type"): each for each in root.iterfind(f"{SPACE}Url")}
    assert urls["text/html"].attrib == {
        "type": "text/html",
        "template": "https://ledger.example/?q={searchTerms}",
    }
    own = urls["application/opensearchdescription+xml"]
    assert (own.get("rel"), own.get("template")) == (
        "self",
        "https://ledger.example/opensearch.xml",
    )
    assert root.findtext(f"{SPACE}ShortName") == "The Ledger"
    assert root.findtext(f"{SPACE}Description") == "Search the fact-checks of The Ledger"
    assert root.findtext(f"{SPACE}Language") == "en"


def test_pages_that_are_files_have_one_for_the_home_page() -> None:
    root = read(use_directories=False)
    assert root is not None
    [url] = [each for each in root.iterfind(f"{SPACE}Url") if each.get("type") == "text/html"]
    assert urlsplit(url.get("template") or "").path == "/index.html"


@pytest.mark.parametrize(
    "name", [HOSTILE, "A name of many words, far too long for a field", "X" * 99]
)
def test_names_keep_their_lengths(name: str) -> None:
    root = read(named(name))
    assert root is not None
    for field, longest in (("ShortName", 16), ("LongName", 48), ("Description", 1024)):
        found = root.findtext(f"{SPACE}{field}") or ""
        assert 0 < len(found) <= longest
    assert name.startswith(root.findtext(f"{SPACE}ShortName") or "-")


def test_lists_and_hand_written_pages_lead_to_it_and_claims_do_not() -> None:
    site = site_of(FILES)
    heads = {each.location: each.head for each in site.fragments()} | {
        "index": site.page_links("index")
    }
    for location in ("claims/index", "sources/index", "index"):
        link = PageReader(heads[location]).one("link", rel="search")
        base = "." if location == "index" else ".."
        assert link["href"] == f"{base}/opensearch.xml"
        assert link["title"] == "The Ledger"
    assert PageReader(heads["claims/bridge"]).find("link", rel="search") == []


def test_it_is_not_there_without_an_address_or_when_switched_off() -> None:
    assert read(named("The Ledger", "")) is None
    for settings in (named("The Ledger", ""), replace(SETTINGS, exports=Exports(opensearch=False))):
        site = site_of(FILES, settings)
        assert "opensearch.xml" not in dict(site.exports())
        assert PageReader(site.page_links("index")).find("link", rel="search") == []
