"""The gist of a claim is enough for rules about several claims, and no more than they need."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claimbook.assemble import assemble
from claimbook.check import Checker
from claimbook.corpus import Corpus
from claimbook.decode import filing_of
from claimbook.gist import by_gist, gist_of
from claimbook.packing import pack, unpack
from claimbook.records import Claim
from claimbook.rules.rule import Context
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.unit import decode_file

TODAY = date(2026, 11, 22)
NAMES = ("a", "b", "c")
SOURCES = ("one", "two", "three")
RECORD = "{title: Book, access: offline"
REVIEW = "review: {rating: unproven, verdict: So."


def derived(name: str, origin: str) -> str:
    """Evidence with a source that has its content from another."""
    return f"{{source: {RECORD}, id: {name}, derived_from: [{origin}]}}, stance: context}}"


PARTS = st.sampled_from(
    [
        *("aliases: [a]", "aliases: [x, y]", "withdrawn: {date: 2025, reason: It was wrong.}"),
        *("related: {follows: [a]}", "related: {follows: [b], part_of: [c]}"),
        *("related: {same_as: [a], superseded_by: [b]}", "related: {same_as: [c]}"),
        *("appearances: [{source: two}]", f"appearances: [{{source: {RECORD}}}}}]"),
        "evidence: [{source: one, stance: context, says: So.}]",
        f"evidence: [{derived('i', 'three')}]",
        f"evidence: [{derived('i', 'j')}, {derived('j', 'i')}]",
        f"{REVIEW}, analysis: 'It is `@one`, see [@two].'}}",
        f"{REVIEW}, responses: [{{from: X, asked: 2025, source: two}}]}}",
        f"{REVIEW}, corrections: [{{date: 2025, wrong: 'It was [@one].', now: '[@three].'}}]}}",
    ]
)
CLAIMS = st.sampled_from(["The bridge is closed.", "A Bridge is closed", "It is open."])


@st.composite
def files(draw: st.DrawFn) -> dict[str, str]:
    """A few claims that may be at odds with one another, and sources that they may use."""
    found = {f"claims/sources/{name}.yml": "title: Book\naccess: offline\n" for name in SOURCES}
    for name in NAMES:
        parts = draw(st.lists(PARTS, max_size=4, unique_by=lambda part: part.split(":")[0]))
        if not any(part.startswith("review") for part in parts):
            parts.append(f"{REVIEW}}}")
        head = f"claim: {draw(CLAIMS)}\nclaimant: Gazette\n"
        found[f"claims/{name}.yml"] = head + "\n".join(parts) + "\n"
    return found


def corpus_of(texts: dict[str, str]) -> Corpus:
    """The records of all files."""
    read = (SourceFile(path, text.encode()) for path, text in texts.items())
    filed = ((each, filing_of(each.path.removeprefix("claims/"))) for each in read)
    found = assemble([decode_file(each, to, DEFAULT_SETTINGS) for each, to in filed if to], {})
    assert found.value is not None
    assert len(found.value.claims) == len(NAMES)
    return found.value


def said_of(corpus: Corpus) -> Iterator[str]:
    """What the rules about several claims say, and of which files."""
    checker = Checker(Context(corpus, DEFAULT_SETTINGS, TODAY), has_others=True)
    for each, _ in checker.together():
        labels = [(label.span.path, label.text) for label in each.labels]
        yield f"{each.code.name} {each.span.path} {each.message} {each.hint} {labels}"


def packed(claim: Claim) -> Claim:
    """The claim without its places."""
    return unpack(Claim, pack(claim), claim.at.path)


@given(files())
def test_the_gists_of_claims_tell_rules_the_same(texts: dict[str, str]) -> None:
    corpus = corpus_of(texts)
    gists = {each.path: gist_of(each.record) for each in corpus.claims.values()}
    # What is kept of an earlier run has no places.
    bare = {name: replace(each, record=packed(each.record)) for name, each in corpus.claims.items()}
    assert list(said_of(by_gist(replace(corpus, claims=bare), gists))) == list(said_of(corpus))
