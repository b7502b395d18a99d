"""CB207 undefined-document."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, Filed, FiledClaim
from claimbook.diagnostics import Severity
from claimbook.records import CheckedDocument
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Scope, rule


@rule("CB207", "undefined-document", Severity.ERROR, Scope.CLAIM, Scope.CORPUS)
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
        path = text_path(each)
        if path not in corpus.texts:
            beside = [other for other in corpus.texts if _folder(other) == _folder(path)]
            hint = did_you_mean_name(path, beside) or "save the text of the document there"
            message = f"the text of the document, `{path}`, does not exist"
            yield Finding(each.record.at.value("text"), message, hint)


def text_path(document: Filed[CheckedDocument]) -> str:
    """Where the text of a document lies: beside its record."""
    return f"{_folder(document.path)}{document.record.text}"


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]
