"""Addresses of pages in their plain form; all else stays, and so do those that are to be kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.decode import Role
from claimbook.formatting import formatted
from claimbook.plain_addresses import plain
from claimbook.text import SourceFile
from claimbook.yaml_tree import Mapping, Scalar, parse
from tests.unit.formatting.test_formatting import same

LONG, SHORT = "https://exe.example/a?b=1&utm_source=c", "https://exe.example/a?b=1"
CLAIM = "claim: A.\nclaimant: B\n{}review:\n  rating: true\n  verdict: C.\n{}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"title: A\nurl: {LONG} # why\n", f"title: A\nurl: {SHORT}  # why\n"),
        (f"title: A\nurl: '{LONG}'\n", f"title: A\nurl: {SHORT}\n"),
        (f"title: A\nurl: >-\n  {LONG}\n", f"title: A\nurl: >-\n  {SHORT}\n"),
        (
            "title: A\nurl: https://exe.example/a:?utm_a=1\n",
            'title: A\nurl: "https://exe.example/a:"\n',
        ),
        (
            f"title: A\nread_as: {{how: copy, url: '{LONG}'}}\n",
            f"title: A\nread_as: {{how: copy, url: {SHORT}}}\n",
        ),
    ],
)
def test_what_follows_visitors_goes_in_whatever_way_it_is_written(before: str, after: str) -> None:
    same(before, after, Role.SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        f"title: {LONG}\nnotes: See [A]({LONG}).\n",
        f"title: A\narchives:\n  - url: {LONG}\n",
        f"title: A\nsnapshot:\n  file: a.txt\n  sha256: {'0' * 64}\n  url: {LONG}\n",
        f"title: A\nurl: https://web.archive.org/web/2025/{LONG}\n",
        f"title: A\n# claimbook: allow[roundabout-address] only so\nurl: {LONG}\n",
        f"# claimbook: allow[roundabout-address] only so\ntitle: A\n\nmood: {LONG}\n",
        "title: A\nurl: https://exe.example/a/amp?amp=1\n",
    ],
)
def test_texts_and_copies_stay_and_what_a_comment_allows(text: str) -> None:
    same(text, text, Role.SOURCE)


def test_addresses_are_found_at_every_depth() -> None:
    media = "  media:\n    kind: image\n    authenticity: genuine\n    original: {}\n"
    source = "evidence:\n  - source:\n      title: A\n      url: {}\n    stance: context\n"
    about = "about:\n  - name: B\n    same_as: {}\n"
    whole = CLAIM.format(about, media + source)
    same(whole.format(LONG, LONG, LONG), whole.format(SHORT, SHORT, SHORT))


def test_a_publication_that_has_switched_the_rule_off_keeps_addresses() -> None:
    text = f"title: A\nurl: {LONG}\n"
    done = formatted(SourceFile("x.yml", text.encode()), Role.SOURCE, keeps_addresses=True)
    assert done.value == text


STYLES = st.sampled_from(["{}", "'{}'", '"{}"', ">-\n  {}", "|-\n  {}", "{}  # c", "\n  # d\n  {}"])
PARTS = st.lists(st.sampled_from(["utm_a=1", "b", "c=%C3%A9", "fbclid", "", "d=[e,f]", "g={h}"]))


@given(STYLES, PARTS, st.sampled_from(["", "#", "#utm_a=1"]))
def test_twice_is_once_and_nothing_else_is_said(style: str, parts: list[str], end: str) -> None:
    address = f"https://exe.example/a?{'&'.join(parts)}{end}"
    text = f"# e\ntitle: A\nurl: {style.format(address)}\nnotes: in {address} f\n"
    once = formatted(SourceFile("x.yml", text.encode()), Role.SOURCE).value
    assert once is not None
    assert formatted(SourceFile("x.yml", once.encode()), Role.SOURCE).value == once
    assert said(once) == {**said(text), "url": plain(address)}
    assert [once.count(f"# {each}") for each in "cde"] == [
        text.count(f"# {each}") for each in "cde"
    ]


def said(text: str) -> dict[str, str]:
    document = parse(SourceFile("x.yml", text.encode())).value
    assert document
    assert isinstance(document.root, Mapping)
    pairs = [(each.key.text, each.value) for each in document.root.entries]
    return {name: value.text for name, value in pairs if isinstance(value, Scalar)}
