"""What a page costs a reader, as the browser counts it. ``python -m tests.browser.weighing SITE``.

Bytes are those that came over the wire, compressed, with the headers of every answer.
"""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifts.push(each.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(slots=True)
class Weight:
    """What one page asked for: files with their bytes, in order."""

    path: str
    files: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    shift: float = 0

    @property
    def html(self) -> int:
        """Bytes of the page itself."""
        return self.files[f"/{self.path}"]

    @property
    def total(self) -> int:
        """Bytes of all files."""
        return sum(self.files.values())


def weigh(browser: Browser, address: str, path: str, **settings: Any) -> Weight:  # noqa: ANN401 - Playwright's own settings
    """Open a page as somebody who was never here before, and count."""
    context = browser.new_context(**settings)
    page = context.new_page()
    page.add_init_script(_SHIFTS)
    weight = Weight(path)
    urls: dict[str, str] = {}

    def answered(event: dict[str, Any]) -> None:
        url, status = event["response"]["url"], event["response"]["status"]
        urls[event["requestId"]] = url
        if status >= 400:
            weight.missing.append(url)
        if not url.startswith((address, "data:", "blob:")):
            weight.foreign.append(url)

    def finished(event: dict[str, Any]) -> None:
        name = urlsplit(urls[event["requestId"]]).path
        weight.files[name] = weight.files.get(name, 0) + round(event["encodedDataLength"])

    network = context.new_cdp_session(page)
    network.on("Network.responseReceived", answered)
    network.on("Network.loadingFinished", finished)
    network.send("Network.enable")
    page.goto(f"{address}/{path}", wait_until="networkidle")
    # Whatever comes late has come when the reader is at the end of the page.
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    weight.shift = page.evaluate("window.shifts.reduce((sum, each) => sum + each, 0)")
    context.close()
    return weight


def main() -> None:
    """Print a table of every kind of page, and the heaviest claim's files."""
    from tests.browser.conftest import chromium
    from tests.browser.page_types import claim_pages, page_types
    from tests.browser.serving import served

    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    with sync_playwright() as playwright, served(site) as address:
        browser = chromium(playwright)
        claims = claim_pages(site)
        heaviest = max(claims, key=lambda each: (site / each / "index.html").stat().st_size)
        weights = [weigh(browser, address, each) for each in [heaviest, *page_types(site)]]
        browser.close()
    sys.stdout.write("".join(table(weights)))


def table(weights: list[Weight]) -> list[str]:
    """A line for each page; below it, what the first page is made of."""
    lines = [f"{'page':<58}{'HTML':>9}{'in all':>9}{'files':>7}{'shift':>7}\n"]
    lines += [
        f"{_short(each.path):<58}{each.html / 1000:>6.1f} KB{each.total / 1000:>6.1f} KB"
        f"{len(each.files):>7}{each.shift:>7.3f}\n"
        for each in {each.path: each for each in weights}.values()
    ]
    first = weights[0]
    lines.append(f"\n{_short(first.path)} is made of:\n")
    for name, size in sorted(first.files.items(), key=lambda each: -each[1]):
        lines.append(f"  {size / 1000:>6.1f} KB  {name}\n")
    return lines


def _short(path: str) -> str:
    shown = f"/{path}"
    return shown if len(shown) < 57 else f"{shown[:54]}…"


if __name__ == "__main__":
    main()
