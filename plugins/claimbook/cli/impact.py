"""``claimbook impact``."""

from collections.abc import Iterable, Iterator

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.completing import source_ids
from claimbook.cli.project import current_day, format_option, project_option, project_root
from claimbook.cli.terminal import say
from claimbook.corpus import Corpus
from claimbook.data import json_lines
from claimbook.diagnostics import did_you_mean
from claimbook.format import counted
from claimbook.resting import Resting, resting_on
from claimbook.workspace import compile_workspace, load


@click.command()
@click.argument("source", shell_complete=source_ids)
@format_option("text", "json")
@project_option
def impact(source: str, form: str, project: str | None) -> None:
    """List every claim that rests on a source: when it is retracted, corrected or doubted.

    SOURCE is the id of a file in `claims/sources/`. Claims that cite what derives from it
    (`derived_from`) rest on it too. For each it is told how many independent origins for or
    against the claim would be left without it.

    \b
    Examples:
      claimbook impact bbc-openai-ends-disney-partnership
      claimbook impact --format json council-notice

    It is advice: the exit code is 0 whatever is found. Set `status: retracted` in the source's
    file, and `claimbook check` warns of each claim that rests on it; of those that use it as
    context or mention it, only this list tells. Claims with errors are not looked at, and named.
    """
    workspace = load(project_root(project))
    compiled = compile_workspace(workspace, current_day())
    corpus = compiled.corpus
    if source not in corpus.sources:
        hint = did_you_mean(source, corpus.sources) or "sources lie in `claims/sources/`"
        raise click.UsageError(f"no shared source has the id `{source}`: {hint}")
    found = sorted(resting_on(source, corpus), key=lambda each: (_order(each), each.claim.id))
    if form == "json":
        say(_json(found))
    else:
        say(_text(source, [*_told(found, has_seen_all=not compiled.refused)], corpus))
    if compiled.refused:
        left_out = counted(len(compiled.refused), "claim")
        click.echo(f"{left_out} with errors not looked at, mend them and ask again:", err=True)
        for path in compiled.refused.values():
            click.echo(f"  {neutral(path)}", err=True)


def _order(each: Resting) -> tuple[int, int]:
    """Claims that would lose most come first."""
    rank = 0 if each.is_decided_by_it else 1 if each.stances else 2
    return rank, each.left


def _text(source: str, told: list[str], corpus: Corpus) -> str:
    lines = [f"{source}: {corpus.sources[source].record.title}", *told]
    return "".join(f"{neutral(line)}\n" for line in lines)


def _told(found: list[Resting], *, has_seen_all: bool) -> Iterator[str]:
    if not found:
        yield "no claim uses it" if has_seen_all else "no claim without errors uses it"
    kinds = (
        ("rests on it", [each for each in found if each.is_decided_by_it]),
        (
            "uses it as context",
            [each for each in found if each.stances and not each.is_decided_by_it],
        ),
        ("mentions it", [each for each in found if not each.stances]),
    )
    for label, some in kinds:
        if some:
            yield f"{label}: {counted(len(some), 'claim')}"
            yield from (line for each in some for line in _lines(each))


def _lines(each: Resting) -> Iterator[str]:
    claim = each.claim
    yield f"  {claim.path} [{claim.record.review.rating}]"
    if each.stances:
        through = (
            f", through {', '.join(f'`{name}`' for name in each.through)}" if each.through else ""
        )
        yield f"    {' and '.join(each.stances)}{through}"
    if each.is_decided_by_it:
        origins = counted(each.origins, "independent origin")
        yield f"    rests on {origins}, {each.left} without this source"


def _json(found: Iterable[Resting]) -> str:
    rows = [
        {
            "claim": each.claim.id,
            "path": each.claim.path,
            "rating": each.claim.record.review.rating,
            "stances": [stance.value for stance in each.stances],
            "through": [*each.through],
            "origins": each.origins,
            "origins_left": each.left,
        }
        for each in found
    ]
    return json_lines(rows) + "\n"
