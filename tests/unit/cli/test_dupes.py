import json
import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import runner, said

OTHERS = {
    "again": "In September 2025, OpenAI released its second Sora model.",
    "denied": "OpenAI did not launch its second Sora model in September 2025.",
    "number": "OpenAI launched its third Sora model in September 2025.",
    "far": "The bridge over the Exe was closed for two years.",
}


def claimbook(*arguments: str, typed: str | None = None) -> Result:
    return runner().invoke(cli, arguments, prog_name="claimbook", input=typed)


@pytest.fixture
def crowd(project: Path) -> Path:
    """A project of five claims, four of which are about the same."""
    text = (project / "claims" / "launch.yml").read_text()
    for name, claim in OTHERS.items():
        lines = [f"claim: {claim}", *text.splitlines()[1:]]
        (project / "claims" / f"{name}.yml").write_text("\n".join(lines) + "\n")
    return project


@pytest.mark.usefixtures("crowd")
def test_the_claims_most_like_a_text_are_told_with_a_reason() -> None:
    done = claimbook("dupes", "OpenAI", "has launched the second Sora model, September 2025")
    assert done.exit_code == 0
    first, *rest = done.stdout.split("\n\n")
    assert first.startswith("same, ")
    assert "same names; same numbers" in first
    assert "claims/again.yml [true]" in first or "claims/launch.yml [true]" in first
    assert any(each.startswith("opposite, ") and "one denies it" in each for each in rest)
    assert any(each.startswith("other number, ") for each in rest)
    assert "far.yml" not in done.stdout


@pytest.mark.usefixtures("crowd")
def test_all_pairs_are_told_as_json() -> None:
    told = json.loads(claimbook("dupes", "--format", "json").stdout)
    pairs = {(*sorted((each["id"], each["other"]["id"])), each["relation"]) for each in told}
    assert ("again", "launch", "same") in pairs
    assert ("denied", "launch", "opposite") in pairs
    assert ("launch", "number", "other number") in pairs
    assert all("far" not in pair for pair in pairs)
    assert told == sorted(told, key=lambda each: -each["score"])


def test_claims_that_are_linked_are_no_news(crowd: Path) -> None:
    with (crowd / "claims" / "again.yml").open("a") as file:
        file.write("related:\n  same_as: [launch]\n")
    told = json.loads(claimbook("dupes", "--format", "json").stdout)
    assert {"again", "launch"} not in [{each["id"], each["other"]["id"]} for each in told]


def test_only_those_of_a_branch(crowd: Path) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for step in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "all"]):
        subprocess.run(["git", *step], cwd=crowd, check=True)
    assert claimbook("dupes", "--changed-since", "HEAD").stdout == "nothing alike among 5 claims\n"
    with (crowd / "claims" / "denied.yml").open("a") as file:
        file.write("# touched\n")
    told = json.loads(claimbook("dupes", "--changed-since", "HEAD", "--format", "json").stdout)
    assert told
    assert all("denied" in {each["id"], each["other"]["id"]} for each in told)


@pytest.mark.usefixtures("crowd")
def test_a_text_and_a_revision_are_wrong_usage() -> None:
    assert claimbook("dupes", "text", "--changed-since", "HEAD").exit_code == 2


def test_a_claim_cannot_steer_the_terminal(project: Path) -> None:
    bad = project / "claims" / "bad.yml"
    text = (project / "claims" / "launch.yml").read_text().splitlines()
    bad.write_text("\n".join(['claim: "OpenAI launched \\e[31m Sora two."', *text[1:]]))
    assert "\x1b" not in claimbook("dupes", "OpenAI launched Sora two").stdout


@pytest.mark.usefixtures("crowd")
def test_a_new_claim_that_is_there_already_is_shown_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("claimbook.cli.interview.is_person_there", lambda: True)
    given = ("--claimant", "OpenAI", "--claimed", "2025-09-30", "--rating", "true")
    typed = "OpenAI launched the second Sora model in September 2025.\nn\n"
    done = claimbook("new", *given, typed=typed)
    assert done.exit_code == 1
    assert "This may be here already:" in done.stderr
    assert "claims/again.yml [true]" in done.stderr
    assert "Go on with a new claim? [Y/n]: n" in said(done)
    assert not [*Path("claims").glob("drafts/*")]


@pytest.mark.usefixtures("crowd")
def test_without_a_person_it_is_only_said() -> None:
    claim = "OpenAI launched the second Sora model in September 2025."
    done = claimbook("new", "--claim", claim, "--claimant", "OpenAI")
    assert done.exit_code == 0, said(done)
    assert "This may be here already:" in done.stderr
    assert [*Path("claims").glob("drafts/*")]
