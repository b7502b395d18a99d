"""For a terminal: the difference as a few indented lines for each claim."""

from collections.abc import Iterable, Iterator

from claimbook.boundaries.terminal import neutral
from claimbook.review.difference import (
    Change,
    ClaimChange,
    Difference,
    EvidenceChange,
    FileChange,
    Problem,
)
from claimbook.review.phrases import KINDS, address_note, change_word, head_line, names
from claimbook.review.words import compared

_COLOURS = {"-": "\x1b[31m", "+": "\x1b[32m", "head": "\x1b[1m"}
_BRACKETS = {"-": "[-{}-]", "+": "{{+{}+}}", "=": "{}"}
_RESET = "\x1b[0m"


def as_text(difference: Difference, *, colour: bool = False) -> str:
    """Claim by claim, then other files and problems; ``colour`` adds ANSI styles.

    Without colours, words that went stand in ``[-…-]`` and words that came in ``{+…+}``, as
    ``git diff --word-diff`` has them.
    """
    return "".join(f"{line}\n" for line in _Writer(colour=colour).lines(difference))


class _Writer:
    """Writes one difference."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def lines(self, difference: Difference) -> Iterator[str]:
        """All lines."""
        for each in difference.claims:
            yield from self._claim(each)
        yield from self._list("other files", map(self._file, difference.files))
        yield from self._list("problems that this brings", map(_problem, difference.brought))
        yield from self._list("problems that this mends", map(_problem, difference.mended))
        yield neutral(head_line(difference))

    def _claim(self, claim: ClaimChange) -> Iterator[str]:
        yield self._head(f"{KINDS.get(claim.kind, 'Changed')}: {claim.title}")
        former = f" (formerly {claim.former})" if claim.former else ""
        yield neutral(f"  {claim.path}{former}")
        if address_note(claim):
            yield neutral(f"  {address_note(claim)}")
        yield from (f"  {neutral(words)}" for words in _about(claim))
        for change in claim.changes:
            yield f"  {neutral(change.field)}: {self._words(change)}"
        for each in claim.evidence:
            yield from self._evidence(each)
        yield ""

    def _evidence(self, each: EvidenceChange) -> Iterator[str]:
        yield neutral(f"  evidence {each.kind}: {each.stance}, {each.source}")
        if each.kind != "changed":
            yield from (f"    {neutral(words)}" for words in (each.quote, each.says) if words)
        for change in each.changes:
            yield f"    {neutral(change.field)}: {self._words(change)}"
        if each.quote and each.proof:
            yield neutral(f"    quotation: {each.proof}")

    def _file(self, each: FileChange) -> str:
        changes = (f"\n    {neutral(one.field)}: {self._words(one)}" for one in each.changes)
        owners = f" (owners: {', '.join(each.owners)})" if each.owners else ""
        return neutral(f"  {each.kind} {each.role}: {each.path}{owners}") + "".join(changes)

    def _list(self, title: str, rows: Iterable[str]) -> Iterator[str]:
        shown = [*rows]
        if shown:
            yield from (self._head(title.capitalize()), *shown, "")

    def _words(self, change: Change) -> str:
        if not (change.before and change.after):
            sign = "+" if change.after else "-"
            return f"{change_word(change)} {self._marked(sign, change.before or change.after)}"
        pieces = compared(change.before, change.after)
        return "".join(self._marked(each.sign, each.text) for each in pieces)

    def _marked(self, sign: str, words: str) -> str:
        shown = neutral(words)
        if self._colour and sign in _COLOURS:
            return f"{_COLOURS[sign]}{shown}{_RESET}"
        return _BRACKETS[sign].format(shown)

    def _head(self, words: str) -> str:
        shown = neutral(words)
        return f"{_COLOURS['head']}{shown}{_RESET}" if self._colour else shown


def _about(claim: ClaimChange) -> Iterator[str]:
    change = claim.rating_change
    if change:
        told = "a correction says so" if change.is_corrected else "no correction says so"
        yield f"rating: {change.before} → {change.after} ({told})"
    elif claim.rating:
        yield f"rating: {claim.rating}"
    yield from (f"source added: {names(each)}" for each in claim.sources_added)
    yield from (f"source removed: {names(each)}" for each in claim.sources_removed)
    yield from (f"resembles: {each.id} ({each.likeness}), {each.title}" for each in claim.likely)
    if claim.owners:
        yield f"owners: {', '.join(claim.owners)}"


def _problem(each: Problem) -> str:
    hint = f" ({each.hint})" if each.hint else ""
    what = f"{each.severity}[{each.code} {each.name}]"
    return neutral(f"  {each.path}:{each.line}: {what}: {each.message}{hint}")
