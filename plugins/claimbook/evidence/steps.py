"""How much work it is to look quotations up in a text, told before it is done.

Words that stand thousands of times in a text, in many quotations of many parts, would keep a check
busy for a minute. What is counted are steps, never time: every machine comes to the same end.
"""

from claimbook.anchoring import DocumentText
from claimbook.anchoring.normal import normal
from claimbook.anchoring.parts import parts_of, tries

# Of all quotations of one claim together.
MOST_STEPS = 100_000
# Characters that are looked through in about the time in which one place is tried.
_CHARACTERS = 1_500


class Steps:
    """What is left of the steps of one claim."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def suffice(self, quote: str, text: DocumentText, times: int = 1) -> bool:
        """Whether a quotation may be looked up so many ``times``; its steps are taken off."""
        if self._left > 0:
            self._left -= times * steps(quote, text)
        return self._left > 0


def steps(quote: str, text: DocumentText) -> int:
    """How many steps it takes to look a quotation up in a text, at most."""
    parts, even = parts_of(quote), normal(text.text).text
    return tries(even, parts) + max(1, len(parts)) * len(even) // _CHARACTERS
