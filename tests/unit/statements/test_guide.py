"""The guide shows what the command says."""

import re
import subprocess
import sys
from pathlib import Path

from claimbook.statements.features import FEATURES, WORTH_FROM
from tests.conftest import REPOSITORY

GUIDE = (REPOSITORY / "site_src/guide/documents.md").read_text(encoding="utf-8")


def test_the_list_of_the_guide_is_made_of_its_text(tmp_path: Path) -> None:
    section = GUIDE.partition("## A working list")[2]
    speech, shown, *_ = re.findall(r"```(?:text|console)\n(.*?)```", section, re.DOTALL)
    (tmp_path / "speech.txt").write_text(speech, encoding="utf-8")
    told = [*shown.splitlines()[0].split()[2:], "--project", REPOSITORY]
    command = [sys.executable, "-m", "claimbook", *told]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    def ours(text: str) -> list[str]:
        """All but how alike claims are: that is told by the index of claims."""
        return [line for line in text.splitlines() if "%" not in line]

    assert ours(done.stdout) == ours(shown)[1:]


def weights() -> dict[str, float]:
    """What the tables of the guide say that a sign weighs."""
    found: dict[str, float] = {}
    for row in re.findall(r"^\| (.+) \|$", GUIDE, re.MULTILINE):
        cells = row.split(" | ")
        for labels, number in zip(cells[::2], cells[1::2], strict=False):
            if number.strip("−").replace(".", "").isdigit():
                weight = float(number.replace("−", "-"))
                found |= dict.fromkeys(labels.split("; "), weight)
    return found


def test_each_sign_is_told_with_its_weight() -> None:
    known = {each.label: each.weight for name, each in FEATURES.items() if name != "endless"}
    assert weights() == known
    assert f"From {WORTH_FROM:.1f} on" in GUIDE
