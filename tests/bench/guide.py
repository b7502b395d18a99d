"""A hook of MkDocs: puts the recorded figures into the guide's page about speed.

It reads the history itself and imports nothing of ours: it runs at every build of the site.
"""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "history.jsonl"
MARK = "<!-- speed -->"
NAMES = {"claimbook": "Claimbook", "hugo": "Hugo", "eleventy": "Eleventy", "pagefind": "Pagefind"}
NOTHING = "No run has been recorded so far: `make bench ARGS=--record` records one."
Entry = dict[str, Any]


def on_page_markdown(markdown: str, **_: object) -> str:
    """The page with the figures where its mark stands."""
    if MARK not in markdown:
        return markdown
    text = FILE.read_text(encoding="utf-8") if FILE.is_file() else ""
    return markdown.replace(MARK, "\n".join(section([*map(json.loads, text.splitlines())])))


def section(history: list[Entry]) -> Iterator[str]:
    """The latest run of each size, then how the ratio to Hugo has come about."""
    if not history:
        yield NOTHING
    latest = {entry["claims"]: entry for entry in history}
    for _, entry in sorted(latest.items()):
        yield from _size(entry)
    yield from _course([each for each in history if "hugo" in each["results"]])


def _size(entry: Entry) -> Iterator[str]:
    yield f"### {entry['claims']:,} claims\n"
    charts = (_chart(entry, each) for each in ("cold", "one claim changed"))
    yield f'<div class="cb">{"".join(charts)}</div>\n'
    yield from _table(entry)
    machine, versions = entry["machine"], entry["versions"]
    others = ", ".join(f"{NAMES.get(each, each)} {number}" for each, number in versions.items())
    yield f"\n{entry['date']}: median of {entry['rounds']}, {machine['cores']} processors,"
    yield f"Python {machine['python']}, {others}.\n"


def _chart(entry: Entry, scenario: str) -> str:
    """Bars of seconds, as the site draws bars. One line of HTML: Markdown leaves it alone."""
    found = {
        name: costs[scenario]["wall"]
        for name, costs in entry["results"].items()
        if scenario in costs
    }
    if not found:
        return ""
    most = max(found.values())
    rows = "".join(_bar(name, wall, 100 * wall / most) for name, wall in found.items())
    caption = f"{scenario.capitalize()}, {entry['claims']:,} claims: seconds on the clock"
    head = '<thead><tr><th scope="col">Program</th><th scope="col">s</th><td></td></tr></thead>'
    body = f"<caption>{caption}</caption>{head}<tbody>{rows}</tbody>"
    table = f'<table class="cb-bars">{body}</table>'
    return f'<div class="cb-chart">{table}</div>'


def _bar(name: str, wall: float, width: float) -> str:
    label = f'<span class="cb-bars__name"><span>{escape(NAMES.get(name, name))}</span></span>'
    drawn = f'<rect class="cb-bar" width="{max(width, 0.8):.2f}%" height="14"/>'
    return (
        f'<tr><th scope="row">{label}</th><td class="cb-bars__number">{wall:,.2f}</td>'
        f'<td class="cb-bars__room"><svg aria-hidden="true" width="100%" height="14">{drawn}</svg>'
        "</td></tr>"
    )


def _table(entry: Entry) -> Iterator[str]:
    results = entry["results"]
    yield "| seconds on the clock (MB at the peak) | " + " | ".join(map(_name, results)) + " |"
    yield "|---|" + "--:|" * len(results)
    for scenario in dict.fromkeys(each for costs in results.values() for each in costs):
        cells = (_cell(costs.get(scenario)) for costs in results.values())
        yield f"| {scenario} | {' | '.join(cells)} |"
    yield f"| pages | {' | '.join(_cold(each, 'pages') for each in results.values())} |"
    yield f"| files | {' | '.join(_cold(each, 'files') for each in results.values())} |"
    yield f"| MB of site | {' | '.join(_cold(each, 'bytes', 1e6) for each in results.values())} |"


def _name(name: str) -> str:
    return NAMES.get(name, name)


def _cell(cost: dict[str, float] | None) -> str:
    if cost is None:
        return "–"
    memory = cost.get("together") or cost["largest"]
    return f"{cost['wall']:,.2f}" + (f" ({memory / 1e6:,.0f})" if memory else "")


def _cold(costs: dict[str, dict[str, float]], key: str, unit: float = 1) -> str:
    return f"{costs.get('cold', {}).get(key, 0) / unit:,.0f}"


def _course(history: list[Entry]) -> Iterator[str]:
    if len(history) > 1:
        yield "### How it came about\n"
        yield "| day | claims | cold, Claimbook / Hugo | with search |\n|---|--:|--:|--:|"
        for entry in history:
            ratios = (_ratio(entry["results"], each) for each in ("cold", "cold with search"))
            yield f"| {entry['date']} | {entry['claims']:,} | {' | '.join(ratios)} |"


def _ratio(results: Entry, scenario: str) -> str:
    ours, theirs = results["claimbook"].get(scenario), results["hugo"].get(scenario)
    return f"{ours['wall'] / theirs['wall']:.2f}" if ours and theirs else "–"
