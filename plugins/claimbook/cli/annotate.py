"""``claimbook annotate``."""

from collections.abc import Callable, Sequence
from functools import partial

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.annotated_text import Given, known_document, new_document, read_given
from claimbook.cli.asking import is_person_there
from claimbook.cli.completing import document_ids
from claimbook.cli.drafts import asked_for, chosen_numbers, write_drafts
from claimbook.cli.likeness import index_of
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.reporting import report_on
from claimbook.cli.terminal import progress, say
from claimbook.corpus import Corpus
from claimbook.likeness.index import BRISK, Index, Match
from claimbook.likeness.reading import read
from claimbook.report import as_text
from claimbook.statements.around import passages_left_out, standing_in
from claimbook.statements.forms import as_csv, as_json, as_markdown
from claimbook.statements.listing import Worklist, listing
from claimbook.statements.sentences import NoSplitterError, main_language
from claimbook.statements.worklist import Around, Statement, located, statements_in
from claimbook.text import Span, mark_at
from claimbook.workspace import Workspace, compile_workspace, load

ASK = "ask"
_FORMS: dict[str, Callable[[Worklist], str]] = {
    "text": lambda work: "".join(f"{neutral(line)}\n" for line in listing(work)),
    "json": as_json,
    "markdown": as_markdown,
    "csv": as_csv,
}


@click.command()
@click.argument("text")
@click.option(
    "--document",
    "name",
    metavar="ID",
    shell_complete=document_ids,
    help="Id of the document in `claims/documents/`; made of TEXT if it is new.",
)
@click.option("--title", help="Title of a new document; its first words when not given.")
@click.option("--url", help="Address of a new document.")
@click.option(
    "--language", metavar="CODE", help="Language of TEXT; told by its words if not given."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*_FORMS]),
    default="text",
    show_default=True,
    help="How the list is written.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=0,
    help="How many of each kind, in text and Markdown; 0 for all.",
)
@click.option(
    "--explain", "is_explained", is_flag=True, help="Show the sum of each sentence, in text."
)
@click.option(
    "--write",
    "wanted",
    metavar="NUMBERS",
    help="Write drafts: `3,7,12`, `4-6`, `5b` for a part, `all` worth checking, or `ask`.",
)
@project_option
@click.pass_context
def annotate(  # noqa: PLR0913, PLR0917 - click hands options over by name
    ctx: click.Context,
    /,
    text: str,
    name: str | None,
    form: str,
    limit: int,
    is_explained: bool,
    wanted: str | None,
    project: str | None,
    **about: str | None,
) -> None:
    """Make a working list of a text: what is checked, and what is worth checking.

    TEXT is a file (.txt, .md, .vtt, .srt), `-` for standard input, or the id of a document in
    `claims/documents/`. Each sentence has a number and a place:

    \b
      worth checking           ranked by signs such as numbers, names, quotations; with the signs
      already checked          a claim stands in it, or says the same; with score and reason
      probably not checkable   opinions, questions, forecasts; with the reason

    The signs are counted, nothing is understood: `--explain` shows every sum. The list saves
    looking, not thinking. English and German words are known; other languages are judged by
    numbers, quotation marks and names alone.

    With --document a new document is made of TEXT, and nothing that is there is overwritten. With
    --write the sentences that you choose become drafts in `claims/drafts/`, which say where the
    words stand.

    \b
    Examples:
      claimbook annotate sora-article
      claimbook annotate speech.vtt --explain --limit 10
      claimbook annotate article.txt --document exe-article --url https://example.org/exe
      claimbook annotate exe-article --write 3,7,12b
      pbpaste | claimbook annotate - --format csv > list.csv

    Exit code 1 when the text cannot be read or a draft cannot be written.
    """
    workspace = load(project_root(project))
    corpus = compile_workspace(workspace, current_day(), are_records_wanted=False).corpus
    given = _given(ctx, text, name, workspace, corpus)
    work = _worklist(given, about["language"], corpus, workspace)
    _refuse_wishes(wanted, name, given, work)
    if name is not None and given.document is None:
        given = new_document(ctx, given, name, workspace, about | {"language": work.language})
        workspace = load(workspace.root)
    shown = Worklist(work.name, work.language, work.statements, work.claims, limit, is_explained)
    if wanted is None or wanted == ASK:
        say(_FORMS[form](shown))
    if wanted is not None:
        _write(ctx, wanted, work.statements, given, workspace)


def _given(
    ctx: click.Context, text: str, name: str | None, workspace: Workspace, corpus: Corpus
) -> Given:
    given = read_given(text, workspace, corpus)
    if given.problems:
        report = report_on(workspace, given.problems, 1)
        click.echo(as_text(report, colour=False), err=True, nl=False)
    if given.raw is None:
        ctx.exit(1)
    for fault in given.text.faults:
        place = Span.of(given.name, mark_at(given.raw, fault.start, fault.end)).place
        click.echo(neutral(f"{place}: {fault.message}; {fault.hint}"), err=True)
    return given if name is None else known_document(given, name, corpus)


def _worklist(given: Given, language: str | None, corpus: Corpus, workspace: Workspace) -> Worklist:
    told = language or given.language or main_language(given.text.text)
    tongue = told.partition("-")[0].lower()
    standing = standing_in(given.document, given.text, corpus)
    left_out = passages_left_out(given.document, corpus) if given.document else ()
    find = partial(_alike, index_of(corpus, workspace))
    drafts = frozenset(corpus.drafts)
    around = Around(tongue, given.raw or "", drafts, standing, left_out, find)
    statements = _statements(given, around)
    claims = {each.id: each for each in corpus.all_claims()}
    return Worklist(given.name, tongue, statements, claims)


def _statements(given: Given, around: Around) -> tuple[Statement, ...]:
    try:
        total = sum(1 for _ in located(given.text, around.language))
    except NoSplitterError as error:
        raise click.UsageError(f"{error.message}: {error.hint}") from error
    with progress("Reading sentences", total) as step:
        return statements_in(given.text, around, step)


def _alike(index: Index, text: str) -> Sequence[Match]:
    return index.like(read(text), 3, effort=BRISK)


def _refuse_wishes(wanted: str | None, name: str | None, given: Given, work: Worklist) -> None:
    """End before anything is written where a wish cannot be fulfilled."""
    if wanted is None:
        return
    if given.document is None and name is None:
        raise click.UsageError("--write needs --document ID: a draft says where its words stand")
    if wanted != ASK:
        chosen_numbers(wanted, work.statements)
    elif not is_person_there():
        raise click.UsageError("no terminal to ask in: give numbers, such as --write 3,7,12")


def _write(
    ctx: click.Context,
    wanted: str,
    statements: Sequence[Statement],
    given: Given,
    workspace: Workspace,
) -> None:
    wanted = asked_for(statements) if wanted == ASK else wanted
    chosen = chosen_numbers(wanted, statements)
    ctx.exit(write_drafts(chosen, given, workspace))
