"""Which signs a sentence shows, and in which words."""

import pytest

from claimbook.statements.features import FEATURES, WORTH_FROM, Context, signs_in
from claimbook.statements.names import known_names, names_in
from claimbook.statements.words import WORDS


def told(text: str, language: str = "en", *names: str) -> dict[str, tuple[str, ...]]:
    found = signs_in(text, Context(language, frozenset(names)))
    return {each.feature: each.words for each in found}


@pytest.mark.parametrize(
    ("language", "text", "feature", "words"),
    [
        ("en", "It cost $1.5 billion in the end.", "money", ("1,500,000,000 USD",)),
        ("de", "Es kostete am Ende 1,5 Milliarden Euro.", "money", ("1,500,000,000 EUR",)),
        ("en", "It fell by 3.2 percent that year.", "percent", ("3.2 %",)),
        ("en", "It rained on 3 May 2025 in town.", "date", ("2025-05-03",)),
        ("de", "Es regnete am 3. Mai 2025 im Ort.", "date", ("2025-05-03",)),
        ("en", "Drivers lost 45,000 jobs there.", "number", ("45,000",)),
        ("en", "He called it “a fine bridge” twice.", "quotation", ("a fine bridge",)),
        ("de", "Er nannte sie „eine gute Brücke“ dort.", "quotation", ("eine gute Brücke",)),
        ("en", "According to the police it was open.", "attribution", ("according to",)),
        ("de", "Laut der Polizei war sie offen.", "attribution", ("laut",)),
        ("en", "This bridge is older than the town.", "comparison", ("older than",)),
        ("de", "Sie ist älter als die Stadt selbst.", "comparison", ("älter als",)),
        ("en", "They closed it because it leaked.", "cause", ("because",)),
        ("en", "The council closed the bridge then.", "event", ("closed",)),
        ("de", "Der Rat sperrte dann die Brücke.", "event", ("sperrte",)),
        ("en", "I think the bridge is fine now.", "opinion", ("i think",)),
        ("en", "Please close the bridge for us.", "command", ("please",)),
        ("de", "Nehmen Sie bitte die andere Brücke.", "command", ("nehmen sie",)),
        ("en", "The bridge will open again soon.", "forecast", ("will", "soon")),
        ("en", "If it opens, they go across.", "condition", ("if",)),
        ("en", "Who closed the old bridge?", "question", ()),
        ("ja", "橋は2025年に閉鎖された。", "date", ("2025",)),
        ("fr", "Le pont a coûté 3 millions d'euros à Lyon.", "money", ("3,000,000 EUR",)),
    ],
)
def test_a_sign_is_seen_and_shown(
    language: str, text: str, feature: str, words: tuple[str, ...]
) -> None:
    assert told(text, language)[feature] == words


def test_what_is_reported_can_be_checked_whatever_it_is() -> None:
    plain, said = (
        sum(each.weight for each in signs_in(text, Context("en")))
        for text in ("The bridge will open.", "The mayor said the bridge will open.")
    )
    assert plain < WORTH_FROM <= said


def test_a_month_is_no_doubt_and_a_noun_is_no_request() -> None:
    assert "vague" not in told("The council closed the pool in May 2023.")
    assert "command" not in told("The visit to the pool was short.")


def test_a_language_that_is_not_known_has_no_words() -> None:
    signs = told("Le maire a dit que le pont de Lyon serait fermé.", "fr")
    assert signs == {"name": ("Lyon",)}


def test_names_are_told_by_how_they_are_written() -> None:
    english = "The mayor of Exeter met OpenAI in May."
    assert [word for word, _ in names_in(english, "en")] == ["Exeter", "OpenAI"]
    german = "Die Brücke in Bonn gehört der EU, sagte Olaf Scholz nach Angaben der Zeitung."
    assert [word for word, _ in names_in(german, "de")] == ["Bonn", "EU", "Scholz"]
    assert [*names_in("STOP THIS NOW", "en")] == []


def test_a_name_at_the_beginning_is_known_from_the_text() -> None:
    text = "A man called Disney came.\n\nThe town liked him."
    names = known_names(text, "en")
    assert names == {"Disney"}
    assert told("Disney closed the bridge.", "en", *names)["name"] == ("Disney",)
    assert "name" not in told("Disney closed the bridge.", "en")


def test_every_word_belongs_to_a_feature_of_the_table() -> None:
    for words in WORDS.values():
        assert set(words) <= set(FEATURES)
        assert all(each == each.lower() for phrases in words.values() for each in phrases)
    assert set(WORDS["en"]) == set(WORDS["de"])


@pytest.mark.parametrize("text", ["!?" * 900, "“" * 1000, "9" * 1900, "A " * 900, "\0\x1b[31m"])
def test_hostile_sentences_are_judged(text: str) -> None:
    assert isinstance(signs_in(text, Context("de")), tuple)
