"""The index of all claims of a project, by which those that say the same are found."""

from contextlib import suppress

from claimbook.corpus import Corpus
from claimbook.data import digest, from_bytes, to_bytes
from claimbook.exports.wordings import entry_of, quoting_entry_of
from claimbook.likeness.index import Index
from claimbook.memory import Entry as Kept
from claimbook.shelf import memory_for
from claimbook.workspace import Workspace

_ROOM = "likeness"


def index_of(corpus: Corpus, workspace: Workspace, *, has_quotes: bool = False) -> Index:
    """The index of all claims and drafts; that of a large project is remembered.

    With ``has_quotes`` claims are found by the words in which they appeared, too.
    """
    memory = memory_for(len(workspace.files), workspace.root)
    room = f"{_ROOM}-quotes" if has_quotes else _ROOM
    told = [(each.id, corpus.versions.get(each.path)) for each in corpus.all_claims()]
    key = digest(to_bytes(told))
    for kept in memory.recall(room):
        with suppress(ValueError, TypeError, KeyError, IndexError):
            if kept.key == key:
                return Index.from_data(from_bytes(kept.data))
    entry = quoting_entry_of if has_quotes else entry_of
    index = Index.of(map(entry, corpus.all_claims()))
    memory.keep(room, [Kept(room, key, to_bytes(index.data()))], ())
    return index
