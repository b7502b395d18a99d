"""``claimbook new``."""

from dataclasses import replace
from functools import partial

import click

from claimbook.cli.completing import claimant_ids, rating_keys, topic_keys
from claimbook.cli.dupes import likely
from claimbook.cli.interview import Interview
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.refusal import errors_of
from claimbook.cli.reporting import report_on, show
from claimbook.diagnostics import has_errors
from claimbook.drafting import draft_text
from claimbook.formatting import site_of
from claimbook.text import SourceFile
from claimbook.workspace import CONFIG, Workspace, compile_workspace, load
from claimbook.writing import create_file


@click.command()
@click.option("--claim", help="The claim: one checkable sentence, as its maker means it.")
@click.option(
    "--claimant",
    help="Who makes it: a name, or the id of a file in `claims/claimants/`.",
    shell_complete=claimant_ids,
)
@click.option("--claimed", metavar="DATE", help="When: 2025-09-30, or 2025-09, or 2025.")
@click.option("--url", help="Address of the page where it stands.")
@click.option("--title", help="Title of that page.")
@click.option(
    "--topic",
    "topics",
    multiple=True,
    help="A topic of `claims/topics.yml`; may be given several times.",
    shell_complete=topic_keys,
)
@click.option(
    "--rating",
    help="Key of the rating scale; left open when not given.",
    shell_complete=rating_keys,
)
@click.option("--id", "claim_id", metavar="ID", help="Id; proposed from the claim when not given.")
@click.option(
    "--from-url",
    "page",
    metavar="FILE-OR-URL",
    help="A page to take title, publisher, authors and day from; an address is fetched.",
)
@click.option(
    "--as",
    "role",
    type=click.Choice(["appearance", "evidence"]),
    default="appearance",
    show_default=True,
    help="What the page is: where the claim stands, or the first evidence.",
)
@click.option("--publish", "is_published", is_flag=True, help="Write into `claims/`, not `drafts`.")
@click.option("--yes", "is_quick", is_flag=True, help="Ask only for what must be given.")
@project_option
@click.pass_context
def new(
    ctx: click.Context,
    /,
    topics: tuple[str, ...],
    is_published: bool,
    is_quick: bool,
    project: str | None,
    **given: str | None,
) -> None:
    """Write the draft of a claim by answering questions.

    What is given as an option is not asked. Without a terminal nothing can be asked: then
    --claim and --claimant must be given, and --title with --url.

    With --from-url a page says about itself what it can; all of it is shown and may be changed.
    Nothing is fetched but that one address. A page that was saved in a browser does as well.

    \b
    Examples:
      claimbook new
      claimbook new --claim "Sora 2 was launched in 2025." --claimant OpenAI --yes
      claimbook new --publish --rating true
      claimbook new --from-url https://example.org/news/2025/09/launch
      claimbook new --from-url saved.html --as evidence
    """
    workspace = load(project_root(project))
    _stop_at_broken_settings(ctx, workspace)
    corpus = compile_workspace(workspace, current_day()).corpus
    page, role = given.pop("page"), given.pop("role") or ""
    options = {name: text.strip() for name, text in given.items() if text and text.strip()}
    alike = partial(likely, corpus=corpus, workspace=workspace)
    interview = Interview(corpus, options, topics, is_quick=is_quick, alike=alike)
    if page is None:
        answers = interview.answers()
    else:
        from claimbook.cli.page import answers_with_page

        answers = answers_with_page(page, role, interview)
    folder = workspace.settings.claims_dir + ("" if is_published else "/drafts")
    path = f"{folder}/{answers.id}.yml"
    site = site_of(path, workspace.settings.publication.url)
    text = draft_text(answers, corpus, site, current_day())
    _stop_at_errors(ctx, workspace, SourceFile(path, text.encode()))
    if interview.may_ask and not is_quick and not click.confirm(f"Write {path}?", default=True):
        ctx.exit(1)
    _create(workspace, path, text)
    click.echo(f"wrote {path}")
    click.echo(_next_steps(path, is_published=is_published))


def _stop_at_broken_settings(ctx: click.Context, workspace: Workspace) -> None:
    found = tuple(each for each in workspace.diagnostics if each.span.path == CONFIG)
    if has_errors(found):
        show(report_on(workspace, found, 1))
        ctx.exit(1)


def _stop_at_errors(ctx: click.Context, workspace: Workspace, file: SourceFile) -> None:
    errors = errors_of(workspace, file)
    if errors:
        show(replace(report_on(workspace, errors, 1), read_text=lambda _: file.text))
        ctx.exit(1)


def _create(workspace: Workspace, path: str, text: str) -> None:
    try:
        create_file(workspace.root / path, text)
    except FileExistsError as error:
        raise click.UsageError(f"`{path}` is there already; give another --id") from error


def _next_steps(path: str, *, is_published: bool) -> str:
    last = (
        "" if is_published else "\n  move it to claims/ when it is ready: drafts are not published"
    )
    return (
        "Next:\n"
        "  fill in what its comments ask for\n"
        f"  claimbook preview {path}    its page, anew whenever you save\n"
        f"  claimbook check {path}    what is wrong or missing"
        f"{last}"
    )
