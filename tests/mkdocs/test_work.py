"""How much work a build does: counted, not timed, so that it is exact on any machine."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimbook import claim_reading, folder
from claimbook.cli.commands import cli
from claimbook.diagnostics import Outcome
from claimbook.exports import open_graph
from claimbook.sample_corpus import write_project
from claimbook.site import Site
from claimbook.text import SourceFile
from claimbook.tree import Tree

CLAIMS = 220
LONG_AGO = 1_700_000_000


def make_project(root: Path) -> None:
    write_project(root, CLAIMS, search=False)
    for path in (root / "claims").rglob("*.yml"):
        # What was written a moment ago is read again, to be sure.
        os.utime(path, (LONG_AGO, LONG_AGO))


def counting(counts: Counter[str], name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the work has
        counts[name] += 1
        return work(*arguments, **named)

    return counted


@pytest.fixture
def counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What is done from now on, in a project of some claims, by this process alone."""
    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMBOOK_JOBS", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    # Files are as old as their last change; that this was long ago can only be pretended.
    monkeypatch.setattr("claimbook.past_files._SETTLED", -(10**12))
    done: Counter[str] = Counter()
    for name, home, work in (
        ("claims read", claim_reading, "decode_file"),
        ("claim pages made", Site, "noted_fragment"),
        ("lists made", Site, "_list_fragment"),
        ("files written", Tree, "_written"),
    ):
        monkeypatch.setattr(home, work, counting(done, name, getattr(home, work)))
    opened = folder.read_bytes

    def counted(path: Path, shown: str, most: int) -> Outcome[SourceFile]:
        done["claims opened"] += shown.startswith("claims/0")
        return opened(path, shown, most)

    monkeypatch.setattr(folder, "read_bytes", counted)
    return done


def built(counts: Counter[str]) -> dict[str, int]:
    counts.clear()
    done = CliRunner().invoke(cli, ["build"])
    assert done.exit_code == 0, done.output
    return {name: number for name, number in counts.items() if number}


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_build_does_what_has_changed(counts: Counter[str]) -> None:
    cold = built(counts)
    assert cold["claims read"] == cold["claim pages made"] == CLAIMS
    # Once to know it, once by whoever reads it: no bytes are carried along.
    assert cold["claims opened"] == 2 * CLAIMS
    assert cold["lists made"] > CLAIMS / 2
    assert cold["files written"] > CLAIMS + cold["lists made"]
    pages = {path: path.read_bytes() for path in Path("site").rglob("*.html")}

    again = built(counts)
    assert again == {}
    assert pages == {path: path.read_bytes() for path in Path("site").rglob("*.html")}

    claim = Path("claims/000/claim-000007.yml")
    replaced(claim, "analysis: |\n    ", "analysis: |\n    Now. ")
    one = built(counts)
    # Its page alone, and the list of files; who speaks of it in a list sees no difference.
    expected = dict.fromkeys(("claims read", "claim pages made"), 1)
    assert one == {"claims opened": 2, "files written": 2, **expected}

    replaced(claim, "title: ", "title: New ")
    listed = built(counts)
    assert (listed["claims read"], listed["claim pages made"]) == (1, 1)
    assert listed["lists made"] == cold["lists made"]
    assert 1 < listed["files written"] < cold["files written"] / 4
    assert "New " in Path("site/claims/claim-000007/index.html").read_text()


def test_a_card_is_looked_at_where_a_claim_shows_something_else(
    counts: Counter[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claimbook.toml").write_text("cards = true\n", encoding="utf-8")
    made = counting(counts, "cards looked at", open_graph.card_face)
    monkeypatch.setattr(open_graph, "card_face", made)
    assert built(counts)["cards looked at"] == CLAIMS
    cards = {path: path.read_bytes() for path in Path("site").rglob("card.png")}
    assert len(cards) == CLAIMS

    claim = Path("claims/000/claim-000007.yml")
    replaced(claim, "analysis: |\n    ", "analysis: |\n    Now. ")
    assert "cards looked at" not in built(counts)
    assert cards == {path: path.read_bytes() for path in Path("site").rglob("card.png")}

    replaced(claim, "claim: ", "claim: New ")
    assert built(counts)["cards looked at"] == 1
    changed = [path for path, content in cards.items() if path.read_bytes() != content]
    assert changed == [Path("site/claims/claim-000007/card.png")]


def test_what_was_built_by_steps_is_what_one_build_makes(
    counts: Counter[str], tmp_path: Path
) -> None:
    built(counts)
    replaced(Path("claims/000/claim-000003.yml"), "rating: ", "rating: mixed # ")
    built(counts)
    Path("claims/000/claim-000005.yml").unlink()
    replaced(Path("claims/claimants/entity-1.yml"), "name: ", "name: The ")
    built(counts)
    by_steps = contents(tmp_path / "site")
    shut = CliRunner().invoke(cli, ["build", "--site-dir", "other"])
    assert shut.exit_code == 0
    assert contents(tmp_path / "other") == by_steps
    for path in (tmp_path / ".cache").rglob("*.sqlite3"):
        path.unlink()
    assert CliRunner().invoke(cli, ["build", "--site-dir", "third"]).exit_code == 0
    assert contents(tmp_path / "third") == by_steps


def test_what_pages_are_woven_with_is_noticed(counts: Counter[str], tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    own = "repo_url: https://git.example/o/r\nedit_uri: edit/main/site_src/\n"
    features = "  features: [content.action.edit]\n  custom_dir: own\n"
    text = config.read_text(encoding="utf-8").replace("theme:\n", f"{own}theme:\n{features}", 1)
    config.write_text(text, encoding="utf-8")
    (tmp_path / "claimbook.toml").write_text(
        'cards = false\n[publication]\nurl = "https://own.example/"\n', encoding="utf-8"
    )
    template = tmp_path / "own" / "claimbook" / "claim.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>{{ page.verdict }}</p>", encoding="utf-8")
    built(counts)
    changes: tuple[Callable[[], object], ...] = (
        lambda: replaced(config, "site_url: https://", "site_url: https://other."),
        lambda: replaced(config, "edit/main/", "edit/dev/"),
        lambda: Path("claims/000/claim-000005.yml").rename("claims/claim-000005.yml"),
        lambda: template.rename(template.with_stem("another")),
    )
    for change in changes:
        before = contents(tmp_path / "site")
        change()
        built(counts)
        by_steps = contents(tmp_path / "site")
        assert by_steps != before
        forgotten(tmp_path)
        assert CliRunner().invoke(cli, ["build", "--site-dir", "anew"]).exit_code == 0
        assert contents(tmp_path / "anew") == by_steps


def forgotten(root: Path) -> None:
    for path in (root / ".cache").rglob("*.sqlite3"):
        path.rename(path.with_suffix(".put-by"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }
