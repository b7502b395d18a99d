"""The Markdown twin of a claim's page, read back by a parser of others."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimbook.boundaries.markdown_text import address, link, quotation, text
from claimbook.boundaries.xml_text import fit, line
from claimbook.exports.twin.page import twin_files
from claimbook.prose import prose_markdown, read_marks
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import PageReader, claim_text, own_files, site_of

# CommonMark with what GitHub adds: tables, strikethrough, and links of bare addresses.
READER = MarkdownIt("commonmark").enable(["table", "strikethrough", "linkify"])
READER.options["linkify"] = True
# A name of a host by itself is no link to GitHub, unless it begins with `www.`.
assert READER.linkify
READER.linkify.set({"fuzzy_link": False})
TITLE = (
    r"""=cmd "so" & </script> [a](https://evil.example) ![b](x) <b>c</b> `d` ]]> {{ 7 }} \ *e*"""
)
BARE = "see https://evil.example/x, www.evil.example and a@evil.example"
SIGNS = ["#", "-", "1.", ">", "[", "](", "`", "\n", "://", "www.", "@", "\\", "|", "~~~", "  "]
FILES = {
    "bridge.yml": claim_text(
        "A bridge of 1932.",
        claimant="council",
        more=f"title: {json.dumps(TITLE)}\ntopics: [bridges]\nclaimed: 1932-03-19\n"
        "appearances:\n  - {source: minutes, locator: p. 2, quote: It opened.}\n"
        "related: {see_also: [gone]}",
        review="""\
  reviewed: 2026-01-05
  reviewers: [Ana Rivers]
  confidence: high
  not_verified: [The day.]
  responses: [{from: The mayor, asked: 2026-01-02, answered: 2026-01-03, answer: Yes.}]
  corrections: [{date: 2026-02-01, wrong: 'A *year* [@minutes].', now: Another., rating_before:\
 'false', rating_after: 'true'}]
  analysis: |
    The minutes [@minutes, p. 4] say *so* [@minutes; @letter].

    ```
    [@minutes] is code
""",
    ).replace(
        "  - stance: supports", "  - {stance: context, source: letter}\n  - stance: supports"
    ),
    "gone.yml": claim_text(
        more="withdrawn: {date: 2026-04-01, reason: It was <b>not</b> ours.}\n"
        f"title: {json.dumps(BARE)}"
    ),
    "sources/minutes.yml": f"title: {json.dumps(TITLE)}\nurl: https://a.example/?a=(1)&b=2\n"
    "archives: [{url: 'https://web.archive.org/web/2026/https://a.example/'}]\n",
    "sources/letter.yml": "title: A letter\nstatus: unsafe\nurl: https://unsafe.example/\n",
    "claimants/council.yml": "name: City Council\nrole: owner\n",
    "topics.yml": "bridges: Bridges\n",
}


def twins(files: Mapping[str, str] = FILES) -> dict[str, str]:
    catalogue = site_of(files)._catalogue
    claims = catalogue.corpus.claims.values()
    return {p: data.decode() for each in claims for p, data in twin_files(each, catalogue)}


def tokens(markdown: str) -> Iterable[Token]:
    for each in READER.parse(markdown):
        yield each
        yield from each.children or ()


def shown(markdown: str) -> list[str]:
    """The visible text of each block."""
    found = (each for each in READER.parse(markdown) if each.type == "inline")
    return ["".join(_seen(one) for one in each.children or ()) for each in found]


def _seen(token: Token) -> str:
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content


def kinds(markdown: str) -> set[str]:
    return {each.type for each in tokens(markdown)}


def links(markdown: str) -> list[str]:
    return [str(each.attrs["href"]) for each in tokens(markdown) if each.type == "link_open"]


def test_a_twin_says_what_the_page_says() -> None:
    told = twins()["claims/bridge.md"]
    texts = shown(told)
    assert texts[0] == TITLE
    for fact in (
        "Claim: A bridge of 1932.",
        "Claimed by: City Council, owner",
        "Claim made: 19 March 1932",
        "Verdict: The council’s minutes record the opening.",
        "Confidence in the rating: high",
        "Reviewed by: Ana Rivers",
        "Topics: Bridges",
        "Page: https://ledger.example/claims/bridge/",
        f"{TITLE} [1, p. 2]",
        "The minutes [1, p. 4] say so [1] [2].",
        "The minutes record it. City Archive [3] (primary)",
        "The bridge was opened this morning.",
        "The day.",
        "We asked The mayor (2 January 2026). The answer (3 January 2026):",
        "Yes.",
        "The rating was “False”, it is now “True”.",
        "A year [1].",
        "Another.",
        "1 February 2026: Corrected, rating changed",
    ):
        assert fact in texts, fact
    assert any(each.startswith("Rating: True. ") for each in texts)
    citation = texts[-1]
    assert citation.startswith("Rivers") or "Ana Rivers" in citation
    assert "https://ledger.example/claims/bridge/?version=" in citation


def test_its_parts_stand_in_the_order_of_the_page() -> None:
    found = READER.parse(twins()["claims/bridge.md"])
    titles = [
        following.content
        for each, following in pairwise(found)
        if each.type == "heading_open" and each.tag == "h2"
    ]
    assert titles == [
        *("Where it was said", "Analysis", "Evidence", "Sources", "What we could not verify"),
        *("Right of reply", "Related claims", "Corrections", "History", "Cite this page"),
    ]


def test_numbers_are_those_of_the_page() -> None:
    site = site_of(own_files())
    for name, claim in site.corpus.claims.items():
        [(_, data)] = twin_files(claim, site._catalogue)
        told = data.decode().partition("## Sources")[2].partition("\n## ")[0]
        listed = [each.removeprefix("https://") for each in links(told)]
        page = PageReader(site.claim_fragment(name).body)
        numbered = [
            each for each in page.find("li") if (each.get("id") or "").startswith("source-")
        ]
        assert len(re.findall(r"^[0-9]+\. ", told, re.MULTILINE)) == len(numbered)
        hosts = [each.partition("/")[0].removeprefix("www.") for each in listed]
        texts = iter(hosts)
        assert all(
            any(host in each.text for host in texts) for each in numbered if "." in each.text
        )


def test_links_lead_to_the_page_its_sources_and_other_twins_only() -> None:
    assert links(twins()["claims/bridge.md"]) == [
        "https://ledger.example/claims/bridge/",
        "https://a.example/?a=(1)&b=2",
        "https://web.archive.org/web/2026/https://a.example/",
        "gone.md",
    ]
    assert links(twins()["claims/gone.md"]) == ["https://ledger.example/claims/gone/", "bridge.md"]


def test_a_withdrawn_claim_says_so_first() -> None:
    texts = shown(twins()["claims/gone.md"])
    assert texts[:2] == [BARE, "Withdrawn 1 April 2026. It was <b>not</b> ours."]


def test_a_block_of_code_that_is_left_open_ends_with_the_analysis() -> None:
    [code] = [each for each in READER.parse(twins()["claims/bridge.md"]) if each.type == "fence"]
    assert code.content == "[@minutes] is code\n"


@pytest.mark.parametrize(
    "analysis",
    [
        "```\na",
        "~~~~\n```\na",
        "- ```\n  a",
        "- ```\n  a\n  ```\n\n```\nb",
        "> ```\n> a",
        "````\n```\na",
        "a\n\n    ```\n    b",
        "a",
    ],
)
def test_whatever_an_analysis_leaves_open_is_closed(analysis: str) -> None:
    made = prose_markdown(read_marks(analysis), lambda _, __: "")
    assert made.startswith(analysis)
    found = READER.parse(f"{made}\n\n## After\n")
    assert [each.content for each in found if each.type == "inline"][-1] == "After"
    assert found[-3].type == "heading_open"


@pytest.mark.parametrize("files", [FILES, hostile_files(), own_files()])
def test_nothing_in_a_twin_is_a_picture_or_html(files: dict[str, str]) -> None:
    for told in twins(files).values():
        assert not {"image", "html_inline", "html_block"} & kinds(told)
        assert told.endswith("\n")
        assert "\n\n\n" not in told
        assert {fit(each) for each in told.splitlines()} == set(told.splitlines())


def test_hostile_texts_come_back_as_they_are() -> None:
    told = twins(hostile_files())["claims/first.md"]
    texts = shown(told)
    assert texts[0] == HOSTILE
    assert f"Verdict: {HOSTILE}" in texts
    assert texts.count(HOSTILE) >= 4
    assert all("elsewhere" not in each for each in links(told))


_HOSTILE = st.lists(st.sampled_from(SIGNS) | st.text(max_size=6), max_size=8).map("".join)


@given(_HOSTILE)
def test_any_text_is_nothing_but_text(told: str) -> None:
    expected = line(told).strip()
    for markdown in (
        f"- {text(told)}",
        f"> {text(told)}",
        f"# {text(told)}",
        f"**a:** {text(told)}",
    ):
        read = "".join(shown(markdown))
        assert read.removeprefix("a:").strip() == expected
        assert kinds(f"- {text(told)}") <= {
            *("bullet_list_open", "list_item_open", "paragraph_open", "inline", "text"),
            *("paragraph_close", "list_item_close", "bullet_list_close", "text_special"),
        }


@given(_HOSTILE)
def test_nothing_begins_like_a_host(told: str) -> None:
    assert "www." not in text(f"www.{told}")
    assert "www." not in "".join(quotation(f"a www.{told}"))


@given(_HOSTILE)
def test_a_quotation_keeps_its_words_and_is_nothing_else(told: str) -> None:
    markdown = "\n".join(quotation(told))
    allowed = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close"}
    assert kinds(markdown) <= allowed | {"inline", "text", "softbreak", "text_special"}
    assert " ".join(" ".join(shown(markdown)).split()) == " ".join(
        " ".join(fit(told).splitlines()).split()
    )


@given(_HOSTILE, _HOSTILE)
def test_an_address_leads_where_it_says_or_nowhere(name: str, end: str) -> None:
    href = f"https://a.example/{end}"
    for markdown in (address(href), link(name or "a", href)):
        found = links(f"- {markdown}")
        assert len(found) <= 1
        assert all(each.startswith("https://a.example/") for each in found)
