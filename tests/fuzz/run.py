"""Look for bytes that break a target: `make fuzz`.

With coverage as the guide (libFuzzer through Atheris). What is found is kept below
`tests/hostile/fuzzed/`, where an ordinary test tries it again; what is learnt, in `build/fuzz/`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BUILD = REPOSITORY / "build" / "fuzz"
FOUND = REPOSITORY / "tests" / "hostile" / "fuzzed"
HOSTILE = REPOSITORY / "tests" / "hostile"
SEEDS = {
    "reader": (HOSTILE / "yaml", REPOSITORY / "claims" / "sora"),
    "decoder": (REPOSITORY / "claims" / "sora",),
    "prose": (HOSTILE / "markdown",),
}
# Much that is hostile is long, but what breaks a reader seldom is.
LONGEST = 4_096
NAMES = ("reader", "decoder", "prose", "url", "quotes", "importers")


def main() -> int:
    """Every target that is named, or all, one after the other; 1 where something was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("targets", nargs="*", choices=[[], *NAMES], metavar="TARGET")
    asked.add_argument("--seconds", type=int, default=60, help="for each target")
    options = asked.parse_args()
    failed = [each for each in options.targets or NAMES if not run(each, options.seconds)]
    print(f"Found something: {', '.join(failed)}" if failed else "Nothing was found.")
    return 1 if failed else 0


def run(name: str, seconds: int) -> bool:
    """Whether a target stood all that was tried in so many seconds."""
    learnt, found = BUILD / "corpus" / name, FOUND / name
    learnt.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    print(f"{name}: {seconds} s", flush=True)
    command = [
        *(sys.executable, "-m", "tests.fuzz.inside", str(BUILD / "python"), name, str(learnt)),
        *(str(each) for each in (found, *SEEDS.get(name, ()))),
        *(f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=10", "-rss_limit_mb=2048"),
        *(f"-artifact_prefix={found}/", "-print_final_stats=1", "-verbosity=0"),
    ]
    return subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
