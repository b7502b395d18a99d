"""Every page of a publication whose texts are all hostile, in a browser: they stay texts."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from claimbook.views.has_been_checked import PLACE as CHECKED
from claimbook.views.new_claim import PLACE as BUILDER
from mkdocs_claimbook.host import build
from tests.browser.conftest import served
from tests.hostile.publication import PAYLOADS, write_publication

pytestmark = pytest.mark.browser
# These have a form and scripts of their own; tests of their own write such texts into them.
WITH_SCRIPTS = {f"{BUILDER}/index.html", f"{CHECKED}.html"}
# Set before any script of a page; a payload sets `ran`, or calls what opens a window.
_HOOK = """
window.called = [];
for (const name of ["alert", "confirm", "prompt", "open"]) {
  window[name] = (...values) => { window.called.push(name); };
}
// What a policy stops was tried all the same.
addEventListener("securitypolicyviolation", (event) => {
  window.called.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
# Nodes of the content that no page of ours has, and whatever could run or load something.
_FORBIDDEN = """() => {
  const found = [];
  const allowed = new Set(["http:", "https:", "mailto:"]);
  for (const each of document.querySelectorAll("article *")) {
    if (each.matches("link[rel=stylesheet]") && each.href.includes("/assets/claimbook/")) continue;
    const name = each.localName;
    if (["script", "style", "iframe", "object", "embed", "base", "link", "meta", "img", "video",
         "audio", "source", "template", "math", "textarea", "foreignobject", "animate",
         "animatetransform", "set", "use"].includes(name)) found.push(name);
    for (const { name: attribute, value } of each.attributes) {
      if (attribute.startsWith("on") || ["style", "srcdoc", "formaction"].includes(attribute)) {
        found.push(`${name} ${attribute}`);
      }
      if (["href", "src", "action", "cite"].includes(attribute)
          && !allowed.has(new URL(value, document.baseURI).protocol)) found.push(value);
    }
  }
  const others = "base, meta[http-equiv]:not([http-equiv=Content-Security-Policy])";
  if (document.querySelector(others)) found.push("base or meta");
  return found;
}"""
_CALLS = "() => [window.ran ? 'ran' : '', ...window.called].filter(Boolean)"


@dataclass(slots=True)
class Seen:
    """What a browser met on the pages of a site."""

    pages: int = 0
    calls: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def look(self, page: Page, name: str) -> None:
        """Collect what has happened on the page just loaded."""
        self.pages += 1
        self.calls += [f"{name}: {each}" for each in page.evaluate(_CALLS)]
        if name not in WITH_SCRIPTS:
            self.forbidden += [f"{name}: {each}" for each in page.evaluate(_FORBIDDEN)]


@dataclass(slots=True)
class Built:
    """A site on disk, and where it is served."""

    folder: Path
    address: str

    @property
    def pages(self) -> list[str]:
        """All pages but those that lead on to another at once."""
        files = sorted(each.relative_to(self.folder) for each in self.folder.rglob("*.html"))
        return [each.as_posix() for each in files if not each.parent.name.startswith("former-")]


def _built(root: Path, settings: str = "", **theme: object) -> Iterator[Built]:
    root.mkdir()
    write_publication(root, **theme)
    (root / "claimbook.toml").write_text(settings, encoding="utf-8")
    folder = root / "site"
    folder.mkdir()
    report = build(root, folder, strict=False)
    assert report.succeeded
    assert [each for each in report.diagnostics if each.severity == "error"] == []
    assert report.claims == len(PAYLOADS)
    for address in served(folder):
        yield Built(folder, address)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site of the hostile publication."""
    yield from _built(tmp_path_factory.mktemp("hostile") / "project")


@pytest.fixture(scope="module")
def weakened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The same with an owner's template that forgets to escape one text, and without policies."""
    root = tmp_path_factory.mktemp("weakened")
    template = root / "theme" / "claimbook" / "claim.html"
    template.parent.mkdir(parents=True)
    template.write_text(
        '{% extends "core/claim.html" %}{% block verdict %}{{ page.verdict|safe }}{% endblock %}',
        encoding="utf-8",
    )
    off = "[security]\nenforced = false\n"
    yield from _built(root / "project", off, custom_dir=str(root / "theme"))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str, list[str]], Seen]]:
    """Load pages one after the other and say what was seen."""
    context = browser.new_context()
    context.add_init_script(_HOOK)

    def run(address: str, names: list[str]) -> Seen:
        seen, page = Seen(), context.new_page()
        page.on("dialog", lambda each: (seen.dialogs.append(each.message), each.dismiss()))
        page.on("request", lambda each: seen.requests.append(each.url))
        page.on("popup", lambda each: seen.dialogs.append(each.url))
        for name in names:
            page.goto(f"{address}/{name}")
            seen.look(page, name)
        own = (f"{address}/", "data:", "blob:")
        seen.requests = [each for each in seen.requests if not each.startswith(own)]
        return seen

    yield run
    context.close()


def test_no_page_runs_loads_or_shows_what_a_text_says(
    hostile: Built, visit: Callable[[str, list[str]], Seen]
) -> None:
    seen = visit(hostile.address, hostile.pages)
    assert seen == Seen(pages=len(hostile.pages))
    assert seen.pages > 8 * len(PAYLOADS)


def test_a_template_that_escapes_nothing_is_seen(
    weakened: Built, visit: Callable[[str, list[str]], Seen]
) -> None:
    names = [f"claims/claim-{number}/index.html" for number in range(len(PAYLOADS))]
    seen = visit(weakened.address, names)
    assert any("ran" in each for each in seen.calls)
    assert any("alert" in each for each in seen.calls)
    assert any("script" in each for each in seen.forbidden)
    assert any("onerror" in each for each in seen.forbidden)
    assert any(each.startswith("https://elsewhere.example") for each in seen.requests)


def test_texts_stand_on_the_page_as_they_were_written(hostile: Built, browser: Browser) -> None:
    page, described = browser.new_page(), 0
    for number, payload in enumerate(PAYLOADS):
        page.goto(f"{hostile.address}/claims/claim-{number}/")
        text = " ".join(payload.split())
        assert page.locator("h1").text_content() == text
        assert page.locator(".cb-verdict__text").text_content() == text
        assert text in page.title()
        for data in page.locator('script[type="application/ld+json"]').all_text_contents():
            assert json.loads(data)["claimReviewed"] == text
            described += 1
    assert described > len(PAYLOADS) // 2
    page.close()


@pytest.mark.parametrize("query", ["script", "onerror", "window", "ran", "claimbook", '"><img src'])
def test_the_search_shows_them_as_texts(hostile: Built, browser: Browser, query: str) -> None:
    context = browser.new_context()
    context.add_init_script(_HOOK)
    page, foreign = context.new_page(), []
    page.on("request", lambda each: foreign.append(each.url))
    page.goto(f"{hostile.address}/no-such-page/?q={quote(query)}")
    page.locator("[data-cb-results] .cb-search__link").first.wait_for()
    assert page.evaluate(_CALLS) == []
    inside = page.locator("[data-cb-search] :is(script, img, iframe, style, [onerror], [onload])")
    assert inside.count() == 0
    assert [each for each in foreign if not each.startswith(hostile.address)] == []
    context.close()


_CHOICES = """() => [...document.querySelectorAll(".cb-filter :is([name=rating], option)")]
  .filter((each) => each.value)
  .map((each) => `${each.name ?? each.closest("select").name}=${each.value}`)"""


def test_the_filter_shows_them_as_texts(hostile: Built, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(_HOOK)
    page, foreign, errors = context.new_page(), [], []
    page.on("request", lambda each: foreign.append(each.url))
    page.on("pageerror", lambda each: errors.append(str(each)))
    page.goto(f"{hostile.address}/claims/?sort=oldest")
    page.locator(".cb-filtered .cb-row").first.wait_for()
    titles = page.locator(".cb-filtered .cb-row__title").all_text_contents()
    assert sorted(titles) == sorted(" ".join(each.split()) for each in PAYLOADS)
    assert page.evaluate(_CALLS) == []
    assert page.evaluate(_FORBIDDEN) == []
    asked = page.evaluate(_CHOICES)
    assert len(asked) > len(PAYLOADS)
    for each in (*asked, "claimant=person-2", "topic=%3Cscript%3E&page=-1&sort=x"):
        page.goto(f"{hostile.address}/claims/?{each}")
        page.locator(".cb-filter [role=status]", has_text=re.compile("found|^No claim")).wait_for()
        assert page.evaluate(_CALLS) == []
    assert [each for each in foreign if not each.startswith(hostile.address)] == errors == []
    context.close()


def test_the_look_up_shows_them_as_texts(hostile: Built, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(_HOOK)
    page = context.new_page()
    page.goto(f"{hostile.address}/checked/")
    page.locator("#cb-checked-text").fill("\n".join(f"{each} of claims" for each in PAYLOADS))
    page.get_by_role("button", name="Look it up").click()
    results = page.locator(".cb-checked__results")
    results.locator(".cb-row").first.wait_for(state="attached")
    assert page.evaluate(_CALLS) == []
    inside = results.locator(":is(script, img, iframe, style, form, input, [onerror], [onload])")
    assert inside.count() == 0
    context.close()


def test_previews_and_buttons_show_them_as_texts(hostile: Built, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(_HOOK)
    page, foreign, errors = context.new_page(), [], []
    page.on("request", lambda each: foreign.append(each.url))
    page.on("pageerror", lambda each: errors.append(str(each)))
    shown = 0
    for number in range(len(PAYLOADS)):
        page.goto(f"{hostile.address}/claims/claim-{number}/")
        page.get_by_role("button", name="Copy link").click()
        for link in page.locator('sup a[href^="#source-"]').all():
            link.evaluate("link => link.focus({ focusVisible: true })")
            shown += page.locator(".cb-preview:popover-open").count()
            inside = page.locator(".cb-preview").locator(":is(script, img, iframe, style, [id])")
            assert inside.count() == 0
        assert page.evaluate(_CALLS) == []
    assert shown >= len(PAYLOADS)
    assert [each for each in foreign if not each.startswith(hostile.address)] == errors == []
    context.close()


def test_the_sitemap_is_xml_with_our_own_addresses(hostile: Built) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [
        each.text or "" for each in ET.parse(hostile.folder / "sitemap.xml").iter(f"{space}loc")
    ]
    assert len(places) > 8 * len(PAYLOADS)
    assert all(each.startswith("https://hostile.example/") for each in places)
