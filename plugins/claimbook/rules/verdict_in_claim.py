"""CB401 verdict-in-claim."""

import re
from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Part, rule

# Words of fact-checkers; in a title they give the verdict away, in a claim they may be its own.
_OURS = re.compile(r"\b(?:fact[- ]?check\w*|debunk\w*)\b", re.IGNORECASE)
_LOADED = re.compile(r"\b(?:hoax\w*|myths?|fake[ds]?|faking)\b", re.IGNORECASE)
_MARK = r"\s*(?::|–|—|-\s|!)"


@rule("CB401", "verdict-in-claim", Severity.WARNING, looks_at=[Part.RATINGS])
def verdict_in_claim(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The title or the claim gives away the verdict."""
    record = claim.record
    labels = context.index(_labels)
    for field, text in (("claim", record.claim), ("title", record.title)):
        if not text:
            continue
        found = labels.search(text) or _OURS.search(text)
        if found is None and field == "title" and not _LOADED.search(record.claim):
            found = _LOADED.search(text)
        if found is not None:
            start, end = found.span(found.lastgroup or 0)
            message = f"“{text[start:end]}” in the {field} says what the review is to decide"
            hint = "put it as its maker did, in neutral words"
            span = record.at.value(field)
            yield Finding(span, message, hint, value=text, within=(start, end))


def _labels(corpus: Corpus) -> re.Pattern[str]:
    """Rating labels where they judge: before a colon or dash, at the end after one, in capitals.

    Labels of several words are no ordinary language and are found anywhere.
    """
    labels = [each.label for each in corpus.ratings.values()]
    single = "|".join(re.escape(each) for each in labels if " " not in each) or "(?!)"
    several = "|".join(re.escape(each) for each in labels if " " in each) or "(?!)"
    capitals = "|".join(re.escape(each.upper()) for each in labels) or "(?!)"
    return re.compile(
        rf"(?P<a>\b(?i:{several})\b)"
        rf"|^\W*(?P<b>(?i:{single}))(?={_MARK})"
        rf"|(?::|–|—|\()\s*(?P<c>(?i:{single}))\W*$"
        rf"|\b(?P<d>{capitals})\b"
    )
