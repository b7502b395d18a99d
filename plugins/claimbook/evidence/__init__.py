"""Whether the words of a source stand in the saved copy of it, compared word by word.

Everything here is pure: texts in, verdicts out.
"""

from claimbook.evidence.changes import ChangeKind, Difference
from claimbook.evidence.quotes import Result, Verdict, verify

__all__ = ["ChangeKind", "Difference", "Result", "Verdict", "verify"]
