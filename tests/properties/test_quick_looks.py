"""Before a rule searches a text it takes a glance at it: the glance never misses anything."""

import re
import string
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.assemble import assemble
from claimbook.corpus import source_ids, source_references
from claimbook.dates import parse_date
from claimbook.decode import Filing, Role
from claimbook.rules.placeholder_text import ANYWHERE
from claimbook.rules.placeholder_text import SIGNS as PLACEHOLDER_SIGNS
from claimbook.rules.relative_date import RELATIVE
from claimbook.rules.relative_date import SIGNS as RELATIVE_SIGNS
from claimbook.rules.verdict_in_claim import LIKE_ASCII, LOADED, OURS, labels_of
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.unit import decode_file

LABELS = labels_of(assemble([], {}).value)


@given(st.from_regex(ANYWHERE))
def test_whatever_holds_the_place_of_words(text: str) -> None:
    assert any(sign in text for sign in PLACEHOLDER_SIGNS)


@given(st.from_regex(re.compile(RELATIVE, re.VERBOSE)))
def test_whatever_tells_its_time_from_today(text: str) -> None:
    assert any(sign in text for sign in RELATIVE_SIGNS)


@given(st.one_of(st.from_regex(each) for each in (OURS, LOADED, LABELS.pattern)))
def test_whatever_gives_the_verdict_away(text: str) -> None:
    assert LABELS.may_be_in(text)


def test_letters_that_a_search_takes_for_ascii() -> None:
    letter = re.compile("[a-z]", re.IGNORECASE)
    every = filter(letter.match, map(chr, range(sys.maxunicode + 1)))
    assert set(every) == {*string.ascii_letters, *LIKE_ASCII}


@pytest.mark.parametrize("label", ["Größtenteils wahr", "İddia", "Mostly true"])
def test_a_label_in_any_letters_is_found(label: str) -> None:
    corpus = assemble([], {}).value
    assert corpus is not None
    scale = f"ratings:\n  x: {{label: {label}, definition: X, icon: x, colour: red, axis: truth}}\n"
    file = SourceFile("claims/scale.yml", scale.encode())
    decoded = decode_file(file, Filing(Role.SCALE, "scale"), DEFAULT_SETTINGS)
    labels = labels_of(assemble([decoded], {}).value)
    for text in (f"A: {label}", f"A: {label.swapcase()}", f"{label.casefold()}: a"):
        assert labels.may_be_in(text) or not labels.pattern.search(text)
    assert labels.may_be_in(f"A: {label}")


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(-60, 60),
    st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y", "%Y-%m-%dT%H:%MZ", "%Y-%m-%dT23:59-12:00"]),
)
def test_a_date_is_after_a_day_when_it_is_over_everywhere(day: date, hours: int, form: str) -> None:
    noon = datetime(day.year, day.month, day.day, tzinfo=UTC)
    given_date = parse_date((noon + timedelta(hours=hours)).strftime(form))
    is_over = given_date.earliest >= noon + timedelta(hours=36)
    assert given_date.is_after_day(day) is is_over


def test_ids_of_sources_are_those_of_the_references() -> None:
    text = b"""
claim: It is so.
claimant: Gazette
appearances: [{source: one}]
review:
  rating: unproven
  verdict: It is.
  analysis: See [@two; @three, p. 4] and [@one].
  responses: [{from: Council, asked: 2025, source: four}]
  corrections: [{date: 2025, wrong: "It was [@five].", now: "It is [@six]."}]
evidence:
  - {source: seven, stance: context, says: It is.}
  - {source: {title: Book}, stance: context, says: It is.}
"""
    file = SourceFile("claims/a.yml", text)
    claim = decode_file(file, Filing(Role.CLAIM, "a"), DEFAULT_SETTINGS).record
    ids = source_ids(claim)
    assert ids == {each.id for each in source_references(claim)}
    assert len(ids) == 7
