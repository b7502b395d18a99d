"""``claimbook impact``."""

import json
from pathlib import Path

import pytest

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import runner, said

SOURCES = {
    "notice": "title: Notice\nurl: https://council.example/\npublisher: Council\n",
    "gazette": "title: Story\nurl: https://gazette.example/\nderived_from: notice\n",
    "herald": "title: Report\nurl: https://herald.example/\npublisher: Herald\n",
}


def claim(number: int, *evidence: tuple[str, str], analysis: str = "") -> str:
    pieces = "".join(
        f"  - {{source: {source}, stance: {stance}, says: It says so.}}\n"
        for source, stance in evidence
    )
    return f"""\
claim: The bridge number {number} was closed.
claimant: Gazette
review:
  rating: unproven
  verdict: Nobody has looked.
  reviewed: 2026-11-02
  analysis: Nothing. {analysis}
evidence:
{pieces}"""


@pytest.fixture
def files(project: Path) -> Path:
    made = {f"sources/{name}.yml": text for name, text in SOURCES.items()} | {
        "one.yml": claim(1, ("notice", "supports"), ("herald", "supports")),
        "two.yml": claim(2, ("gazette", "supports")),
        "three.yml": claim(3, ("herald", "supports"), ("notice", "context")),
        "four.yml": claim(4, ("herald", "supports"), analysis="[@notice]"),
        "five.yml": claim(5, ("herald", "contradicts")),
    }
    for name, text in made.items():
        path = project / "claims" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project


def test_claims_come_by_what_they_would_lose(files: Path) -> None:
    done = runner().invoke(cli, ["impact", "notice", "--project", str(files)])
    assert done.exit_code == 0, said(done)
    assert done.stdout.splitlines() == [
        "notice: Notice",
        "rests on it: 2 claims",
        "  claims/two.yml [unproven]",
        "    supports, through `gazette`",
        "    rests on 1 independent origin, 0 without this source",
        "  claims/one.yml [unproven]",
        "    supports",
        "    rests on 2 independent origins, 1 without this source",
        "uses it as context: 1 claim",
        "  claims/three.yml [unproven]",
        "    context",
        "mentions it: 1 claim",
        "  claims/four.yml [unproven]",
    ]


def test_as_data(files: Path) -> None:
    done = runner().invoke(cli, ["impact", "--format", "json", "herald", "--project", str(files)])
    rows = {each["claim"]: each for each in json.loads(done.stdout)}
    assert set(rows) == {"one", "three", "four", "five"}
    assert rows["five"] == {
        "claim": "five",
        "path": "claims/five.yml",
        "rating": "unproven",
        "stances": ["contradicts"],
        "through": [],
        "origins": 1,
        "origins_left": 0,
    }


def test_an_unknown_source_is_told_the_nearest(files: Path) -> None:
    done = runner().invoke(cli, ["impact", "heralds", "--project", str(files)])
    assert done.exit_code == 2
    assert "did you mean `herald`?" in said(done)


def test_claims_with_errors_are_named_for_they_may_rest_on_it_too(files: Path) -> None:
    path = files / "claims" / "one.yml"
    path.write_text(path.read_text("utf-8").replace("rating: unproven", "rating: unprovn"), "utf-8")
    done = runner().invoke(cli, ["impact", "notice", "--project", str(files)])
    assert done.exit_code == 0, said(done)
    assert "rests on it: 1 claim\n" in done.stdout
    assert done.stderr.splitlines() == [
        "1 claim with errors not looked at, mend them and ask again:",
        "  claims/one.yml",
    ]


def test_where_claims_have_errors_nobody_says_that_none_uses_it(files: Path) -> None:
    for path in (files / "claims").glob("*.yml"):
        text = path.read_text("utf-8").replace("rating: unproven", "rating: unprovn")
        path.write_text(text, "utf-8")
    done = runner().invoke(cli, ["impact", "notice", "--project", str(files)])
    assert "no claim without errors uses it" in done.stdout
