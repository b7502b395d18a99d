"""Feeds, redirects and other doors in a built site."""

import feedparser
import pytest

from tests.mkdocs.project import CLAIM, CLAIMS, Project
from tests.unit.views.making import PageReader


def feed_links(html: str) -> list[str]:
    # A theme's page need not be well-formed; its links are found all the same.
    return [each["href"] for each in PageReader(html).find("link", type="application/atom+xml")]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_every_page_names_its_feeds_once(project: Project, theme: str) -> None:
    project.config["theme"] = {"name": theme, "font": False}
    if theme != "material":
        # They give elements styles of their own.
        project.write("claimbook.toml", "[security]\nenforced = false\n")
    project.write("site_src/deep/about.md", "# About\n\n`</head>`\n")
    project.build()
    main = ["all.atom", "corrections.atom"]
    for path, expected in {
        "index.html": [f"./feeds/{each}" for each in main],
        "deep/about/index.html": [f"../../feeds/{each}" for each in main],
        # One that MkDocs writes, one that is woven, and one that is a claim's.
        "claims/index.html": ["../feeds/all.atom"],
        "topics/bridges/index.html": ["../../feeds/topics/bridges.atom"],
        "claims/bridge-sold/index.html": [],
    }.items():
        page = project.page(path)
        assert feed_links(page) == expected, path
        searches = PageReader(page).find("link", rel="search")
        assert len(searches) == (0 if path.startswith("claims/bridge") else 1)
    assert project.warnings == []


def test_a_feed_follows_its_claims(project: Project) -> None:
    def titles() -> list[str]:
        project.build()
        found = feedparser.parse((project.site / "feeds/topics/bridges.atom").read_bytes())
        assert not found.bozo
        return [each.title for each in found.entries]

    before = ["False: The sale of the <bridge> & its move", "True: The closing of the bridge"]
    assert titles() == before
    sold = CLAIMS["bridge-sold"] | {"rating": "mixed"}
    project.write("claims/bridge-sold.yml", CLAIM.format(**sold))
    assert titles() == [before[0].replace("False", "Mixed"), before[1]]
    (project.root / "claims/bridge-sold.yml").unlink()
    assert titles() == before[1:]


def test_what_the_owner_has_written_comes_first(project: Project) -> None:
    closed = CLAIM.format(**CLAIMS["bridge-closed"])
    project.write("claims/bridge-closed.yml", f"{closed}aliases: [bridge-shut]\n")
    project.write("site_src/_redirects", "/mine /yours 301\n")
    project.write("site_src/llms.txt", "mine\n")
    project.build()
    assert (project.site / "_redirects").read_text() == "/mine /yours 301\n"
    assert (project.site / "llms.txt").read_text() == "mine\n"
    assert "bridge-shut" in (project.site / "redirects/nginx.map").read_text()


def test_a_twin_changes_with_its_claim_and_no_other_does(project: Project) -> None:
    def twins() -> dict[str, str]:
        project.build()
        return {each: (project.site / f"claims/{each}.md").read_text() for each in CLAIMS}

    before = twins()
    closed = CLAIM.format(**CLAIMS["bridge-closed"])
    project.write("claims/bridge-closed.yml", closed.replace("was closed to", "remains shut to"))
    after = twins()
    assert "remains shut to" in after["bridge-closed"]
    assert "remains shut to" not in before["bridge-closed"]
    assert after["bridge-sold"] == before["bridge-sold"]
    (project.root / "claims/bridge-closed.yml").unlink()
    project.build()
    assert not (project.site / "claims/bridge-closed.md").exists()
