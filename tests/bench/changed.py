"""What `check --changed-since` costs beside plain `check`, in a repository of many claims.

``python tests/bench/changed.py --claims 10000 --rounds 5`` prints the median of each command,
and what it is beyond the time that Claimbook takes to start.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from claimbook.sample_corpus import write_project

PROGRAM = Path(sys.executable).with_name("claimbook")
CHECK = ("check",)
SINCE = ("check", "--changed-since", "HEAD")


def git(root: Path, *arguments: str) -> None:
    """Run Git quietly in a folder."""
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def seconds(root: Path, arguments: tuple[str, ...]) -> float:
    """How long a command of ours takes, from its start to its end."""
    began = time.perf_counter()
    subprocess.run([PROGRAM, *arguments], cwd=root, check=False, capture_output=True)
    return time.perf_counter() - began


def nothing(_: Path) -> None:
    """Change nothing."""


def change_one(root: Path) -> None:
    """Add a line to one claim."""
    with (root / "claims" / "000" / "claim-000001.yml").open("a", encoding="utf-8") as file:
        file.write(f"# {time.perf_counter_ns()}\n")


def add_one(root: Path) -> None:
    """Write a claim that was not there."""
    text = (root / "claims" / "000" / "claim-000002.yml").read_text(encoding="utf-8")
    (root / "claims" / f"new-{time.perf_counter_ns()}.yml").write_text(text, encoding="utf-8")


def delete_one(root: Path) -> None:
    """Delete a claim, another one each time."""
    next((root / "claims" / "001").iterdir()).unlink()


STEPS: dict[str, Callable[[Path], None]] = {
    "nothing changed": nothing,
    "one claim changed": change_one,
    "one claim more": add_one,
    "one claim deleted": delete_one,
}


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
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", "all")
        measure(root, given.claims, given.rounds)


def measure(root: Path, claims: int, rounds: int) -> None:
    """Print what each command takes after each kind of change."""
    start = median(seconds(root, ("--version",)) for _ in range(rounds))
    print(f"{claims:,} claims, median of {rounds}; start-up {start:.2f} s")
    print(f"{'nothing remembered':<22}{'check':<30}{seconds(root, CHECK):>8.2f} s")
    print(f"{'nothing remembered':<22}{' '.join(SINCE):<30}{cold(root):>8.2f} s")
    for name, step in STEPS.items():
        for command in (CHECK, SINCE):
            taken = median(after(root, step, command) for _ in range(rounds))
            beyond = f"{taken - start:>6.2f} s beyond start-up"
            print(f"{name:<22}{' '.join(command):<30}{taken:>8.2f} s {beyond}")


def cold(root: Path) -> float:
    """The time of a check that remembers nothing."""
    subprocess.run(["rm", "-rf", ".cache"], cwd=root, check=True)
    return seconds(root, SINCE)


def after(root: Path, step: Callable[[Path], None], command: tuple[str, ...]) -> float:
    """The time of a command after a change."""
    step(root)
    return seconds(root, command)


if __name__ == "__main__":
    main()
