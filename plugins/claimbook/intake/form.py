"""The forms that readers fill in on a forge, declared once.

From this follow the files that GitHub and Forgejo show as forms, and what reads the answers. What
a field is about, its limits and its examples are those of the claim file's own fields.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from claimbook.kinds import Choice, Markdown, Plain, Verbatim
from claimbook.records import Appearance, Claim, Correction, Evidence, Source
from claimbook.shape import Kind, Record, shape_of
from claimbook.structures import ListOf


class Control(Enum):
    """How a field is filled in."""

    LINE = auto()
    TEXT = auto()
    CHOICE = auto()
    TOPICS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; ``kind`` reads the answer as it reads claim files.

    ``needs`` names fields that must be answered where this one is.
    """

    id: str
    label: str
    about: str
    kind: Kind
    control: Control = Control.LINE
    is_required: bool = False
    needs: tuple[str, ...] = ()
    example: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen, where that does not depend on the publication."""
        return (
            tuple(each.value for each in self.kind.words) if isinstance(self.kind, Choice) else ()
        )


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form; ``label`` is put on the issues that are opened with it."""

    id: str
    name: str
    about: str
    label: str
    lead: str
    fields: tuple[Field, ...]

    @property
    def by_label(self) -> Mapping[str, Field]:
        """The fields by the words above them."""
        return {each.label: each for each in self.fields}


def _field(
    name: str,
    label: str,
    of: tuple[type[Record], str],
    *,
    is_required: bool = False,
    needs: Iterable[str] = (),
    more: str = "",
) -> Field:
    shape = shape_of(*of)
    about, control = f"{shape.about} {more}".strip(), _control(shape.kind)
    return Field(name, label, about, shape.kind, control, is_required, tuple(needs), shape.example)


def _control(kind: Kind) -> Control:
    if isinstance(kind, (Verbatim, Markdown)):
        return Control.TEXT
    if isinstance(kind, Choice):
        return Control.CHOICE
    return Control.TOPICS if isinstance(kind, ListOf) else Control.LINE


NEW_CLAIM = IssueForm(
    "new-claim",
    "Propose a claim",
    "Something that somebody claims, and that should be checked.",
    "claim",
    "Nothing but the first two questions must be answered. Whoever takes the claim up writes a "
    "draft of it and asks you for what is missing. Do not write `###` at the beginning of a line.",
    (
        _field("claim", "What is claimed?", (Claim, "claim"), is_required=True),
        _field(
            "claimant",
            "Who claims it?",
            (Claim, "claimant"),
            is_required=True,
            more="A name will do.",
        ),
        _field("claimed", "When?", (Claim, "claimed"), more="2025-09-30, or 2025-09, or 2025."),
        _field("url", "Where can it be seen?", (Source, "url"), needs=["title"]),
        _field("title", "What is the title of that page?", (Source, "title"), needs=["url"]),
        _field(
            "quote",
            "In which words does it stand there?",
            (Appearance, "quote"),
            needs=["url"],
            more="Copied, not retyped.",
        ),
        _field("topics", "Topics", (Claim, "topics")),
        _field("evidence_url", "Evidence: where is it?", (Source, "url"), needs=["evidence_title"]),
        _field(
            "evidence_title",
            "Evidence: what is its title?",
            (Source, "title"),
            needs=["stance"],
        ),
        _field(
            "publisher",
            "Evidence: who published it?",
            (Source, "publisher"),
            needs=["evidence_title"],
        ),
        _field(
            "stance",
            "Evidence: how does it stand to the claim?",
            (Evidence, "stance"),
            needs=["evidence_title"],
        ),
        _field(
            "evidence_quote",
            "Evidence: what does it say, word for word?",
            (Evidence, "quote"),
            needs=["evidence_title"],
        ),
        _field(
            "says",
            "Evidence: what does it show, in your words?",
            (Evidence, "says"),
            needs=["evidence_title"],
        ),
    ),
)
CORRECTION = IssueForm(
    "correction",
    "Report an error",
    "A rating, a quotation or a source on this site that is wrong.",
    "correction",
    "Corrections are published with their date. Who decides, and how you can object, stands in "
    "GOVERNANCE.md.",
    (
        Field(
            "concerned",
            "Which claim is it about?",
            "The address of its page, or its id.",
            Plain(2000),
            is_required=True,
        ),
        _field("wrong", "What is wrong?", (Correction, "wrong"), is_required=True),
        _field("now", "What should it say?", (Correction, "now"), is_required=True),
        _field("source", "Where can that be seen?", (Source, "url")),
        Field(
            "interest",
            "Are you concerned yourself?",
            "Say so if you are the person, work for the organisation or have another interest. "
            "It does not speak against you.",
            Plain(2000),
            Control.TEXT,
        ),
    ),
)
FORMS: Mapping[str, IssueForm] = {each.id: each for each in (NEW_CLAIM, CORRECTION)}
