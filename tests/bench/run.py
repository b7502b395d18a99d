"""Where the time goes: every stage of a build on a generated corpus, and what to hold it against.

``python tests/bench/run.py --claims 2000``. Absolute times depend on the machine; the ratios at the
end compare with other code on the same files in the same run.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

import markdown
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.cli.bench import stage_lines
from claimbook.fragment import Layout
from claimbook.prose import prose_html, read_prose
from claimbook.sample_corpus import claim_record, write_project
from claimbook.stages import Stages, stages_of
from claimbook.steady import steady
from claimbook.workspace import load

T = TypeVar("T")
TODAY = date(2026, 1, 1)


def timed(work: Callable[[], T], claims: int) -> float:
    """Microseconds for each claim."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) / claims * 1e6


def ratios(root: Path, stages: Stages) -> Iterable[str]:
    """Our stages beside other code that does a comparable thing to the same files."""
    texts = [file.data for file in load(root).files]
    loaded = timed(
        lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts], stages.claims
    )
    yield ratio("parse", "yaml.CSafeLoader", stages.micros("parse"), loaded)
    prose = [analysis(number) for number in range(stages.claims)]
    read_prose.cache_clear()
    ours = timed(lambda: [prose_html(read_prose(text)) for text in prose], len(prose))
    sample = prose[: max(1, len(prose) // 10)]
    theirs = timed(lambda: [markdown.markdown(text) for text in sample], len(sample))
    yield ratio("prose, sanitised", "Python-Markdown", ours, theirs)


def analysis(number: int) -> str:
    """The analysis of a generated claim."""
    review = claim_record(number)["review"]
    return str(review["analysis"]) if isinstance(review, dict) else ""


def ratio(ours: str, theirs: str, our_time: float, their_time: float) -> str:
    """A line that compares."""
    return f"{ours} / {theirs}: {our_time / their_time:.2f}  ({our_time:.0f} / {their_time:.0f} µs)"


def at_least_one(text: str) -> int:
    """The number that was asked for; fewer than one claim cannot be measured."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{number} claims give nothing to measure")
    return number


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=at_least_one, default=2000, help="size of the corpus")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = write_project(root, chosen.claims, search=False)
        print(f"{chosen.claims:,} claims, {size / 1e6:.1f} MB of YAML\n")
        stages = stages_of(root, root / "pages", TODAY)
        print("\n".join(stage_lines(stages)))
        claims = [len(each.body) for each in stages.fragments if each.layout is Layout.CLAIM]
        print(f"\nbody of a claim page: {sum(claims) / len(claims) / 1024:.1f} KB")
        with steady():
            print("\n".join(ratios(root, stages)))


if __name__ == "__main__":
    main()
