"""Running the rules: findings get their exact place, settings their weight, authors their say."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from claimbook import codes
from claimbook.assemble import DecodedFile
from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import (
    Diagnostic,
    Severity,
    diagnose,
    did_you_mean,
)
from claimbook.prose_check import prose_diagnostics
from claimbook.rules import RULES
from claimbook.rules.rule import Context, Finding, Rule, Scope
from claimbook.settings import Settings
from claimbook.text import SourceFile, Span, inner_mark
from claimbook.yaml_tree import Suppression


def check(
    corpus: Corpus,
    decoded: Iterable[DecodedFile],
    early: Iterable[Diagnostic],
    settings: Settings,
    today: date,
    sources: Mapping[str, SourceFile],
) -> tuple[Diagnostic, ...]:
    """All diagnostics of a corpus: the ``early`` ones of reading, and those of every rule."""
    context = Context(corpus, settings, today)
    found = [*early, *_located(prose_diagnostics(corpus), sources)]
    for each in RULES:
        severity = settings.rules.get(each.code.name, each.code.severity)
        if severity is not None:
            found += _located(_run(each, severity, context), sources)
    return tuple(_suppressed(found, decoded))


Located = tuple[Diagnostic, Finding]


def _run(rule: Rule, severity: Severity, context: Context) -> Iterator[Located]:
    for subject in _subjects(rule, context.corpus):
        for each in rule(subject, context):
            diagnostic = Diagnostic(
                rule.code, severity, each.message, each.span, each.hint, each.labels, each.edit
            )
            yield diagnostic, each


def _subjects(rule: Rule, corpus: Corpus) -> Iterator[object]:
    if rule.scope is Scope.CORPUS:
        yield corpus
    elif rule.scope is Scope.SOURCE:
        yield from corpus.sources.values()
    else:
        yield from (each for each in corpus.all_claims() if _has_all(rule, each))


def _has_all(rule: Rule, claim: FiledClaim) -> bool:
    holes = claim.record.at.holes | claim.record.review.at.holes
    return not rule.needs & holes


def _located(found: Iterable[Located], sources: Mapping[str, SourceFile]) -> Iterator[Diagnostic]:
    for diagnostic, finding in found:
        file = sources.get(diagnostic.span.path)
        if finding.value is None or finding.within is None or file is None:
            yield diagnostic
            continue
        text = file.text.replace("\r\n", "\n").replace("\r", "\n")
        mark = inner_mark(text, diagnostic.span.mark, finding.value, *finding.within)
        yield Diagnostic(
            diagnostic.code,
            diagnostic.severity,
            diagnostic.message,
            Span.of(file.path, mark),
            diagnostic.hint,
            diagnostic.labels,
            diagnostic.edit,
        )


def _suppressed(
    found: Iterable[Diagnostic], decoded: Iterable[DecodedFile]
) -> Iterator[Diagnostic]:
    by_path = {each.path: each.suppressions for each in decoded if each.suppressions}
    used: set[tuple[str, Suppression]] = set()
    for each in found:
        match = _match(each, by_path.get(each.span.path, ()))
        if match is None:
            yield each
        else:
            used.add((each.span.path, match))
    for path, suppressions in sorted(by_path.items()):
        for suppression in suppressions:
            yield from _about(path, suppression, is_used=(path, suppression) in used)


def _match(found: Diagnostic, suppressions: Iterable[Suppression]) -> Suppression | None:
    for each in suppressions:
        covers = each.first_line <= found.span.line <= each.last_line
        if covers and each.rule == found.code.name and is_suppressible(found.code.name):
            return each
    return None


def is_suppressible(name: str) -> bool:
    """Whether a claim file may silence a rule: only those that forbid no publication."""
    return any(
        each.code.name == name and each.code.severity is not Severity.ERROR for each in RULES
    )


def _about(path: str, suppression: Suppression, *, is_used: bool) -> Iterator[Diagnostic]:
    span = Span.of(path, suppression.mark)
    if not is_suppressible(suppression.rule):
        names = [r.code.name for r in RULES if r.code.severity is not Severity.ERROR]
        message = f"`{suppression.rule}` is no rule that a claim file may switch off"
        hint = did_you_mean(suppression.rule, names) or "errors cannot be suppressed: mend them"
        yield diagnose(codes.UNKNOWN_SUPPRESSION, span, message, hint)
        return
    if not suppression.reason:
        message = f"`{suppression.rule}` is switched off here without a reason"
        hint = "write the reason behind the bracket"
        yield diagnose(codes.SUPPRESSION_WITHOUT_REASON, span, message, hint)
    if not is_used:
        message = f"nothing here breaks `{suppression.rule}`"
        yield diagnose(codes.UNUSED_SUPPRESSION, span, message, "remove the comment")
