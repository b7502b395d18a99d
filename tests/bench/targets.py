"""What we want to reach, and whether we do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.results import Results

OURS, THEIRS = "claimbook", "hugo"
MB, GB = 1e6, 1e9
Measure = Callable[[Results], float | None]


@dataclass(frozen=True)
class Target:
    """Something to reach at one size of the corpus: at most ``most`` of ``unit``."""

    what: str
    measure: Measure
    most: float
    unit: str = "× Hugo"
    claims: int = 10_000


@dataclass(frozen=True)
class Verdict:
    """What was measured for a target; ``is_met`` is None where nothing was."""

    target: Target
    claims: int
    found: float | None

    @property
    def is_met(self) -> bool | None:
        """Whether it was reached."""
        return None if self.found is None else self.found <= self.target.most


def seconds(scenario: str) -> Measure:
    """Our time on the clock."""
    return lambda results: results.wall(OURS, scenario)


def thousandths(scenario: str) -> Measure:
    """Our time on the clock in milliseconds."""
    return lambda results: _times(results.wall(OURS, scenario), 1000)


def to_hugo(scenario: str, theirs: str = "") -> Measure:
    """Our time on the clock for one of Hugo's, which may be for another scenario."""
    return lambda results: _over(
        results.wall(OURS, scenario), results.wall(THEIRS, theirs or scenario)
    )


def memory(scenario: str, unit: float) -> Measure:
    """Our memory, all processes together."""
    return lambda results: _over(results.together(OURS, scenario), unit)


def largest(scenario: str, unit: float) -> Measure:
    """Memory of our largest process."""
    return lambda results: _over(results.largest(OURS, scenario), unit)


def memory_to_hugo(scenario: str) -> Measure:
    """Our memory, all processes together, for one of Hugo's."""
    return lambda results: _over(
        results.together(OURS, scenario), results.together(THEIRS, scenario)
    )


def largest_to_hugo(scenario: str) -> Measure:
    """Memory of our largest process, for that of Hugo's."""
    return lambda results: _over(results.largest(OURS, scenario), results.largest(THEIRS, scenario))


def page_size(results: Results) -> float | None:
    """Mean bytes of our claim pages, in thousands."""
    return _over(results.claim_pages.get(OURS), 1000)


TARGETS = (
    Target("cold build, no search", to_hugo("cold"), 0.6),
    Target("cold build with search", to_hugo("cold with search"), 0.8),
    Target("peak memory with search", memory("cold with search", GB), 1, "GB"),
    Target(
        "one claim changed, with search, to Hugo without",
        to_hugo("one claim changed with search", "one claim changed"),
        0.15,
    ),
    Target("serve, from a saved file to its page", seconds("serve, edit to page"), 1, "s"),
    Target("check, nothing cached", seconds("check, cold"), 3, "s"),
    Target("check, one claim changed", seconds("check, one changed"), 0.5, "s"),
    Target("peak memory, no search, all processes", memory_to_hugo("cold"), 0.25),
    Target("peak memory, no search, largest process", largest_to_hugo("cold"), 0.25),
    Target("a claim page on disk", page_size, 20, "KB"),
    Target("--version", thousandths("--version"), 150, "ms"),
    Target("check of one file", thousandths("check of one file"), 250, "ms"),
    Target("peak memory, largest process", largest("cold", GB), 2, "GB", 100_000),
)
MOST_GROWTH = 11


def verdicts(all_results: list[Results]) -> Iterator[Verdict]:
    """What became of the targets. A target for another size is measured, but not claimed."""
    for results in all_results:
        for target in TARGETS:
            if target.claims == results.claims or (target.claims, results.claims) == (10_000, 1000):
                yield Verdict(target, results.claims, target.measure(results))
    yield from _growth({each.claims: each for each in all_results})


def _growth(sizes: dict[int, Results]) -> Iterator[Verdict]:
    for claims, results in sizes.items():
        if claims * 10 in sizes:
            target = Target(f"cold build, to {claims:,}", seconds("cold"), MOST_GROWTH, "×")
            times = _over(sizes[claims * 10].wall(OURS, "cold"), results.wall(OURS, "cold"))
            yield Verdict(target, claims * 10, times)


def _over(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _times(one: float | None, factor: float) -> float | None:
    return None if one is None else one * factor
