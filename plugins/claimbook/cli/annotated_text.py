"""The text that is annotated: a file, standard input, or a document of the project."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePath

import click

from claimbook.anchoring import DocumentText, read_document
from claimbook.boundaries.terminal import neutral
from claimbook.cli.asking import ask, is_person_there
from claimbook.cli.given_text import STDIN, readable, text_of
from claimbook.cli.project import current_day
from claimbook.cli.reporting import report_on, show
from claimbook.compile import compile_claims
from claimbook.corpus import Corpus, Filed, text_path
from claimbook.diagnostics import Diagnostic, Severity, did_you_mean, shortened
from claimbook.drafting import Objection
from claimbook.formatting import site_of
from claimbook.records import CheckedDocument
from claimbook.statements.skeletons import Named, document_record, proposed_title
from claimbook.text import SourceFile
from claimbook.values import is_slug
from claimbook.workspace import Workspace
from claimbook.writing import create_file

ENDINGS = (".txt", ".md", ".vtt", ".srt")


@dataclass(frozen=True, slots=True)
class Given:
    """A text as it was handed over; ``raw`` is None where it is no text.

    ``document`` is the record of the project it belongs to, ``path`` its own file if it has one.
    """

    name: str
    raw: str | None
    text: DocumentText
    problems: tuple[Diagnostic, ...] = ()
    document: Filed[CheckedDocument] | None = None
    path: Path | None = None

    @property
    def language(self) -> str:
        """The language that its record names, without its region."""
        told = self.document.record.language if self.document else None
        return (told or "").partition("-")[0]

    @property
    def ending(self) -> str:
        """The ending of its file, by which it is read; ``.txt`` where there is none."""
        found = PurePath(self.name).suffix.lower()
        return found if found in ENDINGS else ".txt"


def read_given(name: str, workspace: Workspace, corpus: Corpus) -> Given:
    """The text called ``name``: a file, ``-``, or a document by its id."""
    path = Path(name)
    if name != STDIN and not _is_there(path):
        return _of_document(name, workspace, corpus)
    found = text_of(name)
    shown = "standard input" if name == STDIN else neutral(name)
    given = Given(shown, found.value, _read(name, found.value), found.diagnostics)
    if name == STDIN:
        return given
    whole = path.resolve()
    owners = (
        each
        for each in corpus.documents.values()
        if (workspace.root / text_path(each)).resolve() == whole
    )
    return replace(given, path=whole, document=next(owners, None))


def _is_there(path: Path) -> bool:
    """Whether this is the name of something to read: a file, or what a shell puts in its place."""
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):
        # No name: too long, or with characters that none may have.
        return False


def _of_document(name: str, workspace: Workspace, corpus: Corpus) -> Given:
    document = corpus.documents.get(name)
    if document is None:
        hint = did_you_mean(name, corpus.documents) or _hint(name)
        shown = neutral(shortened(name))
        raise click.UsageError(f"there is no file and no document `{shown}`: {hint}")
    path = text_path(document)
    file = next((each for each in workspace.files if each.path == path), None)
    if file is None:
        raise click.UsageError(f"`{path}`, the text of `{name}`, is missing")
    found = readable(file.whole())
    text = _read(path, found.value)
    return Given(path, found.value, text, found.diagnostics, document, workspace.root / path)


def _hint(name: str) -> str:
    if " " in name:
        return "a sentence is looked up with `claimbook match`"
    return "give a file, `-`, or the id of a document"


def _read(name: str, raw: str | None) -> DocumentText:
    ending = PurePath(name).suffix.lower()
    return read_document(name if ending in ENDINGS else "text.txt", raw or "")


def known_document(given: Given, name: str, corpus: Corpus) -> Given:
    """The text as that of the document ``name``, if there is one; another text is wrong usage."""
    document = corpus.documents.get(name)
    if document is None:
        _refuse_name(given, name, corpus)
        return given
    there = corpus.text_of(document)
    if there is not None and (given.raw or "").strip() != there.strip():
        raise click.UsageError(f"`{name}` has another text; give another id to --document")
    return replace(given, document=document)


def _refuse_name(given: Given, name: str, corpus: Corpus) -> None:
    if not is_slug(name):
        raise click.UsageError(f"`{name}` is no id: lower-case letters and digits with hyphens")
    if corpus.knows("document", name):
        raise click.UsageError(f"the document `{name}` cannot be read: `claimbook check` says why")
    if given.document is not None:
        raise click.UsageError(f"this is the text of the document `{given.document.id}`")
    if given.problems:
        raise click.UsageError("a document may not hold these characters; delete them first")


def new_document(
    ctx: click.Context,
    given: Given,
    name: str,
    workspace: Workspace,
    about: dict[str, str | None],
) -> Given:
    """Write a document of a text; what is there is never overwritten."""
    folder = f"{workspace.settings.claims_dir}/documents"
    is_there = given.path is not None and given.path.parent == (workspace.root / folder).resolve()
    file = given.path.name if given.path and is_there else f"{name}{given.ending}"
    raw = given.raw or ""
    title = about["title"] or _title(given)
    digest = sha256(raw.encode()).hexdigest()
    named = Named(title, file, digest, about["language"] or "", about["url"] or "")
    record = document_record(named, site_of(f"{folder}/x.yml", workspace.settings.publication.url))
    texts = {f"{folder}/{name}.yml": record}
    if not is_there:
        texts = {f"{folder}/{file}": raw, **texts}
    document = _compiled(ctx, texts, name, workspace)
    for path, text in texts.items():
        _create(workspace, path, text)
        click.echo(f"wrote {path}", err=True)
    return replace(given, document=document)


def _title(given: Given) -> str:
    proposal = proposed_title(given.text)
    return ask("Title of the text", _accepted, proposal=proposal) if is_person_there() else proposal


def _accepted(_: str) -> Objection | None:
    return None


def _compiled(
    ctx: click.Context, texts: dict[str, str], name: str, workspace: Workspace
) -> Filed[CheckedDocument]:
    """The record of new files; what `claimbook check` would refuse is shown and not written."""
    new = [SourceFile(path, text.encode()) for path, text in texts.items()]
    compiled = compile_claims([*workspace.files, *new], workspace.settings, current_day())
    errors = tuple(
        each
        for each in compiled.diagnostics
        if each.span.path in texts and each.severity is Severity.ERROR
    )
    if errors:
        show(replace(report_on(workspace, errors, len(new)), read_text=texts.get))
        ctx.exit(1)
    return compiled.corpus.documents[name]


def _create(workspace: Workspace, path: str, text: str) -> None:
    try:
        create_file(workspace.root / path, text)
    except FileExistsError as error:
        raise click.UsageError(f"`{path}` is there already; give another id") from error
