"""CB221 needless-selector."""

from collections.abc import Iterator

from claimbook.anchoring import Selector
from claimbook.anchoring.places import fitting
from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Severity
from claimbook.records import Appearance, TranslationNote, UncheckedPassage
from claimbook.rules.reading.quoting import Quoted, quoted_in
from claimbook.rules.rule import Context, Finding, Part, Scope, rule

_NAMES = ("prefix", "suffix", "occurrence")


@rule(
    "CB221",
    "needless-selector",
    Severity.NOTE,
    Scope.CLAIM,
    Scope.CORPUS,
    looks_at=[Part.DOCUMENTS],
)
def needless_selector(subject: FiledClaim | Corpus, context: Context) -> Iterator[Finding]:
    """A prefix, suffix or occurrence is given where nothing has to be told apart."""
    for each in quoted_in(subject, context.corpus):
        given = _given(each.record)
        if given and _is_needless(each):
            what = f"`{given[0]}` is not needed"
            message = f"the quotation stands only once in `{each.document.id}`: {what}"
            yield Finding(each.record.at.key(given[0]), message, "leave it out")
    if isinstance(subject, FiledClaim):
        yield from _idle(subject)


def _idle(claim: FiledClaim) -> Iterator[Finding]:
    for each in claim.record.appearances:
        given = _given(each)
        if given and not (each.document and each.quote):
            message = f"`{given[0]}` says nothing without `document` and `quote`"
            yield Finding(each.at.key(given[0]), message, "leave it out, or name the document")


def _given(record: Appearance | TranslationNote | UncheckedPassage) -> list[str]:
    return [name for name in _NAMES if getattr(record, name)]


def _is_needless(quoted: Quoted) -> bool:
    selector = quoted.selector
    every, fits = (fitting(quoted.text, each) for each in (Selector(selector.quote), selector))
    return len(every) == len(fits) == 1 and selector.occurrence in {None, 1}
