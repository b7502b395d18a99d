"""Whatever is cut from a text is found where it was cut, and what is changed is not."""

import random
import unicodedata
from importlib.metadata import distributions
from itertools import islice, pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimbook.anchoring import (
    Ambiguous,
    Anchor,
    DocumentText,
    How,
    Nearest,
    Place,
    Selector,
    anchor,
    read_document,
)
from claimbook.anchoring.aligned import _cost, _costs, aligned
from claimbook.anchoring.edges import inside, is_edge
from claimbook.anchoring.nearest import _most_likeness
from claimbook.anchoring.normal import normal
from claimbook.anchoring.parts import occurrences, parts_of, tries
from claimbook.anchoring.places import MOST_PLACES
from claimbook.anchoring.settling import settling
from claimbook.anchoring.words import tokens

SCRIPTS = (
    "the bridge is closed not can’t Bridge 1.5 -5 10² $1,000 “exit” 'launch' — - … ... ﬁlm "
    "o\u0308l öl e\u0301 世界 你好。 ภาษาไทย हिन्दी 한국어 \u1100\u1161 العربية עברית 👩\u200d🚒 "
    "İ ß ſ a a A \u200c x\u00ady \u0301 ? ! . ｗｉｄｅ ĳ ㌀"
)
WORDS = st.sampled_from(SCRIPTS.split(" "))
SPACES = st.sampled_from([" ", " ", " ", " ", "\n", "  ", "\n\n", "\u00a0", "\t", ""])


def texts(words: st.SearchStrategy[str], least: int = 1) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(words, SPACES), min_size=least, max_size=40)
    return pairs.map(lambda found: "".join(word + space for word, space in found))


PLAIN = texts(WORDS, 3)
TEXTS = texts(WORDS | st.sampled_from(["[sic]", "(a)", "[…]", "[", "(...)"]))
NAMES = st.sampled_from(["a.txt", "a.md"])


def cuts(text: str) -> list[int]:
    """Where words of a text may be cut, in the text as it stands."""
    even = normal(text)
    found = {0, len(text)}
    for at in range(1, len(even.text)):
        if is_edge(even.text, at):
            found.add(even.origin(at, at + 1)[0])
    return sorted(found)


@st.composite
def quoted(draw: st.DrawFn, bodies: st.SearchStrategy[str]) -> tuple[DocumentText, Place]:
    """A text, and a stretch of it that can be quoted."""
    text = read_document(draw(NAMES), draw(bodies))
    places = cuts(text.text)
    assume(len(places) > 1)
    start = draw(st.integers(0, len(places) - 2))
    end = draw(st.integers(start + 1, len(places) - 1))
    place = Place(places[start], places[end])
    assume(normal(text.text[slice(*place)]).text.strip())
    return text, place


def found_again(text: DocumentText, quote: str, place: Place) -> Anchor:
    """The anchor at ``place``; where the words stand elsewhere, too, what we print means it."""
    found = anchor(text, Selector(quote))
    if isinstance(found, Anchor):
        assert covers(text, found, place), (quote, found, place)
        return found
    assert isinstance(found, Ambiguous), (quote, found)
    if len(found.anchors) == MOST_PLACES:  # of long texts, in which “a” stands more often
        return found.anchors[0]
    number = next(at for at, each in enumerate(found.anchors) if covers(text, each, place))
    selector = settling(text, quote, found.anchors)[number]
    assert anchor(text, selector) == found.anchors[number]
    return found.anchors[number]


def covers(text: DocumentText, found: Anchor, place: Place) -> bool:
    """Whether an anchor is that place, but for white space and what is not seen at its ends."""
    start, end = found.places[0].start, found.places[-1].end
    around = text.text[place.start : start] + text.text[end : place.end]
    return place.start <= start < end <= place.end and not normal(around).text.strip()


@given(quoted(TEXTS))
def test_a_quotation_anchors_where_it_was_cut(cut: tuple[DocumentText, Place]) -> None:
    text, place = cut
    found = found_again(text, text.text[slice(*place)], place)
    assert len(found.places) == 1


VARIED = {
    **dict.fromkeys("'‘’", "'’‘"),
    **dict.fromkeys('"“”', '"“”„«'),
    **dict.fromkeys("-–—", "-–—\u2011"),
    " ": (" ", "  ", "\n", "\u00a0", "\t", "\u2009"),
    "…": ("…", "..."),
    "ﬁ": ("ﬁ", "fi"),
    "ĳ": ("ĳ", "ij"),
}


@given(quoted(PLAIN), st.randoms(use_true_random=False))
def test_typography_makes_no_difference(
    cut: tuple[DocumentText, Place], chance: random.Random
) -> None:
    text, place = cut
    quote = text.text[slice(*place)]
    form = chance.choice(["NFC", "NFD"])
    varied = "".join(chance.choice(VARIED.get(each, each)) for each in quote)
    assert normal(unicodedata.normalize(form, varied)).text == normal(quote).text
    found_again(text, unicodedata.normalize(form, varied), place)


@given(quoted(PLAIN), st.sampled_from(["zyx", "not zyx", "7,001", "ZYX"]), st.randoms())
def test_a_changed_quotation_is_never_found(
    cut: tuple[DocumentText, Place], change: str, chance: random.Random
) -> None:
    text, place = cut
    quote = text.text[slice(*place)]
    at = chance.choice(cuts(quote))
    found = anchor(text, Selector(f"{quote[:at]} {change} {quote[at:]}"))
    assert isinstance(found, Nearest)
    assert found.place is None or text.text[slice(*found.place)].strip()


@given(PLAIN, PLAIN)
def test_only_what_stands_there_is_found(body: str, quote: str) -> None:
    text = read_document("a.txt", body)
    found = anchor(text, Selector(quote))
    stands = normal(quote).text.strip() in normal(text.text).text
    assert isinstance(found, Nearest) or stands


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=9), st.text(max_size=9))
def test_whatever_is_asked_is_answered(body: str, quote: str, prefix: str, suffix: str) -> None:
    for name in ("a.txt", "a.md", "a.vtt", "a.srt"):
        text = read_document(name, body)
        places = [each for start, end in pairwise((0, *cuts(text.text))) for each in (start, end)]
        assert all(0 <= each <= len(body) for at in places for each in text.in_file(at, at + 1))
        anchor(text, Selector(quote, prefix, suffix, 2))


# Some texts hold hardly a letter.
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(quoted(PLAIN), st.data())
def test_parts_stand_in_their_order(cut: tuple[DocumentText, Place], data: st.DataObject) -> None:
    text, place = cut
    places = [each for each in cuts(text.text) if place.start <= each <= place.end]
    first = data.draw(st.sampled_from(places[1:]))
    second = data.draw(st.sampled_from([each for each in places if each >= first]))
    before, behind = text.text[place.start : first], text.text[second : place.end]
    assume(all(any(map(str.isalnum, each)) for each in (before, behind)))
    found = anchor(text, Selector(f"{before} […] {behind}"))
    assert not isinstance(found, Nearest)
    for each in found.anchors if isinstance(found, Ambiguous) else (found,):
        assert [normal(text.text[slice(*part)]).text.strip() for part in each.places] == [
            normal(part).text.strip() for part in (before, behind)
        ]


# The Universal Declaration of Human Rights, article 1.
LANGUAGES = {
    "ar": "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है।",
    "ja": "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах.",
    "th": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    "zh": "人人生而自由,在尊严和权利上一律平等。",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_quotation_in_a_language_is_found(language: str, form: str) -> None:
    sentence = LANGUAGES[language]
    text = read_document("a.txt", unicodedata.normalize(form, sentence))
    places = cuts(text.text)
    assert len(places) > 5
    for start, end in ((a, b) for a in places for b in places if a < b):
        quote = text.text[start:end]
        if normal(quote).text.strip():
            found_again(text, unicodedata.normalize("NFC", quote), Place(start, end))


# As much as this stands nowhere else with other typography.
LONG = 40


def descriptions() -> list[str]:
    """Long texts of others: what the installed packages say about themselves."""
    every = sorted({each.metadata["Name"]: each for each in distributions()}.items())
    texts = (each.metadata.get_payload() or each.metadata["Description"] or "" for _, each in every)
    return [*islice((each for each in texts if len(each) > 10_000), 12)]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_quotations_of_long_texts_are_found(name: str) -> None:
    chance = random.Random(7)
    texts = [read_document(name, each) for each in descriptions()]
    assert len(texts) > 5
    for text in texts:
        places = cuts(text.text)
        for _ in range(25):
            start = chance.randrange(len(places) - 1)
            end = min(len(places) - 1, start + chance.randint(1, 60))
            place = Place(places[start], places[end])
            quote = text.text[slice(*place)]
            if normal(quote).text.strip():
                found = found_again(text, quote, place)
                assert found.how is How.EXACT or len(quote) < LONG


@given(TEXTS)
def test_no_edge_is_passed_over(text: str) -> None:
    even = normal(text).text
    for at in range(len(even)):
        assert not any(is_edge(even, each) for each in range(at + 1, inside(even, at)))


@given(TEXTS, TEXTS)
def test_steps_are_told_before_they_are_made(text: str, quote: str) -> None:
    even, parts = normal(text * 3).text, parts_of(quote)
    made = sum(len([*occurrences(even, each.text)]) for each in parts)
    assert made <= tries(even, parts)


@given(TEXTS, TEXTS)
def test_what_words_cost_is_known_before_they_are_compared(quote: str, text: str) -> None:
    ours, theirs = ([*tokens(normal(each).text)] for each in (quote, text))
    here, there = ([each.text for each in words] for words in (ours, theirs))
    costs = _costs(here, there)
    assert all(costs[word] == [_cost(word, other) for other in there] for word in here)
    if here:
        likeness = 1 - aligned(here, there).cost / (2 * len(here))
        assert likeness <= _most_likeness(ours, theirs)
