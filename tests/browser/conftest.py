"""This repository's own site, built once, served, and looked at by Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from mkdocs_claimbook.host import build
from tests.browser import serving
from tests.conftest import REPOSITORY

# Chromium on a machine without a network must not try to reach one by itself.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A page may be slow where others are tested beside it.
expect.set_options(timeout=15_000)
PHONE = {"width": 360, "height": 740}
# A click that comes before the scripts goes where it goes without them.
_SCRIPTS_HAVE_COME = """async () => {
  const script = document.querySelector('script[src$="/claimbook.js"]');
  if (script) await import(script.src).then(({ ready }) => ready).catch(() => {});
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests with a browser a second try in CI; what needed one is told, and is a defect."""
    if os.environ.get("CI"):
        for each in items:
            if each.get_closest_marker("browser"):
                each.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `claimbook build` makes it, in a folder of its own below another."""
    staging = tmp_path_factory.mktemp("server") / "below"
    staging.mkdir()
    report = build(REPOSITORY, staging, strict=False)
    assert report.succeeded
    return staging


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the site is served."""
    yield from served(built_site)


@pytest.fixture(scope="session")
def address_below(built_site: Path) -> Iterator[str]:
    """Where the same site is served below a path; ends with ``/``."""
    for root in served(built_site.parent):
        yield f"{root}/{built_site.name}/"


def served(folder: Path) -> Iterator[str]:
    """The address of a server of a folder, until the next is asked for."""
    with serving.served(folder, serving.PlainHandler) as address:
        yield address


def chromium(playwright: Playwright) -> Browser:
    """Start the browser that the machine has."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.fail("there is no Chromium here: install it, or name it in CHROMIUM")
    return playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the machine has it."""
    with sync_playwright() as playwright:
        started = chromium(playwright)
        yield started
        started.close()


@dataclass(slots=True)
class Visit:
    """A reader's browser, and everything it asked for and complained of."""

    address: str
    context: BrowserContext
    page: Page
    scripts: bool = True
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site, and wait for what it gains from scripts."""
        self.page.goto(f"{self.address}/{path}")
        if self.scripts:
            self.page.evaluate(_SCRIPTS_HAVE_COME)
        return self.page

    @property
    def foreign_requests(self) -> list[str]:
        """Requests that left this machine."""
        own = ("http://127.0.0.1:", "data:", "blob:")
        return [each for each in self.requests if not each.startswith(own)]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Open the site with settings of a browser context; nothing may be complained of."""
    visits: list[Visit] = []

    def begin(**settings: Any) -> Visit:  # noqa: ANN401 - Playwright's own settings
        context = browser.new_context(**settings)
        scripts = settings.get("java_script_enabled", True)
        made = Visit(address, context, context.new_page(), scripts)
        made.page.set_default_timeout(15_000)
        made.page.on("request", lambda request: made.requests.append(request.url))
        made.page.on("console", lambda said: _note(made, said.type, said.text))
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        visits.append(made)
        return made

    yield begin
    for each in visits:
        each.context.close()
        assert each.complaints == []
        assert each.foreign_requests == []


def _note(made: Visit, kind: str, text: str) -> None:
    # The browser itself reports a page that is missing, which some tests ask for.
    if kind in {"error", "warning"} and "404 (" not in text:
        made.complaints.append(text)
