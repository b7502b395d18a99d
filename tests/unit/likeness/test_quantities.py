import pytest

from claimbook.likeness.quantities import Quantity, read_quantities


def read(text: str) -> list[tuple[str, str]]:
    return [tuple(each) for each in read_quantities(text.casefold())[0]]


@pytest.mark.parametrize(
    "text",
    [
        "$1bn",
        "$1 bn",
        "1 billion dollars",
        "one billion dollars",
        "a billion dollars",
        "US$1,000 million",
        "1.000 Millionen US-Dollar",
        "eine Milliarde Dollar",
        "1 Mrd. Dollar",
        "$1.0 billion",
        "1,000,000,000 USD",
    ],
)
def test_an_amount_is_the_same_however_it_is_written(text: str) -> None:
    assert read(f"They paid {text} for it.") == [("1000000000", "USD")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24 September 2026", "2026-09-24"),
        ("September 24, 2026", "2026-09-24"),
        ("2026-09-24", "2026-09-24"),
        ("24.09.2026", "2026-09-24"),
        ("24. September 2026", "2026-09-24"),
        ("September 2026", "2026-09"),
        ("2026年9月24日", "2026-09-24"),
        ("2026", "2026"),
        ("24 September", "-09-24"),
    ],
)
def test_a_day_is_the_same_however_it_is_written(text: str, value: str) -> None:
    assert read(f"It ended {text}.") == [(value, "day")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6.3 percent", ("6.3", "%")),
        ("6,3 Prozent", ("6.3", "%")),
        ("6.3%", ("6.3", "%")),
        ("30,000 litres", ("30000", "")),
        ("3-year", ("3", "")),
        ("three-year", ("3", "")),
        ("500億円", ("50000000000", "JPY")),
        ("1990 euros", ("1990", "EUR")),
        ("thirteen", ("13", "")),
        ("dreißig", ("30", "")),
        ("twenty-one", ("21", "")),
        ("ninety-nine million", ("99000000", "")),
        ("einundzwanzig", ("21", "")),
        ("fünfunddreißig Millionen", ("35000000", "")),
        ("two-one", ("2", "")),
        ("5 percentage points", ("5", "pp")),
        ("fünf Prozentpunkte", ("5", "pp")),
    ],
)
def test_numbers_know_their_units(text: str, found: tuple[str, str]) -> None:
    assert read(text) == [found]


def test_a_month_holds_its_days_and_a_number_without_unit_any() -> None:
    assert Quantity("2025-09", "day").fits(Quantity("2025-09-30", "day"))
    assert not Quantity("2025-09", "day").fits(Quantity("2025-10", "day"))
    assert Quantity("5", "").fits(Quantity("5", "USD"))
    assert not Quantity("5", "EUR").fits(Quantity("5", "USD"))
    assert not Quantity("2025", "").fits(Quantity("2025", "day"))


def test_one_of_them_is_no_number() -> None:
    assert read("one of them saw a film") == []
