"""CB216 quote-not-in-document."""

from collections.abc import Iterator

from claimbook.anchoring import Change, Nearest, anchor
from claimbook.anchoring.parts import MOST_LEFT_OUT
from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.quoting import Quoted, quoted_in, shown
from claimbook.rules.rule import Context, Finding, Part, Scope, rule

_MOST_TOLD = 2
_COPY = "copy the words from the document; write […] for what you leave out"
_PARTS = "quote one passage here, and the other as an appearance of its own"


@rule(
    "CB216",
    "quote-not-in-document",
    Severity.WARNING,
    Scope.CLAIM,
    Scope.CORPUS,
    looks_at=[Part.DOCUMENTS],
)
def quote_not_in_document(subject: FiledClaim | Corpus, context: Context) -> Iterator[Finding]:
    """Words are said to stand in a document that does not have them."""
    for each in quoted_in(subject, context.corpus):
        found = anchor(each.text, each.selector)
        if isinstance(found, Nearest):
            yield _finding(each, found)


def _finding(quoted: Quoted, found: Nearest) -> Finding:
    quote = quoted.selector.quote
    message, hint = _message(quoted.document.id, found), _PARTS if found.left_out else _COPY
    if found.place is None:
        return Finding(quoted.span, message, hint)
    place = quoted.place(found.place)
    labels = (Label(place, "the passage" if found.left_out else "the nearest passage"),)
    if found.changes:
        hint = f"copy the words from {place.place}; write […] for what you leave out"
    return Finding(quoted.span, message, hint, quote, _within(quote, found), labels)


def _message(document: str, found: Nearest) -> str:
    if found.left_out:
        left_out = f"`[…]` leaves out {found.left_out:,} characters of `{document}`"
        return f"{left_out}; at most {MOST_LEFT_OUT:,} may be"
    if found.place and not found.changes:
        return f"the parts of the quotation stand in `{document}` in another order"
    told = [_told(each) for each in found.changes[:_MOST_TOLD]]
    rest = len(found.changes) - len(told)
    more = [f"{rest} more difference{'s' if rest > 1 else ''}"] if rest else []
    what = f"the quotation does not stand in `{document}`"
    return f"{what}: {'; '.join([*told, *more])}" if told else what


def _told(change: Change) -> str:
    if not change.quoted:
        return f"it lacks {shown(change.printed)}"
    if not change.printed:
        return f"{shown(change.quoted)} is not there"
    return f"{shown(change.printed)} stands where the quotation has {shown(change.quoted)}"


def _within(quote: str, found: Nearest) -> tuple[int, int] | None:
    """Where in the quotation the first difference stands, if that is certain."""
    words = found.changes[0].quoted if found.changes else ""
    if not words or quote.count(words) != 1:
        return None
    return quote.index(words), quote.index(words) + len(words)
