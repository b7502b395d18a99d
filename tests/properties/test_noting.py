"""Whatever way a file is written in: a note changes nothing but what it says."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.snapshots.noting import Note, noted
from claimbook.text import Mark, SourceFile
from claimbook.yaml_tree import Mapping, Node, Scalar, parse
from tests.properties.trees import files
from tests.properties.writing import Commented, commented, yaml_texts

NOTE = Note("x-1.txt", "ab" * 32, "2026-03-24", "text/html", "https://exe.example/a?b=[c]:")
SLOW = settings(suppress_health_check=list(HealthCheck), max_examples=100)


@st.composite
def written_files(draw: st.DrawFn) -> Commented:
    _, tree = draw(files())
    return draw(commented(draw(yaml_texts(tree))))


def said(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {each.key.text: said(each.value) for each in node.entries}
    return [said(each) for each in node.items]


def mappings(node: Node) -> list[Mapping]:
    if isinstance(node, Scalar):
        return []
    inner = [each.value for each in node.entries] if isinstance(node, Mapping) else node.items
    own = [node] if isinstance(node, Mapping) and node.entries else []
    return [*own, *(found for each in inner for found in mappings(each))]


def read(text: str) -> Node:
    document = parse(SourceFile("f.yml", text.encode())).value
    assert document
    return document.root


@SLOW
@given(written_files(), st.data())
def test_a_note_is_all_that_is_new(written: Commented, data: st.DataObject) -> None:
    before = mappings(read(written.text))
    at = data.draw(st.integers(0, len(before) - 1))
    place = before[at].mark
    # A list of mappings and its first one may begin at the same place, but no two mappings do.
    after = noted(SourceFile("f.yml", written.text.encode()), Mark(*place), NOTE)
    has_one = any(each.key.text == "snapshot" for each in before[at].entries)
    if after is None:
        assert has_one or "? " in written.text
        return
    found = said(mappings(read(after))[at])
    expected = said(before[at])
    assert isinstance(expected, dict)
    assert found == {**expected, "snapshot": NOTE._asdict()}
    assert all(after.count(each) == written.text.count(each) for each in written.comments)
    if not has_one:
        assert kept(written.text, after)


def kept(before: str, after: str) -> bool:
    """Whether every line that was there is there, but for one into which a note went."""
    gone = Counter(before.splitlines()) - Counter(after.splitlines())
    return gone.total() <= 1
