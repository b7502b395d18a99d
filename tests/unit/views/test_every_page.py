"""What must be so on every page, shown on this repository's own claims and on hostile ones."""

from posixpath import join, normpath

import pytest

from claimbook.compile import compile_claims
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.render import Renderer
from claimbook.search.page import marked
from claimbook.site import EMBEDS, Site
from claimbook.text import SourceFile
from claimbook.views.embeds import UnknownClaimError
from claimbook.views.has_been_checked import PLACE as CHECKED
from claimbook.views.new_claim import PLACE as BUILDER
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, TODAY, PageReader, claim_text, own_files, site_of

WITH_SCRIPTS = {BUILDER, CHECKED}


@pytest.fixture(scope="module", params=["own", "hostile", "empty", "files"])
def site(request: pytest.FixtureRequest) -> Site:
    if request.param == "own":
        return site_of(own_files())
    if request.param == "files":
        return site_of(own_files(), style=UrlStyle(use_directories=False))
    return site_of(hostile_files() if request.param == "hostile" else {})


@pytest.fixture(scope="module")
def fragments(site: Site) -> list[Fragment]:
    return list(site.fragments())


def test_every_claim_has_a_page_and_no_two_pages_share_an_address(
    site: Site, fragments: list[Fragment]
) -> None:
    claims = [each for each in fragments if each.layout is Layout.CLAIM]
    assert [each.location for each in claims] == [f"claims/{name}" for name in site.corpus.claims]
    files = [site.style.file(each.location) for each in fragments]
    assert len(files) == len(set(files))


def test_pages_are_well_formed_with_one_headline_and_headings_in_order(
    fragments: list[Fragment],
) -> None:
    for each in fragments:
        page = PageReader(each.head + each.body)
        assert page.problems == [], each.location
        assert page.levels.count(1) == 1, each.location
        steps = zip(page.levels, page.levels[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (each.location, page.levels)
        assert page.levels[0] == 1, each.location
        assert len(page.ids) == len(set(page.ids)), each.location


def test_every_link_leads_somewhere(site: Site, fragments: list[Fragment]) -> None:
    files = {site.style.file(each.location): PageReader(each.body) for each in fragments}
    others = {path for path, _ in site.exports()}
    others |= {path for each in fragments for path, _ in each.beside}
    for path, page in files.items():
        for link in page.links:
            href = link["href"]
            if href.startswith(("https://", "http://", "mailto:")):
                continue
            address, _, anchor = href.partition("#")
            address = address.partition("?")[0]
            target = _target(path, address)
            assert target in files or target in others, (path, href)
            assert not anchor or anchor in files[target].ids, (path, href)


def _target(path: str, address: str) -> str:
    if not address:
        return path
    found = normpath(join(path.rpartition("/")[0], address))
    return f"{found}/index.html" if address.endswith("/") else found


def test_a_page_asked_for_by_its_place_is_the_same(site: Site, fragments: list[Fragment]) -> None:
    places = {each.location: each for each in fragments}
    assert {at: site.fragment_at(at) for at in places} == places
    for place in ("claims/none", "topics/none/index", "none", "browse/index", ""):
        assert site.fragment_at(place) is None
    lists = {each.location for each in fragments if each.layout is Layout.LIST}
    hubs = {at for at in lists if at.endswith("/index") and at.count("/") == 1}
    assert set(site.hubs()) == hubs
    titles = {each.location: each.title for each in site_of(own_files()).fragments()}
    assert [places[at].title for at in hubs] == [titles[at] for at in hubs]
    named = {at: site.hub_title(at) for at in lists}
    assert {at: title for at, title in named.items() if title} == {
        at: places[at].title for at in hubs - {"documents/index"}
    }


def test_a_page_is_found_by_its_file(site: Site, fragments: list[Fragment]) -> None:
    for each in fragments:
        assert each.location in site.style.locations(site.style.file(each.location))
    assert site.style.locations("claims/filter/all.json") == ()


def test_no_page_depends_on_the_order_in_which_files_are_read() -> None:
    files = [SourceFile(f"claims/{path}", text.encode()) for path, text in own_files().items()]
    files.sort(key=lambda each: each.path)
    one, other = (compile_claims(each, SETTINGS, TODAY) for each in (files, files[::-1]))
    assert one.diagnostics == other.diagnostics
    pages = [Site(each.corpus, SETTINGS, UrlStyle(), Renderer(), TODAY) for each in (one, other)]
    assert list(pages[0].fragments()) == list(pages[1].fragments())


def test_headings_of_the_contents_are_on_the_page(fragments: list[Fragment]) -> None:
    for each in fragments:
        page = PageReader(each.body)
        for name, title in each.toc:
            (heading,) = (tag for tag in page.tags if tag.get("id") == name)
            assert heading.name == "h2"
            assert heading.text == title


def test_nothing_is_fetched_and_nothing_runs(fragments: list[Fragment]) -> None:
    for each in fragments:
        page = PageReader(each.head + each.body)
        names = {tag.name for tag in page.tags}
        assert not names & {"img", "iframe", "object", "embed", "video", "audio", "style", "base"}
        own = {"application/json", "module"} if each.location in WITH_SCRIPTS else set()
        scripts = page.find("script")
        assert {tag.get("type") for tag in scripts} <= {"application/ld+json"} | own
        for tag in page.tags:
            assert not any(name.startswith("on") or name == "style" for name in tag.attributes)
            assert "src" not in tag.attributes or tag.attributes["src"].startswith("../")
            assert "src" not in tag.attributes or each.location in WITH_SCRIPTS


def test_links_that_leave_the_site_say_so_to_machines(fragments: list[Fragment]) -> None:
    for each in fragments:
        for link in PageReader(each.body).links:
            if link["href"].startswith("http") and not link["href"].startswith("https://ledger."):
                assert {"noreferrer", "nofollow"} <= set((link.get("rel") or "").split())


def test_text_of_claims_is_shown_as_it_is_and_never_run() -> None:
    site = site_of(hostile_files())
    page = PageReader(site.claim_fragment("first").body)
    assert page.one("h1").text == HOSTILE
    assert [tag.text.strip("\n") for tag in page.find("blockquote")] == [HOSTILE] * 4
    assert "49" not in page.one("article").text.replace(HOSTILE, "")


def test_search_sees_claims_whole_and_of_lists_the_heading(fragments: list[Fragment]) -> None:
    for each in fragments:
        page = PageReader(marked(each.body.encode()).decode())
        names = [tag.name for tag in page.tags if "data-pagefind-body" in tag.attributes]
        if each.layout is Layout.CLAIM:
            assert names == ["article"], each.location
        elif "cb-text" in each.body:
            assert names == ["h1", "article"], each.location
        else:
            assert names in ([], ["h1"], ["h1", "p"]), each.location


def test_search_sees_a_list_once(site: Site) -> None:
    seen = {each.location for each in site.fragments() if marked(each.body.encode())}
    assert {"claims/index", "topics/index"} <= seen
    assert not [each for each in seen if each.rpartition("/")[2].isdigit()]


@pytest.mark.parametrize("name", sorted(EMBEDS))
@pytest.mark.parametrize("origin", ["index", "guide/writing"])
def test_pieces_for_other_pages_are_well_formed(site: Site, name: str, origin: str) -> None:
    claim = next(iter(site.corpus.claims), None)
    if name == "claim" and claim is None:
        with pytest.raises(UnknownClaimError):
            site.embed(name, "bridge", origin)
        return
    html = site.embed(name, claim if name == "claim" and claim else "3", origin)
    page = PageReader(html)
    assert page.problems == []
    assert "\0" not in html
    files = {site.style.file(each.location) for each in site.fragments()}
    files |= {path for path, _ in (*site.exports(), *site.downloads())}
    for link in page.links:
        assert _target(site.style.file(origin), link["href"]) in files, link["href"]


def test_pages_of_a_list_follow_each_other() -> None:
    settings = type(SETTINGS)(publication=SETTINGS.publication, per_page=2)
    files = {f"claim-{n}.yml": claim_text(more=f"claimed: 2020-01-0{n}") for n in range(1, 6)}
    pages = {each.location: each for each in site_of(files, settings).fragments()}
    second = PageReader(pages["browse/date/2"].body)
    assert second.one("a", rel="prev")["href"] == "../../../claims/"
    assert second.one("a", rel="next")["href"] == "../../../browse/date/3/"
    assert second.one("a", aria_current="page")["aria-label"] == "Page 2 of 3"
    assert pages["browse/date/2"].title == "All claims, page 2"
    assert [tag["href"] for tag in second.find("a", dir="auto")] == [
        "../../../claims/claim-3/",
        "../../../claims/claim-2/",
    ]
    assert {"browse/rating/2", "browse/claimant/3", "ratings/true/2", "years/2020/3"} <= set(pages)
    assert "claimants/city-council/2" in pages
