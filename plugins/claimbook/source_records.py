"""The record of a source, and what stands in it."""

from typing import ClassVar

from claimbook.dates import PartialDate
from claimbook.field_kinds import (
    DATE,
    DOI,
    FILE_NAME,
    LANGUAGE,
    LONG_TEXT,
    MEDIA_TYPE,
    PROSE,
    SHA256,
    SOURCE_ID,
    TEXT,
    URL,
)
from claimbook.kinds import Choice, Isbn, SlugKind
from claimbook.shape import Declared, Record, many, optional, required
from claimbook.structures import ListOf, RecordOf, TextOr
from claimbook.urls import Url
from claimbook.values import Access, ReadAs, SourceStatus, SourceType, Standing


class Author(Record, metaclass=Declared):
    """Who wrote a source: a person by name parts, an organisation, or a name left whole."""

    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = (("family", "org", "name"),)

    family: str | None = optional(TEXT, "Family name of a person.", "Rivers")
    given: str | None = optional(TEXT, "Given names of a person.", "Ann")
    org: str | None = optional(TEXT, "Name of an organisation.", "World Health Organization")
    name: str | None = optional(
        TEXT, "A whole name that is not to be taken apart.", "Example Gazette newsroom"
    )


class Archive(Record, metaclass=Declared):
    """A copy of a source that a web archive keeps."""

    url: Url = required(
        URL,
        "Address of the copy.",
        "https://web.archive.org/web/20250504120000/https://example.org/bridge",
    )
    captured: PartialDate | None = optional(DATE, "When the copy was made.", "2025-05-04")


class Snapshot(Record, metaclass=Declared):
    """The saved text of a source, against which quotations are verified; never published."""

    file: str = required(FILE_NAME, "File in `claims/snapshots/`.", "gazette-bridge.txt")
    sha256: str = required(
        SHA256,
        "SHA-256 digest of that file.",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    )
    captured: PartialDate | None = optional(DATE, "When the text was saved.", "2025-05-04")
    media_type: str | None = optional(
        MEDIA_TYPE, "Media type of the file that the text was taken from.", "text/html"
    )
    url: Url | None = optional(
        URL,
        "Address at which that file was found in the end: the page's own, or that of a copy.",
        "https://web.archive.org/web/20250504120000/https://example.org/bridge",
    )


class Reading(Record, metaclass=Declared):
    """In which form a source was read, and where, when that was not its own address."""

    how: ReadAs = required(Choice(ReadAs, "way of reading"), "In which form it was read.")
    where: str | None = optional(
        LONG_TEXT,
        "Where the copy or the second-hand text was read.",
        "The press archive of the town library.",
    )
    url: Url | None = optional(
        URL, "Address of what was read.", "https://example.org/archive/bridge"
    )


class Source(Record, metaclass=Declared):
    """A document that exists without us."""

    id: str | None = optional(
        SOURCE_ID, "Id within this claim; only for a source written inline.", "council-notice"
    )
    type: SourceType | None = optional(
        Choice(SourceType, "source type"), "What kind of document it is."
    )
    title: str = required(TEXT, "Title as published.", "Notice of closure of the Exe bridge")
    authors: tuple[Author | str, ...] = many(
        ListOf(TextOr(TEXT, RecordOf(Author))),
        "Who wrote it; names are never guessed apart.",
        "Ann Rivers",
    )
    container: str | None = optional(
        TEXT,
        "What it is part of: a journal, a series, a site.",
        "Example Gazette, local edition",
    )
    publisher: str | None = optional(TEXT, "Who published it.", "Exe Town Council")
    agency: str | None = optional(TEXT, "News agency it comes from.", "Example Press Agency")
    via: str | None = optional(
        TEXT, "Who passed it on: the site of a copy, a database.", "Example Archive"
    )
    published: PartialDate | None = optional(DATE, "When it was published.", "2025-05-03")
    updated: PartialDate | None = optional(DATE, "When it was last changed.", "2025-05-04")
    accessed: PartialDate | None = optional(DATE, "When we read it.", "2026-11-02")
    language: str | None = optional(LANGUAGE, "Its language.", "en")
    url: Url | None = optional(URL, "Where a reader finds it.", "https://example.org/notice")
    doi: str | None = optional(DOI, "Its DOI.", "10.1000/182")
    isbn: str | None = optional(Isbn(), "Its ISBN.", "9783161484100")
    access: Access | None = optional(Choice(Access, "kind of access"), "What a reader needs.")
    status: SourceStatus | None = optional(
        Choice(SourceStatus, "source status"), "What has become of it since."
    )
    archives: tuple[Archive, ...] = many(
        ListOf(RecordOf(Archive), takes_lone_text=False), "Copies in web archives."
    )
    snapshot: Snapshot | None = optional(RecordOf(Snapshot), "Its saved text.")
    standing: Standing | None = optional(
        Choice(Standing, "standing"), "How close it is to what it tells of."
    )
    derived_from: tuple[str, ...] = many(
        ListOf(SOURCE_ID, is_unique=True),
        "Sources it took its content from.",
        "council-minutes",
    )
    origin: str | None = optional(
        SlugKind("origin"), "A name shared by all sources that are one voice.", "council"
    )
    interest: str | None = optional(
        LONG_TEXT, "Its stake in the matter.", "It runs the ferry that replaces the bridge."
    )
    read_as: Reading | ReadAs | None = optional(
        TextOr(Choice(ReadAs, "way of reading"), RecordOf(Reading)), "How we read it."
    )
    notes: str | None = optional(
        PROSE, "What else is to be known about it.", "The page was moved in 2026."
    )

    @property
    def reading(self) -> Reading | None:
        """How we read it, in the long form whichever was written."""
        return Reading(how=self.read_as) if isinstance(self.read_as, ReadAs) else self.read_as
