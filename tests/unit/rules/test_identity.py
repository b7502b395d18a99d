"""Rules about names and what they refer to (CB2xx)."""

from collections.abc import Callable
from typing import Any

import pytest

Fixture = Callable[..., Any]

SMALL_SOURCE = "title: Register\nurl: https://county.example.org/register\n"


@pytest.mark.parametrize("name", ["Example Gazette", "NASA", "OpenAI", "Zeitung für alle"])
def test_a_name_with_capitals_or_spaces_needs_no_file(
    look: Fixture, claim: Fixture, name: str
) -> None:
    assert look(claim(top=f"about: [{name}]")) == []


def test_an_id_without_a_file_is_told_the_nearest_one(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(top="about: [exmaple-gazette]"), claimants__example_gazette="name: E\n")
    assert (seen.code, seen.text) == ("CB203", "exmaple-gazette")
    assert seen.hint == "did you mean `example-gazette`?"


def test_an_unknown_id_can_be_written_as_a_name(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(top="about: [zeta-press]"))
    assert seen.hint.startswith("write the name as people do (`Zeta Press`)")


def test_a_claimant_whose_file_is_broken_is_not_undefined(look: Fixture, claim: Fixture) -> None:
    found = look(claim(top="about: [herald]"), claimants__herald="nmae: Herald\n")
    assert "CB203" not in {each.code for each in found}
    assert found


def test_a_citation_is_underlined_within_the_analysis(look: Fixture, claim: Fixture) -> None:
    text = claim(review="analysis: |\n  First line.\n\n  Second [@nothing, p. 4; @neither].")
    found = look(text)
    assert [(each.code, each.line, each.text) for each in found] == [
        ("CB204", 9, "nothing"),
        ("CB204", 9, "neither"),
    ]


def test_a_source_written_out_elsewhere_is_pointed_to(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    other = claim(sentence="The ford is closed.", evidence=source(id="register"))
    (seen,) = look(claim(review="analysis: See [@register]."), other=other)
    assert seen.code == "CB204"
    assert seen.hint == (
        "it is written out in `claims/other.yml`, line 10, for that claim alone: "
        "move it to `claims/sources/register.yml`"
    )


def test_sources_that_sources_derive_from_are_looked_up(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    shared = SMALL_SOURCE + "derived_from: [nothing]\n"
    text = claim(review="analysis: See [@register].", evidence=source(derived_from="[nowhere]"))
    found = look(text, only="CB204", sources__register=shared)
    assert sorted(each.text for each in found) == ["nothing", "nowhere"]


def test_answers_and_corrections_cite_too(look: Fixture, claim: Fixture) -> None:
    review = """
responses:
  - from: The county
    asked: 2026-11-01
    source: letter
corrections:
  - date: 2026-11-02
    wrong: It said [@one].
    now: It says nothing.
"""
    assert [each.text for each in look(claim(review=review))] == ["letter", "one"]


def test_a_published_claim_does_not_refer_to_a_draft(look: Fixture, claim: Fixture) -> None:
    draft = claim(sentence="The ford is closed.")
    (seen,) = look(claim(top="related: {see_also: ford}"), drafts__ford=draft)
    assert (seen.code, seen.text) == ("CB205", "ford")
    assert seen.message == "`ford` is a draft, which readers cannot see"


def test_a_draft_may_refer_to_a_draft(look: Fixture, claim: Fixture) -> None:
    one = claim(sentence="The ford is closed.", top="related: {see_also: ferry}")
    other = claim(sentence="The ferry is closed.")
    assert look(claim(), drafts__ford=one, drafts__ferry=other) == []


def test_a_former_id_is_told_its_present_one(look: Fixture, claim: Fixture) -> None:
    other = claim(sentence="The ford is closed.", top="aliases: [old-ford]")
    (seen,) = look(claim(top="related: {see_also: old-ford}"), ford=other)
    assert seen.hint == "the claim was renamed: write `ford`"


def test_topics_want_a_list(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(top="topics: bridges"))
    assert seen.code == "CB206"
    assert seen.hint == "add `bridges: <label>` to `claims/topics.yml`, a new file"


def test_topics_of_a_broken_list_are_not_undefined(look: Fixture, claim: Fixture) -> None:
    found = look(claim(top="topics: bridges"), topics="bridges:\nfords: Fords\n")
    assert {each.code for each in found} == {"CB104"}


def test_a_missing_text_is_named(look: Fixture, claim: Fixture) -> None:
    document = "title: Letter\ntext: leter.txt\n"
    found = look(claim(), documents__letter=document, **{"documents__letter.txt": "Dear all."})
    assert [(each.code, each.text) for each in found] == [("CB207", "leter.txt")]
    assert found[0].hint == "did you mean `claims/documents/letter.txt`?"


def test_ratings_of_corrections_are_looked_up(look: Fixture, claim: Fixture) -> None:
    review = "corrections:\n  - {date: 2026-11-02, wrong: A., now: B., rating_before: flase}"
    found = look(claim(review=review), only="CB208")
    assert [(each.text, each.hint) for each in found] == [("flase", "did you mean `false`?")]


def test_a_broken_scale_leaves_ratings_alone(look: Fixture, claim: Fixture) -> None:
    scale = "ratings:\n  open: {label: Open, definition: D., icon: i, colour: c, axis: statsu}\n"
    assert {each.code for each in look(claim(rating="open"), scale=scale)} == {"CB105"}


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("ferry", "bridge", "the claim's own id, `ferry`, stands among its former ids"),
        ("ford", "bridge", "the former id `ford` is the id of another claim"),
        ("bridge", "bridge", "`bridge` is a former id of `ferry` as well"),
    ],
)
def test_an_address_belongs_to_one_claim(
    look: Fixture, claim: Fixture, first: str, second: str, message: str
) -> None:
    one = claim(sentence="The ferry is closed.", top=f"aliases: [{first}]")
    other = claim(sentence="The ford is closed.", top=f"aliases: [{second}]")
    (seen,) = look(claim(), ferry=one, ford=other)
    assert (seen.code, seen.message) == ("CB209", message)


def test_a_source_does_not_derive_from_itself(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    text = claim(evidence=source(id="register", derived_from="[register]"))
    assert [(each.code, each.text) for each in look(text)] == [("CB210", "register")]


def test_any_kind_of_use_is_a_use(look: Fixture, claim: Fixture, source: Fixture) -> None:
    review = """
responses: [{from: The county, asked: 2026-11-01, source: letter}]
corrections: [{date: 2026-11-02, wrong: "A [@one].", now: B.}]
"""
    names = ("letter", "one", "parent")
    sources = {f"sources__{name}": SMALL_SOURCE for name in names}
    text = claim(review=review, evidence=source(derived_from="[parent]"))
    assert look(text, only="CB211", **sources) == []


def test_sources_are_not_called_unused_while_a_claim_is_unreadable(
    look: Fixture, claim: Fixture
) -> None:
    broken = claim(sentence="The ford is closed.") + "evidence: [{source: register}]\n"
    assert look(claim(), only="CB211", ford=broken, sources__register=SMALL_SOURCE) == []


def test_a_circle_is_drawn_from_step_to_step(look: Fixture, claim: Fixture) -> None:
    def part(name: str, of: str) -> str:
        return claim(sentence=f"The {name} is closed.", top=f"related: {{part_of: {of}}}")

    found = look(
        claim(), ferry=part("ferry", "ford"), ford=part("ford", "weir"), weir=part("weir", "ferry")
    )
    (seen,) = found
    assert seen.code == "CB214"
    assert seen.message == (
        "a circle: `ferry` -> `ford` -> `weir` -> `ferry`, where each is part of the next"
    )
    assert (seen.text, seen.labels) == ("ford", ("weir", "ferry"))


def test_relations_of_several_kinds_make_no_circle(look: Fixture, claim: Fixture) -> None:
    ferry = claim(sentence="The ferry is closed.", top="related: {follows: ford}")
    ford = claim(sentence="The ford is closed.", top="related: {superseded_by: ferry}")
    assert look(claim(), ferry=ferry, ford=ford) == []


def test_an_inline_id_is_not_one_of_the_shared_ones(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    text = claim(evidence=source(id="register"))
    (seen,) = look(text, only="CB215", sources__register=SMALL_SOURCE)
    assert seen.text == "register"
    assert seen.hint.startswith("write `source: register` if it is the same document")


def test_a_value_on_another_axis_is_underlined(look: Fixture, claim: Fixture) -> None:
    scale = (
        "ratings:\n"
        "  unproven: {label: U, definition: D., icon: i, colour: c, axis: status, value: 3}\n"
        "  true: {label: T, definition: D., icon: i, colour: c, axis: truth}\n"
    )
    assert [(each.code, each.text) for each in look(claim(), scale=scale)] == [("CB218", "3")]


SCALE = """\
ratings:
  unproven: {{label: U, definition: A., icon: help, colour: unproven, axis: status}}
  one: {{label: {label}, definition: A., icon: check, colour: true, axis: truth{value}}}
  two: {{label: Two, definition: A., icon: check, colour: true, axis: truth, value: 3}}
"""


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("False", ", value: 5", "CB804"),
        ("Falsch", ", value: 4", "CB804"),
        ("True", ", value: 1", "CB804"),
        ("True", ", value: 4", None),
        ("False", ", value: 2", None),
        ("Half", ", value: 1", None),
        ("Half", "", "CB805"),
    ],
)
def test_a_scale_counts_in_one_direction(
    look: Fixture, claim: Fixture, label: str, value: str, expected: str | None
) -> None:
    found = look(claim(), scale=SCALE.format(label=label, value=value))
    assert [each.code for each in found] == ([expected] if expected else [])


def test_a_scale_may_do_without_numbers(look: Fixture, claim: Fixture) -> None:
    scale = SCALE.format(label="One", value="").replace(", value: 3", "")
    assert look(claim(), scale=scale) == []
