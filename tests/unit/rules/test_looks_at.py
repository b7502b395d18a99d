"""What rules look at is what they declare: on that it depends when they are run again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, Self

import pytest

from claimbook.assemble import assemble
from claimbook.catalogue import ENTRIES
from claimbook.corpus import Corpus, sources_in
from claimbook.decode import filing_of
from claimbook.fields import content_of, values_of
from claimbook.kinds import DateKind, Markdown, Plain, UrlKind, Verbatim
from claimbook.rules import RULES
from claimbook.rules.rule import Context, Part, Rule, Scope
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.shape import Record
from claimbook.text import SourceFile
from claimbook.unit import decode_file
from tests.unit.rules.conftest import TODAY
from tests.unit.test_rule_pages import examples

ROOT = Path(__file__).parents[3]
OF_ROLE = {
    **dict.fromkeys(("claim", "draft"), Part.CLAIM_IDS),
    "source": Part.SOURCES,
    "claimant": Part.CLAIMANTS,
    "document": Part.DOCUMENTS,
    "scale": Part.RATINGS,
    "topics": Part.TOPICS,
}
OF_FIELD = {
    **dict.fromkeys(("claims", "drafts"), Part.OTHERS),
    **dict.fromkeys(("topics", "topics_path"), Part.TOPICS),
    **dict.fromkeys(("documents", "texts"), Part.DOCUMENTS),
    "snapshots": Part.SNAPSHOTS,
    "sources": Part.SOURCES,
    "claimants": Part.CLAIMANTS,
    "scale": Part.RATINGS,
    "today": Part.TODAY,
}


# A claim that names a shared source and a document, and leaves a number and quoted words uncited.
NAMING = {
    "claims/naming.yml": b"""
claim: The bridge was closed.
claimant: gazette
appearances:
  - document: article
review:
  rating: unproven
  verdict: Bridge 7 was closed.
  analysis: 'The register: "closed to all traffic" stands there.'
evidence:
  - source: register
    stance: supports
    quote: closed to all traffic
""",
    "claims/sources/register.yml": b"title: Register\nurl: https://county.example.org/\n",
    "claims/claimants/gazette.yml": b"name: Gazette\n",
    "claims/documents/article.yml": b"title: Article\ntext: article.txt\n",
    "claims/documents/article.txt": b"Bridges.\n",
}


class Ids(Mapping[str, frozenset[str]]):
    """Ids by role that note which role is asked for."""

    def __init__(self, ids: Mapping[str, frozenset[str]], seen: set[Part]) -> None:
        self._ids, self._seen = ids, seen

    def __getitem__(self, role: str) -> frozenset[str]:
        self._seen.add(OF_ROLE[role])
        return self._ids[role]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("no rule reads the ids of all roles")

    def __len__(self) -> int:
        return len(self._ids)


class Unsound(frozenset[str]):
    """Paths of unsound files: no rule asks for another than those of the scale and the topics."""

    allowed: frozenset[str]

    def __contains__(self, path: object) -> bool:
        assert path in self.allowed
        return super().__contains__(path)


class Noting:
    """Notes which fields of a record are read; ahead of the record among the base classes."""

    @classmethod
    def of(cls, made: Corpus | Context, seen: set[Part], **instead: object) -> Self:
        new = object.__new__(cls)
        for each in fields(made):
            value = instead.get(each.name, getattr(made, each.name))
            object.__setattr__(new, each.name, value)
        object.__setattr__(new, "seen", seen)
        return new

    def __getattribute__(self, name: str) -> object:
        if name in OF_FIELD:
            object.__getattribute__(self, "seen").add(OF_FIELD[name])
        return object.__getattribute__(self, name)


class NotingCorpus(Noting, Corpus):
    """A corpus that notes what is read of it."""


class NotingContext(Noting, Context):
    """A context that notes what is read of it."""


def noting(corpus: Corpus, seen: set[Part]) -> Context:
    """A context whose reading is noted in ``seen``, nothing remembered in it."""
    unsound = Unsound(corpus.unsound)
    unsound.allowed = frozenset((corpus.topics_path, corpus.scale.path if corpus.scale else ""))
    ids = Ids(corpus.known_ids, seen)
    watched = NotingCorpus.of(corpus, seen, known_ids=ids, unsound=unsound)
    return NotingContext.of(Context(watched, DEFAULT_SETTINGS, TODAY), seen)


def corpus_of(files: Mapping[str, bytes]) -> Corpus:
    """The records of files, those with errors too."""
    sources = (SourceFile(path, data) for path, data in files.items())
    filed = ((each, filing_of(each.path.removeprefix("claims/"))) for each in sources)
    decoded = [decode_file(file, filing, DEFAULT_SETTINGS) for file, filing in filed if filing]
    texts = {path: data.decode() for path, data in files.items() if path.endswith(".txt")}
    snapshots = {
        path: SourceFile(path, data)
        for path, data in files.items()
        if path.startswith("claims/snapshots/")
    }
    found = assemble(decoded, texts, snapshots).value
    assert found is not None
    return found


def corpora() -> Iterator[Corpus]:
    """The golden folders, the examples of all pages, and our own claims."""
    yield corpus_of(NAMING)
    for claims in (*sorted((ROOT / "tests/golden").glob("*/claims")), ROOT / "claims"):
        paths = (each for each in sorted(claims.rglob("*")) if each.is_file())
        read = {f"claims/{each.relative_to(claims).as_posix()}": each for each in paths}
        yield corpus_of({path: each.read_bytes() for path, each in read.items()})
    for entry in ENTRIES:
        for example in examples(entry.page_markdown):
            yield corpus_of({path: text.encode() for path, text in example.files.items()})


def subjects(corpus: Corpus, rule: Rule) -> Iterator[Any]:
    """Everything that a rule is called with, but the corpus."""
    claims, shared = tuple(corpus.all_claims()), tuple(corpus.all_shared_sources())
    if Scope.CLAIM in rule.scopes:
        yield from claims
    if Scope.SOURCE in rule.scopes:
        yield from shared
        yield from (source for claim in claims for source in sources_in(claim))
    if rule.kinds:
        for record in records(corpus):
            yield from (held for held in values_of(record) if type(held.kind) in rule.kinds)


def records(corpus: Corpus) -> Iterator[Record]:
    """Every claim and every shared source."""
    yield from (each.record for each in corpus.all_claims())
    yield from (each.record for each in corpus.all_shared_sources())


@cache
def looked_at() -> Mapping[str, frozenset[Part]]:
    """What every rule reads, by its name; that it reads others only where it finds something."""
    found: dict[str, set[Part]] = {each.code.name: set() for each in RULES}
    for corpus in corpora():
        for rule in RULES:
            for subject in subjects(corpus, rule):
                seen: set[Part] = set()
                findings = list(rule(subject, noting(corpus, seen)))
                assert findings or Part.OTHERS not in seen, rule.code.name
                found[rule.code.name] |= seen
    return {name: frozenset(seen) for name, seen in found.items()}


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.code.name)
def test_a_rule_declares_what_it_looks_at(rule: Rule) -> None:
    assert looked_at()[rule.code.name] == rule.looks_at


def test_a_first_look_sees_all_values() -> None:
    kinds = (DateKind, Markdown, Plain, UrlKind, Verbatim)
    for record in (record for corpus in corpora() for record in records(corpus)):
        values = values_of(record)
        content: tuple[Sequence[object], ...] = content_of(record)
        for kind, seen in zip(kinds, content, strict=True):
            told = [each.value for each in values if type(each.kind) is kind]
            assert sorted(map(str, seen)) == sorted(map(str, told))


def test_a_first_look_at_values_misses_nothing() -> None:
    missed: set[str] = set()
    told: set[str] = set()
    for corpus in corpora():
        context = Context(corpus, DEFAULT_SETTINGS, TODAY)
        for rule in (each for each in RULES if each.kinds):
            for record in records(corpus):
                held = (each for each in values_of(record) if type(each.kind) in rule.kinds)
                if any(list(rule(each, context)) for each in held):
                    is_seen = rule.glance(content_of(record), context)
                    (told if is_seen else missed).add(rule.code.name)
    assert not missed
    assert told == {each.code.name for each in RULES if each.kinds}
