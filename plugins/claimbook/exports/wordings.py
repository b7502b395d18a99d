"""Claims of a corpus as they are found by their words."""

from itertools import islice

from claimbook.corpus import FiledClaim
from claimbook.likeness.index import Entry

# More places in which the same was said would say it again.
_MOST_QUOTES = 8


def entry_of(claim: FiledClaim) -> Entry:
    """The claim with its title, and without the words in which it appeared."""
    return Entry(claim.id, claim.record.claim, claim.record.title or "")


def quoting_entry_of(claim: FiledClaim) -> Entry:
    """The claim with its title and the words in which it appeared."""
    said = (each.quote for each in claim.record.appearances if each.quote)
    return entry_of(claim)._replace(quotes=tuple(islice(dict.fromkeys(said), _MOST_QUOTES)))
