"""What programs that read text are told, read back by a parser of others."""

from collections.abc import Mapping
from dataclasses import replace

from markdown_it import MarkdownIt

from claimbook.exports.llms import llms_files
from claimbook.settings import Exports, Publication, Settings
from claimbook.site import Site
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, claim_text, own_files, site_of

READER = MarkdownIt("commonmark")
ROOT = "https://ledger.example/"
PUBLICATION = Publication(
    name=f"Ledger {HOSTILE}", url=ROOT, description="We *check* [it](x).", licence="CC BY 4.0"
)
FILES = {
    "new.yml": claim_text(review="  reviewed: 2026-02-01\n"),
    "old.yml": claim_text(more="title: '[a](b)'", review="  reviewed: 2026-01-01\n"),
    "undated.yml": claim_text(),
    "gone.yml": claim_text(
        more="withdrawn: {date: 2026-01-15, reason: Not ours.}", review="  reviewed: 2025-01-01\n"
    ),
}


def settings(**switches: bool) -> Settings:
    return replace(SETTINGS, publication=PUBLICATION, exports=Exports(**switches))


def text_of(site: Site) -> str:
    [(path, content)] = llms_files(site._catalogue)
    assert path == "llms.txt"
    return content.decode()


def sections(text: str) -> Mapping[str, list[tuple[str, str, str]]]:
    """Name, address and note of each entry by its heading, as llmstxt.org lays down."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    tokens = READER.parse(text)
    heading = ""
    for before, each in zip(tokens, tokens[1:]):  # noqa: B905, RUF007 - the last has no next
        if before.type == "heading_open":
            heading = each.content
        elif each.type == "inline" and each.level == 3:
            children = each.children or []
            assert children[0].type == "link_open"
            name = "".join(one.content for one in children if one.level == 1)
            note = "".join(one.content for one in children[1:] if one.level == 0)
            found.setdefault(heading, []).append((name, str(children[0].attrs["href"]), note))
    return found


def test_it_has_the_form_of_the_specification() -> None:
    tokens = READER.parse(text_of(site_of(FILES, settings())))
    assert [each.tag for each in tokens if each.type == "heading_open"] == ["h1", *["h2"] * 4]
    texts = [each for each in tokens if each.type == "inline"]
    assert "".join(one.content for one in texts[0].children or ()) == PUBLICATION.name
    assert tokens[3].type == "blockquote_open"
    assert "".join(one.content for one in texts[1].children or ()) == PUBLICATION.description
    assert any(each.content == "Licence: CC BY 4.0" for each in texts)


def test_the_latest_claims_come_with_their_ratings() -> None:
    assert sections(text_of(site_of(FILES, settings())))["Latest fact-checks"] == [
        (
            "True: The bridge opened in 1932.",
            f"{ROOT}claims/new.md",
            ": The council’s minutes record the opening.",
        ),
        (
            "Withdrawn: The bridge opened in 1932.",
            f"{ROOT}claims/gone.md",
            ": Not ours.",
        ),
        (
            "True: [a](b)",
            f"{ROOT}claims/old.md",
            ": The council’s minutes record the opening.",
        ),
    ]


def test_only_what_is_offered_is_named() -> None:
    off = {"api": False, "data_feed": False, "downloads": False, "feeds": False, "markdown": False}
    found = sections(text_of(site_of(FILES, settings(**off))))
    assert "Data" not in found
    assert found["Latest fact-checks"][0][1] == f"{ROOT}claims/new/"
    with_feeds = sections(text_of(site_of(FILES, settings(**{**off, "feeds": True}))))
    assert [href for _, href, _ in with_feeds["Data"]] == [
        f"{ROOT}feeds/all.json",
        f"{ROOT}feeds/corrections.json",
    ]


def test_every_address_leads_to_something_that_is_published() -> None:
    site = site_of(own_files(), settings(downloads=True))
    files = {path for path, _ in (*site.exports(), *site.downloads())}
    for each in site.fragments():
        files |= {site.style.file(each.location), *(path for path, _ in each.beside)}
    found = [href for each in sections(text_of(site)).values() for _, href, _ in each]
    assert found
    for href in found:
        path = href.removeprefix(ROOT)
        assert path in files or f"{path}index.html" in files, href


def test_ratings_are_explained() -> None:
    site = site_of(FILES, settings())
    found = sections(text_of(site))["Rating scale"]
    ratings = site.corpus.ratings
    assert [name for name, _, _ in found] == [each.label for each in ratings.values()]
    assert [note[2:] for _, _, note in found] == [each.definition for each in ratings.values()]


def test_without_an_address_links_begin_at_the_root() -> None:
    site = site_of(FILES, replace(settings(), publication=Publication()))
    assert sections(text_of(site))["Latest fact-checks"][0][1] == "claims/new.md"


def test_nothing_of_a_hostile_text_becomes_markup() -> None:
    tokens = READER.parse(text_of(site_of(hostile_files(), settings())))
    kinds = {one.type for each in tokens for one in (each, *(each.children or ()))}
    assert not {"html_inline", "html_block", "image", "code_inline"} & kinds
