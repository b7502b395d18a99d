"""Statements in their places, with what is known of them."""

from claimbook.anchoring import Place, read_document
from claimbook.likeness.index import Entry, Index
from claimbook.statements.worklist import (
    Around,
    Passage,
    Standing,
    Statement,
    Status,
    statements_in,
)

TEXT = """The pool

The council closed the
pool in 2023, which saved two million pounds. Is that a pity? The lake is nice.
"""
VTT = """WEBVTT

00:01.000 --> 00:03.000
<v Ann Reed>In 2023 we closed the

00:03.000 --> 00:05.000
<v Ann Reed>pool. It cost two million pounds.

01:00:05.000 --> 01:00:09.000
<v Bo Hill>Nobody asked the town.
"""


def listed(name: str, raw: str, **known: object) -> tuple[Statement, ...]:
    return statements_in(read_document(name, raw), Around("en", raw, **known))  # type: ignore[arg-type]


def test_each_sentence_has_its_number_and_line() -> None:
    found = listed("a.txt", TEXT)
    assert [(each.number, each.line) for each in found] == [(1, 1), (2, 3), (3, 4), (4, 4)]
    assert found[1].text.startswith("The council closed the pool in 2023")
    assert [each.status for each in found] == [
        *(Status.UNLIKELY, Status.WORTH, Status.UNLIKELY, Status.UNLIKELY)
    ]
    assert found[1].rank == 1
    assert "a sum of money" in found[1].why
    assert found[2].why.startswith("a question")


def test_places_are_those_of_the_text() -> None:
    document = read_document("a.txt", TEXT)
    for each in listed("a.txt", TEXT):
        assert " ".join(document.text[each.place.start : each.place.end].split()) == each.text


def test_sentences_run_through_cues_and_keep_time_and_speaker() -> None:
    found = listed("a.vtt", VTT)
    assert [(each.text, each.seconds, each.speaker) for each in found] == [
        ("In 2023 we closed the pool.", 1.0, "Ann Reed"),
        ("It cost two million pounds.", 3.0, "Ann Reed"),
        ("Nobody asked the town.", 3605.0, "Bo Hill"),
    ]
    assert [each.line for each in found] == [4, 7, 10]


def test_claims_that_stand_there_are_told_with_the_parts_they_do_not_cover() -> None:
    text = read_document("a.txt", TEXT).text
    at = text.index("The council")
    standing = [Standing("pool-closed", (Place(at, at + 30),))]
    second = listed("a.txt", TEXT, standing=standing)[1]
    assert [each.claim for each in second.known] == ["pool-closed"]
    assert second.status is Status.CHECKED
    assert [each.claims for each in second.parts] == [("pool-closed",), ()]


def test_a_claim_that_says_the_same_is_told_with_its_score_and_a_draft_is_no_check() -> None:
    index = Index.of([Entry("closed", "The council closed the pool in 2023.")])
    around = {"find": lambda text: index.find(text, 3)}
    second = listed("a.txt", TEXT, **around)[1]
    assert second.status is Status.CHECKED
    assert second.known[0].match is not None
    assert second.known[0].match.score > 0.9
    begun = listed("a.txt", TEXT, drafts=frozenset({"closed"}), **around)[1]
    assert begun.status is Status.BEGUN


def test_what_was_left_out_on_purpose_is_not_asked_for_again() -> None:
    text = read_document("a.txt", TEXT).text
    passage = Passage(Place(0, len(text)), "It is a joke.")
    found = listed("a.txt", TEXT, left_out=[passage])
    assert {each.status for each in found} == {Status.LEFT_OUT}
    assert found[1].reason_left_out == "It is a joke."
    assert found[1].rank is None


def test_ranks_follow_the_sum() -> None:
    raw = "It was so in town. The town paid 3 million euros in 2023. They left in 2020 or so."
    found = listed("a.txt", raw)
    assert [each.rank for each in found] == [3, 1, 2]


def test_what_is_no_sentence_is_not_judged() -> None:
    (only,) = listed("a.txt", "a" * 3_000)
    assert (only.status, only.why) == (Status.UNLIKELY, "too long to be a sentence")
    assert listed("a.txt", "") == ()
