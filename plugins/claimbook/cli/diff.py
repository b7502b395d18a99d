"""``claimbook diff``."""

import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimbook.cli.project import asking_git, current_day, project_option, project_root
from claimbook.cli.terminal import progress, say, wants_colour
from claimbook.review.difference import (
    MOST_BYTES,
    Difference,
    Likely,
    as_json,
    read_json,
)

if TYPE_CHECKING:
    from claimbook.corpus import Corpus, FiledClaim
    from claimbook.likeness.index import Index
    from claimbook.review.claims import FindLikely
    from claimbook.revisions import Sides
    from claimbook.workspace import Workspace

_MOST_LIKELY = 5


@click.command()
@click.argument("revisions", metavar="[BASE[..HEAD]]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option(
    "--preview",
    type=click.Path(dir_okay=False, writable=True),
    metavar="FILE",
    help="Also write the pages of the claims that changed into one HTML file.",
)
@click.option(
    "--read",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Show a difference that was written with --format json, instead of making one.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1000),
    metavar="BYTES",
    help="With --format markdown: cut what is longer. Default: what GitHub takes for a summary.",
)
@project_option
def diff(
    revisions: str | None,
    form: str,
    preview: str | None,
    read: str | None,
    limit: int | None,
    project: str | None,
) -> None:
    """Say what changed between two revisions, as a reviewer thinks.

    Which claims are new, withdrawn, renamed or rated otherwise; what was added to or taken from
    their evidence, word by word; which problems the change brings, and which it mends. BASE..HEAD
    are revisions of Git; BASE alone is compared with the files as they are now, BASE...HEAD
    begins where the branch HEAD began. Default: HEAD.

    \b
    Examples:
      claimbook diff
      claimbook diff main
      claimbook diff main...my-branch --format markdown
      claimbook diff HEAD~1..HEAD --format json --preview preview.html
    """
    if read is not None:
        if revisions is not None or preview is not None:
            raise click.UsageError("--read shows what is in its file: leave the rest out")
        _write(_read(read), form, limit)
        return
    difference = _made(revisions or "HEAD", preview, project)
    _write(difference, form, limit)


def _made(revisions: str, preview: str | None, project: str | None) -> Difference:
    from claimbook.revisions import Range, difference_of
    from claimbook.workspace import load

    workspace = load(project_root(project))
    likely = partial(_likely, workspace)
    with asking_git(), progress("Comparing", 2 * len(workspace.files)) as step:
        asked, day = Range.of(workspace, revisions), current_day()
        found, sides = difference_of(workspace, asked, day, likely=likely, progress=step)
    if preview is not None:
        _preview(preview, found, sides)
    return found


def _likely(workspace: "Workspace", corpus: "Corpus") -> "FindLikely":
    """What finds claims that may say the same; nothing is read before it is asked for."""

    @cache
    def index() -> "Index":
        from claimbook.cli.likeness import index_of

        return index_of(corpus, workspace)

    def find(claim: "FiledClaim") -> tuple[Likely, ...]:
        from claimbook.likeness.compare import SAME_FROM, Relation

        found = index().find(claim.record.claim, _MOST_LIKELY, SAME_FROM)
        return tuple(
            Likely(each.entry.id, each.entry.title or each.entry.claim, each.relation.value)
            for each in found
            if each.entry.id != claim.id and each.relation is not Relation.RELATED
        )

    return find


def _preview(place: str, difference: Difference, sides: "Sides") -> None:
    from claimbook.render import Renderer
    from claimbook.review.preview import preview
    from claimbook.wording import wording_of

    language = sides.settings.publication.language
    renderer = Renderer(wording=wording_of(language))
    html = preview(difference, sides.after.corpus, sides.settings, renderer, current_day())
    Path(place).write_text(html, encoding="utf-8")


def _read(place: str) -> Difference:
    with Path(place).open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    try:
        return read_json(data)
    except ValueError as error:
        raise click.UsageError(f"`{place}` holds no difference: {error}") from error


def _write(difference: Difference, form: str, limit: int | None) -> None:
    if form == "json":
        click.echo(as_json(difference), nl=False)
    elif form == "markdown":
        from claimbook.review.markdown import MOST_BYTES as MOST
        from claimbook.review.markdown import as_markdown

        click.echo(as_markdown(difference, limit or MOST), nl=False)
    else:
        from claimbook.review.text import as_text

        say(as_text(difference, colour=wants_colour(sys.stdout)))
