"""Which addresses are visited, and which changes follow from what became of them."""

from dataclasses import replace
from datetime import date

import pytest

from claimbook.compile import compile_claims
from claimbook.patrol.applying import applied, patch
from claimbook.patrol.findings import GONE, Finding, findings, lines, row, summary
from claimbook.patrol.proposals import INNER, LOOK, NOT_THERE, OTHER_SITE, Proposal, proposals
from claimbook.patrol.states import Entry, Looked, State
from claimbook.patrol.wanted import Wanted, quote_digest, wanted
from claimbook.patrol.yaml_edits import Change, Copy
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile

URL = "https://exe.example/notice"
QUOTE = "The bridge is closed to all traffic."
DAY = date(2026, 11, 23)
COPY = f"https://web.archive.org/web/20250504120000/{URL}"
CLAIM = f"""claim: The bridge over the Exe was closed in May 2025.
claimant: Example Gazette
review:
  rating: unproven
  verdict: The register does not settle the matter.
  reviewed: 2026-11-02
evidence:
  - stance: supports
    quote: {QUOTE}
    source: notice
  - stance: supports
    quote: It is shut.
    verify:
      manual: I have read it.
    source: notice
  - stance: supports
    quote: It was shut in a hurry.
    source:
      title: A letter
      url: https://exe.example/letter#two
      accessed: 2026-11-01
      read_as:
        how: copy
        url: https://copies.example/letter
"""
SOURCE = f"title: Notice  # of the town\nurl: {URL}#:~:text=closed\npublisher: Exe Town Council\n"


def corpus_of(**files: str) -> dict[str, Wanted]:
    named = {name.replace("__", "/"): text for name, text in files.items()}
    given = [SourceFile(f"claims/{name}.yml", text.encode()) for name, text in named.items()]
    corpus = compile_claims(given, DEFAULT_SETTINGS, DAY).corpus
    return wanted(corpus, {each.path: each for each in given}, DEFAULT_SETTINGS)


@pytest.fixture(scope="module")
def known() -> dict[str, Wanted]:
    return corpus_of(bridge=CLAIM, sources__notice=SOURCE)


def test_every_address_is_wanted_once_with_what_is_quoted_from_it(known: dict[str, Wanted]) -> None:
    assert {name: each.quotes for name, each in known.items()} == {
        "https://copies.example/letter": frozenset({"It was shut in a hurry."}),
        "https://exe.example/letter": frozenset(),
        URL: frozenset({QUOTE}),
    }
    (citing,) = known[URL].citings
    assert citing.span.place == "claims/sources/notice.yml:2:6"
    assert known["https://exe.example/letter"].near == date(2026, 11, 1)


@pytest.mark.parametrize("status", ["unsafe", "usurped"])
def test_what_is_dangerous_or_somebody_elses_is_not_visited(status: str) -> None:
    assert corpus_of(sources__notice=f"{SOURCE}status: {status}\n") == {}


@pytest.mark.parametrize(("signs", "number"), [(200, 1), (300, 0)])
def test_what_no_ledger_could_name_is_not_visited(signs: int, number: int) -> None:
    # Each of them is nine signs long as browsers write it.
    source = f"title: Notice\nurl: https://exe.example/{'漢' * signs}\npublisher: Exe Council\n"
    assert len(corpus_of(sources__notice=source)) == number


def entry(state: State, **told: object) -> Entry:
    return replace(Entry(URL, state, DAY), **told)  # type: ignore[arg-type]


def changes(entry_: Entry, source: str = SOURCE) -> list[Proposal]:
    return [*proposals(entry_, corpus_of(bridge=CLAIM, sources__notice=source)[URL])]


SEEN, UNSEEN = Looked(seen=("0" * 16,)), Looked(unseen=("0" * 16,))


@pytest.mark.parametrize(
    ("new", "looked", "caution"),
    [
        ("https://exe.example/new", Looked(), ""),
        ("https://www.exe.example/new", Looked(), ""),
        ("https://news.exe.example/new", Looked(), ""),
        ("https://exe.example/new", UNSEEN, NOT_THERE),
        ("https://exe.example/new", Looked(gone=("0" * 16,)), NOT_THERE),
        ("https://evil.example/new", Looked(), OTHER_SITE),
        ("https://evilexe.example/new", Looked(), OTHER_SITE),
        ("https://exe.example.evil.example/", Looked(), OTHER_SITE),
        ("https://other.example/new", SEEN, ""),
        ("http://10.0.0.1/new", SEEN, INNER),
    ],
)
def test_a_page_that_has_moved_gets_its_new_address(new: str, looked: Looked, caution: str) -> None:
    found = changes(entry(State.MOVED, new_address=new, looked=looked))[0]
    assert found.change == Change(url=f"{new}#:~:text=closed")
    assert (found.caution, found.is_safe) == (caution, not caution)


@pytest.mark.parametrize(
    ("copy", "more", "expected"),
    [
        ("", "", Change(status="dead")),
        ("none", "", Change(status="dead")),
        (COPY, "", Change(status="dead", copy=Copy(COPY, "2025-05-04"))),
        (COPY, "status: live\n", Change(status="dead", copy=Copy(COPY, "2025-05-04"))),
        (COPY, "status: changed\n", Change(copy=Copy(COPY, "2025-05-04"))),
        (COPY, f"archives:\n  - url: {COPY}\n", Change(status="dead")),
        (COPY, f"status: dead\narchives:\n  - url: {COPY}\n", None),
        ("", "status: retracted\n", None),
    ],
)
def test_a_dead_page_is_declared_dead(copy: str, more: str, expected: Change | None) -> None:
    found = changes(entry(State.DEAD, copy=copy), SOURCE + more)
    assert [each.change for each in found] == ([expected] if expected else [])


@pytest.mark.parametrize("state", [State.OK, State.SUSPECT, State.UNCLEAR])
def test_nothing_follows_from_what_is_not_known(state: State) -> None:
    assert changes(entry(state, copy=COPY)) == []


def test_a_quotation_that_is_gone_is_for_a_person() -> None:
    (found,) = changes(entry(State.OK, looked=Looked(gone=("0" * 16,))))
    assert (found.change, found.caution) == (Change(status="changed"), LOOK)


def test_changes_of_one_file_do_not_get_into_each_others_way() -> None:
    files = {"claims/bridge.yml": SourceFile("claims/bridge.yml", CLAIM.encode())}
    every = corpus_of(bridge=CLAIM, sources__notice=SOURCE)
    found = [
        each
        for name in ("https://exe.example/letter", "https://copies.example/letter")
        for each in proposals(Entry(name, State.MOVED, DAY, new_address=f"{name}/2"), every[name])
    ]
    made = applied(found, files)
    assert made.refused == ()
    after = made.files["claims/bridge.yml"]
    assert [line for line in patch(files["claims/bridge.yml"], after) if line[0] in "+-"] == [
        "--- a/claims/bridge.yml",
        "+++ b/claims/bridge.yml",
        "-      url: https://exe.example/letter#two",
        "+      url: https://exe.example/letter/2#two",
        "-        url: https://copies.example/letter",
        "+        url: https://copies.example/letter/2",
    ]
    unusual = {"claims/bridge.yml": SourceFile("claims/bridge.yml", b"{")}
    assert applied(found, unusual).refused


def finding(entry_: Entry, source: str = SOURCE) -> Finding:
    known = corpus_of(bridge=CLAIM, sources__notice=source)
    return findings([(entry_, known[URL])])[0]


def test_what_is_told_of_a_dead_page() -> None:
    days = (date(2026, 11, 9), date(2026, 11, 16), DAY)
    dead = finding(entry(State.DEAD, reason="410 Gone", failed=days, copy=COPY))
    assert [*lines(dead)] == [
        f"dead: {URL}",
        "  --> claims/sources/notice.yml:2:6",
        "  410 Gone; failed on 2026-11-09, 2026-11-16, 2026-11-23",
        f"  nearest copy: {COPY}",
    ]
    told = row(dead)
    assert (told["state"], told["copy"]) == ("dead", COPY)
    assert told["changes"][0]["archive"] == {"url": COPY, "captured": "2025-05-04"}
    assert dead.is_told
    assert dead.is_to_do


def test_a_death_that_is_declared_is_no_work() -> None:
    dead = finding(entry(State.DEAD, copy="none"), f"{SOURCE}status: dead\n")
    assert (dead.is_told, dead.is_to_do) == (True, False)


def test_a_page_that_lives_again_is_told_of() -> None:
    found = finding(entry(State.OK), f"{SOURCE}status: dead\n")
    assert (found.label, found.is_told, found.is_to_do) == ("alive again", True, False)


def test_quotations_are_told_by_their_words() -> None:
    looked = Looked(gone=(quote_digest(QUOTE), "0" * 16))
    found = finding(entry(State.OK, looked=looked))
    assert found.label == GONE
    assert f"  no longer there: “{QUOTE}”" in lines(found)
    assert row(found)["quotes"]["gone"] == [QUOTE]
    assert [*summary([found], 2, 3)] == [
        "1 address: 1 quote gone",
        "2 addresses left for another time, as their sites asked",
        "3 addresses never visited yet",
    ]
