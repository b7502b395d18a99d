"""Claims in hand-written pages: links, mentions, embeds."""

import pytest

from claimbook.fragment import Fragment, Layout
from mkdocs_claimbook.hosted import anchors_of
from tests.mkdocs.project import Project
from tests.unit.views.making import PageReader


def _page(project: Project, text: str, path: str = "about.md") -> str:
    project.write(f"site_src/{path}", text)
    project.build()
    stem = path.removesuffix(".md")
    return str(project.page(f"{stem}/index.html"))


@pytest.mark.parametrize(
    ("path", "link", "href"),
    [
        ("about.md", "../claims/bridge-sold.yml", "../claims/bridge-sold/"),
        ("about.md", "../claims/bridge-sold.yml#evidence", "../claims/bridge-sold/#evidence"),
        ("guide/deep.md", "../../claims/bridge-sold.yml", "../../claims/bridge-sold/"),
    ],
)
def test_a_link_to_a_claim_file_leads_to_its_page(
    project: Project, path: str, link: str, href: str
) -> None:
    assert f'<a href="{href}">the sale</a>' in _page(
        project, f"# About\n\n[the sale]({link})\n", path
    )
    assert project.warnings == []


def test_a_mention_shows_title_and_rating(project: Project) -> None:
    page = _page(project, "# About\n\nWe checked [@bridge-closed] and wrote `[@bridge-sold]`.\n")
    assert 'href="../claims/bridge-closed/"' in page
    assert "The closing of the bridge" in page
    assert "[@bridge-sold]" in page
    assert project.warnings == []


def test_lists_can_be_linked_to_like_pages(project: Project) -> None:
    page = _page(
        project, "# A\n\n[t](topics/index.md) [b](topics/bridges.md) [r](ratings/index.md)\n"
    )
    assert 'href="../topics/"' in page
    assert 'href="../topics/bridges/"' in page
    assert 'href="../ratings/"' in page
    assert project.warnings == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "# A\n\n\n[x](../claims/bridge-sald.yml)\n",
            "about.md:4: the link `../claims/bridge-sald.yml`",
        ),
        (
            "# A\n\n[@bridge-cloesd]\n",
            "about.md:3: no published claim and no source is called `bridge-cloesd`",
        ),
        (
            "# A\n\n\n[[claimbook:claim bridge-cloesd]]\n",
            "about.md:4: no published claim is called `bridge-cloesd`",
        ),
        ("# A\n\n[[claimbook:latst 5]]\n", "about.md:3: there is no embed `latst`"),
    ],
)
def test_what_is_unknown_is_warned_of_with_place_and_nearest_name(
    project: Project, text: str, said: str
) -> None:
    _page(project, text)
    (warning,) = project.warnings
    assert said in warning
    assert "did you mean" in warning


def test_front_matter_counts_as_lines(project: Project) -> None:
    _page(project, "---\ntitle: About\n---\n\n# A\n\n[@bridge-cloesd]\n")
    assert "about.md:7:" in project.warnings[0]


def test_a_claim_with_errors_cannot_be_linked_to(project: Project) -> None:
    project.write("claims/bridge-sold.yml", "claim: broken\n")
    _page(project, "# A\n\n[x](../claims/bridge-sold.yml)\n")
    assert any("leads to no published claim" in each for each in project.warnings)


def test_an_embed_is_filled_in_and_code_is_left_alone(project: Project) -> None:
    page = _page(project, "# A\n\n[[claimbook:latest 1]]\n\n```text\n[[claimbook:latest 1]]\n```\n")
    assert 'href="../claims/bridge-sold/"' in page
    assert "[[claimbook:latest 1]]" in page
    assert "claims/bridge-closed/" not in page
    assert project.warnings == []


def test_hand_written_text_is_found_and_of_lists_the_heading(project: Project) -> None:
    page = _page(project, "# A\n\ntext\n")
    assert '<div data-pagefind-body data-pagefind-filter="kind:page"' in page
    assert "<h1 data-pagefind-body" in project.page("ratings/index.html")
    hidden = _page(project, "---\nsearch:\n  exclude: true\n---\n# A\n")
    assert "data-pagefind-body" not in hidden


def test_whatever_has_an_id_is_an_anchor() -> None:
    body = '<h1 class=a id="page-title"><li id=source-1><h2 id=a>id=b</h2><p id=c class=d>'
    fragment = Fragment("claims/a", Layout.CLAIM, "A", "", "", body)
    assert anchors_of(fragment) == {"page-title", "source-1", "a", "c"}


def test_anchors_of_lists_in_the_navigation_are_checked(project: Project) -> None:
    _page(project, "# A\n\n[x](ratings/index.md#no-such-anchor)\n")
    assert any("no-such-anchor" in each for each in project.warnings)


def test_a_title_that_a_heading_mentions_cannot_leave_the_title(project: Project) -> None:
    project.write(
        "claims/odd.yml",
        "claim: </title><script>alert(1)</script>\nclaimant: A Person\n"
        "review: {rating: unproven, verdict: Nobody knows.}\n",
    )
    page = _page(project, "# About [@odd]\n\nText.\n")
    assert "<script>alert(1)" not in page
    assert "<title>About ‹/title›‹script›alert(1)" in page


SOURCES = {
    "claims/sources/county-notice.yml": """\
title: Notice of <closure>
authors: [{family: Doe, given: Ann}]
published: 2025-03-01
url: https://county.example.org/notice
""",
    "claims/sources/other-notice.yml": """\
title: Another notice
authors: [{family: Doe, given: Ann}]
published: 2025-05-01
url: https://county.example.org/other
""",
}


def _cited(project: Project, text: str) -> PageReader:
    for path, content in SOURCES.items():
        project.write(path, content)
    page = PageReader(_page(project, f"# About\n\n{text}\n").partition("<h1")[2])
    project.warnings[:] = [each for each in project.warnings if "unused-source" not in each]
    return page


def test_sources_are_cited_and_listed_at_the_end(project: Project) -> None:
    page = _cited(project, "Closed [@county-notice, p. <4>] for [@other-notice; @county-notice].")
    assert [each.text for each in page.find("sup")] == ["1, p. <4>", "2, 1"]
    assert [each["href"] for each in page.tags if (each.get("id") or "").startswith("cite-")] == [
        "#source-1",
        "#source-2",
        "#source-1",
    ]
    assert page.one("h2", id="sources").text == "Sources"
    listed = [each.text for each in page.find("li") if (each.get("id") or "").startswith("source-")]
    assert "Notice of <closure>" in listed[0]
    assert "Another notice" in listed[1]
    assert page.one("a", href="#cite-1-2").text == "2"
    assert project.warnings == []


def test_a_number_stands_close_to_its_word(project: Project) -> None:
    for path, content in SOURCES.items():
        project.write(path, content)
    assert "Closed<sup><a id=cite-1-1" in _page(project, "# A\n\nClosed [@county-notice].\n")


def test_the_list_stands_where_a_line_says(project: Project) -> None:
    page = _cited(project, "[[claimbook:bibliography]]\n\nClosed [@county-notice].\n\n## More")
    assert page.find("h2", id="sources") == []
    assert len(page.find("ol", class_="cb-sources")) == 1


def test_a_page_that_cites_nothing_has_no_list(project: Project) -> None:
    page = _cited(project, "Nothing.\n\n[[claimbook:bibliography]]")
    assert page.find("ol", class_="cb-sources") == []
    assert project.warnings == []


def test_pages_cite_by_author_and_year_where_claims_do(project: Project) -> None:
    project.write("claimbook.toml", '[citations]\nform = "author-date"\n')
    page = _cited(project, "Closed [@other-notice; @county-notice, p. 4].")
    marks = [each.text for each in page.tags if (each.get("id") or "").startswith("cite-")]
    assert marks == ["Doe, 2025b", "Doe, 2025a, p. 4"]


def test_each_page_numbers_its_own(project: Project) -> None:
    project.write("site_src/earlier.md", "# E\n\n[@other-notice] [@county-notice]\n")
    page = _cited(project, "Closed [@county-notice].")
    assert [each.text for each in page.find("sup")] == ["1"]


def test_claims_and_sources_do_not_share_brackets(project: Project) -> None:
    _cited(project, "Both [@bridge-closed; @county-notice].")
    (warning,) = project.warnings
    assert "names claims and sources" in warning


def test_what_only_looks_like_a_citation_stays(project: Project) -> None:
    page = _cited(project, "A [@media screen and print] rule.")
    assert "[@media screen and print]" in page.one("p", class_=None).text
    assert project.warnings == []


def test_a_claim_is_shown_as_a_card(project: Project) -> None:
    page = _cited(project, "[[claimbook:claim bridge-sold]]")
    card = page.one("aside", class_="cb cb-card")
    assert "The county still owns the bridge." in card.text
    assert page.one("a", href="../claims/bridge-sold/").text.startswith("The bridge over the Exe")


def test_a_mention_leads_scripts_to_the_card_of_the_claim(project: Project) -> None:
    page = _cited(project, "See [@bridge-sold].")
    assert page.one("a", data_cb_card="../embed/bridge-sold/").text.startswith("The sale")
    project.write("claimbook.toml", "[exports]\nembeds = false\n")
    page = _cited(project, "See [@bridge-sold].")
    assert "data-cb-card" not in page.one("a", href="../claims/bridge-sold/").attributes
