"""Claimants: who has a page, and under which id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimbook.corpus import Corpus
from claimbook.drawn import Late
from claimbook.records import Claimant
from claimbook.views.page_ids import free_id

# The id that a name suggests, and what a claim says about who bears it.
Unfiled = tuple[str, Claimant]


@dataclass(frozen=True, slots=True)
class Person:
    """A claimant with the id of the page about them."""

    id: str
    record: Claimant


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who makes a claim or has a file, by id, and what they said or are part of.

    ``ids`` has the id of a page by the id and the name that a claim gives.
    """

    by_id: Mapping[str, Person]
    made: Mapping[str, tuple[str, ...]]
    about: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str]
    corpus: Corpus

    def find(self, reference: Claimant | str) -> Person | None:
        """The person a claim refers to, or None where there is no page about them."""
        filed = self.corpus.claimant(reference)
        name = self.ids.get(_known_as(filed.id, filed.record.name))
        return self.by_id.get(name) if name else None


def _known_as(name_id: str, name: str) -> str:
    return f"{name_id} {name}"


def people_of(corpus: Corpus, unfiled: Sequence[Unfiled] | None = None) -> People:
    """Gather claimants; two names never share a page, whatever ids they suggest.

    ``unfiled`` are :func:`unfiled_in` the corpus, where they are known.
    """
    by_id = {name: Person(name, each.record) for name, each in corpus.claimants.items()}
    ids = {_known_as(name, each.record.name): name for name, each in by_id.items()}
    for name, record in unfiled_in(corpus) if unfiled is None else unfiled:
        key = _known_as(name, record.name)
        if key not in ids:
            ids[key] = free_id(name, record.name, by_id)
            by_id[ids[key]] = Person(ids[key], record)
    people = People(dict(sorted(by_id.items())), {}, {}, ids, corpus)
    made, about = Late(lambda: _made(corpus, people)), Late(lambda: _about(corpus, people))
    return replace(people, made=made, about=about)


def unfiled_in(corpus: Corpus) -> tuple[Unfiled, ...]:
    """Claimants that have no file of their own, each once, in the order of ids and names."""
    found: dict[tuple[str, str], Claimant] = {}
    for each in corpus.claims.values():
        filed = corpus.claimant(each.record.claimant)
        if filed.id not in corpus.claimants or corpus.claimants[filed.id] is not filed:
            found.setdefault((filed.id, filed.record.name), filed.record)
    return tuple((name, record) for (name, _), record in sorted(found.items(), key=_by_name))


def _by_name(each: tuple[tuple[str, str], Claimant]) -> tuple[str, str]:
    return each[0]


def _made(corpus: Corpus, people: People) -> dict[str, tuple[str, ...]]:
    """Ids of claims by who has made them."""
    found: dict[str, list[str]] = {}
    for name, each in corpus.claims.items():
        maker = people.find(each.record.claimant)
        if maker:
            found.setdefault(maker.id, []).append(name)
    return _frozen(found)


def _about(corpus: Corpus, people: People) -> dict[str, tuple[str, ...]]:
    """Ids of claims by whom they are about."""
    found: dict[str, list[str]] = {}
    for name, each in corpus.claims.items():
        for subject in dict.fromkeys(map(people.find, each.record.about)):
            if subject:
                found.setdefault(subject.id, []).append(name)
    return _frozen(found)


def _frozen(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(each) for name, each in sorted(found.items())}
