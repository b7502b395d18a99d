"""What `diff` costs in a repository of many claims, of which one has changed.

``python tests/bench/difference.py --claims 10000 --rounds 5`` prints the median of each case.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from claimbook.sample_corpus import write_project

PROGRAM = Path(sys.executable).with_name("claimbook")
CLAIM = Path("claims", "000", "claim-000001.yml")


def git(root: Path, *arguments: str) -> None:
    """Run Git quietly in a folder."""
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "state")


def seconds(root: Path, *revisions: str) -> float:
    """How long `diff` takes, from its start to its end."""
    began = time.perf_counter()
    command = [str(PROGRAM), "diff", *revisions]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return time.perf_counter() - began


def reworded(root: Path, old: str, new: str) -> None:
    """Change one claim."""
    place = root / CLAIM
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root, given.claims, search=False)
        (root / ".gitignore").write_text(".cache/\n", encoding="utf-8")
        git(root, "init", "--quiet")
        commit(root)
        measure(root, given.rounds)


def measure(root: Path, rounds: int) -> None:
    """Print the time of each case."""
    reworded(root, "verdict: ", "verdict: Indeed ")
    print(f"nothing remembered             {seconds(root):>6.2f} s")
    subprocess.run([PROGRAM, "check"], cwd=root, check=False, capture_output=True)
    print(f"verdict changed                {_median(root, rounds):>6.2f} s")
    reworded(root, "claim: ", "claim: Newly ")
    print(f"claim changed, doubles sought  {_median(root, rounds):>6.2f} s")
    commit(root)
    shutil.rmtree(root / ".cache", ignore_errors=True)
    cold = seconds(root, "HEAD~1..HEAD")
    print(f"two commits, nothing remembered{cold:>6.2f} s")


def _median(root: Path, rounds: int) -> float:
    return median(seconds(root) for _ in range(rounds))


if __name__ == "__main__":
    main()
