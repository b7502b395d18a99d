"""What a draft is made of."""

import pytest

from claimbook.anchoring import Anchor, Place, anchor, read_document
from claimbook.statements.skeletons import attributed_to, proposed_title, selector_of_place


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Disney announced a deal.", "Disney"),
        ("The Disney spokesman stated that it was so.", "Disney"),
        ("According to the Wall Street Journal, it was so.", "Wall Street Journal"),
        ("“We had no choice,” said Anna Reed, the mayor.", "Anna Reed"),
        ("„Wir gehen“, sagte Olaf Scholz am Abend.", "Olaf Scholz"),
        ("Laut der Deutschen Bahn sind es fünf.", "Deutschen Bahn"),
        ("The pool was closed in 2023.", ""),
        ("informed sources revealed that it was so.", ""),
    ],
)
def test_who_says_it_is_named_only_where_the_text_does(text: str, who: str) -> None:
    assert attributed_to(text) == who


def test_a_name_of_any_length_ends() -> None:
    assert attributed_to("Aa " * 300 + "said.") in {"", " ".join(["Aa"] * 5), " ".join(["Aa"] * 9)}


def test_words_that_stand_twice_are_told_apart() -> None:
    raw = "One here. It was so. Two here. It was so. It was so. It was so."
    text = read_document("a.txt", raw)
    quote = "It was so."
    at = [found for found in range(len(raw)) if raw.startswith(quote, found)]
    for start in at:
        place = Place(start, start + len(quote))
        found = anchor(text, selector_of_place(text, place, quote))
        assert isinstance(found, Anchor)
        assert found.places == (place,)


def test_words_that_stand_once_need_nothing_more() -> None:
    text = read_document("a.txt", "It was so. It is not.")
    assert selector_of_place(text, Place(0, 10), "It was so.")[1:] == ("", "", None)


def test_a_title_is_the_beginning_of_the_text() -> None:
    assert proposed_title(read_document("a.md", "# The pool\n\nIt is shut.")) == "The pool"
    assert proposed_title(read_document("a.txt", "")) == "Untitled text"
    assert len(proposed_title(read_document("a.txt", "word " * 99))) <= 70
