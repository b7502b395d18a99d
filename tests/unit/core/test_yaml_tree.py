"""YAML to nodes: what stands where, and what is refused."""

import pytest

from claimbook.text import SourceFile
from claimbook.yaml_tree import Limits, Mapping, Scalar, Sequence, parse


def found(text: str | bytes, limits: Limits | None = None) -> list[tuple[str, int, int]]:
    data = text.encode() if isinstance(text, str) else text
    parsed = parse(SourceFile("x.yml", data), limits or Limits())
    return [(each.code.id, each.span.line, each.span.column) for each in parsed.diagnostics]


def root_of(text: str) -> Mapping:
    parsed = parse(SourceFile("x.yml", text.encode()))
    assert parsed.value is not None
    assert isinstance(parsed.value.root, Mapping)
    return parsed.value.root


def test_scalars_stay_text() -> None:
    root = root_of("a: no\nb: 1:30\nc: 2024-02-30\nd: null\ne:\nf: ''\ng: 0x1F\n")
    texts = [entry.value.text for entry in root.entries if isinstance(entry.value, Scalar)]
    assert texts == ["no", "1:30", "2024-02-30", "null", "", "", "0x1F"]
    assert [getattr(entry.value, "is_empty", None) for entry in root.entries][4:6] == [True, False]


def test_every_node_knows_its_place() -> None:
    root = root_of("list:\n  - one\n  - {a: b}\ntext: |\n  body\nlast: 漢 x\n")
    marks = [(*entry.key.mark[:2], *entry.value.mark) for entry in root.entries]
    assert marks == [
        (1, 1, 2, 3, 3, 11),
        (4, 1, 4, 7, 6, 1),
        (6, 1, 6, 7, 6, 10),
    ]
    items = root.entries[0].value
    assert isinstance(items, Sequence)
    assert [item.mark for item in items.items] == [(2, 5, 2, 8), (3, 5, 3, 11)]
    assert root.mark == (1, 1, 6, 10)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", ("CB007", 3, 1)),
        ("a: &x 1\n", ("CB008", 1, 4)),
        ("a: !!str 1\n", ("CB009", 1, 4)),
        ("a: ! 1\n", ("CB009", 1, 4)),
        ("? [a]\n: b\n", ("CB015", 1, 3)),
        ("a: 1\n---\nb: 2\n", ("CB010", 2, 1)),
        ("", ("CB013", 1, 1)),
        ("# nothing\n", ("CB013", 1, 1)),
        ("---\n...\n", ("CB013", 1, 1)),
        (b"a: \xff\n", ("CB001", 1, 4)),
        (b"\xef\xbb\xbfa: \xff\n", ("CB001", 1, 4)),
        (b"a: b\rc: \xff\r", ("CB001", 2, 4)),
        ("a: b\x00\n", ("CB002", 1, 5)),
        ("a: \x85\n", ("CB002", 1, 4)),
        ("a: b\nc: \u202e\n", ("CB003", 2, 4)),
        ("\ufeff\ufeffa: b\n", ("CB003", 1, 1)),
        ("a: \ue000\n", ("CB003", 1, 4)),
        ('a: "\\u202e"\n', ("CB003", 1, 4)),
        ('a: "\\0"\n', ("CB002", 1, 4)),
        ('a: "\\r"\n', ("CB002", 1, 4)),
        ('"\\ue000": b\n', ("CB003", 1, 1)),
    ],
)
def test_what_is_refused_is_refused_at_its_place(
    text: str | bytes, place: tuple[str, int, int]
) -> None:
    assert found(text)[0] == place


def test_everything_is_reported_at_once() -> None:
    assert found("a: &x 1\na: !t 2\n? {}\n: 3\n") == [
        ("CB008", 1, 4),
        ("CB009", 2, 4),
        ("CB007", 2, 1),
        ("CB015", 3, 3),
    ]


def test_limits_are_limits() -> None:
    assert found("a: b\n", Limits(file_bytes=5)) == []
    assert found("a: bb\n", Limits(file_bytes=5)) == [("CB004", 1, 1)]
    assert found("a: {b: [c]}\n", Limits(depth=4)) == []
    assert found("a: {b: [c]}\n", Limits(depth=3)) == [("CB011", 1, 9)]
    assert found("[a, b]\n", Limits(nodes=3)) == []
    assert found("[a, b]\n", Limits(nodes=2)) == [("CB012", 1, 5)]


@pytest.mark.parametrize("text", ["a: b", "---\na: b\n...\n", "%YAML 1.2\n---\na: b\n", "{a: b}"])
def test_one_document_may_be_written_in_many_ways(text: str) -> None:
    assert found(text) == []
