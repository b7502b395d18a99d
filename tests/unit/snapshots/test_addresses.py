"""Whether two addresses are those of one page."""

import pytest

from claimbook.snapshots.addresses import is_same_page

PAGE = "https://exe.example/a?b=1"


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (PAGE, True),
        ("http://www.exe.example/a?b=1#c", True),
        (f"{PAGE}&utm_source=c", True),
        (f"https://web.archive.org/web/20260101000000id_/{PAGE}&fbclid=c", True),
        ("https://www.google.com/amp/s/exe.example/a?b=1", True),
        ("https://exe.example/a?b=2", False),
        ("https://exe.example/a", False),
        ("https://m.exe.example/a?b=1", False),
    ],
)
def test_what_nobody_means_by_an_address_makes_no_other_page(other: str, is_same: bool) -> None:
    assert is_same_page(PAGE, other) is is_same
    assert is_same_page(other, PAGE) is is_same
