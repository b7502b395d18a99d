"""Our citations beside those of citeproc-js and pandoc, which ``make oracles`` has written down.

Every difference has a rule in ``differences.yml`` that says why, and makes our words of theirs.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.citations.apa import apa_date
from claimbook.citations.dates import abbreviated, without_year
from claimbook.citations.naming import called
from claimbook.citations.styles import whole_reference
from claimbook.citations.work import day_of
from claimbook.records import Source
from claimbook.wording import wording_of
from tests.oracles.corpus import corpus, together
from tests.oracles.make import LISTED

HERE = Path(__file__).parent
ORACLES = ("citeproc", "pandoc")
STYLES = ("apa", "mla", "chicago", "chicago-author-date", "harvard")
# How many of all are the same without any rule.
EQUAL = {
    ("apa", "citeproc"): 56,
    ("apa", "pandoc"): 58,
    ("mla", "citeproc"): 168,
    ("mla", "pandoc"): 176,
    ("chicago", "citeproc"): 164,
    ("chicago", "pandoc"): 169,
    ("chicago-author-date", "citeproc"): 181,
    ("chicago-author-date", "pandoc"): 185,
    ("harvard", "citeproc"): 166,
    ("harvard", "pandoc"): 164,
}
SOURCES = dict(corpus())
ENGLISH = wording_of("en")


@cache
def said(oracle: str) -> dict[str, dict[str, dict[str, str]]]:
    return json.loads((HERE / f"{oracle}.json").read_text(encoding="utf-8"))


@cache
def rules() -> list[dict[str, Any]]:
    return yaml.safe_load((HERE / "differences.yml").read_text(encoding="utf-8"))


def ours(style: str, source: Source) -> str:
    """Our entry in a list, with its address, italics as ``<i>``."""
    manual, _, system = style.partition("-")
    made = whole_reference(source, ENGLISH, manual, by_author=bool(system))
    return "".join(f"<i>{each.text}</i>" if each.is_italic else each.text for each in made.parts)


def ours_in_text(style: str, source: Source) -> str:
    [name] = called({"": source}, style.partition("-")[0], ENGLISH).values()
    return f"({name.text})"


def day(name: str) -> str:
    """The day and month of a work, where they are known, as a sentence."""
    date = SOURCES[name].published
    words = without_year(day_of(date), ENGLISH) if date else ""
    return f"{words}. " if words else ""


def is_in_doubt(name: str) -> bool:
    date = SOURCES[name].published
    return bool(date and date.is_doubtful)


def mla_date(name: str) -> str:
    """The whole date of a work as MLA abbreviates it."""
    return abbreviated(day_of(SOURCES[name].published), ENGLISH)


def applied(
    style: str, oracle: str, kind: str, name: str, theirs: str
) -> Iterator[tuple[int, str]]:
    """Their words after each rule that changed them, with its number."""
    for number, rule in enumerate(rules()):
        if style not in rule["styles"] or rule.get("kind", "entry") != kind:
            continue
        if oracle not in rule.get("who", ORACLES) or not re.search(rule.get("only", ""), name):
            continue
        if rule.get("in_doubt") and not is_in_doubt(name):
            continue
        if "theirs" not in rule:
            if rule.get("throughout") or not theirs:
                yield number, (ours if kind == "entry" else ours_in_text)(style, SOURCES[name])
            continue
        words = rule["ours"].replace("{day}", day(name)).replace("{date}", mla_date(name))
        words = words.replace("{apa}", apa_date(SOURCES[name].published, ENGLISH))
        changed = re.sub(rule["theirs"], words, theirs)
        if changed != theirs:
            theirs = changed
            yield number, theirs


def unexplained(style: str, oracle: str, kind: str, ask: Callable[[str, Source], str]) -> list[str]:
    found = []
    for name, source in SOURCES.items():
        theirs, mine = said(oracle)[style][name][kind], ask(style, source)
        if mine == theirs:
            continue
        changed = [theirs, *(text for _, text in applied(style, oracle, kind, name, theirs))][-1]
        if changed != mine:
            found.append(f"{name}\n  ours   {mine}\n  theirs {theirs}\n  ruled  {changed}")
    return found


def test_there_is_enough_to_compare() -> None:
    assert len(SOURCES) >= 200
    assert all(set(said(oracle)[style]) == set(SOURCES) for oracle in ORACLES for style in STYLES)


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("style", STYLES)
def test_every_difference_has_its_reason(style: str, oracle: str) -> None:
    found = unexplained(style, oracle, "entry", ours)
    assert not found, f"{len(found)} of {len(SOURCES)}\n" + "\n".join(found[:20])


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("style", ["apa", "mla", "chicago-author-date", "harvard"])
def test_the_text_names_sources_as_theirs_does(style: str, oracle: str) -> None:
    """Only those with authors: what stands for no author is cut, where theirs is whole."""
    found = unexplained(style, oracle, "text", ours_in_text)
    found = [each for each in found if SOURCES[each.split("\n")[0]].authors]
    assert not found, f"{len(found)} of {len(SOURCES)}\n" + "\n".join(found[:20])


def test_it_is_known_how_many_are_the_same() -> None:
    counts = {
        (style, oracle): sum(
            said(oracle)[style][name]["entry"] == ours(style, source)
            for name, source in SOURCES.items()
        )
        for style, oracle in EQUAL
    }
    assert counts == EQUAL


def test_no_excuse_is_stale() -> None:
    used = {
        number
        for oracle in ORACLES
        for style in STYLES
        for name in SOURCES
        for kind in ("entry", "text")
        for number, _ in applied(style, oracle, kind, name, said(oracle)[style][name][kind])
    }
    stale = [each for number, each in enumerate(rules()) if number not in used]
    assert not stale


# Where a list of ours is in another order, or calls works otherwise.
NO_PARTICLE_MOVED = "`van der` stands at the head of a family name, which is filed under it"
ALWAYS_INITIALS = "namesakes have initials in all their works, not only where they would be mixed"
ELSEWHERE = {
    ("chicago-author-date", "particle"): NO_PARTICLE_MOVED,
    ("harvard", "particle"): NO_PARTICLE_MOVED,
}
CALLED_OTHERWISE = {
    ("mla", "pair"): ALWAYS_INITIALS,
    ("harvard", "early"): ALWAYS_INITIALS,
    ("harvard", "pair"): ALWAYS_INITIALS,
}


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("style", LISTED)
def test_a_list_is_in_their_order(style: str, oracle: str) -> None:
    found = called(dict(together()), style.partition("-")[0], ENGLISH)
    mine = sorted(found, key=lambda name: found[name].rank)
    theirs = said(f"{oracle}-together")[style]["order"]
    moved = {name for where, name in ELSEWHERE if where == style}
    assert [each for each in mine if each not in moved] == [
        each for each in theirs if each not in moved
    ]
    assert (mine == list(theirs)) is not bool(moved), "an excuse is stale"


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("style", LISTED)
def test_works_of_a_list_are_told_apart_as_theirs_are(style: str, oracle: str) -> None:
    found = called(dict(together()), style.partition("-")[0], ENGLISH)
    theirs = said(f"{oracle}-together")[style]["texts"]
    differing = {name for name in found if f"({found[name].text})" != theirs[name]}
    assert differing == {name for where, name in CALLED_OTHERWISE if where == style}


def test_every_rule_says_why() -> None:
    assert all(len(each["why"]) > 20 for each in rules())
