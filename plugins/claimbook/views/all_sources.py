"""Every source of a publication, shared or written out in a claim, and by whom it is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from claimbook.corpus import Corpus, inline_sources
from claimbook.records import Outlet, Source
from claimbook.values import slug_of
from claimbook.views.letters import alphabetical
from claimbook.views.page import Desk
from claimbook.views.page_ids import free_id
from claimbook.views.source_rows import UsedSource, by_title, shared_sources


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whoever published sources; ``outlet`` is what is noted about them."""

    id: str
    name: str
    outlet: Outlet | None
    sources: tuple[UsedSource, ...]


def used_sources(desk: Desk) -> Iterator[UsedSource]:
    """Shared sources, then those of single claims; each once."""
    yield from shared_sources(desk)
    for name, claim in desk.catalogue.corpus.claims.items():
        for each in inline_sources(claim.record):
            yield UsedSource(each, None, (name,))


def publishers_of(desk: Desk) -> tuple[Publisher, ...]:
    """Everybody who published a source, by name; sources of nobody known are left out."""
    finder = _Outlets.of(desk.catalogue.corpus)
    sources: dict[tuple[str, str], list[UsedSource]] = {}
    for each in used_sources(desk):
        key = finder.key(each.record)
        if key:
            sources.setdefault(key, []).append(each)
    made = (finder.publisher(key[0], each) for key, each in sources.items())
    return _with_ids(sorted(made, key=lambda each: (alphabetical(each.name), each.name)))


@dataclass(frozen=True, slots=True)
class _Outlets:
    """The outlets of a publication, found by name and by host."""

    by_id: Mapping[str, Outlet]
    by_name: Mapping[str, str]
    by_host: Mapping[str, str]

    @classmethod
    def of(cls, corpus: Corpus) -> "_Outlets":
        names = {each.name.casefold(): name for name, each in corpus.outlets.items()}
        hosts = {host: name for name, each in corpus.outlets.items() for host in each.hosts}
        return cls(corpus.outlets, names, hosts)

    def key(self, source: Source) -> tuple[str, str] | None:
        """What the sources of one publisher have in common: an outlet's id, or else a name."""
        name = (source.publisher or "").casefold()
        outlet = self.by_name.get(name) or self._at_host(source)
        if outlet:
            return outlet, ""
        return ("", name) if name else None

    def publisher(self, outlet: str, sources: list[UsedSource]) -> Publisher:
        """The publisher of sources that have a key in common."""
        known = self.by_id.get(outlet)
        name = known.name if known else sources[0].record.publisher or ""
        return Publisher(outlet, name, known, tuple(by_title(sources)))

    def _at_host(self, source: Source) -> str | None:
        # The address of a copy is that of whoever passed it on.
        if source.url is None or source.via or not self.by_host:
            return None
        parts = source.url.host.split(".")
        hosts = (".".join(parts[start:]) for start in range(len(parts)))
        return next((self.by_host[host] for host in hosts if host in self.by_host), None)


def _with_ids(publishers: list[Publisher]) -> tuple[Publisher, ...]:
    taken = {each.id for each in publishers if each.id}
    made: list[Publisher] = []
    for each in publishers:
        free = each.id or free_id(slug_of(each.name), each.name, taken)
        taken.add(free)
        made.append(replace(each, id=free))
    return tuple(made)
