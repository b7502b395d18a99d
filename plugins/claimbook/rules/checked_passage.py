"""CB223 checked-passage."""

from collections.abc import Iterator

from claimbook.anchoring import Anchor, Place, anchor, selector_of
from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.records import UncheckedPassage
from claimbook.rules.reading.quoting import Quoted, quoted_in
from claimbook.rules.rule import Context, Finding, Part, rule

_HINT = "leave the words of the claim out of the passage, or the claim out of the document"


@rule("CB223", "checked-passage", Severity.WARNING, looks_at=[Part.DOCUMENTS])
def checked_passage(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim stands in a passage that is said not to be checked."""
    for each in quoted_in(claim, context.corpus):
        for passage in each.document.record.not_checked:
            if _holds(each, passage):
                message = f"`{each.document.id}` calls the passage of these words not checked"
                labels = (Label(passage.at.value("quote"), "the passage"),)
                yield Finding(each.span, message, _HINT, labels=labels)


def _holds(quoted: Quoted, passage: UncheckedPassage) -> bool:
    """Whether some of the words lie in the passage; it may be a part of what they say."""
    found = [anchor(quoted.text, each) for each in (quoted.selector, selector_of(passage))]
    words, unchecked = (each.places if isinstance(each, Anchor) else () for each in found)
    return any(_meet(a, b) and not _is_part(b, a) for a in words for b in unchecked)


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _is_part(part: Place, whole: Place) -> bool:
    return whole.start <= part.start and part.end <= whole.end and part != whole
