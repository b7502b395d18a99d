"""``claimbook doctor``."""

from dataclasses import asdict

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.health import Finding, State, findings
from claimbook.cli.project import format_option, project_option, project_root
from claimbook.cli.terminal import say
from claimbook.data import json_lines
from claimbook.format import counted

_COLOURS = {State.GOOD: "green", State.NOTE: "yellow", State.BROKEN: "red"}


@click.command()
@format_option("text", "json")
@project_option
@click.pass_context
def doctor(ctx: click.Context, /, form: str, project: str | None) -> None:
    """Say what is missing on this computer or in this project, and how to mend it.

    Looked at are Python, the libraries and optional parts, Git, settings, claims, what can be
    written, and surroundings that make trouble.

    \b
    Examples:
      claimbook doctor
      claimbook doctor --format json > report.json

    Exit code 1 when something that is needed is broken.
    """
    found = [*findings(project_root(project))]
    if form == "json":
        say(json_lines([asdict(each) for each in found]) + "\n")
    else:
        say("".join(map(_shown, found)) + _summary(found))
    ctx.exit(1 if any(each.state is State.BROKEN for each in found) else 0)


def _shown(finding: Finding) -> str:
    state = click.style(f"{finding.state.value:<7}", fg=_COLOURS[finding.state])
    lines = [f"{state} {finding.name}: {neutral(finding.found)}"]
    lines += [f"        {neutral(finding.cost)}"] if finding.cost else []
    lines += [f"        to mend it: {neutral(finding.remedy)}"] if finding.remedy else []
    return "".join(f"{line}\n" for line in lines)


def _summary(found: list[Finding]) -> str:
    broken = sum(each.state is State.BROKEN for each in found)
    notes = sum(each.state is State.NOTE for each in found)
    if not broken and not notes:
        return "Everything is there.\n"
    return f"{counted(broken, 'thing')} broken, {counted(notes, 'note')}.\n"
