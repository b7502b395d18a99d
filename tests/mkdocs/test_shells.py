"""A woven page is the page that the theme itself would have made."""

import re
from html.parser import HTMLParser

import pytest

from claimbook.fragment import Fragment
from mkdocs_claimbook.shells import Shells
from tests.mkdocs.project import Project


class _Tree(HTMLParser):
    """Every element with its attributes, every text without the white space around it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[object] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nodes.append((tag, sorted(attrs, key=str)))

    def handle_endtag(self, tag: str) -> None:
        self.nodes.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.nodes.append(data.strip())


@pytest.fixture
def woven(project: Project, monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, str]]:
    """Every page of a build, woven and as the theme makes it."""
    pages: dict[str, tuple[str, str]] = {}
    weave = Shells.page

    def page(shells: Shells, fragment: Fragment) -> bytes:
        made = weave(shells, fragment)
        pages[fragment.location] = (made.decode(), shells.page_by_theme(fragment))
        return made

    monkeypatch.setattr(Shells, "page", page)
    project.config |= {"repo_url": "https://git.example/o/r", "edit_uri": "edit/main/site_src/"}
    project.config["theme"] |= {
        "features": ["content.action.edit", "navigation.tabs", "navigation.path"]
    }
    project.build(strict=True)
    return pages


def test_element_by_element(woven: dict[str, tuple[str, str]]) -> None:
    assert "claims/bridge-closed" in woven
    assert "topics/bridges" in woven
    for location, (fast, slow) in woven.items():
        if location != "claims/bridge-sold":
            assert _Tree(fast).nodes == _Tree(slow).nodes, location


def test_only_angle_brackets_in_a_title_differ(woven: dict[str, tuple[str, str]]) -> None:
    fast, slow = woven["claims/bridge-sold"]
    assert "‹bridge›" in slow
    nodes = str(_Tree(fast).nodes).replace("<bridge>", "‹bridge›")
    expected = str(_Tree(slow).nodes).replace("<bridge>", "‹bridge›")
    assert nodes == expected


def test_a_theme_that_changes_titles_gets_its_pages_one_by_one(project: Project) -> None:
    project.config["theme"] |= {"custom_dir": "theme"}
    project.write(
        "theme/main.html",
        '{% extends "base.html" %}{% block announce %}{{ page.title | upper }}{% endblock %}',
    )
    project.build()
    assert any("rendered one by one" in each for each in project.warnings)
    assert "THE CLOSING OF THE BRIDGE" in project.page("claims/bridge-closed/index.html")
    assert "<bridge>" not in project.page("claims/bridge-sold/index.html").lower()


NAV = [
    {"Home": "index.md"},
    {"Claims": "claims/index.md"},
    {"Browse": [{"Ratings": "ratings/index.md"}, {"Topics": "topics/index.md"}]},
]
DRAWER = re.compile(r'<nav class="md-nav md-nav--primary.*?(?=<div class="md-sidebar)', re.DOTALL)


def test_the_navigation_of_a_claim_leads_to_every_section_and_no_further(project: Project) -> None:
    project.config["nav"] = NAV
    project.build(strict=True)
    page = project.page("claims/bridge-closed/index.html")
    drawer = DRAWER.search(page)
    assert drawer is not None
    assert re.findall(r'<a href="([^"]*)" class="?md-nav__link', drawer[0]) == [
        *("../..", "../", "../../ratings/")
    ]
    assert "Topics" not in drawer[0]
    # A page of the section itself shows all of it, and so does one that Markdown is behind.
    for other in ("topics/bridges/index.html", "index.html"):
        assert "Ratings" in project.page(other)
        assert "Topics" in project.page(other)


def test_an_owner_who_wants_all_navigation_open_has_it(project: Project) -> None:
    project.config["nav"] = NAV
    project.config["theme"] |= {"features": ["navigation.expand"]}
    project.build(strict=True)
    drawer = DRAWER.search(project.page("claims/bridge-closed/index.html"))
    assert drawer is not None
    assert "Topics" in drawer[0]
