"""What it costs to give all pages their policies, beside the same builds without.

``python tests/bench/policy.py --claims 2000 --rounds 3`` builds a generated project anew with and
without ``[security] enforced``, in turns, and prints seconds of processor time of whole builds, the
ratio, and the bytes that a page of a claim gains.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from claimbook.sample_corpus import write_project

PROGRAM = Path(sys.executable).with_name("claimbook")
PAGE = Path("site", "claims", "claim-000001", "index.html")
WAYS = ("with", "without")


def seconds(root: Path, way: str) -> float:
    """Build a project from nothing; the processor time of all processes."""
    for name in ("site", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    asked = {"with": "true", "without": "false"}[way]
    (root / "claimbook.toml").write_text(f"[security]\nenforced = {asked}\n", encoding="utf-8")
    before = os.times()
    subprocess.run([PROGRAM, "build"], cwd=root, check=True, capture_output=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    size: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root, given.claims, search=False)
        for _ in range(given.rounds):
            for way in WAYS:
                found[way].append(seconds(root, way))
                size[way] = (root / PAGE).stat().st_size
    middle = {way: median(found[way]) for way in WAYS}
    for way in WAYS:
        print(f"{way:<8}{middle[way]:>8.2f} s{size[way]:>8} bytes")
    print(f"ratio   {middle['with'] / middle['without']:>8.2f}{size['with'] - size['without']:>8}")


if __name__ == "__main__":
    main()
