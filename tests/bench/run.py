"""Where the time goes: every stage of a build on a generated corpus, and what to hold it against.

``python tests/bench/run.py --claims 2000``. Absolute times depend on the machine; the ratios at the
end compare with other code on the same files in the same run.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

import markdown
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.assemble import assemble
from claimbook.check import check
from claimbook.compile import decode_file
from claimbook.corpus import Corpus
from claimbook.decode import decode, filing_of
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.prose import prose_html, read_prose
from claimbook.render import Renderer
from claimbook.site import Site
from claimbook.steady import steady
from claimbook.text import SourceFile
from claimbook.weave import Values, cut, markers, weave
from claimbook.workspace import load
from claimbook.yaml_tree import parse
from tests.bench.corpus import write_corpus

T = TypeVar("T")
TODAY = date(2026, 1, 1)
BAR = 40


class Clock:
    """Adds up what each stage takes, and shows it."""

    def __init__(self, claims: int) -> None:
        self.claims = claims
        self.stages: dict[str, float] = {}

    def run(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work, and remember its seconds under the stage's name."""
        start = time.perf_counter()
        result = work()
        self.stages[stage] = self.stages.get(stage, 0.0) + time.perf_counter() - start
        return result

    def micros(self, stage: str) -> float:
        """Microseconds per claim."""
        return self.stages[stage] / self.claims * 1e6

    def table(self) -> Iterable[str]:
        """A line and a bar for each stage."""
        most = max(self.stages.values())
        total = sum(self.stages.values())
        for stage, seconds in self.stages.items():
            bar = "█" * max(1, round(seconds / most * BAR))
            yield f"{stage:<22}{self.micros(stage):>9.0f} µs {seconds / total:>6.1%}  {bar}"
        yield f"{'sum':<22}{total / self.claims * 1e6:>9.0f} µs"


def compiled(root: Path, clock: Clock) -> tuple[Corpus, tuple[SourceFile, ...]]:
    """The stages up to a checked corpus."""
    workspace = clock.run("read", lambda: load(root))
    settings = workspace.settings
    files = [
        (file, filing)
        for file in workspace.files
        if (filing := filing_of(file.path.removeprefix("claims/"))) is not None
    ]
    parsed = clock.run("parse", lambda: [parse(file, settings.limits) for file, _ in files])
    clock.run(
        "decode",
        lambda: [
            decode(filing.role, outcome.value, file.path)
            for (file, filing), outcome in zip(files, parsed, strict=True)
            if outcome.value is not None
        ],
    )
    decoded = [decode_file(file, filing, settings) for file, filing in files]
    corpus = clock.run("assemble", lambda: assemble(decoded, {})).value
    if corpus is None:
        raise SystemExit("the generated corpus does not assemble")
    found = clock.run(
        "check",
        lambda: check(corpus, decoded, (), settings, TODAY, {file.path: file for file, _ in files}),
    )
    print(f"{len(found):,} diagnostics in {len(files):,} files", file=sys.stderr)
    return corpus, tuple(file for file, _ in files)


def published(corpus: Corpus, target: Path, clock: Clock) -> list[Fragment]:
    """The stages from the corpus to files."""
    site = Site(corpus, load(target.parent).settings, UrlStyle(), Renderer(), TODAY)
    pages = site.fragments()
    claims = len(corpus.claims)
    fragments = clock.run("claim pages", lambda: list(islice(pages, claims)))
    fragments += clock.run("list pages", lambda: list(pages))
    marked = markers("bench-marker")
    shell = cut(theme_page(marked), marked)
    woven = clock.run("weave", lambda: [weave(shell, values(each)) for each in fragments])
    clock.run("write", lambda: write(target, fragments, woven))
    return fragments


def theme_page(marked: Values) -> str:
    """A page as heavy as Material's (some 18 KB) with the places that its theme has."""
    filler = "<nav>" + '<a class="md-nav__link" href="../../page/">A page</a>' * 320 + "</nav>"
    return (
        f'<!doctype html><html lang="en"><head><title>{marked.title}</title>'
        f'<meta name="description" content="{marked.description}">'
        f'<link rel="canonical" href="{marked.canonical}">{marked.head}</head>'
        f'<body>{filler}<main>{marked.content}</main><a href="{marked.edit}">Edit</a></body></html>'
    )


def values(fragment: Fragment) -> Values:
    """What a shell leaves open, filled from a fragment."""
    return Values(fragment.title, fragment.description, fragment.head, fragment.body)


def write(target: Path, fragments: list[Fragment], woven: list[str]) -> None:
    """Write every page to disk."""
    style = UrlStyle()
    for fragment, page in zip(fragments, woven, strict=True):
        path = target / style.file(fragment.location)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.encode())


def ratios(files: Iterable[SourceFile], corpus: Corpus, clock: Clock) -> Iterable[str]:
    """Our stages beside other code that does a comparable thing to the same files."""
    texts = [file.data for file in files]
    other = Clock(clock.claims)
    other.run("CSafeLoader", lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts])
    yield _ratio("parse", "yaml.CSafeLoader", clock.micros("parse"), other.micros("CSafeLoader"))
    prose = [each.record.review.analysis or "" for each in corpus.claims.values()]
    read_prose.cache_clear()
    other.run("prose", lambda: [prose_html(read_prose(text)) for text in prose])
    sample = prose[: max(1, len(prose) // 10)]
    slow = Clock(len(sample))
    slow.run("Python-Markdown", lambda: [markdown.markdown(text) for text in sample])
    yield _ratio(
        "prose, sanitised", "Python-Markdown", other.micros("prose"), slow.micros("Python-Markdown")
    )


def _ratio(ours: str, theirs: str, our_time: float, their_time: float) -> str:
    return f"{ours} / {theirs}: {our_time / their_time:.2f}  ({our_time:.0f} / {their_time:.0f} µs)"


def whole(root: Path) -> Iterable[str]:
    """The whole command, as a person runs it."""
    command = [sys.executable, "-m", "claimbook", "build", "--site-dir", str(root / "whole")]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    yield f"claimbook build, search included: {time.perf_counter() - start:.1f} s"
    if done.returncode not in {0, 1}:
        yield done.stderr[-2000:]


def at_least_one(text: str) -> int:
    """The number that was asked for; fewer than one claim cannot be measured."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{number} claims give nothing to measure")
    return number


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=at_least_one, default=2000, help="size of the corpus")
    parser.add_argument("--whole", action="store_true", help="also time `claimbook build`")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = write_corpus(root, chosen.claims)
        (root / "site_src").mkdir()
        (root / "site_src" / "index.md").write_text("# Bench\n")
        (root / "mkdocs.yml").write_text(
            "site_name: Bench\nsite_url: https://bench.example/\ndocs_dir: site_src\n"
            "theme:\n  name: material\n  font: false\nplugins:\n  - claimbook\n"
        )
        print(f"{chosen.claims:,} claims, {size / 1e6:.1f} MB of YAML\n")
        clock = Clock(chosen.claims)
        with steady():
            corpus, files = compiled(root, clock)
            fragments = published(corpus, root / "pages", clock)
        claims = [len(each.body) for each in fragments if each.layout is Layout.CLAIM]
        print("\n".join(clock.table()))
        print(f"\nbody of a claim page: {sum(claims) / len(claims) / 1024:.1f} KB")
        with steady():
            print("\n".join(ratios(files, corpus, clock)))
        if chosen.whole:
            print("\n".join(whole(root)))


if __name__ == "__main__":
    main()
