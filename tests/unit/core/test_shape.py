"""Records: made quickly, never changed, alike where they hold the same wherever it stands."""

import pickle
from typing import Any

import pytest

from claimbook.data import replaced
from claimbook.records import Archive, Author, Claim, Source
from claimbook.shape import At, shapes_of
from claimbook.text import Mark
from claimbook.urls import parse_url

HERE, THERE = At("a.yml", Mark(1, 1, 2, 1)), At("b.yml", Mark(3, 1, 4, 1))


def test_places_make_no_difference() -> None:
    one, other = Source(at=HERE, title="Book"), Source(at=THERE, title="Book")
    assert one == other
    assert len({one, other}) == 1
    assert repr(one) == repr(other)
    assert one != Source(at=HERE, title="Books")
    assert Author(name="Gazette") != Archive(url=parse_url("https://example.org/"))


def test_a_record_never_changes() -> None:
    source = Source(title="Book")
    with pytest.raises(AttributeError):
        source.title = "Other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        source.other = "Other"  # type: ignore[attr-defined]
    assert replaced(source, title="Other").title == "Other"
    assert source.title == "Book"


def test_a_record_is_the_same_on_the_other_side_of_a_pipe() -> None:
    source = Source(at=HERE, title="Book", authors=(Author(name="Gazette"),))
    sent: Any = pickle.loads(pickle.dumps(source))
    assert sent == source
    assert sent.at == HERE


def test_what_is_left_out_has_its_default_and_what_must_be_there_must() -> None:
    source = Source(title="Book")
    assert (source.id, source.authors) == (None, ())
    with pytest.raises(TypeError, match="title"):
        Source()  # type: ignore[call-arg]


def test_fields_are_declared_in_the_order_in_which_they_are_written() -> None:
    shapes = {each.name: each for each in shapes_of(Claim)}
    assert list(shapes)[:3] == ["claim", "title", "claimant"]
    assert [each.name for each in shapes.values() if each.is_required] == [
        "claim",
        "claimant",
        "review",
    ]
