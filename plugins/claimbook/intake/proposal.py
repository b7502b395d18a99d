"""A filled form becomes the answers that a draft is made of, or every objection to them."""

from collections.abc import Iterator

from claimbook import codes
from claimbook.corpus import Corpus
from claimbook.diagnostics import Diagnostic, Outcome, diagnose, did_you_mean, listing, shortened
from claimbook.drafting import (
    Answers,
    Exhibit,
    claimant_reference,
    proposed_id,
    taken_ids,
)
from claimbook.intake.body import Answer, Filled, about
from claimbook.intake.form import Control, Field
from claimbook.shape import Reader
from claimbook.text import FILE_START, Span
from claimbook.yaml_tree import Scalar


def proposal(filled: Filled, corpus: Corpus, path: str) -> Outcome[Answers]:
    """Answers for a draft, with all that speaks against them; ``path`` is what the body is called.

    Nothing comes of answers against which anything speaks.
    """
    found = (*_missing(filled, path), *_unfit(filled, path), *_unknown(filled, corpus, path))
    return Outcome(None, found) if found else Outcome(_answers(filled, corpus))


def objections(filled: Filled, path: str) -> tuple[Diagnostic, ...]:
    """What speaks against the answers, whatever the form."""
    return (*_missing(filled, path), *_unfit(filled, path))


def _missing(filled: Filled, path: str) -> Iterator[Diagnostic]:
    labels = {each.id: each.label for each in filled.form.fields}
    start = Span.of(path, FILE_START)
    for field in filled.form.fields:
        if field.is_required and field.id not in filled.answers:
            message, hint = f"“{field.label}”: this was not answered", field.about
            yield diagnose(codes.MISSING_FIELD, start, message, hint)
        for other in field.needs if field.id in filled.answers else ():
            if other not in filled.answers:
                message = f"“{labels[other]}”: this was not answered, but “{field.label}” was"
                hint = "answer both, or neither"
                yield diagnose(codes.MISSING_FIELD, start, message, hint)


def _unfit(filled: Filled, path: str) -> Iterator[Diagnostic]:
    for field in filled.form.fields:
        answer = filled.answers.get(field.id)
        if answer and field.control is not Control.TOPICS:
            yield from _refused(field, answer, path)


def _refused(field: Field, answer: Answer, path: str) -> Iterator[Diagnostic]:
    reader = Reader(path)
    field.kind.read(Scalar(answer.text, answer.mark, '"'), reader)
    yield from (about(field.label, each) for each in reader.diagnostics)


def _unknown(filled: Filled, corpus: Corpus, path: str) -> Iterator[Diagnostic]:
    """Topics that the publication does not have."""
    label = next(each.label for each in filled.form.fields if each.id == "topics")
    for name in _topics(filled):
        if name not in corpus.topics:
            span = Span.of(path, filled.answers["topics"].mark)
            message = f"there is no topic `{shortened(name)}`"
            known = ", ".join(listing(corpus.topics))
            hint = did_you_mean(name, corpus.topics) or f"known are {known or 'none'}"
            yield about(label, diagnose(codes.UNKNOWN_CHOICE, span, message, hint))


def _topics(filled: Filled) -> tuple[str, ...]:
    parts = (each.strip() for each in filled.text("topics").split(","))
    return tuple(dict.fromkeys(each for each in parts if each))


def _answers(filled: Filled, corpus: Corpus) -> Answers:
    claim, text = filled.text("claim"), filled.text
    return Answers(
        proposed_id(claim, taken_ids(corpus)),
        claim,
        claimant_reference(text("claimant"), corpus),
        text("claimed"),
        text("url"),
        text("title"),
        _topics(filled),
        quote=text("quote"),
        exhibits=(_exhibit(filled),) if text("evidence_title") else (),
    )


def _exhibit(filled: Filled) -> Exhibit:
    text = filled.text
    told = (text("stance"), text("evidence_title"), text("evidence_url"), text("publisher"))
    return Exhibit(*told, text("evidence_quote"), text("says"))
