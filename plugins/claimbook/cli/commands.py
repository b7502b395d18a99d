"""The group of commands: what ``claimbook --help`` says, and how a command is found."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from claimbook import __version__
from claimbook.diagnostics import did_you_mean

# The words stand here too, so that `claimbook --help` imports no command.
_COMMANDS = {
    "new": "Write the draft of a claim by answering questions.",
    "from-issue": "Write the draft of a claim that was proposed with the issue form.",
    "check": "Report every problem of every claim.",
    "diff": "Say what changed between two revisions, as a reviewer thinks.",
    "dupes": "Find claims that say the same in other words.",
    "annotate": "Make a working list of a text: what is checked, what is worth checking.",
    "snapshot": "Save the text of a source, so that quotations can be compared with it.",
    "match": "Say whether a sentence has been checked, and by which claims.",
    "verify": "Compare every quotation with the saved text of its source, word by word.",
    "links": "Visit the addresses that claims rest on, and say what has become of them.",
    "impact": "List every claim that rests on a source, and what would be left without it.",
    "explain": "Say what a code means and what to do about it.",
    "fmt": "Put claim files into their usual order and form.",
    "preview": "Show the page of one claim, and every change of it.",
    "build": "Build the whole site, published whole or not at all.",
    "verify-site": "Name every file of a built site that was altered, added or is missing.",
    "bench": "Measure how long the site takes to build, and where the time goes.",
    "weave": "Put the claim pages into a site another generator has built.",
    "cite": "Write references: APA, BibTeX, BibLaTeX, RIS, CSL-JSON, Wikipedia.",
    "import-sources": "Write a file for each reference of BibTeX, RIS or CSL-JSON.",
    "export": "Write all claims as data: JSON Lines, CSV, SQLite.",
    "generate": "Write the files made from the declarations: schemas, snippets, issue forms.",
    "cms-config": "Write a configuration of Sveltia CMS, a form for claims in the browser.",
    "doctor": "Say what is missing on this computer, and how to mend it.",
    "completion": "Print what makes a shell complete with Tab.",
    "schema": "Print the JSON Schema of a kind of file, for editors.",
}

_HELP = """Fact-checks written as small YAML files, compiled into a site.

Each file under `claims/` holds one claim, its rating and the evidence. Claimbook checks all of
them and makes the pages.

\b
First steps:
  claimbook new                 answer a few questions: a draft is written
  claimbook check               what is wrong, where, and what to do
  claimbook explain CB204       what a code means, with an example
  claimbook build               the site, in the folder `site`

\b
Examples:
  claimbook check claims/disney-deal.yml
  claimbook check --strict --format github
  claimbook build --strict --site-dir public
  claimbook schema claim > claim.schema.json

Each command explains itself: `claimbook check --help`. Exit codes: 0 clean, 1 problems found,
2 wrong usage, 3 a bug in Claimbook.
"""


class Commands(click.Group):
    """Commands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands that this installation has, in the order of work."""
        return [name for name in _COMMANDS if find_spec(f"claimbook.cli.{_module(name)}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = _module(cmd_name)
        found: Any = getattr(import_module(f"claimbook.cli.{module}"), module)
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            hint = did_you_mean(args[0], _COMMANDS) or "`claimbook --help` lists them"
            ctx.fail(f"there is no command `{args[0]}`: {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group(
    cls=Commands,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="claimbook")
@click.option("--debug", is_flag=True, help="Show the whole trace of a bug in Claimbook.")
def cli(debug: bool) -> None:
    """Claimbook's commands; ``debug`` is read by the outermost call."""


def _module(command: str) -> str:
    return command.replace("-", "_")
