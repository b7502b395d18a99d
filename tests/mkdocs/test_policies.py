"""The page about a publication names its policies, and only such as stand somewhere."""

import json

import pytest

from tests.mkdocs.project import Project
from tests.unit.views.making import PageReader

ABOUT = "# About\n\n[[claimbook:organisation]]\n"


@pytest.mark.parametrize(
    "where", ["about", "about#rules", "corrections/index", "https://a.example/"]
)
def test_a_policy_stands_where_it_is_said_to(project: Project, where: str) -> None:
    project.write("claimbook.toml", f'[policies]\ncorrections = "{where}"\n')
    project.write("site_src/about.md", ABOUT)
    project.build(strict=True)
    assert project.warnings == []
    page = PageReader(project.page("about/index.html"))
    told = json.loads(page.one("script", type="application/ld+json").text)
    assert told["@type"] == "NewsMediaOrganization"
    assert told["correctionsPolicy"].startswith("https://")


def test_a_policy_without_a_page_is_warned_of(project: Project) -> None:
    project.write("claimbook.toml", '[policies]\nethics = "honour#code"\n')
    project.build()
    [warning] = project.warnings
    assert "the policy `ethics` is to stand at `honour`, where there is no page" in warning
