"""The drafts of the statements that somebody chose from a working list."""

from collections.abc import Sequence
from dataclasses import replace

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.annotated_text import Given
from claimbook.cli.asking import ask
from claimbook.cli.project import current_day
from claimbook.cli.reporting import report_on, show
from claimbook.compile import compile_claims
from claimbook.diagnostics import Severity
from claimbook.drafting import Objection, draft_text, taken_ids
from claimbook.format import counted
from claimbook.formatting import site_of
from claimbook.statements.choice import ChoiceError, chosen, is_taken
from claimbook.statements.skeletons import skeletons
from claimbook.statements.worklist import Statement
from claimbook.text import SourceFile
from claimbook.workspace import Workspace
from claimbook.writing import create_file


def asked_for(statements: Sequence[Statement]) -> str:
    """Which sentences somebody in a terminal wants drafts for; empty for none."""
    question = "Drafts for which sentences? 3,7,12 or 4-6 or 5b or all (Enter for none)"
    return ask(question, lambda answer: _objection(answer, statements), is_optional=True)


def _objection(answer: str, statements: Sequence[Statement]) -> Objection | None:
    try:
        chosen_numbers(answer, statements)
    except click.UsageError as error:
        return Objection(error.message, None)
    return None


def chosen_numbers(wanted: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that somebody means; what means none is wrong usage."""
    try:
        return chosen(wanted, statements)
    except ChoiceError as error:
        raise click.UsageError(neutral(str(error))) from error


def write_drafts(wanted: Sequence[Statement], given: Given, workspace: Workspace) -> int:
    """Write a draft for each statement; the exit code.

    What `claimbook check` would refuse is shown and left out, and so is that in which a claim or
    draft stands; nothing is overwritten.
    """
    texts = _texts([each for each in wanted if not is_taken(each)], given, workspace)
    refused = _refused(texts, workspace)
    for path, text in texts.items():
        if path not in refused:
            create_file(workspace.root / path, text)
            click.echo(f"wrote {path}")
    _tell(wanted, texts, len(refused))
    return 1 if refused else 0


def _texts(wanted: Sequence[Statement], given: Given, workspace: Workspace) -> dict[str, str]:
    """The drafts by their paths."""
    assert given.document is not None  # noqa: S101 - the caller has made one
    corpus = compile_claims(workspace.files, workspace.settings, current_day()).corpus
    folder = f"{workspace.settings.claims_dir}/drafts"
    site = site_of(f"{folder}/x.yml", workspace.settings.publication.url)
    made = skeletons(wanted, given.document, given.text, corpus, taken_ids(corpus))
    return {
        f"{folder}/{each.answers.id}.yml": draft_text(each.answers, corpus, site, current_day())
        for each in made
    }


def _refused(texts: dict[str, str], workspace: Workspace) -> frozenset[str]:
    new = [SourceFile(path, text.encode()) for path, text in texts.items()]
    found = compile_claims([*workspace.files, *new], workspace.settings, current_day()).diagnostics
    errors = tuple(
        each for each in found if each.span.path in texts and each.severity is Severity.ERROR
    )
    if errors:
        show(replace(report_on(workspace, errors, len(texts)), read_text=texts.get))
    return frozenset(each.span.path for each in errors)


def _tell(wanted: Sequence[Statement], texts: dict[str, str], refused: int) -> None:
    if not wanted:
        click.echo("no draft written: no sentence was chosen, or none is left that is worth it")
    known = sum(map(is_taken, wanted))
    if known:
        click.echo(f"{counted(known, 'sentence')} left out: a claim or draft stands there")
    too_long = len(wanted) - known - len(texts)
    if too_long:
        click.echo(f"{counted(too_long, 'sentence')} left out: too long to be quoted")
    if len(texts) > refused:
        click.echo("Next: reword each claim, name its maker, then `claimbook check`")
