"""CB207 undefined-document."""

from collections.abc import Iterator
from posixpath import dirname

from claimbook.corpus import Corpus, FiledClaim, text_path
from claimbook.diagnostics import Severity
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Part, Scope, rule


@rule(
    "CB207",
    "undefined-document",
    Severity.ERROR,
    Scope.CLAIM,
    Scope.CORPUS,
    looks_at=[Part.DOCUMENTS],
)
def undefined_document(subject: FiledClaim | Corpus, context: Context) -> Iterator[Finding]:
    """A claim names a document that does not exist, or a document a text that does not."""
    if isinstance(subject, Corpus):
        yield from _missing_texts(subject)
        return
    known = context.corpus.known_ids.get("document", frozenset())
    for each in subject.record.appearances:
        if each.document and each.document not in known:
            new = f"save it as `claims/documents/{each.document}.yml`, with its text beside it"
            hint = did_you_mean_name(each.document, known) or new
            message = f"no document is called `{each.document}`"
            yield Finding(each.at.value("document"), message, hint)


def _missing_texts(corpus: Corpus) -> Iterator[Finding]:
    for each in corpus.documents.values():
        if corpus.text_of(each) is None:
            path = text_path(each)
            beside = [other for other in corpus.texts if dirname(other) == dirname(path)]
            hint = did_you_mean_name(path, beside) or "save the text of the document there"
            message = f"the text of the document, `{path}`, does not exist"
            yield Finding(each.record.at.value("text"), message, hint)
