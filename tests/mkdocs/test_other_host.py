"""A second host: sites built without our plugin, into which claim pages are woven afterwards."""

import re

import pytest
from click.testing import CliRunner

from claimbook.cli.weave import weave
from tests.mkdocs.project import Project

SHELL = """\
---
title: claimbook-title
description: claimbook-description
---

claimbook-content
"""


def _is_refused(project: Project) -> None:
    """It loads from elsewhere, and gives elements styles of their own."""
    before = sorted(project.site.rglob("*"))
    refused = CliRunner().invoke(weave, [str(project.site), "--project", str(project.root)])
    assert refused.exit_code == 1
    assert "claimbook-shell/index.html:" in refused.output
    assert "`enforced = false`" in refused.output
    assert sorted(project.site.rglob("*")) == before


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_claims_woven_into_a_site_built_without_us(project: Project, theme: str) -> None:
    project.config |= {"plugins": [], "theme": {"name": theme}, "nav": [{"Home": "index.md"}]}
    if theme == "material":
        project.config["theme"]["font"] = False
    project.write("site_src/claimbook-shell.md", SHELL)
    project.build()
    if theme == "mkdocs":
        _is_refused(project)
        project.write("claimbook.toml", "[security]\nenforced = false\n")
    result = CliRunner().invoke(
        weave, [str(project.site), "--project", str(project.root), "--no-search"]
    )
    assert "Wove 2 claims into" in result.output

    page = project.page("claims/bridge-sold/index.html")
    home = project.page("index.html")
    assert "The sale of the &lt;bridge&gt; &amp; its move" in page
    assert "<bridge>" not in page
    assert "The county still owns the bridge." in page
    assert ("<meta http-equiv=Content-Security-Policy" in page) == (theme == "material")
    assert "claimbook-" not in re.sub(r"claimbook\.css", "", page)
    assert "https://bridge.example/claims/bridge-sold/" in page
    style = re.search(r'<link[^>]*href="([^"]*\.css)"', home)
    assert style
    assert f'href="../../{style[1].removeprefix("./")}"' in page
    assert page.count("<h1") == 1
    assert not (project.site / "claimbook-shell").exists()
    sitemap = project.page("sitemap.xml")
    assert "claimbook-shell" not in sitemap
    assert "<loc>https://bridge.example/claims/bridge-closed/</loc>" in sitemap
