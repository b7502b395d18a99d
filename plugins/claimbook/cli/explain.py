"""``claimbook explain``."""

import re
import sys
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from claimbook.catalogue import ENTRIES, Entry, entry, nearest_entry
from claimbook.cli.terminal import say, wants_colour

_CODE = re.compile(r"[Cc][Bb]\d+")
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(word, help=each.summary)
        for each in ENTRIES
        for word in (each.code.id, each.code.name)
        if word.casefold().startswith(incomplete.casefold())
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
    """
    if code is None:
        say("".join(f"{line}\n" for line in _list()))
        return
    page = _find(code).page_markdown
    say("\n".join(_shown(page, colour=wants_colour(sys.stdout))) + "\n")


def _find(word: str) -> Entry:
    found = entry(word)
    if found is None:
        # Codes are all alike: the one a digit away is not what was meant.
        near = None if _CODE.fullmatch(word) else nearest_entry(word)
        hint = f"did you mean `{near.code.name}`?" if near else "`claimbook explain` lists all"
        raise click.UsageError(f"there is no code `{word}`: {hint}")
    return found


def _list() -> Iterator[str]:
    widest = max(len(each.code.name) for each in ENTRIES)
    for each in ENTRIES:
        code = each.code
        yield f"{code.id}  {code.severity.value:<7}  {code.name:<{widest}}  {each.summary}".rstrip()


def _shown(page: str, *, colour: bool) -> Iterator[str]:
    """Markdown as people read it in a terminal: strong headings, code set in."""
    in_code = False
    for line in page.strip().splitlines():
        if line.startswith("```"):
            in_code = not in_code
            yield from (f"{path}:\n" for path in line.split()[2:])
        elif in_code:
            yield f"    {line}".rstrip()
        elif line.startswith("#"):
            title = line.lstrip("# ")
            yield f"{_BOLD}{title}{_RESET}" if colour else title
        else:
            yield line
