"""One table of everything that a file may hold: every field, its limits, what is said beyond them.

What is said is asked of the compiler; a test holds every row to it.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimbook.codes import STRAY_FILE, UNREADABLE_FILE
from claimbook.declared import anchor_of, name_of, records_of
from claimbook.decode import KINDS, Role
from claimbook.diagnostics import Code
from claimbook.kinds import Choice
from claimbook.reference.bounds import Bound, bounds_of
from claimbook.reference.kind_words import words_of
from claimbook.reference.whole_files import file_limits, said_of_file, said_of_text, text_limits
from claimbook.schema import FILE_ROLES
from claimbook.shape import Kind, Reader, Record, shapes_of
from claimbook.structures import ListOf, MapOf, TextOr
from claimbook.text import FOLDER_LEVELS, TEXT_BYTES

CodeLink = Callable[[Code], str]
FieldLink = Callable[[str, str], str]

_HEAD = """# What a file may hold

Every field with its limits and what is said beyond them. The table is made when the site is built: the
compiler is given a value at each limit and one a step beyond it. What it says comes with the file, the
line and the column. What the editorial rules ask besides stands on the [pages of problems]({codes}).

## Whole files {{#files}}

`[limits]` in `claimbook.toml` sets the first three of these; here stand the values without it. Besides:
a text of a document or a saved source has at most {bytes:,} bytes; folders below `claims/` lie at most
{levels} deep; a link, a pipe, a device or a file that cannot be read is [{unreadable}]({unreadable_page}),
a file that is none of ours [{stray}]({stray_page}).

| What | At most | Beyond |
| --- | --- | --- |
"""  # noqa: E501 - a paragraph
_TEXTS = """
## Texts in Markdown {#markdown}

| What | At most | Beyond |
| --- | --- | --- |
"""
_COLUMNS = "\n| Field | What it may hold | At most | Beyond |\n| --- | --- | --- | --- |"


class Row(NamedTuple):
    """A field of a record, or the whole of a file that is a list of names."""

    record: type[Record] | None
    name: str
    kind: Kind
    is_required: bool

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its kind of file."""
        return f"{anchor_of(self.record)}-{self.name}" if self.record else ""


def rows_of(role: Role) -> Iterator[Row]:
    """All fields of one kind of file, record by record."""
    if isinstance(KINDS[role], MapOf):
        yield Row(None, role.value, KINDS[role], is_required=True)
    for record in records_of(role):
        for shape in shapes_of(record):
            yield Row(record, shape.name, shape.kind, shape.is_required)


def told_beyond(kind: Kind, bound: Bound) -> tuple[Code, str]:
    """The code and the message that the compiler has for a value beyond a limit."""
    reader = Reader("")
    kind.read(bound.beyond, reader)
    return reader.diagnostics[0].code, reader.diagnostics[0].message


def limits_page(codes: str, code: CodeLink, field: FieldLink) -> str:
    """The page; ``codes`` is the address of all problems, ``code`` leads to the page of one.

    ``field`` leads to a place on the page of a kind of file.
    """
    head = _HEAD.format(
        codes=codes,
        bytes=TEXT_BYTES,
        levels=FOLDER_LEVELS,
        unreadable=UNREADABLE_FILE.id,
        unreadable_page=code(UNREADABLE_FILE),
        stray=STRAY_FILE.id,
        stray_page=code(STRAY_FILE),
    )
    return "".join([head, *_files(code), _TEXTS, *_texts(code), *_fields(code, field)])


def _files(code: CodeLink) -> Iterator[str]:
    for each in file_limits():
        said = said_of_file(each.beyond)[0]
        yield f"| {each.what} | {each.most} | {_said(said.code, said.message, code)} |\n"


def _texts(code: CodeLink) -> Iterator[str]:
    for each in text_limits():
        said = said_of_text(each.beyond)[0]
        yield f"| {each.what} | {each.most} | {_said(said.code, said.message, code)} |\n"


def _fields(code: CodeLink, field: FieldLink) -> Iterator[str]:
    known: set[type[Record]] = set()
    for role in FILE_ROLES:
        rows = [each for each in rows_of(role) if each.record not in known]
        known.update(each.record for each in rows if each.record)
        last: type[Record] | None = None
        for number, row in enumerate(rows):
            if not number or row.record is not last:
                yield f"\n## {_title(role, row)}\n{_COLUMNS}\n"
            last = row.record
            yield _row(role, row, code, field)


def _title(role: Role, row: Row) -> str:
    if row.record is None:
        return f"File of {role.value} {{#file-{role.value}}}"
    return f"{name_of(row.record)} {{#{anchor_of(row.record)}}}"


def _row(role: Role, row: Row, code: CodeLink, field: FieldLink) -> str:
    must = "" if row.is_required else " (may be left out)"
    limits = list(bounds_of(row.kind))
    words = "<br>".join(dict.fromkeys(each.words for each in limits))
    said = dict.fromkeys(_said(*told_beyond(row.kind, each), code) for each in limits)
    name = f"[`{row.name}`]({field(role.value, row.anchor)}){must}"
    return f"| {name} | {_held(row.kind)} | {words} | {'<br>'.join(said)} |\n"


def _said(code: Code, message: str, link: CodeLink) -> str:
    return f"[{code.id}]({link(code)}) {message}"


def _held(kind: Kind) -> str:
    """What a field holds; a group of fields is named, for its rows stand on the same page."""
    words = words_of(kind)
    inner = _choice_in(kind)
    if inner is None:
        return words
    return words.replace("the words below", ", ".join(f"`{each}`" for each in inner.words))


def _choice_in(kind: Kind) -> Choice | None:
    if isinstance(kind, ListOf):
        return _choice_in(kind.kind)
    if isinstance(kind, TextOr):
        return _choice_in(kind.text)
    return kind if isinstance(kind, Choice) else None
