from hypothesis import given
from hypothesis import strategies as st

from claimbook.review.words import Piece, compared

TEXTS = st.text(st.sampled_from("ab c.\n'"), max_size=60)


def test_only_the_words_that_differ_are_marked() -> None:
    assert compared("sold in the Turk's head", "sold at the Turk's head") == (
        Piece("=", "sold "),
        Piece("-", "in"),
        Piece("+", "at"),
        Piece("=", " the Turk's head"),
    )


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    pieces = compared(before, after)
    assert "".join(each.text for each in pieces if each.sign != "+") == before
    assert "".join(each.text for each in pieces if each.sign != "-") == after


def test_texts_with_too_little_in_common_are_shown_whole() -> None:
    before, after = "a b " * 1000 + "end", "b c " * 1000
    assert [each.sign for each in compared(before, after)] == ["-", "+"]
