"""A whole build: what stands in the site, and when it stops."""

import gzip
import re
from functools import partial
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from claimbook.fragment import Fragment
from claimbook.site import Site
from claimbook.sitemap import Limits
from claimbook.tree import Stamp, Tree
from mkdocs_claimbook.sitemap import divide_sitemap
from tests.mkdocs.project import Project


def test_a_clean_project_builds_strictly(project: Project) -> None:
    project.build(strict=True)
    assert project.warnings == []
    for page in (
        "claims/bridge-closed",
        "claims/bridge-sold",
        "claims",
        "topics/bridges",
        "ratings",
    ):
        assert (project.site / page / "index.html").is_file()


def test_strict_fails_where_check_strict_fails(project: Project) -> None:
    project.write("claims/stray.txt", "nothing reads this\n")
    project.build()
    assert any("claims/stray.txt:1:1: CB016 stray-file" in each for each in project.warnings)
    with pytest.raises(Abort):
        project.build(strict=True)


def test_a_claim_with_errors_is_left_out_and_counted(project: Project) -> None:
    project.write("claims/bridge-sold.yml", "claim: The bridge was sold.\nclaimant: no\n")
    project.build()
    assert not (project.site / "claims/bridge-sold").exists()
    assert (project.site / "claims/bridge-closed/index.html").is_file()
    assert "1 claim with errors left out, 1 claim to publish" in project.warnings[-1]


def test_a_wrong_epoch_is_said_and_stops_the_build(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(Abort):
        project.build()
    assert any("SOURCE_DATE_EPOCH is `soon`" in each for each in project.warnings)


def test_titles_are_escaped_wherever_the_theme_shows_them(project: Project) -> None:
    project.build(strict=True)
    page = project.page("claims/bridge-sold/index.html")
    assert "<bridge>" not in page
    assert "<title>The sale of the &lt;bridge&gt; &amp; its move - The bridge file</title>" in page


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_description_is_there_once_for_search_engines_and_other_sites(
    project: Project, theme: str
) -> None:
    project.config["theme"] = {"name": theme, "font": False}
    if theme != "material":
        # They give elements styles of their own.
        project.write("claimbook.toml", "[security]\nenforced = false\n")
    project.build()
    page = project.page("claims/bridge-closed/index.html")
    (found,) = re.findall("<meta[^>]*description[^>]*>", page)
    assert re.search('property="og:description" name="description" content="True: The', found)


def test_addresses_in_the_head_are_those_of_the_page(project: Project) -> None:
    project.build(strict=True)
    page = project.page("claims/bridge-closed/index.html")
    assert '<link rel="canonical" href="https://bridge.example/claims/bridge-closed/">' in page
    assert 'content="True: The county closed the bridge on 2 March 2025."' in page


def test_the_tab_of_the_claims_is_active_on_a_claim(project: Project) -> None:
    project.config["theme"] = {**project.config["theme"], "features": ["navigation.tabs"]}
    project.build(strict=True)
    active = re.findall(
        r'md-tabs__item--active">\s*<a href="([^"]+)"',
        project.page("claims/bridge-sold/index.html"),
    )
    assert active == ["../"]


def test_no_page_asks_another_host_for_anything(project: Project) -> None:
    project.build(strict=True)
    loads = re.compile(
        r'<(?:script|img|iframe|link rel="(?:stylesheet|icon|preconnect)")[^>]*https?://'
    )
    for page in project.site.rglob("*.html"):
        assert not loads.search(page.read_text(encoding="utf-8")), page


def test_material_builds_no_index_of_its_own(project: Project) -> None:
    project.build(strict=True)
    assert not (project.site / "search").exists()
    assert 'name="search"' not in project.page("index.html")


def test_material_s_own_search_is_not_wanted_beside_ours(project: Project) -> None:
    project.config["plugins"] = ["search", "claimbook"]
    project.build()
    assert any("remove it" in each for each in project.warnings)
    assert project.page("index.html").count(" data-cb-search ") == 1
    assert 'name="search"' not in project.page("index.html")


def test_a_sitemap_of_many_pages_is_an_index(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = partial(divide_sitemap, limits=Limits(10))
    monkeypatch.setattr("mkdocs_claimbook.build.divide_sitemap", few)
    project.build(strict=True)
    index = project.page("sitemap.xml")
    parts = re.findall("<loc>https://bridge.example/(.*?)</loc>", index)
    assert parts == [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    whole = "".join(project.page(part) for part in parts)
    assert whole.count("<loc>https://bridge.example/claims/bridge-closed/</loc>") == 1
    packed = (project.site / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == index


def test_the_sitemap_lists_every_page_with_its_last_change(project: Project) -> None:
    project.build(strict=True)
    sitemap = project.page("sitemap.xml")
    entry = r"<loc>https://bridge.example/claims/bridge-sold/</loc>\s*<lastmod>2025-06-02</lastmod>"
    assert re.search(entry, sitemap)
    assert sitemap.count("<loc>https://bridge.example/</loc>") == 1
    assert sitemap.count("<loc>https://bridge.example/claims/</loc>") == 1


def test_addresses_without_folders(project: Project) -> None:
    project.config["use_directory_urls"] = False
    project.build(strict=True)
    page = project.page("claims/bridge-closed.html")
    assert 'href="../topics/bridges.html"' in page
    assert 'href="https://bridge.example/claims/bridge-closed.html"' in page
    assert "claims/bridge-closed.html</loc>" in project.page("sitemap.xml")


def test_a_site_below_a_path(project: Project) -> None:
    project.config["site_url"] = "https://example.org/bridge/file/"
    project.build(strict=True)
    assert "https://example.org/bridge/file/claims/bridge-closed/" in project.page(
        "claims/bridge-closed/index.html"
    )
    missing = project.page("404.html")
    assert 'href="/bridge/file/claims/"' in missing
    assert 'href="/bridge/file/assets/claimbook/claimbook.css"' in missing


def test_a_handwritten_page_wins_over_a_list(project: Project) -> None:
    project.write("site_src/ratings/index.md", "# Our own scale\n")
    project.build(strict=True)
    assert "Our own scale" in project.page("ratings/index.html")


def test_a_handwritten_page_in_the_place_of_a_claim_stops_the_build(project: Project) -> None:
    project.write("site_src/claims/bridge-sold.md", "# Not the claim\n")
    with pytest.raises(Abort):
        project.build()
    assert any("claims/bridge-sold.yml" in each for each in project.warnings)


def test_a_lost_claim_stops_the_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put = Tree.put

    def losing(tree: Tree, path: str, content: bytes) -> Stamp:
        stamp = put(tree, path, content)
        if path == "claims/bridge-sold/index.html":
            (tree.folder / path).unlink()
        return stamp

    monkeypatch.setattr(Tree, "put", losing)
    with pytest.raises(Abort):
        project.build()
    assert any("2 claims were to be published, but 1" in each for each in project.warnings)


def test_two_pages_at_one_place_stop_the_build(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Site.lists_in
    monkeypatch.setattr(Site, "lists_in", lambda site, rooms: [*whole(site, rooms)] * 2)
    with pytest.raises(Abort):
        project.build()


def test_lists_stand_in_a_navigation_that_nobody_wrote(project: Project) -> None:
    del project.config["nav"]
    project.build(strict=True)
    assert "Topics" in project.page("index.html")


def test_the_edit_button_leads_to_the_claim_file(project: Project) -> None:
    project.config |= {"repo_url": "https://git.example/o/r", "edit_uri": "edit/main/site_src/"}
    project.build(strict=True)
    page = project.page("claims/bridge-closed/index.html")
    assert 'href="https://git.example/o/r/edit/main/claims/bridge-closed.yml"' in page


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"edit_uri": "?path=site_src/"}, "https://git.example/o/r?path=claims/bridge-closed.yml"),
        (
            {"edit_uri_template": "-/sse/site_src/{path}"},
            "https://git.example/o/r/-/sse/claims/bridge-closed.yml",
        ),
        (
            {"edit_uri": "https://git.example/elsewhere/docs/"},
            "https://git.example/elsewhere/claims/bridge-closed.yml",
        ),
    ],
)
def test_every_kind_of_edit_address(
    project: Project, settings: dict[str, str], expected: str
) -> None:
    project.config |= {"repo_url": "https://git.example/o/r", **settings}
    project.build(strict=True)
    assert f'href="{expected}"' in project.page("claims/bridge-closed/index.html")


def test_no_edit_button_without_a_repository(project: Project) -> None:
    project.build(strict=True)
    assert 'rel="edit"' not in project.page("claims/bridge-closed/index.html")


def test_the_owner_overrides_templates_and_styles(project: Project) -> None:
    project.config["theme"] = {**project.config["theme"], "custom_dir": "theme"}
    project.config["extra_css"] = ["own.css"]
    (project.root / "theme").mkdir()
    project.write(
        "theme/claimbook/claim.html",
        '{% extends "core/claim.html" %}{% block footer %}<p>Ours alone</p>{% endblock %}',
    )
    project.write("theme/own.css", "/* ours */")
    project.write("theme/assets/claimbook/claimbook.css", "/* replaced */")
    project.build(strict=True)
    page = project.page("claims/bridge-sold/index.html")
    assert "Ours alone" in page
    assert page.index("claimbook.css") < page.index("own.css")
    assert project.page("assets/claimbook/claimbook.css") == "/* replaced */"


def test_code_pages_stand_in_no_navigation(project: Project) -> None:
    project.config["plugins"][0]["claimbook"]["code_pages"] = True
    project.build(strict=True)
    assert "CB204" in project.page("contribute/codes/cb204/index.html")
    file = "<code>claims/snapshots/council-notice.txt</code>:"
    assert file in project.page("contribute/codes/cb330/index.html")
    fields = project.page("contribute/fields/claim/index.html")
    assert '<h3 id="evidence-stance">' in fields
    assert 'href="../../codes/cb105/"' in fields
    limits = project.page("contribute/fields/limits/index.html")
    assert 'href="../claim/#evidence-stance"' in limits
    assert 'href="../../codes/cb004/"' in limits
    assert "contribute/codes" not in project.page("index.html")


def test_any_theme_will_do(project: Project) -> None:
    project.config["theme"] = {"name": "mkdocs"}
    project.write("claimbook.toml", "[security]\nenforced = false\n")
    project.build(strict=True)
    page = project.page("claims/bridge-sold/index.html")
    assert "The sale of the &lt;bridge&gt; &amp; its move" in page
    assert 'type="application/ld+json"' in page or "og:title" in page


class Guest(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Another plugin, which cannot work on a page it has not seen before."""

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        if "claimbook-marker" in page.title:
            raise KeyError(page.file.src_uri)
        return output.replace("</body>", "<!-- guest --></body>")

    def claimbook_fragment(self, fragment: Fragment, config: MkDocsConfig) -> Fragment | None:
        from dataclasses import replace

        del config
        if fragment.location.endswith("bridge-sold"):
            return replace(fragment, body=f"{fragment.body}<p>From a guest</p>")
        return None


def test_other_plugins_that_fail_on_shells_are_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _invite(monkeypatch)
    project.build(strict=True)
    assert "<!-- guest -->" in project.page("index.html")
    assert "<!-- guest -->" not in project.page("claims/bridge-closed/index.html")
    assert any("claim pages do without Guest" in each.getMessage() for each in project.log)


def test_other_plugins_may_change_fragments(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _invite(monkeypatch)
    project.build(strict=True)
    assert "From a guest" in project.page("claims/bridge-sold/index.html")
    assert "From a guest" not in project.page("claims/bridge-closed/index.html")


def _invite(monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs_claimbook.plugin import ClaimbookPlugin

    begun = ClaimbookPlugin.on_config

    def on_config(plugin: ClaimbookPlugin, config: MkDocsConfig) -> MkDocsConfig:
        config.plugins["guest"] = Guest()
        return begun(plugin, config)

    monkeypatch.setattr(ClaimbookPlugin, "on_config", on_config)


def test_the_host_reports_what_it_has_built(project: Project, tmp_path: Path) -> None:
    import yaml

    from mkdocs_claimbook.host import build

    project.write("mkdocs.yml", yaml.safe_dump(project.config))
    project.write("claims/stray.txt", "nothing reads this\n")
    staging = tmp_path / "staging"
    staging.mkdir()
    tree = Tree(tmp_path / "tree")
    report = build(project.root, staging, strict=False, tree=tree)
    assert (report.claims, report.succeeded) == (2, True)
    found = [str(each) for each in (*staging.rglob("*.html"), *tree.folder.rglob("*.html"))]
    # What others embed, and what says how to cite, are no pages for readers of the site.
    others = [each for each in found if "/embed/" in each or each.endswith("/cite/index.html")]
    assert len(others) == 4
    assert report.pages == len(found) - len(others)
    assert report.search is None
    assert "claims/bridge-sold/index.html" in report.placed
    assert [each.code.id for each in report.diagnostics] == ["CB016"]
    assert not build(project.root, staging, strict=True, tree=tree).succeeded


def test_the_foot_of_every_page_leads_to_what_is_there(project: Project) -> None:
    project.build()
    assert '<a href="/accessibility/">Accessibility</a>' in project.page("404.html")
    foot = project.page("claims/bridge-sold/index.html").partition("cb-sitefoot")[2]
    foot = foot.partition("</nav>")[0]
    assert '<a href="../../accessibility/">Accessibility</a>' in foot
    assert '<a href="../../corrections/">Corrections</a>' in foot
    assert "How we work" not in foot
    project.write("site_src/method.md", "# Method\n")
    project.build()
    assert '<a href="../../method/">How we work</a>' in project.page(
        "claims/bridge-sold/index.html"
    )


def test_the_way_past_the_navigation_leads_to_the_title_of_the_same_page(project: Project) -> None:
    project.config["plugins"][0]["claimbook"]["code_pages"] = True
    project.build()
    for path in project.site.rglob("*.html"):
        page = path.read_text("utf-8")
        skip = re.search(r'href="#([^"]+)" class="?md-skip', page)
        assert skip is None or f'id="{skip[1]}"' in page, path
    for path in ("claims/bridge-sold", "timeline", "contribute/codes/cb303"):
        page = project.page(f"{path}/index.html")
        assert 'href="#page-title" class=md-skip' in page
        assert re.search('<h1[^>]* id="page-title"', page)
