"""The difference between two states of a publication: plain records, which every renderer reads.

They are also what ``--format json`` tells, in this order of fields. What is empty says that there
is nothing to tell. Everything in them comes out of claim files, and is as hostile as those.
"""

from typing import Final

from claimbook.data import Fixed, json_lines, json_reader_of

VERSION: Final = 1
# A difference that is read back was written by somebody else.
MOST_BYTES: Final = 8_388_608


class Change(Fixed):
    """One field: what it said, and what it says now; one of them is empty where it is new."""

    field: str
    before: str = ""
    after: str = ""


class SourceShown(Fixed):
    """A source that a claim cites, and how far it can be trusted."""

    id: str
    title: str
    publisher: str = ""
    address: str = ""
    standing: str = ""
    read_as: str = ""


class EvidenceChange(Fixed):
    """A piece of evidence that was ``added``, ``removed`` or ``changed``.

    ``proof`` says what can be told about its quotation.
    """

    kind: str
    source: str
    stance: str
    quote: str = ""
    says: str = ""
    proof: str = ""
    changes: tuple[Change, ...] = ()


class RatingChange(Fixed):
    """The rating before and after; ``is_corrected`` where a new correction tells of it."""

    before: str
    after: str
    is_corrected: bool = False


class Problem(Fixed):
    """A diagnostic, as it is compared: without the column, which moves."""

    code: str
    name: str
    severity: str
    path: str
    line: int
    message: str
    hint: str = ""


class Likely(Fixed):
    """A claim that may say the same, its opposite, or the same with another number."""

    id: str
    title: str
    likeness: str = ""


class ClaimChange(Fixed):
    """What happened to one claim.

    ``kind`` is new, draft, published, unpublished, changed, withdrawn, restored, renamed, moved,
    deleted or unreadable; ``former`` the id it had. ``rating`` is what it is rated now.
    """

    kind: str
    id: str
    path: str
    title: str
    claim: str = ""
    former: str = ""
    keeps_address: bool = True
    rating: str = ""
    rating_change: RatingChange | None = None
    changes: tuple[Change, ...] = ()
    evidence: tuple[EvidenceChange, ...] = ()
    sources_added: tuple[SourceShown, ...] = ()
    sources_removed: tuple[SourceShown, ...] = ()
    topics: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    likely: tuple[Likely, ...] = ()


class FileChange(Fixed):
    """What happened to a file that is no claim: a source, a list, the settings."""

    kind: str
    role: str
    path: str
    changes: tuple[Change, ...] = ()
    owners: tuple[str, ...] = ()


class Difference(Fixed):
    """Everything that differs between two states; ``base`` and ``head`` name them.

    ``brought`` are problems that are new, ``mended`` those that are gone.
    """

    base: str
    head: str
    claims: tuple[ClaimChange, ...] = ()
    files: tuple[FileChange, ...] = ()
    brought: tuple[Problem, ...] = ()
    mended: tuple[Problem, ...] = ()
    version: int = VERSION

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.claims or self.files or self.brought or self.mended)


_READ = json_reader_of(Difference)


def as_json(difference: Difference) -> str:
    """The difference for programs, always in the same order."""
    return f"{json_lines(difference)}\n"


def read_json(data: bytes) -> Difference:
    """A difference that was written as JSON; it is believed nothing but its form.

    Raises :class:`ValueError` where it is too large, no UTF-8, of another version or no such
    record.
    """
    if len(data) > MOST_BYTES:
        raise ValueError(f"it has {len(data):,} bytes; at most {MOST_BYTES:,} are read")
    found = _READ(data)
    if found.version != VERSION:
        raise ValueError(f"it has the version {found.version}; this program reads {VERSION}")
    return found
