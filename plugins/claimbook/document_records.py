"""A text under check: where it is from, and what is to be said of its words besides its claims."""

from claimbook.dates import PartialDate
from claimbook.field_kinds import DATE, FILE_NAME, LANGUAGE, LONG_TEXT, QUOTE, SHA256, TEXT, URL
from claimbook.kinds import Number
from claimbook.shape import Declared, Record, many, optional, required
from claimbook.structures import ListOf, RecordOf
from claimbook.urls import Url

PREFIX = "Words right before, where the quotation stands more than once in the document."
SUFFIX = "Words right behind, for the same purpose."
OCCURRENCE = "Which of the places that fit, counted from 1, for the same purpose."


class TranslationNote(Record, metaclass=Declared):
    """A fault in a text: what is printed, what stood there, and what the fault does."""

    printed: str = required(QUOTE, "The words as printed.", "the bridge was opened")
    original: str = required(QUOTE, "The likely original.", "the bridge was closed")
    basis: str | None = optional(
        LONG_TEXT,
        "What the likely original rests on.",
        "The notice in the original language.",
    )
    effect: str | None = optional(
        LONG_TEXT, "What the fault does to the meaning.", "The sentence says the opposite."
    )
    prefix: str | None = optional(QUOTE, PREFIX, "on the radio that")
    suffix: str | None = optional(QUOTE, SUFFIX, "and stays so until")
    occurrence: int | None = optional(Number(1, 99), OCCURRENCE, "2")


class UncheckedPassage(Record, metaclass=Declared):
    """Words of a text that could be taken for a claim and were not checked, and why."""

    quote: str = required(QUOTE, "The words as they stand there.", "the finest bridge of all")
    reason: str = required(
        LONG_TEXT, "Why they were not checked: an opinion, a forecast.", "This is an opinion."
    )
    prefix: str | None = optional(QUOTE, PREFIX, "on the radio that")
    suffix: str | None = optional(QUOTE, SUFFIX, "and stays so until")
    occurrence: int | None = optional(Number(1, 99), OCCURRENCE, "2")


class CheckedDocument(Record, metaclass=Declared):
    """A text under check."""

    title: str = required(TEXT, "Title as published, or a description.", "The bridge over the Exe")
    publisher: str | None = optional(TEXT, "Who published it.", "Example Gazette")
    published: PartialDate | None = optional(DATE, "When.", "2025-05-03")
    url: Url | None = optional(URL, "Where it stands.", "https://example.org/bridge")
    text: str = required(
        FILE_NAME, "The file beside this one that holds the text.", "gazette-article.txt"
    )
    sha256: str | None = optional(
        SHA256,
        "SHA-256 of the text as it was checked, with LF line ends, as `sha256sum` prints it.",
        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    )
    language: str | None = optional(LANGUAGE, "Its language.", "en")
    notes: tuple[TranslationNote, ...] = many(
        ListOf(RecordOf(TranslationNote), takes_lone_text=False), "Faults of translation."
    )
    not_checked: tuple[UncheckedPassage, ...] = many(
        ListOf(RecordOf(UncheckedPassage), takes_lone_text=False),
        "Passages that could be checked and were not, and why.",
    )
