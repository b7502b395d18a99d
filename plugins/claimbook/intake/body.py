"""The body of an issue that was opened with a form: what stands below each heading.

Forges write every question as a heading of the third level, the answer below it, and
``_No response_`` where there is none. An answer may hold anything, headings too: where it cannot
be told what belongs to what, nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimbook import codes
from claimbook.characters import decoded
from claimbook.diagnostics import Diagnostic, Outcome, diagnose, did_you_mean, shortened
from claimbook.intake.form import FORMS, IssueForm
from claimbook.text import FILE_START, Mark, SourceFile, Span

# What GitHub takes for the body of an issue.
MOST_CHARACTERS = 65_536
MOST_BYTES = 4 * MOST_CHARACTERS
_HEADING = re.compile(r"### (.*)")
_EMPTY = frozenset({"", "_No response_", "None"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question, and where that stands in the body."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with its answers by the ids of its fields; what was left open is not there."""

    form: IssueForm
    answers: dict[str, Answer]

    def text(self, name: str) -> str:
        """The answer to a question; empty where there is none."""
        return self.answers[name].text if name in self.answers else ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading and the lines below it."""

    label: str
    line: int
    lines: tuple[str, ...]

    @property
    def answer(self) -> Answer | None:
        text = "\n".join(self.lines).strip()
        if text in _EMPTY:
            return None
        blank = next(at for at, line in enumerate(self.lines) if line.strip())
        first = self.line + 1 + blank
        rows = text.split("\n")
        end = len(rows[-1]) + 1
        return Answer(text, Mark(first, 1, first + len(rows) - 1, end))


def read_body(body: SourceFile) -> Outcome[Filled]:
    """The answers in a body, or every reason why they cannot be told."""
    if len(body.data) > MOST_BYTES:
        return Outcome(None, (_too_long(body, len(body.data)),))
    read = decoded(body)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    if len(read.value) > MOST_CHARACTERS:
        return Outcome(None, (_too_long(body, len(read.value)),))
    before, parts = _parts(read.value)
    form = _form_of(parts)
    found = (*_about_start(body, before), *_about_headings(body, form, parts))
    known = {each.label: each.answer for each in parts}
    answers = {field.id: known.get(label) for label, field in form.by_label.items()}
    return Outcome(Filled(form, {name: each for name, each in answers.items() if each}), found)


def _parts(text: str) -> tuple[str, tuple[_Part, ...]]:
    """What stands before the first heading, and everything below each."""
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines) if _HEADING.fullmatch(line)]
    first = heads[0] if heads else len(lines)
    ends = [*heads, len(lines)][1:]
    parts = (
        _Part(lines[at][4:].strip(), at + 1, tuple(lines[at + 1 : end]))
        for at, end in zip(heads, ends, strict=True)
    )
    return "\n".join(lines[:first]).strip(), tuple(parts)


def _form_of(parts: tuple[_Part, ...]) -> IssueForm:
    labels = {each.label for each in parts}
    return max(FORMS.values(), key=lambda form: len(labels & form.by_label.keys()))


def _about_start(body: SourceFile, before: str) -> Iterator[Diagnostic]:
    if before:
        message = f"this text answers no question: `{shortened(before)}`"
        hint = "an issue is read only where it was opened with one of the forms"
        yield diagnose(codes.UNKNOWN_FIELD, Span.of(body.path, FILE_START), message, hint)


def _about_headings(
    body: SourceFile, form: IssueForm, parts: tuple[_Part, ...]
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for each in parts:
        label, span = each.label, Span.of(body.path, Mark(each.line, 1, each.line, 5))
        if label not in form.by_label:
            message = f"the form does not ask `{shortened(label)}`"
            hint = did_you_mean(label, form.by_label) or "an answer holds no line that begins so"
            yield diagnose(codes.UNKNOWN_FIELD, span, message, hint)
        elif label in seen:
            message = f"the question “{label}” stands here twice"
            hint = "an answer holds no line that begins with `###`: take the signs away"
            yield diagnose(codes.DUPLICATE_KEY, span, message, hint)
        seen.add(label)


def _too_long(body: SourceFile, length: int) -> Diagnostic:
    message = f"the issue has {length:,} characters; at most {MOST_CHARACTERS:,} are read"
    return diagnose(codes.TOO_LONG, Span.of(body.path, FILE_START), message, "shorten it")


def about(label: str, found: Diagnostic) -> Diagnostic:
    """A diagnostic that says of which question of the form it speaks."""
    return replace(found, message=f"“{label}”: {found.message}")
