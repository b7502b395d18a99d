"""What was measured: costs by contender and scenario, and what each has written."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from claimbook.metering import Cost, Written


@dataclass
class Results:
    """All rounds at one size of the corpus."""

    claims: int
    rounds: int
    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    written: dict[tuple[str, str], Written] = field(default_factory=dict)
    claim_pages: dict[str, float] = field(default_factory=dict)

    def add(self, contender: str, scenario: str, cost: Cost) -> None:
        """Note a run."""
        self.costs[contender, scenario].append(cost)

    def write(self, contender: str, scenario: str, written: Written) -> None:
        """Note what stands on disk after it."""
        self.written[contender, scenario] = written

    def contenders(self) -> list[str]:
        """Who was measured, in order."""
        return list(dict.fromkeys(name for name, _ in self.costs))

    def scenarios(self) -> list[str]:
        """What was measured, in order."""
        return list(dict.fromkeys(scenario for _, scenario in self.costs))

    def wall(self, contender: str, scenario: str) -> float | None:
        """Seconds on the clock, the median."""
        return self._median(contender, scenario, lambda each: each.wall)

    def cpu(self, contender: str, scenario: str) -> float | None:
        """Seconds of the processors, the median."""
        return self._median(contender, scenario, lambda each: each.cpu)

    def largest(self, contender: str, scenario: str) -> float | None:
        """Bytes of the largest process, at most."""
        runs = self.costs.get((contender, scenario), [])
        return max((each.largest for each in runs), default=None)

    def together(self, contender: str, scenario: str) -> float | None:
        """Bytes of all its processes at once, at most; the largest process where not watched."""
        runs = self.costs.get((contender, scenario), [])
        found = max((each.together for each in runs), default=0)
        return found or self.largest(contender, scenario)

    def _median(self, contender: str, scenario: str, of: Callable[[Cost], float]) -> float | None:
        runs = self.costs.get((contender, scenario))
        return median(map(of, runs)) if runs else None

    def as_data(self) -> dict[str, Any]:
        """Medians and peaks, for the history."""
        return {
            "claims": self.claims,
            "rounds": self.rounds,
            "claim_page": {name: round(size) for name, size in self.claim_pages.items()},
            "results": {name: dict(self._of(name)) for name in self.contenders()},
        }

    def _of(self, name: str) -> Iterator[tuple[str, dict[str, float]]]:
        for scenario in self.scenarios():
            if (name, scenario) in self.costs:
                yield scenario, dict(self._figures(name, scenario))

    def _figures(self, name: str, scenario: str) -> Iterator[tuple[str, float]]:
        yield "wall", round(self.wall(name, scenario) or 0, 3)
        yield "cpu", round(self.cpu(name, scenario) or 0, 3)
        yield "largest", int(self.largest(name, scenario) or 0)
        if any(each.together for each in self.costs[name, scenario]):
            yield "together", int(self.together(name, scenario) or 0)
        if written := self.written.get((name, scenario)):
            yield from (("files", written.files), ("bytes", written.size), ("pages", written.pages))
