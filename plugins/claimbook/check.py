"""Running the rules: findings get their exact place, settings their weight, authors their say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from claimbook.assemble import DecodedFile
from claimbook.corpus import Corpus, FiledClaim, sources_in
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.fields import values_of
from claimbook.kinds import Markdown
from claimbook.prose_check import prose_diagnostics
from claimbook.rules import RULES
from claimbook.rules.rule import Context, Finding, Rule, Scope
from claimbook.settings import Settings
from claimbook.shape import NOWHERE, Record
from claimbook.suppress import without_suppressed
from claimbook.text import SourceFile, Span, inner_mark

Located = tuple[Diagnostic, Finding]


def check(
    corpus: Corpus,
    decoded: Iterable[DecodedFile],
    early: Iterable[Diagnostic],
    settings: Settings,
    today: date,
    sources: Mapping[str, SourceFile],
) -> tuple[Diagnostic, ...]:
    """All diagnostics of a corpus: the ``early`` ones of reading, and those of every rule."""
    run = _Run(Context(corpus, settings, today))
    found = (*early, *_placed(run.findings(), sources))
    return tuple(without_suppressed(found, decoded, settings))


class _Run:
    """One pass over a corpus; all rules see a record before the next record's turn comes.

    So what is read out of a claim's texts, and remembered for a while, is read once.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._rules: defaultdict[Scope, list[Rule]] = defaultdict(list)
        self._by_kind: defaultdict[type, list[Rule]] = defaultdict(list)
        for each in RULES:
            if self._severity(each) is not None:
                self._add(each)

    def _add(self, rule: Rule) -> None:
        for scope in rule.scopes:
            self._rules[scope].append(rule)
        for kind in rule.kinds:
            self._by_kind[kind].append(rule)

    def _severity(self, rule: Rule) -> Severity | None:
        return self._context.settings.rules.get(rule.code.name, rule.code.severity)

    def findings(self) -> Iterator[Located]:
        """What every rule finds, record by record, then in the corpus as a whole."""
        corpus = self._context.corpus
        for claim in corpus.all_claims():
            yield from self._claim(claim)
        for source in corpus.all_shared_sources():
            yield from self._values(source.record)
            yield from self._apply(Scope.SOURCE, source, source.record.at.holes)
        for record in _other_records(corpus):
            yield from self._values(record)
        yield from self._apply(Scope.CORPUS, corpus, frozenset())

    def _claim(self, claim: FiledClaim) -> Iterator[Located]:
        record = claim.record
        yield from self._values(record, is_draft=claim.is_draft)
        yield from self._apply(Scope.CLAIM, claim, record.at.holes | record.review.at.holes)
        for source in sources_in(claim):
            yield from self._apply(Scope.SOURCE, source, source.record.at.holes)

    def _values(self, record: Record, *, is_draft: bool = False) -> Iterator[Located]:
        for held in values_of(record, is_draft=is_draft):
            kind = type(held.kind)
            if kind is Markdown:
                yield from prose_diagnostics(held)
            for rule in self._by_kind[kind]:
                for finding in rule(held, self._context):
                    yield self._made(rule, finding)

    def _apply(self, scope: Scope, subject: object, holes: frozenset[str]) -> Iterator[Located]:
        for rule in self._rules[scope]:
            if holes.isdisjoint(rule.needs):
                for finding in rule(subject, self._context):
                    yield self._made(rule, finding)

    def _made(self, rule: Rule, found: Finding) -> Located:
        severity = self._severity(rule) or rule.code.severity
        diagnostic = Diagnostic(
            rule.code, severity, found.message, found.span, found.hint, found.labels, found.edit
        )
        return diagnostic, found


def _other_records(corpus: Corpus) -> Iterator[Record]:
    yield from (each.record for each in corpus.claimants.values())
    yield from (each.record for each in corpus.documents.values())
    for records in (corpus.ratings, corpus.topics, corpus.outlets):
        yield from (each for each in records.values() if each.at is not NOWHERE)


def _placed(found: Iterable[Located], sources: Mapping[str, SourceFile]) -> Iterator[Diagnostic]:
    for diagnostic, finding in found:
        file = sources.get(diagnostic.span.path)
        if finding.value is None or finding.within is None or file is None:
            yield diagnostic
            continue
        mark = inner_mark(file.text, diagnostic.span.mark, finding.value, *finding.within)
        yield replace(diagnostic, span=Span.of(file.path, mark))
