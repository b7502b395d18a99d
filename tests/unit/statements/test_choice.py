"""Which statements somebody means."""

import pytest

from claimbook.anchoring import read_document
from claimbook.statements.choice import ChoiceError, chosen
from claimbook.statements.worklist import Around, statements_in

RAW = (
    "It closed in 2023, which saved the town a lot of money. Is it open? They paid 5 pounds there."
)
FOUND = statements_in(read_document("a.txt", RAW), Around("en", RAW))


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        ("all", [FOUND[0].text, FOUND[2].text]),
        ("2", ["Is it open?"]),
        (" 3 , 2,3", [FOUND[2].text, FOUND[1].text]),
        ("1-3", [each.text for each in FOUND]),
        ("1b", ["which saved the town a lot of money."]),
        ("", []),
    ],
)
def test_numbers_ranges_and_letters_are_understood(wanted: str, texts: list[str]) -> None:
    assert [each.text for each in chosen(wanted, FOUND)] == texts


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("4", "there is no sentence 4: they are numbered 1 to 3"),
        ("0", "there is no sentence 0"),
        ("3-2", "there is no sentence 3-2"),
        ("1-999999", "there is no sentence 1-999999"),
        ("1c", "sentence 1 has no part c"),
        ("2a", "sentence 2 has no part a"),
        ("two", "`two` is no number"),
        ("1;2", "`1;2` is no number"),
        ("-1", "`-1` is no number"),
        ("9" * 5_000, "is no number"),
    ],
)
def test_what_means_nothing_is_said(wanted: str, message: str) -> None:
    with pytest.raises(ChoiceError) as raised:
        chosen(wanted, FOUND)
    assert message in str(raised.value)


def test_a_part_stands_where_its_words_do() -> None:
    (part,) = chosen("1a", FOUND)
    assert RAW[part.place.start : part.place.end] == part.text == "It closed in 2023"
