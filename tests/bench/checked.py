"""What the page "Has this been checked?" loads for a sentence, and how long it takes.

``python tests/bench/checked.py --claims 100000`` makes its index of a generated corpus, looks
sentences up with the scripts of the page in node, and prints what is fetched, compressed, beside an
index in one file, and how long it takes beside the engine of the terminal. Needs node.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.exports.checked_index import checked_files
from claimbook.exports.wordings import quoting_entry_of
from claimbook.likeness.index import Index
from tests.bench.exports import site_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "plugins/claimbook/assets/scripts"
SENTENCES = 60


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, default=10_000)
    count = arguments.parse_args().claims
    with tempfile.TemporaryDirectory() as folder:
        site = site_of(Path(folder, "project"), count)
        start = time.process_time()
        files = dict(checked_files(site._catalogue))
        taken = time.process_time() - start
        packed = {path: len(gzip.compress(data, 6)) for path, data in files.items()}
        size, small = sum(map(len, files.values())) / 1e6, sum(packed.values()) / 1e6
        print(f"{count:,} claims: {len(files):,} files, {size:.1f} MB, compressed {small:.1f} MB;")
        print(f"  {taken / count * 1e6:.0f} µs a claim")
        for path, data in files.items():
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, path).write_bytes(data)
        claims = [*site.corpus.claims.values()]
        asked = [each.record.claim for each in claims[:: max(1, count // SENTENCES)]][:SENTENCES]
        _page(Path(folder, "checked"), asked, packed)
        _terminal(Index.of(map(quoting_entry_of, claims)), asked)


def _page(folder: Path, asked: list[str], packed: dict[str, int]) -> None:
    found = _looked_up(folder, asked)
    start = packed["checked/words.json"] + packed["checked/index.json"]
    each = [sum(packed[f"checked/{name}.json"] for name in one["files"]) for one in found]
    whole = sum(packed.values())
    first, *others = (size / 1e3 for size in each)
    print(f"once: {start / 1e3:.0f} KB; {len(found[0]['files'])} files for the first sentence:")
    print(f"  {first:.0f} KB")
    print(f"a sentence more: median {median(others):.0f} KB, at most {max(others):.0f} KB")
    print(
        f"all in one file would be {whole / (start + each[0]):.0f} times what the first one loads"
    )
    times = [one["ms"] for one in found]
    print(f"in node, with reading files: first {times[0]:.0f} ms, median {median(times):.1f} ms")


def _looked_up(folder: Path, asked: list[str]) -> list[dict[str, Any]]:
    node = shutil.which("node") or sys.exit("needs node")
    script = ROOT / "tests/likeness/agree.mjs"
    given = json.dumps({"texts": [], "pairs": [], "asked": asked})
    command = [str(node), str(script), str(SCRIPTS), str(folder)]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=True)
    return json.loads(done.stdout)["found"]  # type: ignore[no-any-return]


def _terminal(index: Index, asked: list[str]) -> None:
    times = []
    for each in asked:
        start = time.perf_counter()
        index.find(each)
        times.append((time.perf_counter() - start) * 1e3)
    print(f"the engine of the terminal: median {median(times):.1f} ms")


if __name__ == "__main__":
    main()
