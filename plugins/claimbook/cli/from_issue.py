"""``claimbook from-issue``."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from claimbook.cli.project import current_day, keeping_files, project_option, project_root
from claimbook.cli.refusal import errors_of
from claimbook.cli.reporting import report_on, show
from claimbook.corpus import Corpus
from claimbook.data import json_lines
from claimbook.diagnostics import Diagnostic
from claimbook.drafting import Answers, draft_text
from claimbook.formatting import site_of
from claimbook.intake.body import MOST_BYTES, Filled, read_body
from claimbook.intake.form import NEW_CLAIM
from claimbook.intake.proposal import objections, proposal
from claimbook.intake.reply import as_reply
from claimbook.own_files import own_text, write_own
from claimbook.text import SourceFile
from claimbook.workspace import Workspace, compile_workspace, load

VERSION = 1
# What the body of the issue is called in messages.
BODY = "issue"


class _Result(NamedTuple):
    """What came of an issue: a draft and where it belongs, or what is in its way."""

    form: str = ""
    id: str = ""
    path: str = ""
    text: str = ""
    found: tuple[Diagnostic, ...] = ()


@click.command()
@click.argument("dash", metavar="[-]", required=False, type=click.Choice(["-"]))
@click.option("--file", "file", type=click.Path(), metavar="BODY", help="File with the body.")
@click.option("--env", "variable", metavar="NAME", help="Environment variable with the body.")
@click.option("--dry-run", is_flag=True, help="Print the draft; write nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How the result is told: to people, to a workflow, to whoever opened the issue.",
)
@project_option
def from_issue(
    dash: str | None,
    file: str | None,
    variable: str | None,
    dry_run: bool,
    form: str,
    project: str | None,
) -> None:
    """Write the draft of a claim that was proposed with the issue form.

    The body of the issue is read from standard input (-), a file or an environment variable, and
    is never more than text: what cannot be a draft is refused, with every reason at once. An
    existing file is never overwritten. An issue that reports an error is read and told about;
    what comes of it, people decide.

    \b
    Examples:
      claimbook from-issue - < body.md
      claimbook from-issue --file body.md --dry-run
      claimbook from-issue --env ISSUE_BODY --format json

    Exit code 1 when no draft could be made.
    """
    body = SourceFile(BODY, _body(dash, file, variable))
    workspace = load(project_root(project))
    result = _result(workspace, body)
    if result.text and not dry_run:
        result = _written(workspace, result)
    _tell(workspace, body, result, form, is_dry=dry_run)
    click.get_current_context().exit(1 if result.found else 0)


def _body(dash: str | None, file: str | None, variable: str | None) -> bytes:
    given = [each for each in (dash, file, variable) if each is not None]
    if len(given) != 1:
        raise click.UsageError("say where the body is: `-`, `--file BODY` or `--env NAME`")
    if variable is not None:
        return _variable(variable)
    if file is not None and file != "-":
        return _content(file)
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _variable(name: str) -> bytes:
    if name not in os.environ:
        raise click.UsageError(f"there is no environment variable `{name}`")
    return os.fsencode(os.environ[name])


def _content(file: str) -> bytes:
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise click.UsageError(f"`{file}` cannot be read: {error.strerror}") from error


def _result(workspace: Workspace, body: SourceFile) -> _Result:
    read = read_body(body)
    filled = read.value
    if filled is None or read.diagnostics:
        return _Result(filled.form.id if filled else "", found=_all(filled, read.diagnostics))
    if filled.form is not NEW_CLAIM:
        return _Result(filled.form.id, found=objections(filled, BODY))
    corpus = compile_workspace(workspace, current_day()).corpus
    proposed = proposal(filled, corpus, BODY)
    if proposed.value is None:
        return _Result(NEW_CLAIM.id, found=proposed.diagnostics)
    return _draft(workspace, corpus, proposed.value)


def _all(filled: Filled | None, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return (*found, *(objections(filled, BODY) if filled else ()))


def _draft(workspace: Workspace, corpus: Corpus, answers: Answers) -> _Result:
    path = f"{workspace.settings.claims_dir}/drafts/{answers.id}.yml"
    site = site_of(path, workspace.settings.publication.url)
    text = draft_text(answers, corpus, site, current_day())
    errors = errors_of(workspace, SourceFile(path, text.encode()))
    return _Result(NEW_CLAIM.id, answers.id, path, text, errors)


def _written(workspace: Workspace, result: _Result) -> _Result:
    if result.found:
        return result
    with keeping_files():
        if own_text(workspace.root, result.path) is not None:
            raise click.UsageError(f"`{result.path}` is there already, and stays as it is")
        write_own(workspace.root, result.path, result.text)
    return result


def _tell(
    workspace: Workspace, body: SourceFile, result: _Result, form: str, *, is_dry: bool
) -> None:
    if form == "json":
        click.echo(json_lines(_told(result)))
    elif form == "markdown":
        click.echo(as_reply(result.found, result.path), nl=False)
    elif result.found:
        texts = {BODY: body.text, result.path: result.text}
        show(replace(report_on(workspace, result.found, 1), read_text=texts.get))
    else:
        click.echo(_said(result, is_dry=is_dry), nl=False)


def _told(result: _Result) -> Mapping[str, object]:
    problems = [
        {
            "code": each.code.id,
            "name": each.code.name,
            "line": each.span.line,
            "message": each.message,
            "hint": each.hint,
        }
        for each in result.found
    ]
    is_made = bool(result.text) and not result.found
    return {
        "version": VERSION,
        "form": result.form,
        "id": result.id if is_made else None,
        "path": result.path if is_made else None,
        "problems": problems,
    }


def _said(result: _Result, *, is_dry: bool) -> str:
    if not result.text:
        return "This issue reports an error: read it, and decide. Nothing was written.\n"
    if is_dry:
        return result.text
    return f"wrote {result.path}\nNext:\n  claimbook check {result.path}\n"
