"""Sentences of real text, and of text that is none."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.statements.sentences import (
    NoSplitterError,
    _splitter,
    main_language,
    sentences,
)


def told(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


CASES = {
    "abbreviations": ("en", ["Dr. Smith of the U.S. spoke.", "Mr. J. R. Brown (b. 1950) left."]),
    "decimals": ("en", ["It fell by 3.2 percent, i.e. by £2.50.", "See Fig. 3.2 on p. 4."]),
    "a month": ("en", ["It closed in May.", "Nobody swam in Sept. 2023."]),
    "a small letter": ("en", ["He paid $1.5 bn. in January.", "She did not."]),
    "ellipsis": ("en", ["They won… and lost.", "Then they left."]),
    "a quotation": ("en", ["He said: “It is done. We go.”", "Then he left.", "Is that so?"]),
    "what was asked": ("en", ["“Is it true?” he asked.", "It was."]),
    "dates": ("de", ["Am 3. März 2025 wurde sie gesperrt.", "Das war am 5.", "Er kam nicht."]),
    "ordinals": ("de", ["Es war die höchste seit dem 2. Weltkrieg.", "Das 20. Jahrhundert ging."]),
    "shortened": ("de", ["Das sind z. B. 1.500,50 Euro.", "Prof. Dr. Meyer sagte: „So. Gut.“"]),
    "initials": ("fr", ["M. Dupont a perdu 3,2 % en 2024.", "Voilà."]),
    "japanese": ("ja", ["東京は日本の首都です。", "人口は1400万人です。"]),
    "chinese": ("zh", ["“我们尊重这一决定。”", "价格是3.5亿美元！"]),
    "arabic": ("ar", ["قال إن الاقتصاد نما بنسبة 3.5٪.", "هل هذا صحيح؟"]),
    "hindi": ("hi", ["यह एक वाक्य है।", "यह दूसरा है।"]),
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_end_where_a_reader_would_say_so(name: str) -> None:
    language, parts = CASES[name]
    joint = "" if language in {"ja", "zh"} else " "
    assert told(joint.join(parts), language) == parts


def test_a_blank_line_ends_a_sentence() -> None:
    assert told("A headline without a point\n\nthe text. More of it") == [
        *("A headline without a point", "the text.", "More of it"),
    ]


def test_a_long_quotation_is_told_apart() -> None:
    text = (
        "The spokesman stated that “we respect the decision of the company to leave the business "
        "and to shift its focus elsewhere. We are grateful for the cooperation of the two teams. "
        "We will go on to look for new ways to reach people where they are.” According to the "
        "Journal, nobody else in the industry had been asked before the decision was taken."
    )
    assert [each.split()[0] for each in told(text)] == ["The", "We", "We", "According"]


def test_a_stray_mark_does_not_swallow_the_text() -> None:
    text = "The company ‘ s offer stood. " + "Another sentence follows here. " * 20
    assert len(told(text)) == 21


def test_a_long_paragraph_is_cut_only_where_sentences_end() -> None:
    text = "The council of the town met again and spoke of the bridge. " * 1_000
    assert set(told(text)) == {"The council of the town met again and spoke of the bridge."}


@given(st.text(alphabet=st.sampled_from("aB.!?…“”\"'‘’ \n\t5。？؟«»\0😀"), max_size=300))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    found = sentences(text, "en")
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)


@pytest.mark.parametrize(
    "text", ["!?" * 100_000, "“" * 100_000, "." * 200_000, "a" * 200_000, "\n" * 200_000, "\0 " * 9]
)
def test_texts_without_sentences_end(text: str) -> None:
    assert len(sentences(text, "en")) < 100


def test_german_is_told_from_english() -> None:
    assert main_language("Die Brücke ist seit dem Sommer nicht mehr offen.") == "de"
    assert main_language("The bridge has not been open since summer.") == "en"
    assert main_language("12 %") == "en"


FOREIGN = {
    "fr": "Le gouvernement a annoncé mardi que les prix de l’électricité augmenteront en 2025. "
    "On ne sait pas encore si tous les ménages devront le payer, a dit la ministre.",
    "es": "El gobierno anunció el martes que los precios de la electricidad subirán en 2025. No se "
    "sabe todavía si los hogares más pobres se verán afectados, dijo la ministra.",
    "nl": "De regering heeft dinsdag bekendgemaakt dat de prijs van stroom in 2025 stijgt. Het is "
    "niet bekend of de huishoudens die het minst verdienen geraakt worden.",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_another_language_is_taken_for_neither(text: str) -> None:
    assert main_language(text) == ""
    assert len(sentences(text, "")) == 2


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentencex", None)
    _splitter.cache_clear()
    with pytest.raises(NoSplitterError):
        sentences("A text.", "en")
    assert "claimbook[annotate]" in NoSplitterError.hint
    monkeypatch.undo()
    _splitter.cache_clear()
