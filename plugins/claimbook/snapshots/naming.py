"""Which source a person means: a shared one by its id, an inline one by its claim."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.corpus import Corpus, Filed, FiledClaim, inline_key, uses_of
from claimbook.diagnostics import did_you_mean, shortened
from claimbook.records import Source

_MOST_LISTED = 12


class Target(NamedTuple):
    """A source: how it was named, the stem of its snapshot's file, its record and its file."""

    word: str
    stem: str
    record: Source
    path: str


class Unknown(NamedTuple):
    """No source has this name; the hint says which are there."""

    message: str
    hint: str


def source_named(word: str, corpus: Corpus) -> Target | Unknown:
    """The source that ``id``, ``claim-id#2`` or ``claim-id:inline-id`` stands for.

    Numbers count what is named in a claim: its evidence first, then its appearances.
    """
    shared = corpus.sources.get(word)
    if shared is not None:
        return _shared(word, shared)
    sign = next((each for each in "#:" if each in word), "")
    name, _, which = word.partition(sign) if sign else (word, "", "")
    claim = corpus.claims.get(name) or corpus.drafts.get(name)
    if claim is None:
        return _no_such(word, corpus)
    found = dict(_named(claim, corpus)).get(f"{sign}{which}")
    return found._replace(word=word) if found else _which(word, claim, corpus)


def _shared(word: str, filed: Filed[Source]) -> Target:
    return Target(word, filed.id, filed.record, filed.path)


def _named(claim: FiledClaim, corpus: Corpus) -> Iterator[tuple[str, Target]]:
    """Every source of a claim by its signs, `#1` and `:id`."""
    for number, use in enumerate(uses_of(claim.record), 1):
        source = use.source
        if isinstance(source, Source):
            key = source.id or str(number)
            target = Target("", f"{claim.id}.{key}", source, claim.path)
            yield f":{inline_key(source)}", target
            yield f"#{number}", target
        elif source and source in corpus.sources:
            yield f"#{number}", _shared("", corpus.sources[source])


def _no_such(word: str, corpus: Corpus) -> Unknown:
    known = (*corpus.sources, *corpus.claims, *corpus.drafts)
    name = word.partition("#")[0].partition(":")[0]
    if any(corpus.knows(role, name) for role in ("source", "claim", "draft")):
        return Unknown(f"`{name}` cannot be read", "`claimbook check` says why")
    hint = "write the id of a file in `sources/`, or `claim-id#1` for one written in a claim"
    return Unknown(f"there is no source `{word}`", did_you_mean(name, known) or hint)


def _which(word: str, claim: FiledClaim, corpus: Corpus) -> Unknown:
    """A claim was named, but none of its sources: they are listed."""
    found = [
        f"`{sign}` ({shortened(target.record.title, 40)})"
        for sign, target in _named(claim, corpus)
        if sign.startswith("#")
    ]
    if not found:
        return Unknown(f"`{word}` names no source", f"the claim `{claim.id}` has none")
    more = f" and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
    hint = f"it has {', '.join(found[:_MOST_LISTED])}{more}; write `{claim.id}#1`"
    return Unknown(f"`{word}` names no source of the claim `{claim.id}`", hint)
