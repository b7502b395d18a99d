"""Claimants: who has a page, and under which id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from claimbook.corpus import Corpus
from claimbook.records import Claimant
from claimbook.views.page_ids import free_id


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


def people_of(corpus: Corpus) -> People:
    """Gather claimants; two names never share a page, whatever ids they suggest."""
    by_id = {name: Person(name, each.record) for name, each in corpus.claimants.items()}
    ids = {_known_as(name, each.record.name): name for name, each in by_id.items()}
    for name, record in sorted(_unfiled(corpus), key=lambda each: (each[0], each[1].name)):
        key = _known_as(name, record.name)
        if key not in ids:
            ids[key] = free_id(name, record.name, by_id)
            by_id[ids[key]] = Person(ids[key], record)
    people = People(dict(sorted(by_id.items())), {}, {}, ids, corpus)
    made, about = _uses(corpus, people)
    return replace(people, made=made, about=about)


def _unfiled(corpus: Corpus) -> Iterator[tuple[str, Claimant]]:
    for each in corpus.claims.values():
        filed = corpus.claimant(each.record.claimant)
        if filed.id not in corpus.claimants or corpus.claimants[filed.id] is not filed:
            yield filed.id, filed.record


def _uses(
    corpus: Corpus, people: People
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    made: dict[str, list[str]] = {}
    about: dict[str, list[str]] = {}
    for name, each in corpus.claims.items():
        maker = people.find(each.record.claimant)
        if maker:
            made.setdefault(maker.id, []).append(name)
        for subject in dict.fromkeys(map(people.find, each.record.about)):
            if subject:
                about.setdefault(subject.id, []).append(name)
    return _frozen(made), _frozen(about)


def _frozen(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(each) for name, each in sorted(found.items())}
