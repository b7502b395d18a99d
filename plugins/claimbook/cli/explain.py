"""``claimbook explain``."""

import sys
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from claimbook.cli.pages import all_codes, page_text
from claimbook.cli.terminal import say, wants_colour
from claimbook.diagnostics import Code, did_you_mean

_BOLD, _RESET = "\x1b[1m", "\x1b[0m"


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    known = [(code.id, code.name) for code in all_codes().values()]
    return [
        CompletionItem(id_ if id_.startswith(incomplete.upper()) else name, help=name)
        for id_, name in known
        if id_.startswith(incomplete.upper()) or name.startswith(incomplete.lower())
    ]


@click.command()
@click.argument("code", required=False, shell_complete=_complete)
def explain(code: str | None) -> None:
    """Say what a code means and what to do about it.

    CODE is a code or its name; without it all codes are listed.

    \b
    Examples:
      claimbook explain
      claimbook explain CB204
      claimbook explain undefined-source
    """  # noqa: D301 - click wants the character itself
    if code is None:
        say("".join(f"{line}\n" for line in _list()))
        return
    found = _find(code)
    page = page_text(found) or f"# {found}\n\nAn {found.severity}. This code has no page yet."
    say("\n".join(_shown(page, colour=wants_colour(sys.stdout))) + "\n")


def _find(word: str) -> Code:
    known = all_codes()
    by_name = {each.name: each for each in known.values()}
    found = known.get(word.upper()) or by_name.get(word.lower())
    if found is None:
        # Codes are all alike: a number that is one off is not what was meant.
        hint = did_you_mean(word.lower(), by_name) or "`claimbook explain` lists all"
        raise click.UsageError(f"there is no code `{word}`: {hint}")
    return found


def _list() -> Iterator[str]:
    for code in all_codes().values():
        yield f"{code.id}  {code.severity.value:<7}  {code.name}"


def _shown(page: str, *, colour: bool) -> Iterator[str]:
    """Markdown as people read it in a terminal: strong headings, code set in."""
    in_code = False
    for line in page.strip().splitlines():
        if line.startswith("```"):
            in_code = not in_code
        elif in_code:
            yield f"    {line}".rstrip()
        elif line.startswith("#"):
            title = line.lstrip("# ")
            yield f"{_BOLD}{title}{_RESET}" if colour else title
        else:
            yield line
