"""Voices and circles in the evidence graph."""

from claimbook.circles import circles
from claimbook.corpus import CitedSource, Corpus, Filed
from claimbook.graph import origin_groups
from claimbook.records import Claim, Review, Source

CLAIM = Claim(claim="C", claimant="D", review=Review(rating="true", verdict="E"))


def _voices(*names: str, **sources: Source) -> tuple[tuple[str, ...], ...]:
    """The voices among those of the sources that are named, or among all."""
    corpus = Corpus(sources={name: Filed(name, f"{name}.yml", s) for name, s in sources.items()})
    cited = [CitedSource(name, sources[name], is_shared=True) for name in names or sources]
    return origin_groups(corpus, cited, CLAIM)


def test_sources_without_anything_in_common_are_independent() -> None:
    assert _voices(a=Source(title="A"), b=Source(title="B")) == (("a",), ("b",))


def test_one_origin_is_one_voice() -> None:
    groups = _voices(
        a=Source(title="A", origin="wire"),
        b=Source(title="B"),
        c=Source(title="C", origin="wire"),
    )
    assert sorted(groups) == [("a", "c"), ("b",)]


def test_a_publisher_is_one_voice_whatever_the_case() -> None:
    groups = _voices(
        a=Source(title="A", publisher="BBC News"), b=Source(title="B", publisher="bbc news")
    )
    assert groups == (("a", "b"),)


def test_a_common_ancestor_makes_one_voice_through_any_number_of_steps() -> None:
    voices = _voices(
        "a",
        "d",
        a=Source(title="A", derived_from=("b",)),
        b=Source(title="B", derived_from=("c",)),
        c=Source(title="C"),
        d=Source(title="D", derived_from=("c",)),
    )
    assert voices == (("a", "d"),)


def test_a_later_source_can_join_two_voices() -> None:
    groups = _voices(
        a=Source(title="A", origin="x"),
        b=Source(title="B", publisher="P"),
        c=Source(title="C", origin="x", publisher="P"),
    )
    assert [sorted(group) for group in groups] == [["a", "b", "c"]]


def test_a_circle_begins_at_its_smallest_name_and_a_name_alone_makes_none() -> None:
    edges = {"b": ("c",), "c": ("a",), "a": ("b",), "d": ("d",), "e": ("a",)}
    assert circles(edges) == (("a", "b", "c"),)


def test_a_long_chain_needs_no_recursion() -> None:
    edges = {f"{n:05}": (f"{n + 1:05}",) for n in range(20_000)}
    assert circles(edges) == ()


def test_what_the_same_hands_passed_on_is_one_voice() -> None:
    groups = _voices(
        a=Source(title="A", publisher="Gazette", via="Example Press"),
        b=Source(title="B", publisher="Herald", agency="example press"),
        c=Source(title="C", publisher="Courier", via="A Reader"),
    )
    assert groups == (("a", "b"), ("c",))
