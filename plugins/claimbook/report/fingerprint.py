"""An identity of a diagnostic that survives the movement of lines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from claimbook.diagnostics import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with a digest of its file, code, message and rank among its equals."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for each in diagnostics:
        key = (each.span.path, each.code.id, each.message)
        seen[key] += 1
        yield each, sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
