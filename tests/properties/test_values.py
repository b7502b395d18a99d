"""Dates keep their order, addresses and ids their form."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from claimbook.dates import PATTERN, DateError, PartialDate, parse_date
from claimbook.urls import UrlError, parse_url
from claimbook.values import SLUG_PATTERN, is_slug, slug_of
from tests.properties.trees import DATES, URLS

MOMENTS = st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30)).flatmap(  # noqa: DTZ001
    lambda moment: st.sampled_from(["Z", "+00:00", "-05:00", "+14:00", "+05:45"]).map(
        lambda zone: f"{moment:%Y-%m-%dT%H:%M}{zone}".zfill(len("1000-01-01T00:00") + len(zone))
    )
)


def refusal(text: str) -> DateError | None:
    """Why a text is no date; any other error is let out."""
    try:
        assert parse_date(text).text == text
    except DateError as error:
        return error
    return None


def is_helpful(error: DateError) -> bool:
    """Whether a refusal is one line, and the date that its hint proposes is one."""
    written = re.search(r"write `([^`]+)`$", error.hint)
    return "\n" not in str(error) and (not written or bool(parse_date(written[1])))


PARTIAL = st.one_of(DATES, MOMENTS).map(parse_date)


@given(st.one_of(DATES, MOMENTS))
def test_a_date_is_what_was_written(text: str) -> None:
    read = parse_date(text)
    assert str(read) == text
    assert parse_date(read.plain).earliest == read.earliest
    assert read.earliest <= read.latest
    assert re.fullmatch(PATTERN, text)


@given(st.from_regex(PATTERN, fullmatch=True))
def test_the_pattern_takes_nothing_that_raises_anything_else(text: str) -> None:
    error = refusal(text)
    assert error is None or is_helpful(error)


@given(PARTIAL, PARTIAL, PARTIAL)
def test_before_is_an_order(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    assert not one.is_before(one)
    assert not (one.is_before(two) and two.is_before(one))
    if one.is_before(two) and two.is_before(three):
        assert one.is_before(three)


@given(PARTIAL)
def test_less_precision_never_makes_an_order(moment: PartialDate) -> None:
    for size in (4, 7, 10):
        coarse = parse_date(f"{moment.earliest.astimezone(UTC):%Y-%m-%d}".zfill(10)[:size])
        assert not coarse.is_before(moment)
        assert not moment.is_before(coarse)


@given(PARTIAL, st.dates(date(1000, 1, 1), date(9999, 12, 29)))
def test_the_future_lies_after_today(moment: PartialDate, today: date) -> None:
    if moment.is_after_day(today):
        assert moment.day > today


@given(st.text(max_size=40))
def test_no_text_is_read_with_another_error(text: str) -> None:
    error = refusal(text)
    assert error is None or is_helpful(error)


_LOOSE = st.tuples(
    st.integers(0, 99),
    st.sampled_from(["January", "Feb.", "sept", "June", "xyz"]),
    st.integers(0, 9999),
    st.sampled_from([" ", ". ", ", ", "/", "-", "."]),
)


@given(_LOOSE)
def test_what_a_hint_proposes_is_a_date(parts: tuple[int, str, int, str]) -> None:
    day, month, year, sign = parts
    for text in (f"{day}{sign}{month}{sign}{year}", f"{year}{sign}{day}{sign}{day}"):
        error = refusal(text)
        assert error is None or is_helpful(error)


@given(URLS)
def test_an_address_read_again_is_the_same(text: str) -> None:
    with suppress(UrlError):
        url = parse_url(text)
        again = parse_url(url.href)
        assert (again.href, again.host) == (url.href, url.host)
        assert url.text == text


@given(st.text(max_size=60))
def test_no_address_raises_another_error(text: str) -> None:
    for address in (text, f"https://{text}", f"http://a.org/{text}", f"https://[{text}]/"):
        with suppress(UrlError):
            url = parse_url(address)
            assert url.host
            assert url.has_private_host in {True, False}
            assert url.href.isascii()


@given(st.text(max_size=200))
def test_an_id_made_of_text_is_one(text: str) -> None:
    name = slug_of(text)
    assert not name or is_slug(name)
    assert slug_of(name) == name


@given(st.from_regex(SLUG_PATTERN, fullmatch=True))
def test_an_id_stays_as_it_is(text: str) -> None:
    assume(is_slug(text))
    assert slug_of(text) == text
