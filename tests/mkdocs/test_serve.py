"""`mkdocs serve`: a change shows within a moment, and so does a mistake."""

import shutil
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_claimbook.served_search import ServedSearch
from tests.mkdocs.project import CLAIM, CLAIMS, Project
from tests.mkdocs.server import differences, fetched, log_of, served, wait_for

pytestmark = pytest.mark.slow
_SHARED = """\
title: Register of bridges
publisher: Example County
url: https://county.example.org/register
published: 2025-01-01
standing: primary
"""
_EVIDENCE = """\
  - stance: context
    quote: The bridge belongs to the county.
    source: register
"""


def _claim(name: str, **changes: str) -> str:
    return CLAIM.format(**{**CLAIMS[name], **changes})


def test_changes_and_mistakes_show_in_place(project: Project) -> None:
    with served(project) as address:
        page = f"{address}/claims/bridge-closed/"
        wait_for(page, "The county closed the bridge")

        changed = _claim("bridge-closed", verdict="The county shut it on 2 March 2025.")
        project.write("claims/bridge-closed.yml", changed)
        assert wait_for(page, "The county shut it") < 10

        project.write("claims/bridge-closed.yml", changed + "unknwon: 1\n")
        wait_for(page, "unknown-field")
        wait_for(f"{address}/claims/bridge-sold/", "The county still owns the bridge")

        project.write("claims/bridge-closed.yml", changed)
        wait_for(page, "The county shut it")

        project.write("claims/bridge-new.yml", _claim("bridge-sold"))
        wait_for(f"{address}/claims/bridge-new/", "The county still owns the bridge")


def _built(project: Project, address: str) -> list[str]:
    """What is served otherwise than a new build of the project would have it."""
    shutil.rmtree(project.site, ignore_errors=True)
    config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(project.site))
    config.site_url = f"{address}/"
    build(config, serve_url=f"{address}/")
    return differences(address, project.site)


def _is_gone(project: Project, address: str, *paths: str) -> bool:
    return all(
        fetched(f"{address}/{each}") is None and not (project.site / each).exists()
        for each in paths
    )


def test_what_is_served_is_what_is_built(project: Project) -> None:
    project.config["site_url"] = "https://bridge.example/file/"
    project.config["plugins"] = [{"claimbook": {"search": False}}]
    project.write("site_src/index.md", "# Home\n\n[Bridges](topics/bridges.md), [@bridge-sold].\n")
    project.write("claims/sources/register.yml", _SHARED)
    with served(project) as address:
        wait_for(f"{address}/", "The bridge file")
        assert _built(project, address) == []

        former = "aliases: [bridge-old]\n"
        project.write("claims/bridge-sold.yml", _claim("bridge-sold", title="Sold?") + former)
        wait_for(f"{address}/claims/bridge-old/", "Sold?")
        assert _built(project, address) == []

        project.write("claims/bridge-new.yml", _claim("bridge-closed") + _EVIDENCE)
        wait_for(f"{address}/claims/bridge-new/", "The bridge belongs to the county")
        assert _built(project, address) == []

        project.write("claims/sources/register.yml", _SHARED.replace("bridges", "the bridges"))
        wait_for(f"{address}/claims/bridge-new/", "Register of the bridges")
        assert _built(project, address) == []

        (project.root / "claims/bridge-closed.yml").rename(project.root / "claims/closed.yml")
        wait_for(f"{address}/claims/closed/", "The county closed the bridge")
        assert _built(project, address) == []
        assert _is_gone(project, address, "claims/bridge-closed/index.html")

        project.write("claims/topics.yml", "bridges: Bridges\nrivers: Rivers\n")
        wait_for(f"{address}/topics/", "Rivers")
        assert _built(project, address) == []

        (project.root / "claims/bridge-new.yml").unlink()
        project.write("site_src/rivers.md", "# About rivers\n")
        wait_for(f"{address}/rivers/", "About rivers")
        assert _built(project, address) == []
        assert _is_gone(project, address, "claims/bridge-new/index.html")


def test_pages_in_files_of_their_own_are_served(project: Project) -> None:
    project.config["use_directory_urls"] = False
    del project.config["nav"]
    with served(project) as address:
        wait_for(f"{address}/claims/bridge-closed.html", "The county closed the bridge")
        assert _built(project, address) == []
        assert fetched(f"{address}/claims/bridge-closed/") is None


def test_addresses_lead_to_pages_as_they_do_without_us(project: Project) -> None:
    with served(project) as address:
        wait_for(f"{address}/claims/bridge-closed/", "The county closed the bridge")
        with urlopen(f"{address}/claims/bridge-sold") as answer:
            assert answer.url == f"{address}/claims/bridge-sold/"
        for path in ("claims/none/", "none", "..%2f..%2fmkdocs.yml", "topics/none/"):
            assert fetched(f"{address}/{path}") is None
        assert "Traceback" not in log_of(project)


def test_a_change_is_built_once(project: Project) -> None:
    with served(project) as address:
        page = f"{address}/claims/bridge-closed/"
        wait_for(page, "The county closed the bridge")
        for verdict in ("The county shut it.", "It was shut."):
            project.write("claims/bridge-closed.yml", _claim("bridge-closed", verdict=verdict))
            wait_for(page, verdict)
            # MkDocs looks for changes twice a second.
            time.sleep(1.5)
        assert log_of(project).count("Detected file changes") == 2


def test_without_reloading_all_pages_are_made_at_once(project: Project) -> None:
    with served(project, "--no-livereload") as address:
        wait_for(f"{address}/claims/bridge-closed/", "The county closed the bridge")
        assert _built(project, address) == []
        assert "pages woven" in log_of(project)


def test_the_search_finds_pages_as_they_were(project: Project) -> None:
    pytest.importorskip("pagefind_bin")
    project.config["plugins"] = [{"claimbook": {"code_pages": False}}]
    with served(project) as address:
        wait_for(f"{address}/pagefind/parts.json", "parts")
        assert fetched(f"{address}/pagefind/pagefind.js")
        assert fetched(f"{address}/pagefind/none.js") is None
        wait_for(f"{address}/claims/bridge-closed/", "The county closed the bridge")
    assert "as they were when this preview began" in log_of(project)


@pytest.mark.parametrize(
    ("folder", "said"), [("pagefind", "last `claimbook build`"), ("", "no search here")]
)
def test_a_large_site_has_the_search_of_its_last_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, folder: str, said: str
) -> None:
    (tmp_path / "site" / folder).mkdir(parents=True)
    (tmp_path / "site" / folder / "parts.json").write_text("{}")
    (tmp_path / "secret").write_text("")
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    search = ServedSearch()
    with caplog.at_level("INFO", "mkdocs"):
        search.begin(config, 10_000)
    search.end()
    assert said in caplog.text
    assert search.content("pagefind/parts.json") == (b"{}" if folder else None)
    assert search.content("secret") is None
