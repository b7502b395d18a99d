"""``claimbook bench``."""

import platform
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

import click

from claimbook import __version__
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.terminal import say_error
from claimbook.format import counted
from claimbook.metering import CommandFailedError, Cost, Written, written_in
from claimbook.processes import jobs
from claimbook.sample_corpus import write_project
from claimbook.stages import Stages, stages_of
from claimbook.trial import Round, changeable, copy_project, trial
from claimbook.workspace import compile_workspace, load

_BAR = 30
_ROUNDS = 3


@click.command()
@click.option(
    "--claims",
    type=click.IntRange(min=1),
    metavar="N",
    help="Measure a generated corpus of N claims instead of the project.",
)
@click.option(
    "--rounds",
    type=click.IntRange(min=1),
    default=_ROUNDS,
    show_default=True,
    metavar="N",
    help="Build so often; the middle of the times is shown.",
)
@project_option
@click.pass_context
def bench(ctx: click.Context, claims: int | None, rounds: int, project: str | None) -> None:
    """Measure how long the site takes to build, and where the time goes.

    A copy of the project is built, in the folder for temporary files: first with nothing there,
    then with nothing changed, then with one claim changed. Your own files, site and cache stay
    untouched.

    \b
    Examples:
      claimbook bench
      claimbook bench --claims 10000 --rounds 1
    """
    with tempfile.TemporaryDirectory(prefix="claimbook-bench-") as folder:
        copy = Path(folder, "project")
        if claims is None:
            copy_project(project_root(project), copy)
        else:
            write_project(copy, claims, search=True)
        try:
            _measure(copy, rounds)
        except (CommandFailedError, ValueError) as error:
            say_error(f"the copy could not be built: {error}", "`claimbook build` says more")
            ctx.exit(1)


def _measure(copy: Path, rounds: int) -> None:
    stages = stages_of(copy, copy.parent / "pages", current_day())
    corpus = compile_workspace(load(copy), current_day()).corpus
    claim = changeable(copy, corpus.claims.values())
    timed = [trial(copy, claim) for _ in range(rounds)]
    click.echo("\n".join(_report(timed, written_in(copy / "site"), stages)))


def _report(timed: list[Round], written: Written, stages: Stages) -> Iterator[str]:
    workers = jobs()
    yield f"Claimbook {__version__}, Python {platform.python_version()}, up to {workers} processes"
    pages = counted(written.pages, "page")
    yield f"{counted(stages.claims, 'claim')}, {pages}, {written.size / 1e6:.1f} MB of site"
    yield f"\n{'build':<20}{'seconds':>9}{'processor s':>13}{'memory MB':>11}"
    yield _line("cold", [each.cold for each in timed])
    yield _line("nothing changed", [each.unchanged for each in timed])
    changed = [each.changed for each in timed if each.changed]
    yield _line("one claim changed", changed) if changed else "one claim changed: none could be"
    yield "\nWhere the time goes in one process with nothing remembered, for each claim:\n"
    yield from stage_lines(stages)


def _line(what: str, costs: list[Cost]) -> str:
    def middle(of: Callable[[Cost], float]) -> float:
        return median(map(of, costs))

    memory = max(max(each.together, each.largest) for each in costs) / 1e6
    times = f"{middle(lambda each: each.wall):>9.2f}{middle(lambda each: each.cpu):>13.2f}"
    return f"{what:<20}{times}{memory:>11,.0f}"


def stage_lines(stages: Stages) -> Iterable[str]:
    """A line and a bar for each stage."""
    most, total = max(map(stages.micros, stages.seconds)), stages.sum()
    for stage in stages.seconds:
        micros = stages.micros(stage)
        bar = "█" * max(1, round(micros / most * _BAR))
        yield f"{stage:<20}{micros:>9,.0f} µs {micros / total:>6.1%}  {bar}"
    yield f"{'sum':<20}{total:>9,.0f} µs"
