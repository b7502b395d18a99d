"""Claims in hand-written pages: links, mentions, embeds."""

import pytest

from claimbook.fragment import Fragment, Layout
from mkdocs_claimbook.hosted import anchors_of
from tests.mkdocs.project import Project


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
        ("# A\n\n[@bridge-cloesd]\n", "about.md:3: no published claim is called `bridge-cloesd`"),
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
