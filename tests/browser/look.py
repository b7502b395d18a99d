"""Pictures of every kind of page for a reviewer. ``python -m tests.browser.look SITE [FOLDER]``.

Desktop and phone, light and dark; the claim's page also without scripts and as a printed document.
`index.html` in the folder shows them side by side.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.conftest import PHONE, chromium
from tests.browser.page_types import claim_pages, page_types
from tests.browser.serving import served

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
# No picture is taller than this: what comes further down looks like what is above.
_TALLEST = 4000
_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>How the site looks</title>
<style>
body {{ margin: 24px; font: 15px/1.5 system-ui, sans-serif; color: #22201d; background: #fff; }}
h2 {{ margin: 40px 0 8px; font-size: 1rem; border-top: 1px solid #22201d; padding-top: 8px; }}
div {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }}
figure {{ margin: 0; }}
figcaption {{ color: #5d5953; font-size: 0.8rem; }}
img {{ display: block; border: 1px solid #d9d5cd; height: 420px; width: auto; max-width: 100%;
  object-fit: cover; object-position: top; }}
</style>
<h1>How the site looks</h1>
<p>{count} pictures of {pages} kinds of page. Each opens in full.</p>
{parts}
</html>
"""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to look at a page."""

    name: str
    viewport: ViewportSize
    scheme: Literal["light", "dark"] = "light"
    has_scripts: bool = True


MODES = (
    Mode("desktop-light", DESKTOP),
    Mode("desktop-dark", DESKTOP, "dark"),
    Mode("phone-light", PHONE),
    Mode("phone-dark", PHONE, "dark"),
)
NO_SCRIPTS = Mode("phone-no-scripts", PHONE, has_scripts=False)


def take(browser: Browser, url: str, mode: Mode, target: Path) -> None:
    """Write one picture of a whole page."""
    page = browser.new_page(
        viewport=mode.viewport,
        color_scheme=mode.scheme,
        java_script_enabled=mode.has_scripts,
        reduced_motion="reduce",
    )
    page.goto(url, wait_until="networkidle")
    height = min(_TALLEST, int(page.locator("html").bounding_box()["height"]))  # type: ignore[index]
    clip = {"x": 0, "y": 0, "width": mode.viewport["width"], "height": height}
    page.screenshot(path=target, full_page=True, clip=clip)  # type: ignore[arg-type]
    page.close()


def print_page(browser: Browser, url: str, target: Path) -> None:
    """Write a page as it is printed."""
    page = browser.new_page()
    page.goto(url, wait_until="networkidle")
    page.pdf(path=target, prefer_css_page_size=True)
    page.close()


def pictures(browser: Browser, address: str, site: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Take every picture; yields the page's path and the file that shows it."""
    claims = claim_pages(site)
    kinds = page_types(site)
    for path in kinds:
        is_claim = path in claims
        for mode in (*MODES, *([NO_SCRIPTS] if is_claim else [])):
            name = f"{_named(path)}-{mode.name}.png"
            take(browser, f"{address}/{path}", mode, folder / name)
            yield path, name
        if is_claim:
            name = f"{_named(path)}-print.pdf"
            print_page(browser, f"{address}/{path}", folder / name)
            yield path, name


def _named(path: str) -> str:
    return re.sub(r"\W+", "-", path).strip("-") or "home"


def sheet(found: list[tuple[str, str]]) -> str:
    """The page that shows all pictures."""
    by_page: dict[str, list[str]] = {}
    for path, name in found:
        by_page.setdefault(path, []).append(name)
    parts = (
        f"<h2>/{escape(path)}</h2>\n<div>{''.join(map(_figure, names))}</div>"
        for path, names in by_page.items()
    )
    return _PAGE.format(count=len(found), pages=len(by_page), parts="\n".join(parts))


def _figure(name: str) -> str:
    kind = name.rpartition(".")[0]
    shown = f'<img src="{name}" alt="" loading="lazy">' if name.endswith(".png") else "Print (PDF)"
    return f'<figure><a href="{name}">{shown}</a><figcaption>{escape(kind)}</figcaption></figure>'


def main() -> None:
    """Take the pictures of a built site."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "build/look")
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("*.png"), *folder.glob("*.pdf")]:
        old.unlink()
    with sync_playwright() as playwright, served(site) as address:
        browser = chromium(playwright)
        found = list(pictures(browser, address, site, folder))
        browser.close()
    (folder / "index.html").write_text(sheet(found), encoding="utf-8")
    sys.stdout.write(f"{len(found)} pictures: {folder / 'index.html'}\n")


if __name__ == "__main__":
    main()
