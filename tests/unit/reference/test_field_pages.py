"""The pages of fields say what is so: their examples are read, their mistakes are made."""

import re

import pytest

from claimbook.catalogue import ENTRIES
from claimbook.declared import anchor_of, records_of, text_kind
from claimbook.decode import Role
from claimbook.kinds import Choice
from claimbook.reference import FIELD_PAGES, FieldPage, field_page, index_page
from claimbook.reference.pages import example_lines
from claimbook.shape import FieldShape, Reader, Record, shapes_of
from claimbook.text import SourceFile
from claimbook.yaml_tree import Mapping, parse

PAGES = {each.name: field_page(each, lambda code: f"../codes/{code.id}") for each in FIELD_PAGES}
FIELDS = {
    f"{page.name}-{record.__name__}-{shape.name}": (page, record, shape)
    for page in FIELD_PAGES
    for record in records_of(page.role)
    for shape in shapes_of(record)
}
Declared = tuple[FieldPage, type[Record], FieldShape]


def section(declared: Declared) -> str:
    page, record, shape = declared
    head = f"### `{shape.name}` {{#{anchor_of(record)}-{shape.name}}}\n"
    assert PAGES[page.name].count(head) == 1
    return re.split(r"^##", PAGES[page.name].partition(head)[2], flags=re.MULTILINE)[0]


@pytest.mark.parametrize("declared", FIELDS.values(), ids=FIELDS)
def test_a_field_is_told_whole(declared: Declared) -> None:
    told, shape = section(declared), declared[2]
    assert shape.about in told
    assert ("**Required**" if shape.is_required else "**Optional**") in told
    kind = text_kind(shape.kind)
    if isinstance(kind, Choice):
        assert all(f"- `{word}`: {word.meaning}\n" in told for word in kind.words)
    code = re.search(r"Otherwise \[(CB\d+ [a-z-]+)\]\(\.\./codes/CB\d+\): .", told)
    assert code
    assert code[1] in {str(each.code) for each in ENTRIES}


@pytest.mark.parametrize("declared", FIELDS.values(), ids=FIELDS)
def test_the_example_of_a_field_can_be_read(declared: Declared) -> None:
    shape = declared[2]
    shown = section(declared).partition("```yaml\n")[2].partition("```")[0]
    assert shown == "".join(f"{line}\n" for line in example_lines(shape))
    document = parse(SourceFile("x.yml", shown.encode()))
    assert document.diagnostics == ()
    assert document.value is not None
    root, reader = document.value.root, Reader("x.yml")
    assert isinstance(root, Mapping)
    assert [each.key.text for each in root.entries] == [shape.name]
    assert shape.kind.read(root.entries[0].value, reader)
    assert reader.diagnostics == []


def test_there_is_a_page_for_every_kind_of_file_and_a_list_of_them() -> None:
    assert {each.role for each in FIELD_PAGES} == set(Role) - {Role.DRAFT}
    index = index_page(lambda name: f"{name}/")
    assert all(f"| [{each.name}]({each.name}/) | `{each.place}` |" in index for each in FIELD_PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_links_within_a_page_lead_somewhere(name: str) -> None:
    places = re.findall(r"\{#([a-z_-]+)\}", PAGES[name])
    assert len(set(places)) == len(places)
    assert set(re.findall(r"\]\(#([a-z_-]+)\)", PAGES[name])) <= set(places)
