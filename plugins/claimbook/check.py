"""Running the rules: findings get their exact place, settings their weight."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimbook.corpus import Corpus, FiledClaim, sources_in
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.fields import Held, content_of, values_of
from claimbook.kinds import Markdown
from claimbook.prose import read_prose
from claimbook.prose_check import prose_diagnostics
from claimbook.rules import RULES
from claimbook.rules.rule import Context, Finding, Part, Rule, Scope
from claimbook.shape import NOWHERE, Record
from claimbook.text import SourceFile, Span, inner_mark

Located = tuple[Diagnostic, Finding]
_Rules = Mapping[Scope, Iterable[Rule]]


class Checker:
    """All rules in one context.

    What can be said about a claim by itself, beside what it rests on, is said by :meth:`claim`;
    :meth:`together` says what shows only when all claims are there, :meth:`backdrop` what is
    wrong with everything that is no claim. All rules see a record before the next record's turn
    comes, so what is read out of a claim's texts, and remembered for a while, is read once.

    Where the context has no other claims, what a rule would say with a look at them is not said:
    ``has_postponed`` tells that :meth:`late` has to be asked when they are there.
    """

    def __init__(self, context: Context, *, has_others: bool) -> None:
        self._context = context
        self._has_others = has_others
        self.has_postponed = False
        self._rules: defaultdict[Scope, list[Rule]] = defaultdict(list)
        self._of_values: list[Rule] = []
        for each in RULES:
            if self._severity(each) is not None:
                self._add(each)

    def _add(self, rule: Rule) -> None:
        for scope in rule.scopes:
            self._rules[scope].append(rule)
        if rule.kinds:
            self._of_values.append(rule)

    def _severity(self, rule: Rule) -> Severity | None:
        return self._context.settings.rules.get(rule.code.name, rule.code.severity)

    def claim(self, claim: FiledClaim) -> list[Located]:
        """What is wrong with one claim."""
        found = self._values(claim.record, is_draft=claim.is_draft)
        self._about(claim, self._rules, found)
        return found

    def late(self, claim: FiledClaim) -> list[Located]:
        """What was postponed for one claim."""
        late = {
            scope: [each for each in rules if Part.OTHERS in each.looks_at]
            for scope, rules in self._rules.items()
        }
        found: list[Located] = []
        self._about(claim, late, found)
        return found

    def _about(self, claim: FiledClaim, rules: _Rules, found: list[Located]) -> None:
        holes = claim.record.at.holes | claim.record.review.at.holes
        self._apply(rules[Scope.CLAIM], claim, holes, found)
        for source in sources_in(claim):
            self._apply(rules[Scope.SOURCE], source, source.record.at.holes, found)

    def backdrop(self) -> list[Located]:
        """What is wrong with sources, claimants, documents and lists."""
        corpus = self._context.corpus
        found: list[Located] = []
        for source in corpus.all_shared_sources():
            found += self._values(source.record)
            self._apply(self._rules[Scope.SOURCE], source, source.record.at.holes, found)
        for record in _other_records(corpus):
            found += self._values(record)
        return found

    def together(self) -> list[Located]:
        """What is wrong between claims."""
        found: list[Located] = []
        self._apply(self._rules[Scope.CORPUS], self._context.corpus, frozenset(), found)
        return found

    def _values(self, record: Record, *, is_draft: bool = False) -> list[Located]:
        content = content_of(record)
        rules = [each for each in self._of_values if each.glance(content, self._context)]
        has_problems = any(read_prose(each).problems for each in content.markdown)
        if not (rules or has_problems):
            return []
        return list(self._of_each(values_of(record, is_draft=is_draft), rules))

    def _of_each(self, values: Iterable[Held], rules: Iterable[Rule]) -> Iterator[Located]:
        for held in values:
            kind = type(held.kind)
            if kind is Markdown:
                yield from prose_diagnostics(held)
            for rule in rules:
                if kind in rule.kinds:
                    for finding in rule.check(held, self._context):
                        yield self._made(rule, finding)

    def _apply(
        self, rules: Iterable[Rule], subject: object, holes: frozenset[str], found: list[Located]
    ) -> None:
        # Most rules find nothing: what they are called with and looped over has to cost little.
        context = self._context
        for rule in _unhindered(rules, holes) if holes else rules:
            for finding in rule.check(subject, context):
                if self._has_others or Part.OTHERS not in rule.looks_at:
                    found.append(self._made(rule, finding))
                else:
                    self.has_postponed = True

    def _made(self, rule: Rule, found: Finding) -> Located:
        severity = self._severity(rule) or rule.code.severity
        diagnostic = Diagnostic(
            rule.code, severity, found.message, found.span, found.hint, found.labels, found.edit
        )
        return diagnostic, found


def _unhindered(rules: Iterable[Rule], holes: frozenset[str]) -> Iterator[Rule]:
    return (each for each in rules if holes.isdisjoint(each.needs))


def _other_records(corpus: Corpus) -> Iterator[Record]:
    yield from (each.record for each in corpus.claimants.values())
    yield from (each.record for each in corpus.documents.values())
    for records in (corpus.ratings, corpus.topics, corpus.outlets):
        yield from (each for each in records.values() if each.at is not NOWHERE)


def placed(found: Iterable[Located], sources: Mapping[str, SourceFile]) -> Iterator[Diagnostic]:
    """Diagnostics at the exact place in their files, of which ``sources`` has the text."""
    for diagnostic, finding in found:
        file = sources.get(diagnostic.span.path)
        if finding.value is None or finding.within is None or file is None:
            yield diagnostic
            continue
        mark = inner_mark(file.text, diagnostic.span.mark, finding.value, *finding.within)
        yield replace(diagnostic, span=Span.of(file.path, mark))
