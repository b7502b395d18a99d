"""What is looked up of a sentence."""

import pytest

from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Entry, Index
from claimbook.statements.lookup import looked_up
from claimbook.statements.reported import reported, undated

CLAIM = "In December 2025 Disney said it would put a billion dollars into OpenAI."


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Disney said that it owns the bridge.", "it owns the bridge."),
        ("According to the BBC, the bridge is shut.", "the bridge is shut."),
        ("The bridge costs five euros, said Ann Rivers.", "The bridge costs five euros"),
        ("“The bridge is not safe,” said Ann Rivers.", "“The bridge is not safe"),
        ("Die Stadt erklärte, dass die Brücke offen ist.", "die Brücke offen ist."),
        ("Die Brücke ist nicht sicher, sagte Ann Rivers.", "Die Brücke ist nicht sicher"),
        ("The mayor never said that the bridge is shut.", ""),
        ("Critics falsely claimed that the bridge is shut.", ""),
        ("Sie sagte nicht, dass die Brücke offen ist.", ""),
        ("The bridge is shut since May.", ""),
        ("He said that too.", ""),
    ],
)
def test_what_is_reported_is_told_without_who_reports_it(text: str, rest: str) -> None:
    assert reported(text) == rest


def test_words_for_a_time_that_only_the_text_knows_are_left_out() -> None:
    assert undated("Last December, Disney opened a park.") == "Disney opened a park."
    assert undated("Im vergangenen Jahr wurde die Brücke gesperrt.") == "wurde die Brücke gesperrt."
    assert undated("In December 2025 Disney opened a park.") == ""


@pytest.mark.parametrize(
    "text", ["A said that " * 150, ", said" * 300, "a" * 2000, "last may " * 220]
)
def test_reports_of_reports_end(text: str) -> None:
    assert len(reported(text)) + len(undated(text)) <= 2 * len(text)


def test_a_claim_is_found_whoever_says_it() -> None:
    index = Index.of([Entry("deal", CLAIM), Entry("park", "Disney opened a park in May 2024.")])
    said = "Ann Rivers said that last December Disney put a billion dollars into OpenAI."
    alone = index.find(said)[0]
    first, *_ = looked_up([said], index.find)
    assert first.entry.id == "deal"
    assert first.score > alone.score


def test_each_part_has_its_own_best() -> None:
    one, two = "The bridge was shut in May 2024.", "Disney opened a park in May 2024."
    index = Index.of([Entry("bridge", one), Entry("park", two)])
    found = looked_up([f"{one} {two}", one, two], index.find)
    answers = {each.entry.id for each in found if each.relation is Relation.SAME}
    assert answers == {"bridge", "park"}
