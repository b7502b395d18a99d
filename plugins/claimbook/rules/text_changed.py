"""CB222 text-changed."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, text_path
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule


@rule("CB222", "text-changed", Severity.WARNING, Scope.CORPUS)
def text_changed(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """The text of a document is not the one that was checked: its hash is another."""
    del context
    for each in corpus.documents.values():
        text, past = corpus.text_of(each), each.record.sha256
        if text is None or past is None:
            continue
        # Few texts have a hash, and every check would load the library for it.
        from hashlib import sha256  # noqa: PLC0415

        now = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if now != past:
            message = f"`{text_path(each)}` has changed since it was checked"
            hint = f"read what has changed against the claims, then write `sha256: {now}`"
            yield Finding(each.record.at.value("sha256"), message, hint)
