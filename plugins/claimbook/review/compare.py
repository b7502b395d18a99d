"""Two states of a publication become one difference."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from claimbook.diagnostics import Diagnostic
from claimbook.review.claims import Aids, claim_changes
from claimbook.review.difference import Change, Difference, FileChange, Problem
from claimbook.review.pieces import changes_of, map_changes
from claimbook.review.side import Side
from claimbook.shape import Record

_WITHOUT_RECORD = "file"
_ALONE = Aids()
_Identity = tuple[str, ...]


def compare(
    before: Side, after: Side, *, names: tuple[str, str] = ("", ""), aids: Aids = _ALONE
) -> Difference:
    """Everything that differs between two sides; ``names`` are what they are called."""
    now = {old: new for new, old in after.renamed.items()}
    was, found = before.diagnostics, after.diagnostics
    return Difference(
        *names,
        claims=tuple(claim_changes(before, after, aids)),
        files=tuple(_file_changes(before, after, aids.owners)),
        brought=tuple(_only_in(found, was, now)),
        mended=tuple(_only_in(was, found, now)),
    )


def _file_changes(
    before: Side, after: Side, owners: Callable[[str], tuple[str, ...]]
) -> Iterator[FileChange]:
    olds, news = before.others, after.others
    claims = {each.path for side in (before, after) for each in side.files if each.filing.is_claim}
    for path in sorted((before.paths | after.paths) - claims):
        kind = "changed" if path in before.paths & after.paths else _came(path, after)
        known = news.get(path) or olds.get(path)
        role = known.filing.role.value if known else _WITHOUT_RECORD
        changes = tuple(_changes(_record(olds, path), _record(news, path)))
        yield FileChange(kind, role, path, changes, owners(path))


def _came(path: str, after: Side) -> str:
    return "added" if path in after.paths else "deleted"


def _record(files: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401
    return files[path].record if path in files else None


def _changes(old: Any, new: Any) -> Iterable[Change]:  # noqa: ANN401 - records, or lists by id
    known = old or new
    if isinstance(known, Record):
        return changes_of(old, new)
    return map_changes(old or {}, new or {}) if isinstance(known, Mapping) else ()


def _only_in(
    found: Iterable[Diagnostic], others: Iterable[Diagnostic], now: Mapping[str, str]
) -> Iterator[Problem]:
    """What was found here and not there; lines move, so they do not count."""
    there = Counter(_identity(each, now) for each in others)
    for each in found:
        key = _identity(each, now)
        if there[key]:
            there[key] -= 1
        else:
            yield _problem(each)


def _identity(each: Diagnostic, now: Mapping[str, str]) -> _Identity:
    path = now.get(each.span.path, each.span.path)
    return each.code.id, path, each.severity.value, each.message


def _problem(each: Diagnostic) -> Problem:
    told = (each.code.id, each.code.name, each.severity.value, each.span.path, each.span.line)
    return Problem(*told, each.message, each.hint or "")
