"""Any file is accepted, or refused with its place: in little time and memory, with no trace."""

import base64
import json
import random
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.hostile.worst import MOST, analysis, claim, worst_files

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
# A claim, what YAML is made of, and what Markdown is made of.
PIECES = (
    *("claim: A claim.\n", "claimant: A\n", "review:\n", "  rating: true\n", "  verdict: V.\n"),
    *("evidence:\n", "- ", "  ", "source: ", "quote: ", "stance: supports\n", "{", "}", "[", "]"),
    *(
        ": ",
        "\n",
        "\n\n",
        "'",
        '"',
        "|\n",
        ">-\n",
        "&a ",
        "*a ",
        "!t ",
        "# ",
        "---\n",
        "\t",
        "\\",
        "\x00",
    ),
    *(
        "\u202e",
        "\ufeff",
        "é",
        "漢",
        "[@a]",
        "**",
        "`",
        "<b>",
        "![",
        "](",
        "https://a.example/",
        "2025-02-30",
    ),
)


def drive(files: Mapping[str, bytes], *beside: bytes) -> dict[str, dict[str, object]]:
    """What came of files, compiled one after the other in a process with limits."""
    rest = " ".join(base64.b64encode(each).decode() for each in beside)
    lines = (
        f"{name} {base64.b64encode(data).decode() or '='} {rest}\n" for name, data in files.items()
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.driven"],
        cwd=REPOSITORY,
        input="".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stdout.splitlines()
    assert done.returncode == 0, f"{told[-1:]} {signal.strsignal(-done.returncode)}: {done.stderr}"
    return dict(zip(told[::2], map(json.loads, told[1::2]), strict=True))


def assert_promised(files: Mapping[str, bytes]) -> None:
    came = drive(files)
    assert came.keys() == files.keys()
    for name, each in came.items():
        assert each["misplaced"] == [], name
        # A claim without an error has its page; one with an error tells where it is.
        assert bool(each["pages"]) != bool(each["errors"]), name
        assert int(str(each["size"])) < 10_000_000, name


def corpus() -> dict[str, bytes]:
    yaml = {f"yaml/{each.name}": each.read_bytes() for each in sorted((HERE / "yaml").iterdir())}
    prose = {
        f"markdown/{each.name}": analysis(each.read_text(encoding="utf-8")[:19_000]).encode()
        for each in sorted((HERE / "markdown").iterdir())
    }
    found = sorted((HERE / "fuzzed").glob("*/*"))
    return yaml | prose | {f"fuzzed/{each.name}": each.read_bytes() for each in found}


def made(number: int) -> Iterable[str]:
    """A file of pieces, always the same for a number."""
    chance = random.Random(number)
    yield claim() if number % 2 else ""
    yield from chance.choices(PIECES, k=chance.choice((10, 100, 3_000)))


def test_hostile_files() -> None:
    assert_promised(corpus())


def test_the_costliest_files_that_we_know(is_whole: bool) -> None:
    files = {name.replace(" ", "-"): text.encode() for name, text in worst_files().items()}
    assert {name for name, data in files.items() if len(data) > MOST} == set()
    assert_promised(files if is_whole else dict([*files.items()][::3]))


def test_files_of_pieces(is_whole: bool) -> None:
    count = 5_000 if is_whole else 100
    files = {str(number): "".join(made(number)).encode()[:MOST] for number in range(count)}
    assert_promised(files)
