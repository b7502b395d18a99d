"""How much of a saved text is shown around quoted words, and how altered words are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.anchoring import DocumentText, Place, read_document
from claimbook.evidence import Result, Verdict, verify
from claimbook.evidence.passages import (
    MOST_AROUND,
    MOST_LEFT_OUT,
    MOST_OF_SHORT,
    MOST_OF_SOURCE,
    MOST_WORDS,
    Passage,
    passage,
    room_for,
)
from claimbook.evidence.wording import side_by_side

AMPLE = 2 * MOST_AROUND + MOST_LEFT_OUT


def read(raw: str) -> DocumentText:
    return read_document("saved.txt", raw)


def made(raw: str, quote: str, room: int = AMPLE) -> Passage:
    text = read(raw)
    found = verify(quote, text)
    assert found.verdict in {Verdict.VERBATIM, Verdict.ELIDED, Verdict.TYPOGRAPHY}
    return passage(found.places, text, room)


def shown(raw: str, quote: str, room: int = AMPLE) -> str:
    """The passage, quoted words in brackets."""
    runs = made(raw, quote, room).runs
    return "".join(f"<{each.text}>" if each.is_quoted else each.text for each in runs)


REST = "for no purpose but to be long."
LONG = " ".join(f"Sentence {n} is here {REST}" for n in range(40))
ENDLESS = " ".join(f"word{n}" for n in range(400))
JAPANESE = "橋は閉鎖された。" * 20 + "市は五月三日に橋を閉じた。" + "誰も渡れない。" * 20


@pytest.mark.parametrize(
    ("raw", "quote", "expected"),
    [
        (
            "It rained. The bridge is closed.",
            "bridge is closed",
            "It rained. The <bridge is closed>.",
        ),
        ("Heading\n\nThe bridge is closed.", "The bridge is", "Heading\n<The bridge is> closed."),
        (
            "The bridge, built in 1932, is closed.",
            "The bridge […] is closed",
            "<The bridge>, built in 1932, <is closed>.",
        ),
        ("closed to all traffic now", "to all [road] traffic", "closed <to all> <traffic> now"),
        (
            LONG,
            "Sentence 20 is here",
            f"{LONG[908:1010]}<Sentence 20 is here> {REST} Sentence 21 is here {REST}",
        ),
    ],
    ids=["sentences", "paragraphs", "elision", "bracket", "bounded"],
)
def test_quoted_words_stand_in_whole_sentences(raw: str, quote: str, expected: str) -> None:
    assert shown(raw, quote) == expected


def test_what_is_no_sentence_is_cut_between_words() -> None:
    text = shown(ENDLESS, "word200 word201")
    before, after = text.split("<word200 word201>")
    assert before == f"…{' '.join(f'word{n}' for n in range(175, 200))} "
    assert after.startswith(" word202 ")
    assert after.endswith("…")
    assert len(after.split()) <= MOST_WORDS


def test_scripts_without_spaces_are_bounded_too() -> None:
    text = shown(JAPANESE, "市は五月三日に橋を閉じた")
    before, after = text.split("<市は五月三日に橋を閉じた>")
    assert before.startswith("橋は閉鎖された。")
    assert after.endswith("誰も渡れない。")
    assert max(len(before), len(after)) <= MOST_AROUND // 2


def test_words_from_right_to_left_are_cut_between_words() -> None:
    text = shown(
        "كلمة " * 100 + "أغلق الجسر أمام الجميع " + "أخرى " * 100, "أغلق الجسر أمام الجميع"
    )
    assert text.startswith("…كلمة ")
    assert text.endswith("أخرى…")


def test_of_what_is_left_out_at_length_both_ends_are_shown() -> None:
    found = made(ENDLESS, "word100 […] word300")
    (gap,) = found.gaps
    assert gap.begin.startswith("word101 word102")
    assert gap.end.endswith("word299")
    assert len(gap.begin) + len(gap.end) <= MOST_LEFT_OUT
    assert gap.more > 1000


def test_nothing_is_shown_where_there_is_no_room() -> None:
    assert not made(LONG, "Sentence 20 is here", 20).has_context
    assert not made("The bridge is closed", "The bridge is closed").has_context


def test_that_something_is_left_out_is_told_without_room() -> None:
    found = made("The bridge, built in 1932, is closed.", "The bridge […] is closed", 0)
    assert not found.has_context
    assert [(each.begin, each.more, each.end) for each in found.gaps] == [("", 16, "")]


def test_quotations_of_a_source_share_what_may_be_shown() -> None:
    assert room_for(read("short"), 1) == MOST_OF_SHORT
    assert room_for(read("x" * 10_000), 1) == 2_500
    assert room_for(read("x" * 100_000), 1) == MOST_OF_SOURCE
    assert room_for(read("x" * 100_000), 1_000) * 1_000 <= MOST_OF_SOURCE


@given(
    st.text("ab .\n。橋\u0301«א", max_size=900),
    st.lists(st.integers(0, 900), min_size=2, max_size=8),
    st.integers(0, 800),
)
def test_no_more_is_shown_than_there_is_room_for(raw: str, cuts: list[int], room: int) -> None:
    text = read(raw)
    ends = sorted({min(each, len(text.text)) for each in cuts})
    places = [Place(*each) for each in zip(ends[::2], ends[1::2], strict=False)]
    if places:
        found = passage(places, text, room)
        cut_marks = 2
        assert found.shown <= max(0, room) + cut_marks
        assert sum(len(each.text) for each in (found.runs[0], found.runs[-1])) <= (
            2 * (MOST_AROUND + 1)
        )


def compared(raw: str, quote: str) -> str:
    """Both texts as one: -what the saved text has-, +what the quotation has+."""
    text = read(raw)
    found = side_by_side(quote, verify(quote, text), text)
    signs = {"both": "", "printed": "-", "quoted": "+"}
    words = (
        (" " if each.is_apart else "") + signs[each.side] + each.text + signs[each.side]
        for each in found
    )
    return "".join(words).strip()


@pytest.mark.parametrize(
    ("raw", "quote", "expected"),
    [
        (
            "The bridge is closed to all traffic.",
            "The bridge is open to all traffic.",
            "The bridge is -closed- +open+ to all traffic.",
        ),
        (
            "The bridge is not closed to all traffic.",
            "The bridge is closed to all traffic.",
            "The bridge is -not- closed to all traffic.",
        ),
        (
            "The bridge “cost” 5 million in all.",
            "The bridge 'cost' 15 million in all.",
            "The bridge 'cost' -5- +15+ million in all.",
        ),
        (
            "He told us of it at length. The bridge is closed to all the traffic today.",
            "He told […] The bridge is open to all the traffic today",
            "The bridge is -closed- +open+ to all the traffic today",
        ),
        (
            "It costs £2.4 million; 14,500 cars cross it. At 5, 7 leave.",
            "It costs £3.4 million; 15,500 cars cross it. At 5, 8 leave.",
            "It costs £-2.4- +3.4+ million; -14,500- +15,500+ cars cross it. At 5, -7- +8+ leave.",
        ),
        (
            "市は五月三日に橋を閉じた。",
            "市は五月四日に橋を閉じた。",
            "市は五月-三-+四+日に橋を閉じた。",
        ),
        (
            "أغلق الجسر أمام جميع السيارات اليوم",
            "فتح الجسر أمام جميع السيارات اليوم",
            "-أغلق- +فتح+ الجسر أمام جميع السيارات اليوم",
        ),
    ],
    ids=["other", "lacking", "number", "part", "signs", "numbers", "right-to-left"],
)
def test_altered_words_stand_side_by_side(raw: str, quote: str, expected: str) -> None:
    assert compared(raw, quote) == expected


def test_where_a_text_ends_nothing_is_cut() -> None:
    found = made("The bridge is closed. Nobody knows why.\n", "Nobody knows why.")
    assert [each.text for each in found.runs] == ["The bridge is closed. ", "Nobody knows why.", ""]


def test_what_is_too_long_is_not_set_side_by_side() -> None:
    words = [f"word{n}" for n in range(200)]
    assert compared(" ".join(words), " ".join([*words[:50], "other", *words[51:]])) == ""


_TEXTS = st.lists(
    st.sampled_from(["the", "Bridge", "5", "“so”", "is", "—", "橋は", "الجسر"]), max_size=12
)


@given(_TEXTS.map(" ".join), _TEXTS.map(" ".join))
def test_side_by_side_nothing_of_the_quotation_is_lost(quote: str, raw: str) -> None:
    text = read(raw)
    result = Result(Verdict.ALTERED, (Place(0, len(text.text)),))
    found = side_by_side(quote, result, text)
    ours = "".join(each.text for each in found if each.side != "printed")
    if found:
        assert "".join(ours.split()) == "".join(quote.split())
