"""What is offered besides pages, and that no file is made again without need or kept too long."""

from dataclasses import fields, replace

import pytest

from claimbook.exports.offered import BESIDE, DOWNLOADS, LISTED, listed_files
from claimbook.settings import Exports
from claimbook.site import Site
from tests.unit.views.making import SETTINGS, own_files, site_of

CLAIM = """\
claim: The bridge opened in 1932.
claimant: City Council
appearances:
  - {{source: minutes, quote: Here it opens., locator: {locator}}}
review:
  rating: true
  verdict: The minutes record the opening.
  reviewed: 2026-01-05
  review_by: 2027-01-05
  analysis: {analysis} [@minutes]
  corrections: [{{date: 2026-02-01, wrong: A year., now: Another.}}]
evidence:
  - {{stance: supports, source: minutes, quote: {quote}, locator: {locator}, says: {says}}}
"""
ONE = {"quote": "It was opened.", "locator": "p. 1", "says": "It says so.", "analysis": "Look at"}
OTHER = {"quote": "Opened it was.", "locator": "p. 2", "says": "So it is.", "analysis": "See"}


def bridge(words: dict[str, str], **more: str) -> Site:
    files = {
        "bridge.yml": CLAIM.format(**words),
        "old.yml": "aliases: [former]\n" + CLAIM.format(**ONE).replace("1932", "1931"),
        "sources/minutes.yml": "title: Minutes\nurl: https://a.example/\n",
    }
    return site_of(files | more, replace(SETTINGS, exports=ALL))


# Every switch on, whatever is on by itself.
ALL = Exports(**{each.name: True for each in fields(Exports)})


def test_what_only_the_page_of_a_claim_shows_is_in_no_file_of_lists() -> None:
    one, other = bridge(ONE), bridge(OTHER)
    assert one.claim_fragment("bridge").body != other.claim_fragment("bridge").body
    made = dict(listed_files(one._catalogue))
    assert {path.partition("/")[0] for path in made} >= {"feeds", "llms.txt", "_redirects"}
    assert made == dict(listed_files(other._catalogue))


@pytest.mark.parametrize("switch", sorted({each.switch for each in (*BESIDE, *LISTED, *DOWNLOADS)}))
def test_each_can_be_switched_off_by_itself(switch: str) -> None:
    def paths(settings: Exports) -> set[str]:
        site = site_of(own_files(), replace(SETTINGS, exports=settings))
        files = {path for path, _ in (*site.exports(), *site.downloads())}
        name = next(iter(site.corpus.claims))
        return files | {path for path, _ in site.claim_fragment(name).beside}

    everything, without = paths(ALL), paths(replace(ALL, **{switch: False}))
    assert without <= everything
    # No claim of ours was renamed.
    assert without < everything or switch == "redirects"


def test_two_makers_never_want_the_same_path() -> None:
    site = bridge(ONE)
    paths = [path for path, _ in (*site.exports(), *site.downloads())]
    for name in site.corpus.claims:
        paths += [path for path, _ in site.claim_fragment(name).beside]
    assert len(paths) == len(set(paths))


def test_a_rating_that_only_a_draft_bears_is_told_to_nobody() -> None:
    def files(site: Site) -> dict[str, bytes]:
        beside = (site.claim_fragment(name).beside for name in site.corpus.claims)
        made = dict((*site.exports(), *site.downloads()))
        return made | {path: data for each in beside for path, data in each}

    draft = CLAIM.format(**ONE).replace("rating: true", "rating: unheard-of")
    without, with_draft = bridge(ONE), bridge(ONE, **{"drafts/next.yml": draft})
    assert "unheard-of" in with_draft._catalogue.marks
    assert files(with_draft) == files(without)
