"""The table of limits: every row is tried, at the limit and a step beyond it."""

import re

import pytest

from claimbook.decode import KINDS, Role
from claimbook.reference.bounds import Bound, bounds_of
from claimbook.reference.limits import limits_page, rows_of, told_beyond
from claimbook.reference.whole_files import (
    FileLimit,
    TextLimit,
    file_limits,
    said_of_file,
    said_of_text,
    text_limits,
)
from claimbook.schema import FILE_ROLES
from claimbook.shape import Kind, Reader
from claimbook.structures import MOST_ENTRIES
from claimbook.yaml_tree import Scalar, Sequence

PAGE = limits_page("../codes", lambda code: f"../{code.id}", lambda page, place: f"{page}#{place}")
ROWS = {
    f"{row.record.__name__ if row.record else role}-{row.name}": row
    for role in FILE_ROLES
    for row in rows_of(role)
}
BOUNDS: dict[str, tuple[Kind, Bound]] = {
    f"{name}-{number}": (row.kind, bound)
    for name, row in ROWS.items()
    for number, bound in enumerate(bounds_of(row.kind))
}


@pytest.mark.parametrize(("kind", "bound"), BOUNDS.values(), ids=BOUNDS)
def test_a_value_at_a_limit_is_taken_and_one_beyond_is_not(kind: Kind, bound: Bound) -> None:
    reader = Reader("x.yml")
    assert kind.read(bound.within, reader) is not None
    assert reader.diagnostics == []
    kind.read(bound.beyond, reader)
    code, message = told_beyond(kind, bound)
    assert [(each.code, each.message) for each in reader.diagnostics] == [(code, message)]
    assert f"[{code.id}](../{code.id}) {message}" in PAGE
    assert bound.words in PAGE


@pytest.mark.parametrize("bound", [bound for _, bound in BOUNDS.values()], ids=BOUNDS)
def test_a_number_in_the_table_is_the_limit(bound: Bound) -> None:
    within, beyond = bound.within, bound.beyond
    count = re.fullmatch(r"([0-9,]+) (?:characters|entries)", bound.words)
    if count is None:
        return
    most = int(count[1].replace(",", ""))
    if isinstance(within, Sequence):
        assert isinstance(beyond, Sequence)
        assert (len(within.items), len(beyond.items)) == (most, most + 1) == (MOST_ENTRIES, 501)
    else:
        assert isinstance(within, Scalar)
        assert isinstance(beyond, Scalar)
        assert (len(within.text), len(beyond.text)) == (most, most + 1)


def test_every_field_of_every_kind_of_file_has_a_row() -> None:
    rows = re.findall(r"^\| \[`([a-z0-9_]+)`\]\(([a-z]+)#([a-z0-9_-]*)\)", PAGE, re.MULTILINE)
    told = {f"{place}" for _, _, place in rows if place}
    wanted = {row.anchor for role in FILE_ROLES for row in rows_of(role) if row.record}
    assert told == wanted
    assert len(rows) == len(ROWS)
    assert set(KINDS) - set(FILE_ROLES) == {Role.DRAFT}


def test_cells_are_as_many_as_columns() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in lines} == {4, 5}


def row_of(limit: FileLimit | TextLimit, code: str, message: str) -> str:
    return f"| {limit.what} | {limit.most} | [{code}](../{code}) {message} |\n"


@pytest.mark.parametrize("limit", [*file_limits()], ids=lambda each: each.what)
def test_a_limit_of_whole_files_is_kept(limit: FileLimit) -> None:
    assert said_of_file(limit.within) == ()
    [said] = said_of_file(limit.beyond)
    assert (
        f"| {limit.what} | {limit.most} | [{said.code.id}](../{said.code.id}) {said.message}"
        in PAGE
    )


@pytest.mark.parametrize("limit", [*text_limits()], ids=lambda each: each.what)
def test_a_limit_of_texts_is_kept(limit: TextLimit) -> None:
    assert said_of_text(limit.within) == ()
    [said] = said_of_text(limit.beyond)
    assert (
        f"| {limit.what} | {limit.most} | [{said.code.id}](../{said.code.id}) {said.message}"
        in PAGE
    )


def test_counted_limits_are_one_step_apart() -> None:
    sizes = {each.what: (len(each.within), len(each.beyond)) for each in file_limits()}
    assert sizes["bytes"] == (65_536, 65_537)
    assert sizes["values, their names and groups counted"] == (4 * 9_999, 4 * 10_000)
    assert sizes["levels of nesting"] == (2 * 11 + 1, 2 * 12 + 1)
    assert sizes["characters in the name of a field"] == (204, 205)
