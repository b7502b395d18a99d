"""The comparison with other site generators, on corpora too small to compare anything."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from claimbook.metering import CommandFailedError, Cost, Written
from claimbook.sample_corpus import claim_record
from tests.bench import history, tables, versus
from tests.bench.contenders import hugo_program
from tests.bench.eleventy_site import write_eleventy
from tests.bench.hugo_site import claim_page, write_hugo
from tests.bench.results import Results
from tests.bench.targets import TARGETS, verdicts


def results(claims: int = 10_000, ours: float = 5.0, theirs: float = 10.0) -> Results:
    made = Results(claims, 3)
    for wall in (99.0, ours, ours):
        made.add("claimbook", "cold", Cost(wall, wall * 2, 300_000_000, 400_000_000))
        made.add("hugo", "cold", Cost(theirs, theirs, 2_000_000_000))
    made.write("claimbook", "cold", Written(files=30, size=400_000, pages=20))
    made.claim_pages["claimbook"] = 19_500
    return made


def verdict(what: str, *measured: Results) -> tuple[float | None, bool | None]:
    [found] = [each for each in verdicts(list(measured)) if each.target.what == what]
    return found.found, found.is_met


def test_medians_are_compared_not_means() -> None:
    assert verdict("cold build, no search", results(ours=5)) == (0.5, True)
    assert verdict("cold build, no search", results(ours=7.5)) == (0.75, False)


def test_memory_counts_all_our_processes() -> None:
    assert verdict("peak memory, no search, all processes", results()) == (0.2, True)
    assert verdict("peak memory, no search, largest process", results()) == (0.15, True)


def test_a_page_has_its_weight() -> None:
    assert verdict("a claim page on disk", results()) == (19.5, True)


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert verdict("check, nothing cached", results()) == (None, None)
    assert verdict("cold build, no search", Results(10_000, 1)) == (None, None)


def test_growth_is_seen_between_two_sizes() -> None:
    small, large = results(10_000, ours=5), results(100_000, ours=60)
    assert verdict("cold build, to 10,000", small, large) == (12.0, False)


def test_every_target_is_printed_with_its_mark() -> None:
    shown = "\n".join(tables.targets(verdicts([results()])))
    assert shown.count("\n") == len([each for each in TARGETS if each.claims == 10_000]) + 1
    lines = {line[:52].strip(): line for line in shown.splitlines()}
    assert lines["cold build, no search"].endswith("0.6 × Hugo      0.50  met")
    assert lines["check, nothing cached"].endswith("not measured")


def test_costs_stand_beside_ours() -> None:
    shown = "\n".join(tables.costs(results()))
    figures = "10.00    10.00   2,000     2.00    1.00"
    assert f"{'cold':<34}{'hugo':<16}{figures}" in shown


def test_history_keeps_a_line_for_each_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_hugo", lambda: "0.168.0")
    file = tmp_path / "history.jsonl"
    assert history.read(file) == []
    history.append([results(1000), results()], date(2026, 11, 22), file)
    history.append([results(100_000)], date(2026, 11, 23), file)
    kept = history.read(file)
    assert [(each["date"], each["claims"]) for each in kept] == [
        ("2026-11-22", 1000),
        ("2026-11-22", 10_000),
        ("2026-11-23", 100_000),
    ]
    assert kept[0]["versions"]["hugo"] == "0.168.0"
    cold = kept[0]["results"]["claimbook"]["cold"]
    assert (cold["wall"], cold["together"], cold["bytes"]) == (5.0, 400_000_000, 400_000)


def test_an_edit_is_always_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "claim.yml"
    path.write_text("evidence:\n- says: It rains.\n")
    seen = set()
    for _ in range(3):
        versus.edit(path)
        seen.add(path.read_text())
    assert len(seen) == 3
    assert all("It rains.\n" in each for each in seen)


def test_a_page_with_front_matter_says_all_that_the_claim_says() -> None:
    record = claim_record(3)
    _, head, body = claim_page(record).split("---\n", 2)
    read = yaml.safe_load(head)
    assert body == record["review"]["analysis"]  # type: ignore[index]
    assert read["evidence"] == record["evidence"]
    assert read["verdict"] == record["review"]["verdict"]  # type: ignore[index]
    assert read["claimants"] == [record["claimant"]]


def test_projects_of_the_others_are_written_whole(tmp_path: Path) -> None:
    assert write_hugo(tmp_path / "hugo", 2) > 10_000
    assert len(list((tmp_path / "hugo/content/claims").glob("claim-*.md"))) == 2
    assert write_eleventy(tmp_path / "eleventy", 2, 5) > 10_000
    assert json.loads((tmp_path / "eleventy/known/site.json").read_text()) == {"links": 5}


@pytest.mark.skipif(not hugo_program().is_file(), reason="`make bench` installs Hugo")
def test_hugo_builds_the_site(tmp_path: Path) -> None:
    write_hugo(tmp_path, 60)
    command = [str(hugo_program()), "--quiet", "--panicOnWarning"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
    public = tmp_path / "public"
    page = (public / "claims" / "claim-000007" / "index.html").read_text(encoding="utf-8")
    assert page.count('<p class="cb-reference">') == page.count('<li id="source-')
    assert '"@type":"ClaimReview"' in page
    assert "[@" not in page
    for place in ("claims/page/2", "timeline", "topics/topic-0", "publishers", "statistics"):
        assert (public / place / "index.html").is_file(), place
    for place in (".", "topics/topic-0", "ratings/false"):
        feed = ET.parse(public / place / "index.xml")
        assert 0 < len(feed.findall("channel/item")) <= 30


def test_a_failure_keeps_what_was_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure_size(found: Results, _: object) -> None:
        if found.claims == 20:
            raise CommandFailedError("no such luck")
        found.add("claimbook", "cold", Cost(1.5, 2.5, 10_000_000))

    monkeypatch.setattr(versus, "measure_size", measure_size)
    monkeypatch.setattr(sys, "argv", ["versus.py", "--claims", "10,20", "--record"])
    with pytest.raises(SystemExit, match="no such luck"):
        versus.main()
    assert "claimbook        1.50     2.50" in capsys.readouterr().out


@pytest.mark.slow
def test_the_whole_comparison_runs(repository: Path) -> None:
    command = [sys.executable, "tests/bench/versus.py", "--claims", "30", "--rounds", "1"]
    command += ["--beside", "hugo"]
    done = subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = {line[:46].rstrip() for line in done.stdout.splitlines()}
    for scenario in (
        "cold",
        "one claim changed with search",
        "check, one changed",
        "serve, edit to page",
    ):
        assert f"{scenario:<34}claimbook" in lines
    assert f"{'serve, edit to page':<34}claimbook" in lines
    if hugo_program().is_file():
        assert f"{'cold with search':<34}hugo" in lines


def test_nothing_cannot_be_measured(repository: Path) -> None:
    command = [sys.executable, "tests/bench/versus.py", "--claims", "10,0"]
    done = subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "0 gives nothing to measure" in done.stderr
