"""CB225 broken-subtitles."""

from collections.abc import Iterator

from claimbook.anchoring import document_text
from claimbook.corpus import Corpus, text_path
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.text import Span, mark_at


@rule("CB225", "broken-subtitles", Severity.WARNING, Scope.CORPUS)
def broken_subtitles(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """A file of subtitles has a cue without time codes, or time codes that cannot be."""
    del context
    for each in corpus.documents.values():
        text = document_text(each, corpus)
        raw = corpus.text_of(each) or ""
        for fault in text.faults if text else ():
            mark = mark_at(raw, fault.start, fault.end)
            yield Finding(Span.of(text_path(each), mark), fault.message, fault.hint)
