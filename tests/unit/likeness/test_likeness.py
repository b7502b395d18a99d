import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.likeness.compare import Relation
from claimbook.likeness.index import BRISK, Entry, Index
from claimbook.likeness.reading import read
from tests.likeness.labelled import claims_of, labelled, quality, strays, told

CLAIMS = claims_of(labelled())


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(Entry(f"c{at:02}", claim, claim[:40]) for at, claim in enumerate(CLAIMS))


def test_pairs_that_nothing_was_tuned_with_are_told_apart() -> None:
    held = [each for each in labelled() if each.is_held]
    found = quality(told(held))
    assert len(held) > 100
    for relation, precision, recall in (
        (Relation.SAME, 0.95, 0.84),
        (Relation.OPPOSITE, 0.95, 0.93),
        (Relation.OTHER_NUMBER, 0.95, 0.93),
        (Relation.RELATED, 0.78, 0.95),
    ):
        assert found[relation].precision >= precision
        assert found[relation].recall >= recall
    assert len(strays(held)) <= len(held) / 6


def test_labelled_pairs_are_many_and_each_is_there_once() -> None:
    pairs = [(each.claim, each.other) for each in labelled()]
    assert len(pairs) >= 150
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(
    ("text", "relation", "reason"),
    [
        ("Disney will invest 1 billion dollars in OpenAI", Relation.SAME, "a number or day in one"),
        ("Disney did not invest $1bn in OpenAI", Relation.OPPOSITE, "one denies it"),
        (
            "In December 2025 Disney said it would invest $1bn in Mistral by a deal",
            Relation.RELATED,
            "other names",
        ),
        ("Disney divested $1bn from OpenAI", Relation.OPPOSITE, "the opposite verb"),
        (
            "In December 2025 Disney said it would invest $2bn in OpenAI under their agreement",
            Relation.OTHER_NUMBER,
            "2,000,000,000 USD instead of 1,000,000,000 USD",
        ),
    ],
)
def test_a_reason_is_given_in_words(text: str, relation: Relation, reason: str) -> None:
    claim = "In December 2025 Disney said it would invest $1 billion in OpenAI by a deal."
    (match,) = Index.of([Entry("plan", claim)]).find(text)
    assert (match.entry.id, match.relation) == ("plan", relation)
    assert reason in match.reason


def test_another_subject_is_another_claim_wherever_it_stands() -> None:
    rest = "will invest $1bn in OpenAI as part of their agreement of December 2025."
    (match,) = Index.of([Entry("plan", f"Disney {rest}")]).find(f"Microsoft {rest}")
    assert (match.relation, "other names" in match.reason) == (Relation.RELATED, True)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("It didn't close.", True),
        ("It can’t close.", True),
        ("It cannot close.", True),
        ("It won't close.", True),
        ("He denied that it closed.", True),
        ("He did not deny that it closed.", False),
        ("Not only Disney paid.", False),
        ("Es wurde nicht eröffnet.", True),
        ("Nicht nur Disney zahlte.", False),
        ("Il n'a pas investi.", True),
        ("政府は投資しなかった", True),
        ("It is false that it closed.", True),
        ("It failed to close.", True),
        ("The claim that it closed in May is wrong.", True),
        ("The claim that it closed is old. Another one is wrong.", False),
        ("Some falsely claimed that it closed.", True),
        ("The council wrongly closed it.", False),
        ("Es ist ein Mythos, dass es schloss.", True),
        ("Das Amt widerlegte, dass es schloss.", True),
        ("Es wurde kaum eröffnet.", True),
        ("Nobody refutes that it closed.", False),
        ("It closed on Notting Hill.", False),
    ],
)
def test_denial_is_recognised(text: str, is_denied: bool) -> None:
    assert read(text).is_denied is is_denied


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        ("OpenAI plans to close it.", True),
        ("OpenAI built a plant in Texas.", False),
        ("OpenAI plant das im Herbst.", True),
    ],
)
def test_a_plan_is_recognised(text: str, is_ahead: bool) -> None:
    assert read(text).is_ahead is is_ahead


def test_an_index_is_the_same_after_a_way_through_json(index: Index) -> None:
    data = json.loads(json.dumps(index.data()))
    again = Index.from_data(data)
    assert json.loads(json.dumps(again.data())) == data
    for pair in labelled():
        assert again.find(pair.other) == index.find(pair.other)


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 2"):
        Index.from_data({"format": 1})


def test_order_of_claims_and_words_makes_no_difference() -> None:
    entries = [Entry(f"c{at:02}", claim) for at, claim in enumerate(CLAIMS)]
    text = "Disney did not invest $1bn in OpenAI"
    assert Index.of(entries[::-1]).find(text) == Index.of(entries).find(text)


def test_each_pair_among_claims_is_told_once() -> None:
    entries = [
        Entry("one", "OpenAI launched Sora in 2024."),
        Entry("two", "In 2024 Sora was launched by OpenAI."),
        Entry("far", "Vienna built a bridge over the Danube."),
    ]
    index = Index.of(entries)
    found = [(entry.id, match.entry.id) for entry, match in index.pairs()]
    assert found == [("one", "two")]
    assert [*index.pairs(frozenset({"far"}))] == []
    of_two = [(entry.id, match.entry.id) for entry, match in index.pairs(frozenset({"two"}))]
    assert of_two == [("two", "one")]


@pytest.mark.parametrize("text", ["", " ", "…", "2025", "not", "the of and", "\x00", "a" * 10_000])
def test_a_text_that_says_nothing_finds_nothing(index: Index, text: str) -> None:
    assert index.find(text) == []


def test_an_empty_index_finds_nothing() -> None:
    assert Index.of([]).find("OpenAI launched Sora.") == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_read_and_is_like_itself(one: str, other: str) -> None:
    index = Index.of([Entry("one", one), Entry("other", other)])
    for match in index.find(one, least=0.0):
        assert 0 <= match.score <= 1
    if read(one).terms:
        best = index.find(one)[0]
        assert best.score == 1
        assert best.relation is Relation.SAME


def test_the_engine_needs_nothing_but_python() -> None:
    import sys

    import claimbook.likeness

    folder = Path(claimbook.likeness.__file__).parent
    for path in folder.glob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("import ", "from ")):
                package = line.split()[1].split(".")[0]
                assert package == "claimbook" or package in sys.stdlib_module_names
                assert package != "claimbook" or line.split()[1].startswith("claimbook.likeness")


def test_a_short_claim_is_found_among_many_longer_ones_of_the_same_words() -> None:
    rest = ("in Vienna", "after a long debate", "with three partners of its own")
    longer = [Entry(f"a{at}", f"OpenAI launched Sora in 2025 {rest[at % 3]}.") for at in range(40)]
    index = Index.of([*longer, Entry("short", "OpenAI launched Sora in 2024.")])
    (best, *_) = index.like(read("OpenAI never launched Sora in 2024."), effort=BRISK)
    assert (best.entry.id, best.relation) == ("short", Relation.OPPOSITE)
