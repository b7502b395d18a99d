"""Which files some references become: each under a free id, none for what is there already."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from claimbook.corpus import Corpus
from claimbook.diagnostics import Diagnostic
from claimbook.drafting import next_free, proposed_id
from claimbook.importing.reference import Reference, broken
from claimbook.importing.source_file import source_text, told
from claimbook.records import Source
from claimbook.urls import UrlError, parse_url
from claimbook.values import RESERVED_SLUGS, slug_of


class NewSource(NamedTuple):
    """A file that is to be written for the reference on a ``line``."""

    line: int
    id: str
    text: str


class KnownSource(NamedTuple):
    """A reference on a ``line`` to what has a file already, under an ``id``."""

    line: int
    title: str
    id: str


Step = NewSource | KnownSource | Diagnostic


def steps_for(
    path: str, references: Iterable[Reference], corpus: Corpus, site: str
) -> Iterator[Step]:
    """What is to be done for each reference of the file at ``path``, in order.

    The same document is known by its DOI or its address. ``site`` is as for
    :func:`claimbook.importing.source_file.source_text`.
    """
    known = {sign: each.id for each in corpus.sources.values() for sign in _signs_of(each.record)}
    taken = {*corpus.sources, *corpus.known_ids.get("source", ())}
    for line, item in references:
        title = told(item, "title")
        signs = [*_signs(told(item, "URL"), told(item, "DOI"))]
        there = next((known[each] for each in signs if each in known), None)
        if not title:
            yield broken(path, line, "this reference has no title", "every source needs one")
        elif there:
            yield KnownSource(line, title, there)
        else:
            name = _id(item, title, taken)
            taken.add(name)
            known.update(dict.fromkeys(signs, name))
            yield NewSource(line, name, source_text(item, site))


def _signs_of(source: Source) -> Iterator[str]:
    return _signs(source.url.href if source.url else "", source.doi or "")


def _signs(url: str, doi: str) -> Iterator[str]:
    """What a document is recognised by."""
    if doi:
        yield f"doi {doi.casefold()}"
    with suppress(UrlError):
        yield f"url {parse_url(url).href}"


def _id(item: Mapping[str, Any], title: str, taken: set[str]) -> str:
    """The id that the other program uses, where it can be one of ours; else words of the title."""
    given = told(item, "id")
    name = slug_of(given)
    if not name or name.isdecimal() or name in RESERVED_SLUGS or "/" in given:
        return proposed_id(title, taken)
    return next_free(name, taken)
