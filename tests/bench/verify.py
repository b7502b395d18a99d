"""What it costs to compare quotations with saved texts, in a check and once more.

``python tests/bench/verify.py --claims 3000`` writes a generated corpus with a saved text for each
of its sources, checks it with and without them, and checks it again after one text has changed.
"""

import argparse
import sys
import tempfile
import time
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import cast

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.diagnostics import has_errors
from claimbook.sample_corpus import claim_id, claim_record, write_corpus, yaml_of
from claimbook.workspace import compile_workspace, load

TODAY = date(2026, 1, 1)
# A page of news has some 5,000 characters.
_SENTENCES = 120


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, default=3_000)
    count = arguments.parse_args().claims
    with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as saved:
        write_corpus(Path(plain), count)
        write_corpus(Path(saved), count)
        quotes = _save(Path(saved), count)
        bare, full = checked(Path(plain)), checked(Path(saved))
        print(f"{count:,} claims, {quotes:,} quotations compared with as many saved pages")
        print(f"check: {bare:.1f} s without, {full:.1f} s with them: {full / bare:.2f} times,")
        print(f"  {(full - bare) / quotes * 1e3:.2f} ms a quotation")
        again = [checked(Path(each)) for each in (plain, saved)]
        print(f"check again, nothing changed: {again[0]:.1f} s, {again[1]:.1f} s")


def checked(root: Path) -> float:
    """Seconds that a check takes."""
    start = time.perf_counter()
    found = compile_workspace(load(root), TODAY, are_records_wanted=False)
    assert not has_errors(found.diagnostics)
    return time.perf_counter() - start


def _save(root: Path, count: int) -> int:
    """Give each source of a claim a page that holds the quotation; how many there are."""
    done = 0
    folder = root / "claims" / "snapshots"
    folder.mkdir()
    for number in range(count):
        record = claim_record(number)
        for piece in cast("list[dict[str, object]]", record["evidence"]):
            source = piece["source"]
            if isinstance(source, dict):
                source["snapshot"] = _saved(folder, str(source["id"]), str(piece["quote"]))
                done += 1
        path = next(root.glob(f"claims/**/{claim_id(number)}.yml"))
        path.write_text(yaml_of(record), encoding="utf-8")
    return done


def _saved(folder: Path, name: str, quote: str) -> dict[str, str]:
    before, behind = "Other words stand here. " * 60, "And more words stand there. " * _SENTENCES
    page = f"{before}\n\n{quote}\n\n{behind}\n"
    (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return {"file": f"{name}.txt", "sha256": sha256(page.encode()).hexdigest()}


if __name__ == "__main__":
    main()
