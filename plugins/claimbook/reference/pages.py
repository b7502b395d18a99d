"""A page of all fields for each kind of file, as Markdown."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimbook.codes import EMPTY_VALUE, MISSING_FIELD, UNKNOWN_FIELD
from claimbook.declared import (
    anchor_of,
    example_of,
    name_of,
    records_in,
    records_of,
    text_kind,
)
from claimbook.decode import FOLDERS, KINDS, SINGLE_FILES, Role
from claimbook.diagnostics import Code
from claimbook.formatting.manner import Manner
from claimbook.formatting.scalars import one_line
from claimbook.kinds import Choice
from claimbook.reference.kind_words import words_of
from claimbook.reference.mistakes import mistake_in
from claimbook.schema import FILE_ROLES, schema_path
from claimbook.shape import FieldShape, Kind, Record, shapes_of, summary_of
from claimbook.structures import ListOf, MapOf, RecordOf
from claimbook.text import FILE_START
from claimbook.values import slug_of
from claimbook.yaml_tree import Scalar

CodeLink = Callable[[Code], str]


class FieldPage(NamedTuple):
    """A page about a kind of file: its name in addresses, its title, and where such files lie."""

    role: Role
    title: str
    place: str

    @property
    def name(self) -> str:
        """The last part of its address."""
        return self.role.value


def _place(role: Role) -> str:
    for places in (SINGLE_FILES, FOLDERS):
        for name, each in places.items():
            if each is role:
                return f"claims/{name}" if name.endswith(".yml") else f"claims/{name}/<id>.yml"
    return "claims/<id>.yml"


FIELD_PAGES = tuple(
    FieldPage(role, f"Fields of a {role.value} file", _place(role)) for role in FILE_ROLES
)
_INDEX = """# Fields

What a file may hold, field by field: what it takes, whether it must be there, an example, and what
is said where something else stands in it. The pages are made from the same declarations as the
program that checks the files, so they cannot say anything else. All limits, of fields and of whole
files, stand in [one table]({limits}).

| kind of file | where | what it holds |
| --- | --- | --- |
"""


def index_page(link: Callable[[str], str]) -> str:
    """The list of the pages; ``link`` leads to one of them by its name."""
    return _INDEX.format(limits=link("limits")) + "".join(
        f"| [{each.name}]({link(each.name)}) | `{each.place}` | {summary_of(_top(each.role))} |\n"
        for each in FIELD_PAGES
    )


def field_page(page: FieldPage, link: CodeLink) -> str:
    """All fields of one kind of file; ``link`` leads to the page of a code."""
    return "\n".join([*_head(page, link), *_body(page, link)]) + "\n"


def _head(page: FieldPage, link: CodeLink) -> Iterator[str]:
    yield f"# {page.title}"
    yield f"\nIn `{page.place}`. {summary_of(_top(page.role))}"
    missing, empty, unknown = (
        f"[{code}]({link(code)})" for code in (MISSING_FIELD, EMPTY_VALUE, UNKNOWN_FIELD)
    )
    yield (
        f"\nA required field that is missing is {missing}, a field without a value {empty}, one "
        f"that is not listed here {unknown}. "
        f"Programs read the same from `{schema_path(page.role)}`."
    )
    kind = KINDS[page.role]
    if not isinstance(kind, RecordOf):
        yield f"\nThe file holds {words_of(kind)}."


def _body(page: FieldPage, link: CodeLink) -> Iterator[str]:
    for record in records_of(page.role):
        yield f"\n## {name_of(record)} {{#{anchor_of(record)}}}\n\n{summary_of(record)}"
        for group in record.exactly_one:
            yield f"\nExactly one of {_listed(group)} stands here."
        for shape in shapes_of(record):
            yield from _field(record, shape, link)


def _field(record: type[Record], shape: FieldShape, link: CodeLink) -> Iterator[str]:
    must = "Required" if shape.is_required else "Optional"
    yield f"\n### `{shape.name}` {{#{anchor_of(record)}-{shape.name}}}"
    yield f"\n{shape.about} **{must}**: {words_of(shape.kind)}."
    kind = text_kind(shape.kind)
    if isinstance(kind, Choice):
        yield ""
        yield from (f"- `{word}`: {word.meaning}" for word in kind.words)
    yield "\n```yaml"
    yield from example_lines(shape)
    yield "```"
    wrong = mistake_in(shape)
    hint = f" ({wrong.hint})" if wrong.hint else ""
    yield f"\nOtherwise [{wrong.code}]({link(wrong.code)}): {wrong.message}{hint}."


def example_lines(shape: FieldShape) -> Iterator[str]:
    """A field with a value that it takes, as YAML."""
    text, is_list = example_of(shape), isinstance(shape.kind, ListOf)
    if text:
        line = one_line(Scalar(text, FILE_START, ""), Manner.FOLDS)
        yield f"{shape.name}:" if is_list else f"{shape.name}: {line}"
        yield from [f"  - {line}"] if is_list else []
        return
    yield f"{shape.name}:"
    record = next(records_in(shape.kind))
    if isinstance(shape.kind, MapOf):
        yield f"  {slug_of(example_of(shapes_of(record)[0]))}:"
    for number, inner in enumerate(_sample(record)):
        yield f"{_indent(shape.kind, number)}{inner}"


def _indent(kind: Kind, number: int) -> str:
    if isinstance(kind, ListOf):
        return "    " if number else "  - "
    return "    " if isinstance(kind, MapOf) else "  "


def _sample(record: type[Record]) -> Iterator[str]:
    """The fields that must stand in a record, or its first."""
    shapes = shapes_of(record)
    chosen = [each for each in shapes if each.is_required or _is_first_of_group(record, each)]
    for shape in chosen or shapes[:1]:
        yield from example_lines(shape)


def _is_first_of_group(record: type[Record], shape: FieldShape) -> bool:
    return any(shape.name == group[0] for group in record.exactly_one)


def _top(role: Role) -> type[Record]:
    return records_of(role)[0]


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
