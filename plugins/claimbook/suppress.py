"""The author's say: ``# claimbook: allow[rule] reason`` in a file silences a rule there."""

from collections.abc import Iterable, Iterator

from claimbook import codes
from claimbook.assemble import DecodedFile
from claimbook.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from claimbook.rules import RULES
from claimbook.settings import Settings
from claimbook.suppressions import Suppression
from claimbook.text import Span

# Only what forbids no publication may be silenced by a claim file, and what cannot always be had.
SUPPRESSIBLE = frozenset(
    each.code.name
    for each in RULES
    if each.code.severity is not Severity.ERROR or each.is_excusable
)


def is_suppressible(name: str) -> bool:
    """Whether a claim file may silence the rule ``name``."""
    return name in SUPPRESSIBLE


def without_suppressed(
    found: Iterable[Diagnostic], decoded: Iterable[DecodedFile], settings: Settings
) -> Iterator[Diagnostic]:
    """What is left of ``found``, and what is to be said about the suppressions themselves."""
    files = {each.path: each for each in decoded if each.suppressions}
    used: set[tuple[str, Suppression]] = set()
    for each in found:
        file = files.get(each.span.path)
        match = _match(each, file.suppressions) if file else None
        if match is None:
            yield each
        else:
            used.add((each.span.path, match))
    for path, file in sorted(files.items()):
        for suppression in file.suppressions:
            span = Span.of(path, suppression.mark)
            yield from _about(span, suppression)
            if file.is_sound and (path, suppression) not in used:
                yield from _unused(span, suppression, settings)


def _match(found: Diagnostic, suppressions: Iterable[Suppression]) -> Suppression | None:
    for each in suppressions:
        covers = each.first_line <= found.span.line <= each.last_line
        if covers and each.rule == found.code.name and is_suppressible(each.rule):
            return each
    return None


def _about(span: Span, suppression: Suppression) -> Iterator[Diagnostic]:
    if not is_suppressible(suppression.rule):
        message = f"`{suppression.rule}` is no rule that a claim file may switch off"
        nearest = did_you_mean(suppression.rule, sorted(SUPPRESSIBLE))
        hint = nearest or "errors cannot be suppressed: mend them"
        yield diagnose(codes.UNKNOWN_SUPPRESSION, span, message, hint)
    elif not suppression.reason:
        message = f"`{suppression.rule}` is switched off here without a reason"
        hint = "write the reason behind the bracket"
        yield diagnose(codes.SUPPRESSION_WITHOUT_REASON, span, message, hint)


def _unused(span: Span, suppression: Suppression, settings: Settings) -> Iterator[Diagnostic]:
    # A publication that has switched the rule off may keep the comment.
    is_off = settings.rules.get(suppression.rule, Severity.WARNING) is None
    if is_suppressible(suppression.rule) and not is_off:
        message = f"nothing here breaks `{suppression.rule}`"
        yield diagnose(codes.UNUSED_SUPPRESSION, span, message, "remove the comment")
