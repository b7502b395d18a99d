"""Sentences that state several things."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.statements.clauses import clauses


def told(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in clauses(text, language)]


@pytest.mark.parametrize(
    ("language", "parts", "joints"),
    [
        (
            "en",
            (
                "Last year they opened a bridge",
                "which carries trains and cars",
                "making the old ferry useless.",
            ),
            (", ", ", "),
        ),
        ("en", ("When the bridge was closed", "the town lost half its trade."), (", ",)),
        ("en", ("The council closed the pool", "and it sold the land."), (" ",)),
        ("en", ("The town has a new bridge", "nobody uses the old one."), ("; ",)),
        ("de", ("Als die Brücke gesperrt wurde", "standen zwölf Leute darauf."), (", ",)),
        ("de", ("Der Rat sperrte die Brücke", "die zum Hafen führt."), (", ",)),
        ("fr", ("Le pont est fermé depuis mai", "la ville cherche un bateau."), ("; ",)),
    ],
)
def test_each_part_states_something(
    language: str, parts: tuple[str, ...], joints: tuple[str, ...]
) -> None:
    text = "".join(part + joint for part, joint in zip(parts, (*joints, ""), strict=True))
    assert told(text, language) == [*parts]


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the pool in May.",
        "They sell bread, milk, eggs and cheese in the village.",
        "They do coding, reasoning or text generation there.",
        "Yes, and so it is.",
        "",
    ],
)
def test_one_statement_has_no_parts(text: str) -> None:
    assert told(text) == []


@given(st.lists(st.sampled_from(["which", "and", "was", ",", ";", "der", "und", "a", "closed"])))
def test_parts_stand_in_their_order_and_hold_enough(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("en", "de"):
        found = clauses(text, language)
        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found))
        assert all(
            len(text[a:b].replace(",", " ").replace(";", " ").split()) >= 4 for a, b in found
        )


def test_many_joints_end() -> None:
    assert len(clauses("they came here today, which " * 5_000, "en")) == 5_000
