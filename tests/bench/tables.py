"""Results as text."""

from collections.abc import Iterable, Iterator

from tests.bench.results import Results
from tests.bench.targets import MB, OURS, Verdict

_MARKS = {True: "met", False: "MISSED", None: "not measured"}


def costs(results: Results) -> Iterator[str]:
    """Time and memory of each scenario."""
    yield f"\n{results.claims:,} claims, median of {results.rounds}"
    yield f"{'':<34}{'':<12}{'wall s':>9}{'CPU s':>9}{'MB':>8}{'to ours':>9}{'in CPU':>8}"
    for scenario in results.scenarios():
        for name in results.contenders():
            if (name, scenario) in results.costs:
                yield _cost(results, name, scenario)


def _cost(results: Results, name: str, scenario: str) -> str:
    wall = results.wall(name, scenario) or 0
    cpu = results.cpu(name, scenario) or 0
    walls, cpus = (of(OURS, scenario) or 1 for of in (results.wall, results.cpu))
    memory = (results.together(name, scenario) or 0) / MB
    others = f"{cpu:>9.2f}{memory:>8,.0f}{wall / walls:>9.2f}{cpu / cpus:>8.2f}" if cpu else ""
    return f"{scenario:<34}{name:<12}{wall:>9.2f}{others}"


def sizes(results: Results) -> Iterator[str]:
    """What stands on disk."""
    yield f"\n{'on disk':<34}{'':<12}{'files':>9}{'pages':>9}{'MB':>8}{'KB/page':>9}"
    for (name, scenario), found in results.written.items():
        shown = f"{found.files:>9,}{found.pages:>9,}{found.size / MB:>8,.1f}"
        yield f"{scenario:<34}{name:<12}{shown}{found.size / max(1, found.pages) / 1000:>9.1f}"
    for name, size in results.claim_pages.items():
        yield f"{'a claim page, mean':<34}{name:<12}{size / 1000:>35.1f}"


def targets(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """What we wanted, what we have."""
    yield f"\n{'target':<52}{'claims':>8}{'at most':>14}{'measured':>10}"
    for each in verdicts:
        found = "" if each.found is None else f"{each.found:.2f}"
        most = f"{each.target.most:g} {each.target.unit}"
        line = f"{each.target.what:<52}{each.claims:>8,}{most:>14}{found:>10}"
        yield f"{line}  {_mark(each)}"


def _mark(verdict: Verdict) -> str:
    wanted = verdict.target.claims == verdict.claims or verdict.target.unit == "×"
    return _MARKS[verdict.is_met] + ("" if wanted else f" (asked for {verdict.target.claims:,})")
