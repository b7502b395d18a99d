"""``claimbook dupes``."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.completing import revisions
from claimbook.cli.likeness import index_of
from claimbook.cli.project import current_day, format_option, project_option, project_root
from claimbook.cli.terminal import progress, say
from claimbook.corpus import Corpus, FiledClaim, relations
from claimbook.data import json_lines
from claimbook.format import counted
from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Entry, Index, Match
from claimbook.workspace import Workspace, compile_workspace, load

_FEW = 3
_IsWanted = Callable[[FiledClaim], bool]


class Found(NamedTuple):
    """A claim of the project that is like a text, or like another claim."""

    match: Match
    claim: FiledClaim
    other: FiledClaim | None = None


@click.command()
@click.argument("text", nargs=-1)
@click.option("--most", default=5, show_default=True, help="How many claims are shown for TEXT.")
@click.option(
    "--changed-since",
    "revision",
    metavar="REV",
    shell_complete=revisions,
    help="Only claims in files changed since the branch left REV.",
)
@format_option("text", "json")
@project_option
def dupes(
    text: tuple[str, ...], most: int, revision: str | None, form: str, project: str | None
) -> None:
    """Find claims that say the same in other words.

    With TEXT: the claims most like it, drafts too. Without: all pairs of claims of which one may
    be a copy of the other, its denial, or the same with another number. Numbers, days, names and
    denial are understood in English and German, and roughly in other languages.

    It is advice: the exit code is 0 whatever is found.

    \b
    Examples:
      claimbook dupes "Disney put a billion dollars into OpenAI"
      claimbook dupes --changed-since origin/main
      claimbook dupes --format json
    """
    if text and revision is not None:
        raise click.UsageError("TEXT is compared with all claims: leave --changed-since out")
    workspace = load(project_root(project))
    is_wanted = _changed(workspace, revision)
    corpus = compile_workspace(workspace, current_day(), are_records_wanted=False).corpus
    claims = {each.id: each for each in corpus.all_claims()}
    index = index_of(corpus, workspace)
    if text:
        matches = index.find(" ".join(text), most)
        found = [Found(each, claims[each.entry.id]) for each in matches]
    else:
        found = _pairs(index, claims, is_wanted)
    say(json_lines([*map(_row, found)]) + "\n" if form == "json" else _text(found, corpus))


def likely(text: str, corpus: Corpus, workspace: Workspace) -> list[str]:
    """Lines about the claims of a project that may say what ``text`` says; none where none do."""
    claims = {each.id: each for each in corpus.all_claims()}
    matches = index_of(corpus, workspace).find(text, _FEW)
    found = [Found(each, claims[each.entry.id]) for each in matches]
    return [neutral(line) for each in filter(_is_news, found) for line in lines_of(each)]


def lines_of(found: Found) -> Iterator[str]:
    """How a claim that is like another is told: how, how much and why; where it stands."""
    match, claim, other = found
    yield f"{match.relation.value}, {match.score:.0%}: {match.reason}"
    for each in (claim, other) if other else (claim,):
        rating = f" [{each.record.review.rating}]" if each.record.review.rating else ""
        yield f"  {each.path}{rating}"
        yield f"    {each.record.claim}"


def _changed(workspace: Workspace, revision: str | None) -> _IsWanted:
    if revision is None:
        return lambda _: True
    from claimbook.cli.branch import branch_of

    touched = branch_of(workspace, revision).touched
    return lambda claim: claim.path in touched


def _pairs(index: Index, claims: dict[str, FiledClaim], is_wanted: _IsWanted) -> list[Found]:
    ids = frozenset(name for name, each in claims.items() if is_wanted(each))
    with progress("Comparing", len(ids)) as step:
        told = [*index.pairs(ids, step=step)]
    found = (_found(entry, match, claims) for entry, match in told)
    return sorted(filter(_is_news, found), key=lambda each: -each.match.score)


def _found(entry: Entry, match: Match, claims: dict[str, FiledClaim]) -> Found:
    return Found(match, claims[entry.id], claims[match.entry.id])


def _is_news(found: Found) -> bool:
    """Whether two claims are more than related, and their authors have not said how."""
    one, other = found.claim, found.other
    return found.match.relation is not Relation.RELATED and not (
        other and (_links(one, other) or _links(other, one))
    )


def _links(one: FiledClaim, other: FiledClaim) -> bool:
    return any(other.id == name for _, name, _ in relations(one.record.related))


def _row(found: Found) -> dict[str, object]:
    match, claim, other = found
    row: dict[str, object] = {
        "relation": match.relation.value,
        "score": match.score,
        "reason": match.reason,
        **_about(claim),
    }
    return row | ({"other": _about(other)} if other else {})


def _about(claim: FiledClaim) -> dict[str, object]:
    told = {"id": claim.id, "path": claim.path, "claim": claim.record.claim}
    return {**told, "rating": claim.record.review.rating, "draft": claim.is_draft}


def _text(found: Iterable[Found], corpus: Corpus) -> str:
    told = [[neutral(line) if line.strip() else "" for line in lines_of(each)] for each in found]
    if not told:
        count = sum(1 for _ in corpus.all_claims())
        return f"nothing alike among {counted(count, 'claim')}\n"
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in told)
