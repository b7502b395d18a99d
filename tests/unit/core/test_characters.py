"""Which characters a text may hold: the quick look never lets one through that the search finds."""

import sys

import pytest

from claimbook.characters import forbidden_in, may_be_shown, without_hidden


def test_nothing_forbidden_may_be_shown() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    forbidden = [each for each in every if without_hidden(each) != each]
    assert len(forbidden) > 139_000
    assert [each for each in forbidden if may_be_shown(each) or may_be_shown(f"é{each}")] == []


@pytest.mark.parametrize("text", ["", "a claim\n\twith tabs", "Größe: 漢字 – „so“"])
def test_ordinary_text_needs_no_search(text: str) -> None:
    assert may_be_shown(text)


@pytest.mark.parametrize("text", ["5\u00a0km", "می\u200cخواهم", "👩\u200d🔬"])
def test_what_is_not_printable_may_be_allowed(text: str) -> None:
    assert not may_be_shown(text)
    assert forbidden_in(text) is None
