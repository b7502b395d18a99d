"""``claimbook verify``."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.project import current_day, format_option, project_option, project_root
from claimbook.cli.scope import Scope
from claimbook.cli.terminal import progress, say
from claimbook.compile import Means, compile_claims
from claimbook.corpus import Corpus, FiledClaim, uses_of
from claimbook.data import json_lines
from claimbook.decode import filing_at, is_claim
from claimbook.diagnostics import shortened
from claimbook.evidence import Verdict
from claimbook.evidence.changes import gravest
from claimbook.evidence.saved import Compared, Obstacle, appeared, compared
from claimbook.format import counted
from claimbook.processes import crew_for
from claimbook.rules import RULES
from claimbook.rules.rule import Part
from claimbook.text import Span
from claimbook.unit import decode_file
from claimbook.workspace import Workspace, load

_RIGHT = frozenset({None, Obstacle.UNKNOWN_SOURCE, Obstacle.NO_SNAPSHOT, Obstacle.EXEMPT})
_LONGEST = 70
_WAYS_ON = {Obstacle.NO_SNAPSHOT: " (`claimbook snapshot` saves one)"}
_MEND = "Quote the words as they stand there, or say who has compared them (`verify: {manual: …}`)."


class Verified(NamedTuple):
    """A quotation of a claim, and what came of it; ``number`` counts what the claim uses."""

    claim: FiledClaim
    found: Compared
    number: int

    @property
    def is_wrong(self) -> bool:
        """Whether somebody has to mend it."""
        return (self.is_altered and not self.is_accepted) or self.found.obstacle not in _RIGHT

    @property
    def is_altered(self) -> bool:
        """Whether the saved text has other words, or none like it."""
        return self.found.result is not None and not self.found.result.is_faithful

    @property
    def is_accepted(self) -> bool:
        """Whether a person vouches for what the machine does not find."""
        return self.is_altered and bool(self.found.reason)

    @property
    def verdict(self) -> str:
        """What the machine says."""
        return str(self.found.result.verdict) if self.found.result else "cannot tell"


Placed = tuple[Verified, Span]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--all", "is_all", is_flag=True, help="Show every quotation, faithful ones too.")
@format_option("text", "json")
@project_option
@click.pass_context
def verify(
    ctx: click.Context, paths: tuple[str, ...], is_all: bool, form: str, project: str | None
) -> None:
    """Compare every quotation with the saved text of its source, word by word.

    PATHS (files or folders) limit what is looked at: the quotations of a claim, or all that are
    compared with a source, a saved text or a text under check. No network is used: sources are
    compared as they were saved in `claims/snapshots/`, texts under check as they lie in
    `claims/documents/`.

    \b
      verbatim               the words stand there, letter by letter
      typographic variant    but for quotation marks, dashes, spaces, capitals
      verbatim with elision  what `[…]` leaves out is shown
      altered                a number, a name, a denial or another word differs: shown
      absent                 nothing like it stands there
      cannot tell            nothing is saved to compare with, or nobody can compare it

    \b
    Examples:
      claimbook verify
      claimbook verify --all claims/disney-deal.yml
      claimbook verify claims/sources/council-notice.yml
      claimbook verify --format json > quotations.json

    Exit code 1 where a quotation is altered or absent, where what was saved is missing or changed,
    and where a claim cannot be read. `claimbook check` reports the same as errors.
    """
    workspace = load(project_root(project))
    scope = Scope.of(workspace, paths, "verified")
    corpus = _corpus(workspace)
    found = _verified(corpus, workspace.settings.claims_dir, scope)
    unread = [*_unread(workspace, corpus, scope)]
    shown = found if is_all or form == "json" else [each for each in found if each.is_wrong]
    placed = [(each, _place(each, workspace)) for each in shown]
    say(_json(placed) if form == "json" else _text(placed, found))
    for path in unread:
        click.echo(
            neutral(f"not compared: {path} cannot be read (see `claimbook check`)"), err=True
        )
    ctx.exit(1 if unread or any(each.is_wrong for each in found) else 0)


def _unread(workspace: Workspace, corpus: Corpus, scope: Scope) -> Iterator[str]:
    """Claim files of which nothing could be compared: a mistake in them hides their quotations."""
    known = {each.path for each in corpus.all_claims()}
    for file in workspace.files:
        is_unknown = file.path not in known and is_claim(file.path, workspace.settings.claims_dir)
        if is_unknown and scope.holds(file.path):
            yield file.path


def _corpus(workspace: Workspace) -> Corpus:
    """All claims, also those that rules about quotations would refuse, or about missing copies."""
    off = {
        each.code.name: None
        for each in RULES
        if Part.SNAPSHOTS in each.looks_at or each.is_excusable
    }
    rules = MappingProxyType({**workspace.settings.rules, **off})
    settings = replace(workspace.settings, rules=rules)
    means = Means(crew_for(len(workspace.files)))
    with progress("Reading", len(workspace.files)) as step:
        told = {"found_on_disk": workspace.diagnostics, "progress": step, "means": means}
        return compile_claims(workspace.files, settings, current_day(), **told).corpus  # type: ignore[arg-type]


def _verified(corpus: Corpus, folder: str, scope: Scope) -> list[Verified]:
    claims = [*corpus.all_claims()]
    found: list[Verified] = []
    with progress("Comparing", len(claims)) as step:
        for claim in claims:
            found += [each for each in _of(claim, corpus, folder) if _is_meant(each, corpus, scope)]
            step(claim.path)
    return found


def _of(claim: FiledClaim, corpus: Corpus, folder: str) -> Iterator[Verified]:
    uses = [*map(id, uses_of(claim.record))]
    for each in (*appeared(claim, corpus), *compared(claim, corpus, folder)):
        yield Verified(claim, each, uses.index(id(each.use)))


def _is_meant(each: Verified, corpus: Corpus, scope: Scope) -> bool:
    """Whether a path names the claim, the source, or what was saved of it."""
    cited = corpus.sources.get(each.found.source.key) if each.found.source else None
    paths = (each.claim.path, each.found.file, cited.path if cited else "")
    return any(scope.holds(path) for path in paths if path)


def _place(each: Verified, workspace: Workspace) -> Span:
    """Where the quotation stands: a record that was packed knows no more than its file."""
    settings, path = workspace.settings, each.claim.path
    file = next(found for found in workspace.files if found.path == path)
    filing = filing_at(path, settings.claims_dir)
    record = decode_file(file.whole(), filing, settings).record if filing else None
    use = uses_of(record)[each.number] if record else each.found.use
    return use.at.value("quote")


def _text(shown: Iterable[Placed], found: list[Verified]) -> str:
    lines = [neutral(line) for each in shown for line in _lines(*each)]
    return "".join(f"{line}\n" for line in (*lines, *_summary(found)))


def _lines(each: Verified, span: Span) -> Iterator[str]:
    found, result = each.found, each.found.result
    yield f"{each.verdict}: “{shortened(found.quote, _LONGEST)}”"
    yield f"  --> {span.place}"
    if found.file:
        yield f"  compared with {found.file}"
    if result:
        yield from (f"  {difference.told()}" for difference in gravest(result.differences))
        yield from (f"  left out: “{' '.join(words.split())}”" for words in result.left_out)
    if found.obstacle:
        yield f"  {found.obstacle}"
    if found.reason:
        yield f"  {found.reason}"


def _summary(found: list[Verified]) -> Iterator[str]:
    verdicts = Counter(each.verdict for each in found)
    told = [f"{verdicts[each]} {each}" for each in (*Verdict, "cannot tell") if verdicts[each]]
    yield f"{counted(len(found), 'quotation')}: {', '.join(told)}" if told else "No quotations."
    obstacles = Counter(each.found.obstacle for each in found if each.found.obstacle)
    for each, count in sorted(obstacles.items()):
        yield f"  {count} × {each}{_WAYS_ON.get(each, '')}"
    accepted = sum(each.is_accepted for each in found)
    if accepted:
        yield f"  {accepted} × accepted by a person (`verify: {{manual: …}}`); --all shows them"
    wrong = sum(each.is_altered and not each.is_accepted for each in found)
    if wrong:
        yield f"{_MEND} `claimbook explain CB330` says more."


def _json(shown: Iterable[Placed]) -> str:
    return json_lines([_row(*each) for each in shown]) + "\n"


def _row(each: Verified, span: Span) -> dict[str, object]:
    found, result = each.found, each.found.result
    return {
        "claim": each.claim.id,
        "path": span.path,
        "line": span.line,
        "quote": found.quote,
        "source": found.source.key if found.source else None,
        "file": found.file or None,
        "verdict": each.verdict,
        "differences": [
            {"kind": one.kind.value, "quoted": one.quoted, "printed": one.printed}
            for one in (result.differences if result else ())
        ],
        "left_out": [*result.left_out] if result else [],
        "obstacle": found.obstacle.value if found.obstacle else None,
        "reason": found.reason or None,
    }
