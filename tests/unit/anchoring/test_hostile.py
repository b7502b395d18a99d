"""Texts that were made to be slow are read to the end; what takes squares of time would not be."""

import pytest

from claimbook.anchoring import Ambiguous, Anchor, Nearest, Selector, anchor, read_document
from claimbook.anchoring.settling import settling

LENGTH = 50_000
UNITS = [
    "a",
    "a ",
    "ab\n\n",
    "[…] ",
    "…",
    "“",
    "\u0301\u0323",
    "\u1112\u1161\u11ab",
    "世\n",
    "<v a>",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.vtt"])
def test_a_text_of_one_thing_is_searched_to_the_end(name: str, unit: str) -> None:
    text = read_document(name, "e" + unit * (LENGTH // len(unit)))
    quotes = [unit, unit * 400, f"{unit * 200} zyx {unit * 200}", f"{unit} […] " * 300]
    for quote in quotes:
        anchor(text, Selector(quote, prefix=unit * 400))
        found = anchor(text, Selector(quote))
        if isinstance(found, Ambiguous):
            (selector,) = settling(text, quote, found.anchors, 1)
            assert anchor(text, selector) == found.anchors[0]
        else:
            assert isinstance(found, Nearest) or found.places


def test_a_quotation_in_very_many_parts_is_none() -> None:
    text = read_document("a.txt", "a b " * 100)
    assert isinstance(anchor(text, Selector(" […] ".join(["a"] * 20))), Anchor | Ambiguous)
    assert isinstance(anchor(text, Selector(" […] ".join(["a"] * 21))), Nearest)
