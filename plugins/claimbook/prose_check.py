"""What the Markdown fields of all records hold that they must not."""

from collections.abc import Iterator

from claimbook.corpus import Corpus
from claimbook.diagnostics import Diagnostic, diagnose
from claimbook.kinds import Markdown
from claimbook.prose import read_prose
from claimbook.rules.rule import Finding
from claimbook.shape import Record, attribute_of, shapes_of


def prose_diagnostics(corpus: Corpus) -> Iterator[tuple[Diagnostic, Finding]]:
    """Raw HTML, images and unsafe links in every Markdown field."""
    for record in _records(corpus):
        for each in _within(record):
            yield from _problems(each)


def _records(corpus: Corpus) -> Iterator[Record]:
    yield from (each.record for each in corpus.all_claims())
    yield from (each.record for each in corpus.sources.values())
    yield from (each.record for each in corpus.claimants.values())
    yield from (each.record for each in corpus.documents.values())
    yield from corpus.outlets.values()


def _within(record: Record) -> Iterator[Record]:
    """The record and all records inside it."""
    yield record
    for shape in shapes_of(type(record)):
        value = getattr(record, attribute_of(shape.name))
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from _within(each)


def _problems(record: Record) -> Iterator[tuple[Diagnostic, Finding]]:
    for shape in shapes_of(type(record)):
        text = getattr(record, attribute_of(shape.name))
        if isinstance(shape.kind, Markdown) and text:
            span = record.at.value(shape.name)
            for each in read_prose(text).problems:
                finding = Finding(
                    span, each.message, each.hint, value=text, within=(each.start, each.end)
                )
                yield diagnose(each.code, span, each.message, each.hint), finding
