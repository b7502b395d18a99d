import json
from pathlib import Path

import pytest
from click.testing import Result

from claimbook.cli.commands import cli
from claimbook.statements import sentences
from tests.unit.cli.conftest import add, runner, said

SAID = "In September 2025 OpenAI launched its second Sora model."


def match(*arguments: str, typed: str | bytes | None = None) -> Result:
    return runner().invoke(cli, ["match", *arguments], prog_name="claimbook", input=typed)


@pytest.mark.usefixtures("project")
def test_a_checked_sentence_is_found_with_its_page() -> None:
    done = match(SAID)
    assert done.exit_code == 0, said(done)
    assert done.stdout.startswith("same, ")
    assert "claims/launch.yml [true]" in done.stdout
    assert "    /claims/launch/\n" in done.stdout


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("sentence", "relation", "reason"),
    [
        ("OpenAI launched its third Sora model in September 2025.", "other number", "3"),
        ("OpenAI did not launch its second Sora model in September 2025.", "opposite", "denies"),
        ("In September 2025 startete OpenAI sein zweites Sora-Modell.", "same", "same numbers"),
    ],
)
def test_what_differs_is_said(sentence: str, relation: str, reason: str) -> None:
    (told,) = json.loads(match("--format", "json", sentence).stdout)
    assert told["checked"]
    assert told["claims"][0]["relation"] == relation
    assert reason in told["claims"][0]["reason"]


@pytest.mark.usefixtures("project")
def test_what_nobody_checked_is_exit_code_1() -> None:
    done = match("The bridge over the Exe was closed for two years.")
    assert (done.exit_code, done.stdout) == (1, "nothing like it among 1 claim\n")


@pytest.mark.usefixtures("project")
def test_what_is_only_related_answers_nothing() -> None:
    done = match("--format", "json", "The second Sora model frightened many people in Hollywood.")
    (told,) = json.loads(done.stdout)
    assert {each["relation"] for each in told["claims"]} <= {"related"}
    assert not told["checked"]
    assert done.exit_code == 1


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_a_text_is_looked_up_sentence_by_sentence(arguments: tuple[str, ...]) -> None:
    done = match("--format", "json", *arguments, typed=f"Dr. Hill was\nthere. {SAID} {SAID}")
    told = json.loads(done.stdout)
    assert [each["sentence"] for each in told] == ["Dr. Hill was there.", SAID]
    assert [each["checked"] for each in told] == [False, True]
    assert done.exit_code == 0


def test_the_address_is_whole_where_the_site_has_one_and_a_draft_has_none(project: Path) -> None:
    (project / "claimbook.toml").write_text(
        '[publication]\nname = "Test"\nurl = "https://x.example/"\n'
    )
    add(project, "claims/drafts/again.yml", (project / "claims" / "launch.yml").read_text())
    (told,) = json.loads(match("--format", "json", SAID).stdout)
    pages = {each["id"]: (each["page"], each["draft"]) for each in told["claims"]}
    assert pages == {"launch": ("https://x.example/claims/launch/", False), "again": ("", True)}
    assert "claims/drafts/again.yml (draft)" in match(SAID).stdout


def test_a_withdrawn_claim_lends_its_rating_to_nothing(project: Path) -> None:
    file = project / "claims" / "launch.yml"
    file.write_text(f"{file.read_text()}withdrawn: {{date: 2026-11-01, reason: It was wrong.}}\n")
    assert "claims/launch.yml [withdrawn]" in match(SAID).stdout
    (told,) = json.loads(match("--format", "json", SAID).stdout)
    assert told["claims"][0]["withdrawn"]


@pytest.mark.usefixtures("project")
def test_a_terminal_is_not_steered() -> None:
    done = match(typed=f"{SAID}\x1b[31m \0\u202e Another one. ##[set-output]")
    assert done.exit_code == 0
    assert all(each not in done.stdout for each in ("\x1b", "\0", "\u202e", "##["))


@pytest.mark.usefixtures("project")
def test_what_is_no_text_is_said() -> None:
    done = match(typed=b"OpenAI \xff")
    assert done.exit_code == 2
    assert "error[CB001 not-utf-8]: the byte 0xFF is not UTF-8\n  --> -:1:8" in done.stderr
    nothing = match(typed=" \n")
    assert nothing.exit_code == 2
    assert "there is no sentence" in nothing.stderr


@pytest.mark.usefixtures("project")
def test_without_the_library_lines_are_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise sentences.NoSplitterError

    monkeypatch.setattr(sentences, "_splitter", missing)
    done = match("--format", "json", typed=f"\n  {SAID}\nA bridge. A road.\n")
    told = json.loads(done.stdout)
    assert [each["sentence"] for each in told] == [SAID, "A bridge. A road."]
    assert "each line is taken for a sentence: pip install 'claimbook[annotate]'" in done.stderr
