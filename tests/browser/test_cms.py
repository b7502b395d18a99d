"""Sveltia CMS itself, with the configuration we write: a claim goes in by the form.

Its test backend keeps all files in the browser. Fonts and icons, which it asks of another host,
are refused here.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, Page

from claimbook.cli.commands import cli
from claimbook.cms import CMS_VERSION, SCRIPT
from claimbook.workspace import compile_workspace, load
from tests.browser.serving import served
from tests.conftest import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PACKAGE = REPOSITORY / "build" / "cms" / "node_modules" / "@sveltia" / "cms"
FILES = {
    "claims/claimants/gazette.yml": "name: Example Gazette\n",
    "claims/sources/notice.yml": (
        "title: Notice of closure\npublisher: Exe Town Council\n"
        "url: https://example.org/notice\npublished: 2025-05-02\nstanding: primary\n"
    ),
    "claims/topics.yml": "transport: Transport\n",
    "claims/older.yml": (
        "claim: The ferry ran in June 2024.\nclaimant: gazette\nabout: [gazette, {name: Ferry}]\n"
        "review:\n  rating: true\n  verdict: It ran.\n  reviewed: 2026-07-01\n"
        "evidence:\n  - source: notice\n    stance: supports\n    says: It ran.\n"
        "    verify: {none: The page is gone.}\n"
    ),
}
PUT = """async files => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const names = path.split('/'), last = names.pop();
    let folder = await root.getDirectoryHandle('sveltia-cms-test', {create: true});
    for (const name of names) folder = await folder.getDirectoryHandle(name, {create: true});
    const file = await folder.getFileHandle(last, {create: true});
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
TAKE = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === 'directory') await walk(each, `${path}${name}/`);
      else found[path + name] = await (await each.getFile()).text();
    }
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle('sveltia-cms-test'), '');
  return found;
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one claim, with the CMS in `admin`."""
    if not PACKAGE.is_dir():
        pytest.skip("Sveltia CMS is not installed: `make build/cms/stamp` does so where npm is")
    root = tmp_path_factory.mktemp("cms")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    arguments = ["--backend", "test-repo", "--output", "admin", "--project", str(root)]
    assert CliRunner().invoke(cli, ["cms-config", *arguments]).exit_code == 0
    shutil.copy(PACKAGE / "dist" / SCRIPT, root / "admin")
    return root


@pytest.fixture
def page(browser: Browser, project: Path) -> Iterator[Page]:
    """The CMS with the files of the project, signed in."""
    with served(project / "admin") as address:
        context = browser.new_context(viewport={"width": 1300, "height": 3000})
        context.route(lambda url: not url.startswith(address), lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(address)
        page.evaluate(PUT, FILES)
        page.reload()
        page.get_by_role("button", name="Work with Test Repository").click()
        page.get_by_text("One checkable claim and its review.").wait_for()
        yield page
        context.close()


def field(page: Page, path: str) -> Locator:
    """The part of the form for a field; it is filled with life when it comes into view."""
    for each in dict.fromkeys((path.partition(".")[0], path)):
        found = page.locator(f'section[data-key-path="{each}"]').first
        found.scroll_into_view_if_needed()
    return found


def save(page: Page) -> dict[str, str]:
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_text("Entry saved.").wait_for()
    files: dict[str, str] = page.evaluate(TAKE)
    return files


def open_form(page: Page, path: str) -> Callable[[str], Locator]:
    page.evaluate("path => { location.hash = path }", f"#/collections/claims/{path}")
    page.locator('section[data-key-path="claim"] textarea').first.wait_for()
    return lambda name: field(page, name)


def problems(project: Path, files: dict[str, str]) -> list[str]:
    for path, text in files.items():
        (project / path).write_text(text)
    found = compile_workspace(load(project), date(2026, 11, 22)).diagnostics
    return [f"{each.code} {each.span.place}: {each.message}" for each in found]


def test_the_configuration_is_what_the_cms_says_it_takes(project: Path) -> None:
    installed = json.loads((PACKAGE / "package.json").read_text())["version"]
    assert installed == CMS_VERSION
    schema = json.loads((PACKAGE / "schema" / "sveltia-cms.json").read_text())
    made = yaml.safe_load((project / "admin" / "config.yml").read_text())
    jsonschema.Draft7Validator(schema).validate(made)


def test_a_claim_that_was_written_in_the_form_is_sound(page: Page, project: Path) -> None:
    at = open_form(page, "new")
    at("claim").locator("textarea").fill('The bridge was closed in May 2025: "both lanes" #1.')
    at("claimant").get_by_role("radio").first.click()
    at("claimed").locator("input").fill("2025-05")
    at("review.rating").get_by_role("combobox").click()
    page.get_by_role("option").filter(has_text="True:").first.click()
    at("review.verdict").locator("textarea").fill("The council closed it.")
    at("review.analysis").locator("textarea").fill("The notice says so [@notice, p. 2].")
    at("review.reviewed").locator("input").fill("2026-11-02")
    at("evidence").get_by_role("button", name="Add").first.click()
    at("evidence.0.source").get_by_role("radio").first.click()
    at("evidence.0.stance").get_by_role("radio", name="supports:").click()
    at("evidence.0.quote").locator("textarea").fill("The bridge is closed from 3 May 2025.")
    files = save(page)
    (path,) = files.keys() - FILES.keys()
    assert path == "claims/the-bridge-was-closed-in-may-2025-both-lanes-1.yml"
    assert problems(project, files) == []
    assert 'both lanes" #1' in files[path]
    assert files[path].index("claimant:") < files[path].index("evidence:")


def test_what_the_form_does_not_show_is_kept(page: Page) -> None:
    at = open_form(page, "entries/older")
    at("review.verdict").locator("textarea").fill("It ran on every day.")
    before = yaml.safe_load(FILES["claims/older.yml"])
    after = yaml.safe_load(save(page)["claims/older.yml"])
    before["review"]["verdict"] = "It ran on every day."
    assert after == before


def test_a_date_that_is_none_is_not_saved(page: Page) -> None:
    at = open_form(page, "entries/older")
    at("claimed").locator("input").fill("30.9.2025")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_text("One field has an error.").first.wait_for()
    assert "30.9" not in page.evaluate(TAKE)["claims/older.yml"]
