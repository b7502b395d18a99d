"""The index of all claims of a project, by which those that say the same are found."""

from contextlib import suppress

from claimbook.corpus import Corpus
from claimbook.data import digest, from_bytes, to_bytes
from claimbook.likeness.index import Entry, Index
from claimbook.memory import Entry as Kept
from claimbook.shelf import memory_for
from claimbook.workspace import Workspace

_ROOM = "likeness"


def index_of(corpus: Corpus, workspace: Workspace) -> Index:
    """The index of all claims and drafts; that of a large project is remembered."""
    memory = memory_for(len(workspace.files), workspace.root)
    told = [(each.id, corpus.versions.get(each.path)) for each in corpus.all_claims()]
    key = digest(to_bytes(told))
    for kept in memory.recall(_ROOM):
        with suppress(ValueError, TypeError, KeyError, IndexError):
            if kept.key == key:
                return Index.from_data(from_bytes(kept.data))
    index = Index.of(_entries(corpus))
    memory.keep(_ROOM, [Kept(_ROOM, key, to_bytes(index.data()))], ())
    return index


def _entries(corpus: Corpus) -> list[Entry]:
    return [
        Entry(each.id, each.record.claim, each.record.title or "") for each in corpus.all_claims()
    ]
