"""One file may hold as many mistakes as it has bytes; checking it must still be quick."""

import time
from datetime import date

import pytest

from claimbook.compile import compile_claims
from claimbook.report import Report, as_text
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.yaml_tree import DEFAULT_LIMITS

MOST = DEFAULT_LIMITS.file_bytes
# The promise is a second; a busy machine is given some more.
SECONDS = 3.0
CLAIM = """\
claim: A claim.
claimant: A Person
review:
  rating: unproven
  verdict: Nobody knows.
"""


def full(piece: str, most: int = MOST) -> str:
    """As many whole pieces as fit."""
    return piece * (most // len(piece.encode()))


def analysis(piece: str) -> str:
    """A claim whose analysis is one piece over and over."""
    lines = full(piece, 19_900).splitlines()
    return f"{CLAIM}  analysis: |\n" + "".join(f"    {line}\n" for line in lines)


TEXTS = {
    "control characters": full("\x01"),
    "a control character on each line": full("\x01\n"),
    "bidirectional controls": full("\u202e"),
    "escaped controls": "claim: [" + full('"\\u202e",', MOST - 9) + "]",
    "one key over and over": "{" + full("a: 1, ", MOST - 2) + "}",
    "unknown fields": "".join(f"field{number}: x\n" for number in range(4_500)),
    "anchors": full("- &a x\n"),
    "tags": full("- !!python/object/apply:os.system [x]\n"),
    "text cut by comments": "claim: [\n" + full("a #b\n,", MOST - 12) + "]\n",
    "evidence that is none": CLAIM + "evidence:\n" + full("- {source: no, stance: s}\n", 64_000),
    "raw HTML": analysis("<b>"),
    "images": analysis("![](x)"),
    "unsafe links": analysis("[a](b)"),
    "citations that are none": analysis("[@"),
    "citations of nothing": analysis("[@x]"),
    "numbers": analysis("1 "),
    "quotations": analysis('"a b" '),
    "hidden characters": analysis("&#x202e; "),
    "brackets": analysis("["),
    "vague links": analysis("[here](https://a.org) "),
    "relative dates": analysis("yesterday "),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_full_of_mistakes_is_checked_quickly(name: str) -> None:
    file = SourceFile("claims/a.yml", TEXTS[name].encode())
    assert len(file.data) <= MOST
    began = time.process_time()
    made = compile_claims([file], DEFAULT_SETTINGS, date(2026, 1, 1))
    shown = as_text(Report(made.diagnostics, lambda _: file.text, 1))
    assert time.process_time() - began < SECONDS
    assert made.diagnostics
    assert len(shown) < 500_000
