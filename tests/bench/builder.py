"""What the compiler takes in a browser's Python, beside the same questions in this one.

`python tests/bench/builder.py` after `make site`; needs node. Prints milliseconds and ratios.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from claimbook.builder.adviser import answerer
from claimbook.builder.bundle import bundle
from claimbook.builder.pack import packed
from claimbook.fragment import UrlStyle
from claimbook.workspace import compile_workspace, load
from tests.builder.test_agreement import ENGINE, ROOT, SCRIPT, TODAY

ROUNDS = 3
OTHERS = 10_000


def questions() -> dict[str, Any]:
    """All claims of this site, asked about as somebody who writes them does."""
    workspace = load(ROOT)
    corpus = compile_workspace(workspace, TODAY).corpus
    text = {each.path: each.text for each in workspace.files}
    told = [(each.id, each.path, each.record.claim) for each in corpus.claims.values()]
    many = [
        (f"claim-{n}", f"claims/claim-{n}.yml", f"{told[n % 26][2]} {n}") for n in range(OTHERS)
    ]
    project = packed(workspace.settings, workspace.config, workspace.files, UrlStyle(), {})
    requests = [
        {"ask": ask, "name": f"a-{name}", "text": claim if ask == "alike" else text[path]}
        for _ in range(ROUNDS)
        for name, path, claim in told
        for ask in ("advice", "page", "alike")
    ]
    asked = [{**each, "today": str(TODAY)} for each in requests]
    return {"project": project.decode(), "known": json.dumps({"claims": many}), "requests": asked}


def here(cases: dict[str, Any]) -> list[tuple[str, float]]:
    """The kind of each question and what it takes in this Python."""
    ask = answerer(cases["project"].encode(), cases["known"].encode())
    found = []
    for each in cases["requests"]:
        began = time.perf_counter()
        ask(json.dumps(each))
        found.append((each["ask"], 1000 * (time.perf_counter() - began)))
    return found


def there(cases: dict[str, Any]) -> dict[str, Any]:
    """The same in Pyodide, in another process."""
    with tempfile.TemporaryDirectory() as folder:
        zipped, told = Path(folder, "compiler.zip"), Path(folder, "cases.json")
        zipped.write_bytes(bundle("en"))
        told.write_text(json.dumps(cases), encoding="utf-8")
        program = str(ROOT / "tests/bench/builder.mjs")
        command = ["node", program, str(SCRIPT), str(ENGINE), str(zipped), str(told)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def by_kind(times: list[tuple[str, float]]) -> dict[str, list[float]]:
    """The times of each kind of question."""
    found: dict[str, list[float]] = defaultdict(list)
    for kind, took in times:
        found[kind].append(took)
    return found


def main() -> None:
    """Print a line for each kind of question."""
    cases = questions()
    browser = there(cases)
    ours = by_kind(here(cases))
    theirs = by_kind([(each["ask"], each["took"]) for each in browser["times"]])
    print(f"until the first question {browser['start'] + browser['opening']:8.0f} ms")
    print(f"{'question':10} {'first':>10} {'median':>10} {'here':>10} {'ratio':>8}   (ms)")
    for kind, took in theirs.items():
        mid, own = median(took), median(ours[kind])
        print(f"{kind:10} {took[0]:10.1f} {mid:10.1f} {own:10.1f} {mid / own:8.1f}")


if __name__ == "__main__":
    main()
