"""CB219 ambiguous-quote."""

from collections.abc import Iterator

from claimbook.anchoring import Ambiguous, anchor
from claimbook.anchoring.places import MOST_PLACES, fitting
from claimbook.anchoring.settling import settling
from claimbook.anchoring.shapes import Place
from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.quoting import Quoted, quoted_in, to_paste
from claimbook.rules.rule import Context, Finding, Part, Scope, rule

_MOST_SHOWN = 5


@rule(
    "CB219",
    "ambiguous-quote",
    Severity.WARNING,
    Scope.CLAIM,
    Scope.CORPUS,
    looks_at=[Part.DOCUMENTS],
)
def ambiguous_quote(subject: FiledClaim | Corpus, context: Context) -> Iterator[Finding]:
    """Words stand more than once in a document, and nothing tells which place is meant."""
    for each in quoted_in(subject, context.corpus):
        found = anchor(each.text, each.selector)
        if isinstance(found, Ambiguous) and _is_undecided(each):
            yield _finding(each, found)


def _is_undecided(quoted: Quoted) -> bool:
    """Whether what is said of the place fits several; what fits none is told elsewhere."""
    return quoted.selector.occurrence is None and bool(fitting(quoted.text, quoted.selector))


def _finding(quoted: Quoted, found: Ambiguous) -> Finding:
    labels = tuple(_labels(quoted, found))
    count = f"{len(found.anchors)}" if len(found.anchors) < MOST_PLACES else "very many"
    message = f"the quotation stands {count} times in `{quoted.document.id}`"
    first = f"for the one in line {labels[0].span.line} add {labels[0].text}"
    hint = f"say which place is meant: {first}"
    return Finding(quoted.span, message, hint, labels=labels)


def _labels(quoted: Quoted, found: Ambiguous) -> Iterator[Label]:
    least = settling(quoted.text, quoted.selector.quote, found.anchors, _MOST_SHOWN)
    for each, selector in zip(found.anchors, least, strict=False):
        place = Place(each.places[0].start, each.places[-1].end)
        yield Label(quoted.place(place), f"`{to_paste(selector)}`")
