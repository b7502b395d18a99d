"""The text that this publication checks: everything in it is found, and nothing is passed over."""

from datetime import date
from functools import cache

import pytest

from claimbook.anchoring import (
    Anchor,
    AnchoredClaim,
    AnchoredNote,
    How,
    Place,
    anchored_claims,
    anchored_notes,
    document_text,
)
from claimbook.anchoring.shapes import DocumentText
from claimbook.corpus import Corpus
from claimbook.records import TranslationNote, UncheckedPassage
from claimbook.workspace import compile_workspace, load
from tests.conftest import REPOSITORY

ARTICLE = "sora-article"


@cache
def corpus() -> Corpus:
    return compile_workspace(load(REPOSITORY), date(2026, 11, 23)).corpus


@pytest.fixture
def text() -> DocumentText:
    found = document_text(corpus().documents[ARTICLE], corpus())
    assert found is not None
    return found


def places(found: AnchoredClaim | AnchoredNote) -> tuple[Place, ...]:
    assert isinstance(found.found, Anchor), found
    assert found.found.how is How.EXACT
    return found.found.places


def whole(claim: str) -> Place:
    (place,) = next(places(each) for each in claims() if each.claim == claim)
    return place


def claims() -> tuple[AnchoredClaim, ...]:
    return anchored_claims(ARTICLE, corpus())


def notes(kind: type) -> list[AnchoredNote]:
    every = anchored_notes(corpus().documents[ARTICLE], corpus())
    return [each for each in every if isinstance(each.note, kind)]


def test_all_claims_of_the_article_stand_in_it_once_each() -> None:
    names = [each.claim for each in claims()]
    assert len(names) == len(set(names)) == 24
    starts = [places(each)[0].start for each in claims()]
    assert starts == sorted(starts)


def test_what_is_reversed_stands_within_the_longer_claim(text: DocumentText) -> None:
    outer = whole("disney-statement-respects-exit-from-video")
    inner = whole("disney-quote-as-printed-launch-video-operations")
    assert outer.start < inner.start < inner.end < outer.end
    assert "to launch video-generation" in text.text[slice(*inner)]


def test_all_faults_of_translation_stand_in_it() -> None:
    found = notes(TranslationNote)
    assert len([places(each) for each in found]) == 15


def test_no_words_are_passed_over_in_silence(text: DocumentText) -> None:
    told = [*claims(), *notes(UncheckedPassage)]
    covered = {at for each in told for start, end in places(each) for at in range(start, end)}
    rest = {at for at, char in enumerate(text.text) if char.isalnum()} - covered
    assert "".join(text.text[at] for at in sorted(rest)) == ""


def test_only_claims_that_may_appear_are_looked_at() -> None:
    (found,) = anchored_claims(ARTICLE, corpus(), ["sora-launched-in-2024"])
    assert (found.claim, found.appearance) == ("sora-launched-in-2024", 0)
    assert anchored_claims("no-such-document", corpus()) == ()
