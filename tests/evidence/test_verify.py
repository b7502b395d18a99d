"""Quotations beside the text of their source: what is faithful is accepted, nothing else."""

import pytest

from claimbook.anchoring import DocumentText, read_document
from claimbook.evidence import ChangeKind, Verdict, verify
from claimbook.evidence.changes import gravest
from tests.bench.quotes import is_wrong
from tests.evidence.mutations import Mutator, passages

TEXT = """\
The council closed the bridge on 3 May 2025, because inspectors had found cracks in two of its
piers. “It is not safe for lorries,” the mayor, Ann Rivers, said; repairs cost $1 billion.

Nobody objected. The ferry runs from June, and the bridge opens again in 2027.
"""


def said(quote: str, text: str = TEXT) -> tuple[Verdict, list[ChangeKind]]:
    result = verify(quote, read(text))
    return result.verdict, [each.kind for each in result.differences]


def read(text: str) -> DocumentText:
    return read_document("page.txt", text)


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("The council closed the bridge on 3 May 2025", Verdict.VERBATIM),
        ("inspectors had found cracks in two of its piers", Verdict.VERBATIM),
        ('"It is not safe for lorries," the mayor', Verdict.TYPOGRAPHY),
        ("the council closed the bridge", Verdict.TYPOGRAPHY),
        ("NOBODY OBJECTED", Verdict.TYPOGRAPHY),
        ("The council closed the bridge.", Verdict.TYPOGRAPHY),
        ("The council closed the bridge […] because inspectors had found cracks", Verdict.ELIDED),
        ("The ferry [across the Exe] runs from June", Verdict.ELIDED),
        ("The [boat] runs from June", Verdict.ELIDED),
        ("There are no bridges over the Thames in this town", Verdict.ABSENT),
        ("cracks everywhere", Verdict.ABSENT),
    ],
)
def test_how_words_stand_in_a_text(quote: str, verdict: Verdict) -> None:
    assert said(quote)[0] is verdict


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The council closed the bridge on 8 May 2025", ChangeKind.NUMBER),
        ("repairs cost $2 billion", ChangeKind.NUMBER),
        ("It is safe for lorries, the mayor, Ann Rivers, said", ChangeKind.NEGATION),
        ("The council never closed the bridge on 3 May 2025", ChangeKind.NEGATION),
        ("the mayor, Ann Waters, said", ChangeKind.NAME),
        ("The council suddenly closed the bridge on 3 May", ChangeKind.INSERTED),
        ("the bridge opens in 2027", ChangeKind.LEFT_OUT),
        ("The council shut the bridge on 3 May 2025", ChangeKind.WORDING),
        ("It is […] safe for lorries", ChangeKind.NEGATION),
        ("It is [quite] safe for lorries", ChangeKind.NEGATION),
        ("repairs cost $[2] billion", ChangeKind.NUMBER),
    ],
)
def test_what_was_altered_is_named(quote: str, kind: ChangeKind) -> None:
    verdict, kinds = said(quote)
    assert verdict is Verdict.ALTERED
    assert kind in kinds


@pytest.mark.parametrize(
    ("quote", "quoted", "printed"),
    [
        ("The repair costs 3.4 million", "3.4", "2.4"),
        ("The repair costs 2.5 million", "2.5", "2.4"),
        ("Some 14,700 cars cross it", "14,700", "14,500"),
        ("Some 15,500 cars cross it", "15,500", "14,500"),
        ("the repair costs 2,4 million", "2,4", "2.4"),
        # Two digits of one number: each is told by itself.
        ("The repair costs 3.5 million", "3", "2"),
        ("It takes 9 months", "9", "8"),
    ],
)
def test_of_a_number_the_whole_is_told(quote: str, quoted: str, printed: str) -> None:
    text = "The repair costs 2.4 million. Some 14,500 cars cross it. It takes 8 months."
    found = next(gravest(verify(quote, read(text)).differences))
    assert (found.kind, found.quoted, found.printed) == (ChangeKind.NUMBER, quoted, printed)


STORY = """\
Support fell by 5 percentage points to 40 percent in May. The plant cost up to 3 million euros.
Smith sued Jones in 2019-20. It fell to −5 °C, said the US team that helped us. Is it safe? Nobody
knows. He allegedly killed her. Two of ten agreed. It cost USD 5,000 in January 1990. Let's eat,
grandma. The bridge is, in the view of all who came from London that day, not safe at all.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "Support fell by 5 percent to 40 percent",
        "Support fell by 5 [percent] to 40 percent",
        "Support fell by 5 […] to 40 percent",
        "Support fell by […] 40 percent",
        "The plant cost […] 3 million euros",
        "The plant cost up to 3 [billion] euros",
        "The plant cost up to 3[0] million euros",
        "The plant cost up to [3 billion] euros",
        "[Brown] sued Jones",
        "[Jones] sued [Smith]",
        "Smith sued Jones in 2019 20",
        "It fell to 5 °C",
        "said the us team that helped us",
        "said the US team that helped US",
        "It is safe. Nobody knows",
        "Is it safe. Nobody knows",
        "Is it safe.",
        "He […] killed her",
        "He [certainly] killed her",
        "[Nine] of ten agreed",
        "[All] of ten agreed",
        "It cost USD 5.000 in January",
        "It cost USD 5 000 in January",
        "It cost […] 5,000 in January",
        "It cost USD 5,000 in January [2]1990",
        "Let's eat grandma",
        "The bridge is […] safe at all",
        "The bridge is [therefore] safe at all",
    ],
)
def test_what_turns_a_sentence_is_no_setting_and_no_elision(quote: str) -> None:
    assert not verify(quote, read(STORY)).is_faithful


@pytest.mark.parametrize(
    "quote",
    [
        "SUPPORT FELL BY 5 PERCENTAGE POINTS",
        "support fell by 5 percentage points",
        "Smith sued Jones in 2019–20",
        "It fell to -5\u00a0°C",
        "[…] Is it safe? […]",
        "“is it safe?”",
        "[Mr] Smith sued [his partner] Jones",
        "Support […] to 40 percent in May […]",
        "Two of [the] ten agreed",
        "[The man] allegedly killed her",
        "The bridge is […] not safe at all",
    ],
)
def test_what_says_the_same_is_faithful(quote: str) -> None:
    assert verify(quote, read(STORY)).is_faithful


@pytest.mark.parametrize(
    "quote", ["I paid him and I never met him", "I paid him […] I never met him"]
)
def test_the_words_of_two_speakers_are_no_sentence(quote: str) -> None:
    cue = "00:0{}.000 --> 00:0{}.000\n<v {}>{}\n\n"
    said = (("Ann", "I paid him"), ("Bob", "and I never met him"), ("Bob", "in my whole life"))
    cues = "".join(cue.format(at, at + 1, *each) for at, each in enumerate(said))
    text = read_document("talk.vtt", f"WEBVTT\n\n{cues}")
    assert verify(quote, text).verdict is Verdict.ALTERED
    assert verify("I never met him in my whole life", text).is_faithful


def test_a_heading_is_not_the_beginning_of_the_sentence_below_it() -> None:
    text = read_document("page.md", "# The bridge is safe\n\nsays nobody in the town council.")
    assert verify("The bridge is safe says nobody", text).verdict is Verdict.ALTERED
    assert verify("The bridge is safe […] says nobody", text).is_faithful


@pytest.mark.parametrize(
    "quote",
    [
        # The first part is only set otherwise; what is behind it was said by nobody, or left out.
        "The council *closed* the bridge […] the mayor stole forty lorries",
        "The council – closed the bridge […] It is safe for lorries",
        "Nobody objected […] The council *closed* the bridge",
        "The council *closed* the bridge [never] on 3 May 2025",
        f"{' '.join(f'word{each}' for each in range(160))}, and he *did* steal it",
    ],
)
def test_where_one_part_is_only_set_otherwise_the_rest_is_read_too(quote: str) -> None:
    words = " ".join(f"word{each}" for each in range(160))
    text = f"{TEXT}\n{words.replace('word7 ', 'word7 – ')}, and he did not steal it.\n"
    assert not verify(quote, read(text)).is_faithful


def test_parts_that_are_set_otherwise_are_all_the_same_words() -> None:
    quote = "the *council* closed the bridge […] inspectors had *found* cracks in two of its piers"
    assert said(quote)[0] is Verdict.ELIDED


def test_a_quotation_in_very_many_parts_is_looked_up_a_few_times() -> None:
    looked = " […] ".join(["the *council* closed"] * 3_000)
    assert not verify(looked, read(TEXT)).is_faithful


def test_less_than_nothing_is_no_dash() -> None:
    text = "At noon it fell to -5 °C, and the loss came to –$3 million – 7 more than before."
    assert said("At noon it fell to 5 °C", text) == (Verdict.ALTERED, [ChangeKind.NUMBER])
    assert said("and the loss came to $3 million", text)[0] is Verdict.ALTERED
    assert verify("At noon it fell to −5 °C", read(text)).is_faithful


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("परिषद ने इसे स्वीकार नहीं किया।", "परिषद ने इसे स्वीकार […] किया"),
        ("المجلس على الخطة ولا يدعمها أحد", "المجلس على الخطة […] يدعمها أحد"),
        ("该计划不安全。", "该计划[…]安全"),
    ],
)
def test_a_denial_is_known_in_other_scripts(text: str, quote: str) -> None:
    assert said(quote, text) == (Verdict.ALTERED, [ChangeKind.NEGATION])


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u2067", "\u2069", "\u202b"])
def test_marks_of_direction_are_no_words(mark: str) -> None:
    quote = "أعلنت الشركة إغلاق التطبيق"
    text = f"قالت: أعلنت الشر{mark}كة {mark}إغلاق التطبيق{mark} أمس."
    assert said(quote, text)[0] is Verdict.TYPOGRAPHY


def test_what_turns_words_round_is_not_passed_over() -> None:
    assert (
        said("The ferry runs from June", "The \u202eferry runs\u202c from June")[0]
        is Verdict.ALTERED
    )


def test_what_an_elision_leaves_out_is_told() -> None:
    result = verify("The council closed the bridge […] because inspectors", read(TEXT))
    assert [each.strip() for each in result.left_out] == ["on 3 May 2025,"]
    assert [TEXT[slice(*each)] for each in result.places] == [
        "The council closed the bridge",
        "because inspectors",
    ]


def test_parts_of_two_passages_are_no_quotation() -> None:
    far = f"{TEXT}\n{'It rained for weeks. ' * 200}\nThe lorries came back on Monday."
    assert said("The council closed the bridge […] The lorries came back", far)[0] is (
        Verdict.ALTERED
    )


def test_nothing_altered_is_called_faithful_and_nearly_all_that_is_faithful_is_accepted() -> None:
    texts = passages()
    documents = {each: read(each.text) for each in texts}
    found = [
        (each, verify(each.quote, documents[each.passage]).verdict)
        for each in Mutator(7, texts).made(3_000)
    ]
    wrong = [each for each, verdict in found if is_wrong(each, verdict)]
    assert [(each.how, each.quote) for each in wrong if not each.is_faithful] == []
    faithful = sum(each.is_faithful for each, _ in found)
    assert len(wrong) < 0.005 * faithful
