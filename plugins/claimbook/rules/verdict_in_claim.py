"""CB401 verdict-in-claim."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Part, rule

# Words of fact-checkers; in a title they give the verdict away, in a claim they may be its own.
OURS = re.compile(r"\b(?:fact[- ]?check\w*|debunk\w*)\b", re.IGNORECASE)
LOADED = re.compile(r"\b(?:hoax\w*|myths?|fake[ds]?|faking)\b", re.IGNORECASE)
_SIGNS = ("check", "debunk", "hoax", "myth", "fake", "faking")
# To a search that tells no capitals, these are letters of ASCII too.
LIKE_ASCII = "\u0130\u0131\u017f\u212a"
_MARK = r"\s*(?::|–|—|-\s|!)"


@rule("CB401", "verdict-in-claim", Severity.WARNING, looks_at=[Part.RATINGS])
def verdict_in_claim(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The title or the claim gives away the verdict."""
    record = claim.record
    labels = context.index(labels_of)
    if not labels.may_be_in(f"{record.claim}\n{record.title}"):
        return
    for field, text in (("claim", record.claim), ("title", record.title)):
        if not text or not labels.may_be_in(text):
            continue
        found = labels.pattern.search(text) or OURS.search(text)
        if found is None and field == "title" and not LOADED.search(record.claim):
            found = LOADED.search(text)
        if found is not None:
            start, end = found.span(found.lastgroup or 0)
            message = f"“{text[start:end]}” in the {field} says what the review is to decide"
            hint = "put it as its maker did, in neutral words"
            span = record.at.value(field)
            yield Finding(span, message, hint, value=text, within=(start, end))


class Labels(NamedTuple):
    """The search for labels, and small letters of which some stand in whatever is found."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def may_be_in(self, text: str) -> bool:
        """Whether a search can find anything: of most texts that is told at a glance."""
        if not text.isascii() and any(map(text.__contains__, LIKE_ASCII)):
            return True
        return any(map(text.lower().__contains__, self.signs))


def labels_of(corpus: Corpus) -> Labels:
    """Rating labels where they judge: before a colon or dash, at the end after one, in capitals.

    Labels of several words are no ordinary language and are found anywhere.
    """
    labels = [each.label for each in corpus.ratings.values()]
    signs = (*_SIGNS, *(each.lower() if each.isascii() else "" for each in labels))
    single = "|".join(re.escape(each) for each in labels if " " not in each) or "(?!)"
    several = "|".join(re.escape(each) for each in labels if " " in each) or "(?!)"
    capitals = "|".join(re.escape(each.upper()) for each in labels) or "(?!)"
    pattern = re.compile(
        rf"(?P<a>\b(?i:{several})\b)"
        rf"|^\W*(?P<b>(?i:{single}))(?={_MARK})"
        rf"|(?::|–|—|\()\s*(?P<c>(?i:{single}))\W*$"
        rf"|\b(?P<d>{capitals})\b"
    )
    return Labels(pattern, signs)
