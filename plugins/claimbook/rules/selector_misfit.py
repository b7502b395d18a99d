"""CB220 selector-misfit."""

from collections.abc import Iterator

from claimbook.anchoring import Selector
from claimbook.anchoring.places import fitting
from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.quoting import Quoted, quoted_in
from claimbook.rules.rule import Context, Finding, Part, Scope, rule


@rule(
    "CB220",
    "selector-misfit",
    Severity.WARNING,
    Scope.CLAIM,
    Scope.CORPUS,
    looks_at=[Part.DOCUMENTS],
)
def selector_misfit(subject: FiledClaim | Corpus, context: Context) -> Iterator[Finding]:
    """A quotation stands in a document, but not where prefix, suffix or occurrence say."""
    for each in quoted_in(subject, context.corpus):
        selector = each.selector
        if fitting(each.text, Selector(selector.quote)):
            yield from _findings(each, selector)


def _findings(quoted: Quoted, selector: Selector) -> Iterator[Finding]:
    fits = fitting(quoted.text, selector._replace(occurrence=None))
    if not fits:
        yield _misfit(quoted, selector)
    elif selector.occurrence and selector.occurrence > len(fits):
        places = "only one place fits" if len(fits) == 1 else f"only {len(fits)} places fit"
        message = f"`occurrence` is {selector.occurrence}, but {places} in `{quoted.document.id}`"
        yield Finding(quoted.record.at.value("occurrence"), message, "count the places from 1")


def _misfit(quoted: Quoted, selector: Selector) -> Finding:
    """Which of prefix and suffix is wrong; the first where they fit only each by itself."""
    given = [each for each in ("prefix", "suffix") if getattr(selector, each)]
    wrong = [each for each in given if not _fits_alone(quoted, selector, each)]
    name = (wrong or given)[0]
    side = "before" if name == "prefix" else "behind"
    every = fitting(quoted.text, Selector(selector.quote))[:3]
    labels = tuple(Label(quoted.place(each.places[0]), "it stands here") for each in every)
    message = f"nowhere in `{quoted.document.id}` do these words stand right {side} the quotation"
    hint = f"copy them from the text, or leave `{name}` out"
    return Finding(quoted.record.at.value(name), message, hint, labels=labels)


def _fits_alone(quoted: Quoted, selector: Selector, name: str) -> bool:
    alone = Selector(selector.quote)._replace(**{name: getattr(selector, name)})
    return bool(fitting(quoted.text, alone))
