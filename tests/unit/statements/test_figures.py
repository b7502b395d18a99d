"""How much a working list finds must not fall unnoticed; `tests/bench/annotate.py` prints all."""

import pytest

from tests.likeness.statements import (
    Article,
    article,
    dossier,
    known_again,
    labelled_sentences,
    quality_of,
)


@pytest.fixture(scope="module")
def shipped() -> Article:
    return article()


def test_all_statements_of_the_dossier_are_worth_checking(shipped: Article) -> None:
    hits = dossier(shipped)
    assert len(hits) == 24
    assert [each.id for each in hits if each.rank is None] == []
    assert sum(each.rank is not None and each.rank <= 10 for each in hits) >= 16
    assert {each.id for each in hits if not each.is_told} <= {"C03", "C15", "C23"}


def test_courtesies_of_the_article_are_left_out(shipped: Article) -> None:
    left = [each.text for each in shipped.unaided if not each.is_worth]
    assert len(left) == 2
    assert left[0].startswith("We are grateful")


def test_claims_are_known_again_and_no_other_is(shipped: Article) -> None:
    quality, _, nearest = known_again(shipped)
    assert quality.pairs == 26
    assert quality.precision == 1
    assert quality.recall >= 0.45
    assert nearest >= 19


def test_every_claim_of_the_article_stands_in_a_sentence(shipped: Article) -> None:
    told = {known.claim for each in shipped.anchored for known in each.known}
    claims = shipped.corpus.claims.values()
    assert told == {
        each.id for each in claims if any(a.document and a.quote for a in each.record.appearances)
    }


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("is_held", "precision", "recall", "count"), [(False, 0.93, 1, 80), (True, 0.88, 0.75, 40)]
)
def test_labelled_sentences_are_told_apart(
    language: str, is_held: bool, precision: float, recall: float, count: int
) -> None:
    rows = [e for e in labelled_sentences() if e.language == language and e.is_held is is_held]
    found = quality_of(rows)
    assert found.pairs == count == 2 * sum(each.is_worth for each in rows)
    assert found.precision >= precision
    assert found.recall >= recall
