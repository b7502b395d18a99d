"""What a long text under check costs to make, to send, to scroll and to read a note of.

``python tests/bench/document.py --words 50000 --claims 500`` holds a page with statements against
the same text without any, in a browser.
"""

import argparse
import gzip
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.compile import compile_claims
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Settings
from claimbook.site import Site
from claimbook.text import SourceFile
from tests.browser.conftest import chromium
from tests.browser.serving import served

TODAY = date(2026, 1, 1)
RATINGS = ("true", "mostly-true", "mixed", "false", "unproven")
SENTENCE, PARAGRAPH = 18, 90
HEAD = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Text</title>"
    '<meta name=viewport content="width=device-width"><style>body{font:16px sans-serif}</style>'
    '<link rel=stylesheet href="../../assets/claimbook/claimbook.css">'
    '<script type=module src="../../assets/claimbook/claimbook.js"></script><main>'
)
_WATCH = """
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => e.duration)))
  .observe({ type: "longtask", buffered: true });
window.shifted = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shifted += e.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
_SCROLL = """async () => {
  const step = (document.documentElement.scrollHeight - innerHeight) / 120;
  const frames = [];
  let before = await new Promise(requestAnimationFrame);
  for (let at = 1; at <= 120; at++) {
    scrollTo(0, at * step);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - before);
    before = now;
  }
  return frames;
}"""
_OPEN = """async () => {
  const all = [...document.querySelectorAll(".cb-ref")];
  const took = [];
  for (let at = 1; at <= 9; at++) {
    const ref = all[Math.floor(all.length * at / 10)];
    ref.scrollIntoView({ block: "center" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const start = performance.now();
    ref.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    took.push(performance.now() - start);
  }
  return took;
}"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds and bytes."""

    make: float
    size: int
    packed: int
    load: float
    blocked: float
    frame: float
    slow: float
    shifted: float
    note: float


def text_of(words: int) -> tuple[str, list[str]]:
    """A text and its sentences, no two of which are alike."""
    choose = random.Random("text")
    sentences = [
        f"Number {at} of them {' '.join(choose.choice(WORDS) for _ in range(SENTENCE - 4))}."
        for at in range(words // SENTENCE)
    ]
    each = PARAGRAPH // SENTENCE
    blocks = [" ".join(sentences[at : at + each]) for at in range(0, len(sentences), each)]
    return "\n\n".join(blocks), sentences


WORDS = [
    "the",
    "bridge",
    "road",
    "council",
    "opened",
    "closed",
    "since",
    "year",
    "million",
    "people",
    "report",
    "said",
    "was",
    "not",
]


def site_of(words: int, claims: int) -> Site:
    """A site with one text and as many statements in it."""
    text, sentences = text_of(words)
    step = max(1, len(sentences) // max(claims, 1))
    files = {
        "documents/long.yml": "title: A long text\ntext: long.txt\nlanguage: en\n",
        "documents/long.txt": text,
        **{
            f"claim-{at}.yml": claim(sentences[at * step], RATINGS[at % len(RATINGS)])
            for at in range(claims)
        },
    }
    sources = [SourceFile(f"claims/{path}", each.encode()) for path, each in files.items()]
    compiled = compile_claims(sources, Settings(), TODAY)
    return Site(compiled.corpus, Settings(), UrlStyle(), Renderer(), TODAY)


def claim(sentence: str, rating: str) -> str:
    """The file of a claim about one sentence."""
    return (
        f"claim: {sentence}\ntitle: {sentence[:60]}\nclaimant: Ann\n"
        f"appearances: [{{document: long, quote: '{sentence}'}}]\n"
        f"review: {{rating: {rating}, verdict: The notice that we read says the same of it.}}\n"
        "evidence: [{stance: supports, says: So it says., source: {title: A notice}}]\n"
    )


def publish(site: Site, root: Path) -> tuple[float, bytes]:
    """Write the page and what it loads; how long it took to make, and the page."""
    start = time.perf_counter()
    fragment = site.fragment_at("documents/long")
    made = (time.perf_counter() - start) * 1000
    assert fragment
    page = f"{HEAD}{fragment.body}</main>".encode()
    for path, content in {**site.artifacts(), "documents/long/index.html": page}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return made, page


def measured(site: Site, page: Page) -> Cost:
    """What its page costs."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        made, content = publish(site, Path(folder))
        page.goto(f"{address}/documents/long/", wait_until="networkidle")
        load = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        blocked = page.evaluate("window.tasks.reduce((sum, each) => sum + each - 50, 0)")
        frames = page.evaluate(_SCROLL)
        shifted = page.evaluate("window.shifted")
        notes = page.evaluate(_OPEN) if site.corpus.claims else [0.0]
    slow = sorted(frames)[int(len(frames) * 0.95)]
    packed = len(gzip.compress(content, 6))
    return Cost(
        made, len(content), packed, load, blocked, median(frames), slow, shifted, max(notes)
    )


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--claims", type=int, default=500)
    asked = parser.parse_args()
    # The first page of all also makes what every page shares.
    site_of(SENTENCE, 1).fragment_at("documents/long")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        costs = []
        for claims in (0, asked.claims):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.add_init_script(_WATCH)
            costs.append(measured(site_of(asked.words, claims), page))
            page.close()
        browser.close()
    report(asked.words, asked.claims, *costs)


def report(words: int, claims: int, bare: Cost, full: Cost) -> None:
    """Print both and their ratios."""
    print(f"{words:,} words, {claims:,} statements{'bare':>20}{'marked':>12}{'ratio':>8}")
    rows = {
        "made (ms)": (bare.make, full.make),
        "page (KB)": (bare.size / 1000, full.size / 1000),
        "page, compressed (KB)": (bare.packed / 1000, full.packed / 1000),
        "loaded after (ms)": (bare.load, full.load),
        "blocked beyond 50 ms (ms)": (bare.blocked, full.blocked),
        "frame while scrolling, median (ms)": (bare.frame, full.frame),
        "frame while scrolling, 95 % (ms)": (bare.slow, full.slow),
        "layout shift while scrolling": (bare.shifted, full.shifted),
        "note opened, slowest of nine (ms)": (bare.note, full.note),
    }
    for name, (one, other) in rows.items():
        ratio = f"{other / one:>8.2f}" if one > 0 else ""
        print(f"{name:<38}{one:>14.1f}{other:>12.1f}{ratio}")


if __name__ == "__main__":
    main()
