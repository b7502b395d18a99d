"""The page of statistics: what the publication has done so far, and what the numbers do not say."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimbook.dates import PartialDate
from claimbook.values import ReadAs, Standing
from claimbook.views.cards import Card
from claimbook.views.catalogue import Catalogue
from claimbook.views.charts.bars import Bars, Part, shares, spread
from claimbook.views.charts.days import Days, days_of
from claimbook.views.charts.tallies import (
    correction_tally,
    due_tally,
    quotation_tally,
    source_tally,
)
from claimbook.views.charts.times import FEWEST, Row, Times, by_mark, times, too_vague
from claimbook.views.links import Link
from claimbook.views.lists import Empty
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Sheet

_PLACE = "statistics/index"


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart with what it means; ``heading`` is empty where its section's says enough."""

    meaning: str
    bars: Bars | None = None
    times: Times | None = None
    days: Days | None = None
    heading: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """What is counted under one heading."""

    id: str
    heading: str
    lead: tuple[str, ...]
    charts: tuple[Chart, ...]
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    """Every section; none while there is nothing to count."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    contents: tuple[Link, ...]
    sections: tuple[Section, ...]
    empty: Empty


def statistics_pages(desk: Desk) -> Iterator[Page]:
    """The page of statistics; costs some microseconds for each claim."""
    say = desk.say
    found = tuple(make(desk) for make in _SECTIONS) if desk.catalogue.cards else ()
    model = StatisticsPage(
        say("statistics.title"),
        desk.crumbs(),
        (say("statistics.lead"), say("statistics.caution")),
        tuple(Link(each.heading, f"#{each.id}") for each in found),
        found,
        Empty(say("statistics.empty")),
    )
    yield Page(_PLACE, model.title, say("statistics.lead"), "statistics", model)


def _ratings(desk: Desk) -> Section:
    bars = rating_spread(desk.catalogue.cards.values(), desk)
    chart = Chart(desk.say("statistics.ratings_meaning"), bars)
    return Section("ratings", desk.say("statistics.ratings"), (), (chart,))


def rating_spread(cards: Iterable[Card], desk: Desk) -> Bars:
    """Claims by rating, in the order of the scale."""
    say = desk.say
    parts = rating_parts(cards, desk)
    most = max(each.number for each in parts)
    found = [each for each in parts if each.number == most]
    caption = say("statistics.ratings_tied")
    if len(found) == 1:
        total = say.count("charts.claims_many", sum(each.number for each in parts))
        number = say.number(most)
        caption = say("statistics.ratings_one", rating=found[0].text, number=number, total=total)
    return spread(parts, caption, say("charts.rating"), say("charts.number"), say)


def few_ratings(cards: Iterable[Card], caption: str, desk: Desk) -> Bars:
    """Some claims by rating, without the ratings that none of them bears."""
    say = desk.say
    # A rating's own page lists the claims of everybody: no place to lead to from here.
    parts = [replace(each, href=None) for each in rating_parts(cards, desk) if each.number]
    return spread(parts, caption, say("charts.rating"), say("charts.number"), say)


def ratings_here(cards: Sequence[Card], sheet: Sheet[Card], desk: Desk) -> Bars | None:
    """The ratings of a whole list, on its first page; None where there is little to count."""
    if sheet.number > 1 or len(cards) < FEWEST:
        return None
    return few_ratings(cards, desk.say.count("lists.ratings_here", len(cards)), desk)


def rating_parts(cards: Iterable[Card], desk: Desk) -> list[Part]:
    """All ratings that claims bear, and those of the scale that are still given."""
    counts = Counter(each.mark.key for each in cards)
    scale = desk.catalogue.corpus.ratings
    return [
        Part(mark.label, counts[key], _rating_href(key, desk), mark)
        for key, mark in _marks(desk.catalogue).items()
        if counts[key] or (key in scale and not mark.is_retired)
    ]


def _marks(catalogue: Catalogue) -> Mapping[str, Mark]:
    """All that claims bear today, ratings that a scale with mistakes has lost among them."""
    return {**catalogue.marks, catalogue.withdrawn.key: catalogue.withdrawn}


def _rating_href(key: str, desk: Desk) -> str | None:
    return desk.links.to(f"ratings/{key}") if key in desk.catalogue.corpus.ratings else None


def _claims(desk: Desk) -> Section:
    say, cards = desk.say, desk.catalogue.cards
    drawn = rating_times("claims-chart", cards, desk)
    remarks = undated_remarks(cards, desk)
    lead = say("statistics.claims_lead") if drawn else say("statistics.no_dates")
    chart = Chart(say("statistics.claims_meaning"), times=drawn, remarks=remarks)
    return Section("claims", say("statistics.claims"), (lead,), (chart,) if drawn else ())


def rating_times(chart: str, names: Iterable[str], desk: Desk) -> Times | None:
    """Claims by their ids over time: all of them, then each rating."""
    found: defaultdict[str, list[PartialDate]] = defaultdict(list)
    catalogue = desk.catalogue
    for name in names:
        date = catalogue.corpus.claims[name].record.claimed
        if date:
            found[catalogue.cards[name].mark.key].append(date)
    every = [date for dates in found.values() for date in dates]
    rows = [Row(desk.say("charts.all"), every), *by_mark(found, _marks(catalogue))]
    return times(chart, rows, desk.say)


def undated_remarks(names: Iterable[str], desk: Desk) -> tuple[str, ...]:
    """What a chart over time leaves out: claims without a date, or with too vague a one."""
    claimed = [desk.catalogue.corpus.claims[name].record.claimed for name in names]
    dates = [each for each in claimed if each]
    left_out = (("charts.undated", len(claimed) - len(dates)), ("charts.loose", too_vague(dates)))
    return tuple(desk.say.count(key, number) for key, number in left_out if number)


def _reviews(desk: Desk) -> Section:
    say = desk.say
    reviewed = (each.record.review.reviewed for each in desk.catalogue.corpus.claims.values())
    dates = [each for each in reviewed if each]
    drawn = times("reviews-chart", [Row(say("statistics.review_row"), dates)], say)
    chart = Chart(say("statistics.reviews_meaning"), times=drawn)
    lead = say("statistics.reviews_lead") if drawn else say("statistics.no_reviews")
    return Section("reviews", say("statistics.reviews"), (lead,), (chart,) if drawn else ())


def _sources(desk: Desk) -> Section:
    say, tally = desk.say, source_tally(desk.catalogue.corpus)
    standings = [(f"standing_{each}", tally.standings[each]) for each in Standing]
    readings = [(f"reading_{each.replace('-', '_')}", tally.readings[each]) for each in ReadAs]
    kept = [("archived_yes", tally.kept), ("archived_no", tally.total - tally.kept)]
    charts = (
        _share_chart("standing", [*standings, ("not_stated", tally.standings[None])], desk),
        _share_chart("reading", [*readings, ("not_stated", tally.readings[None])], desk),
        _share_chart("archived", kept, desk),
    )
    lead = say.count("statistics.sources_lead", tally.total)
    link = Link(say("statistics.sources"), desk.links.to("sources/index"))
    return Section("sources", link.text, (lead,), charts if tally.total else (), link)


def _share_chart(name: str, counts: Sequence[tuple[str, int]], desk: Desk) -> Chart:
    """Shares of all sources; the first of them is the one to look at."""
    bars = _shares(f"statistics.{name}_one", counts, "statistics.source", desk)
    heading, meaning = desk.say(f"statistics.{name}"), desk.say(f"statistics.{name}_meaning")
    return Chart(meaning, bars, heading=heading)


def _shares(caption: str, counts: Sequence[tuple[str, int]], of: str, desk: Desk) -> Bars:
    say = desk.say
    parts = [Part(say(f"statistics.{key}"), number) for key, number in counts]
    total = say.number(sum(each.number for each in parts))
    words = say.count(caption, parts[0].number, total=total)
    return shares(parts, words, say(of), say("charts.number"), say)


def _quotations(desk: Desk) -> Section:
    say, tally = desk.say, quotation_tally(desk.catalogue.corpus.claims.values())
    counts = [
        ("quotations_compared", tally.compared),
        ("quotations_impossible", tally.impossible),
        ("quotations_unrecorded", tally.unrecorded),
    ]
    bars = _shares("statistics.quotations_one", counts, "statistics.quotation", desk)
    charts = (Chart(say("statistics.quotations_meaning"), bars),)
    is_quoted = any(number for _, number in counts)
    lead = () if is_quoted else (say("statistics.no_quotations"),)
    return Section("quotations", say("statistics.quotations"), lead, charts if is_quoted else ())


def _corrections(desk: Desk) -> Section:
    say, tally = desk.say, correction_tally(desk.catalogue.corpus.claims.values())
    counts = (
        ("statistics.corrections_lead", tally.corrections),
        ("statistics.corrections_ratings", tally.rating_changes),
        ("statistics.corrections_withdrawn", tally.withdrawals),
    )
    lead = " ".join(say.count(key, number) for key, number in counts if number)
    days = days_of("days-chart", tally.days, say)
    chart = Chart(say("statistics.days_meaning"), days=days, heading=say("statistics.days"))
    link = Link(say("statistics.corrections_link"), desk.links.to("corrections/index"))
    return Section(
        "corrections",
        say("statistics.corrections"),
        (lead or say("statistics.corrections_none"), say("statistics.corrections_meaning")),
        (chart,) if days else (),
        link if lead else None,
    )


def _due(desk: Desk) -> Section:
    say, catalogue = desk.say, desk.catalogue
    tally = due_tally(catalogue.corpus.claims.values(), catalogue.today)
    counts = [
        ("due_past", tally.past),
        ("due_ahead", tally.ahead),
        ("due_unset", tally.unset),
    ]
    bars = _shares("statistics.due_lead", counts, "statistics.fact_check", desk)
    chart = Chart(say("statistics.due_meaning"), bars)
    link = Link(say("statistics.due_link"), desk.links.to("due/index"))
    return Section("due", say("statistics.due"), (), (chart,), link)


_SECTIONS: tuple[Callable[[Desk], Section], ...] = (
    *(_ratings, _claims, _reviews, _sources, _quotations, _corrections, _due),
)
