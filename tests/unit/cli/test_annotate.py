import csv
import io
import json
import os
import threading
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from claimbook.anchoring import Anchor, anchored_claims
from claimbook.cli import annotate as annotating
from claimbook.cli import asking
from claimbook.cli.commands import cli
from claimbook.compile import compile_claims
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.statements import sentences
from claimbook.workspace import load
from tests.unit.cli.conftest import add, runner, said

TOWN = """Brackwell closes its pool

The city council closed the swimming pool in May 2023. “We had no choice,” said
Anna Reed, the mayor. I think that is a shame.

It closed the pool in May. Nobody swam. It closed the pool in May. OpenAI never launched its
second Sora model in September 2025. Will it open again?
"""
HOSTILE = (
    "=cmd|' /C calc'!A1 was said in 2024. <script>alert(1)</script> [x](javascript:x) cost $5. "
    "::error::It was ##[set-output] `so` in 2023.\n"
)


@pytest.fixture
def town(project: Path) -> Path:
    (project / "town.txt").write_text(TOWN)
    return project


def annotate(*arguments: str, typed: str | bytes | None = None) -> Result:
    return runner().invoke(cli, ["annotate", *arguments], prog_name="claimbook", input=typed)


def rows(*arguments: str, typed: str | None = None) -> list[dict[str, object]]:
    done = annotate(*arguments, "--format", "json", typed=typed)
    assert done.exit_code == 0, said(done)
    found: list[dict[str, object]] = json.loads(done.stdout)["sentences"]
    return found


def drafts_of(project: Path) -> dict[str, str]:
    return {path.stem: path.read_text() for path in (project / "claims" / "drafts").glob("*.yml")}


@pytest.mark.usefixtures("town")
def test_every_sentence_is_told_with_its_place_and_what_to_do() -> None:
    found = rows("town.txt")
    assert [(each["number"], each["line"], each["status"]) for each in found] == [
        (1, 1, "probably not checkable"),
        (2, 3, "worth checking"),
        (3, 3, "worth checking"),
        (4, 4, "probably not checkable"),
        (5, 6, "worth checking"),
        (6, 6, "probably not checkable"),
        (7, 6, "worth checking"),
        (8, 6, "already checked"),
        (9, 7, "probably not checkable"),
    ]
    assert found[2]["rank"] == 1
    (claim,) = found[7]["claims"]  # type: ignore[misc]
    assert (claim["id"], claim["relation"]) == ("launch", "opposite")


@pytest.mark.usefixtures("town")
def test_the_list_is_read_in_a_terminal() -> None:
    done = annotate("town.txt")
    assert done.stdout.startswith(
        "town.txt: 9 sentences: 1 already checked, 4 worth checking, 4 probably not checkable\n"
    )
    assert "Worth checking, the best first\n  [3] line 3  “We had no choice,” said Anna" in (
        done.stdout
    )
    assert "somebody is quoted (“We had no choice,”)" in done.stdout
    assert "claims/launch.yml [true]: opposite, " in done.stdout
    assert "a question" in done.stdout


@pytest.mark.usefixtures("town")
def test_a_sum_is_explained_and_a_long_list_shortened() -> None:
    done = annotate("town.txt", "--explain", "--limit", "1")
    assert "+1.50  a day or year (“2023-05”)" not in done.stdout
    assert "+1.50  somebody is quoted" in done.stdout
    assert "in all; from 1.0 on it is worth checking" in done.stdout
    assert "  … and 3 more\n" in done.stdout


@pytest.mark.usefixtures("town")
def test_markdown_has_boxes_and_csv_a_row_for_each_sentence() -> None:
    markdown = annotate("town.txt", "--format", "markdown").stdout
    assert markdown.count("- [ ] ") == 4
    short = annotate("town.txt", "--format", "markdown", "--limit", "1").stdout
    assert (short.count("- [ ] "), "- … and 3 more\n" in short) == (1, True)
    table = list(csv.DictReader(io.StringIO(annotate("town.txt", "--format", "csv").stdout)))
    assert [each["number"] for each in table] == [*"123456789"]
    assert table[7]["claims"] == "launch"
    scores = [float(each["score"]) for each in table]
    assert scores == [each["score"] for each in rows("town.txt")]
    assert min(scores) < 0


@pytest.mark.usefixtures("project")
def test_a_text_without_sentences_has_a_list_without_any() -> None:
    assert annotate("-", typed="\n").stdout == "standard input: 0 sentences\n"


@pytest.mark.usefixtures("project")
def test_hostile_text_steers_nothing() -> None:
    table = annotate("-", "--format", "csv", typed=HOSTILE).stdout
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    markdown = annotate("-", "--format", "markdown", typed=HOSTILE).stdout
    assert all(each not in markdown for each in ("<script", "](javascript", "##[", "`so`"))
    done = annotate("-", typed=f"A\x1b[31m was in 2024\0 there.\u202e\n{HOSTILE}")
    assert done.exit_code == 0
    assert all(each not in done.stdout for each in ("\x1b", "\0", "\u202e", "##["))
    assert "error[CB002 control-character]" in done.stderr


@pytest.mark.usefixtures("project")
def test_what_is_no_text_is_said_with_its_place() -> None:
    done = annotate("-", typed=b"caf\xe9 closed")
    assert done.exit_code == 1
    assert "the byte 0xE9 is not UTF-8\n  --> -:1:4" in done.stderr


@pytest.mark.parametrize("name", ["twon.txt", "launhc"])
@pytest.mark.usefixtures("town")
def test_a_text_that_is_not_there_is_wrong_usage(name: str) -> None:
    done = annotate(name)
    assert done.exit_code == 2
    assert f"there is no file and no document `{name}`" in done.stderr


@pytest.mark.parametrize("name", ["a" * 5_000, "It is so. " * 99, "a\x1b[31m b", "claims"])
@pytest.mark.usefixtures("town")
def test_what_is_no_name_is_wrong_usage(name: str) -> None:
    done = annotate(name)
    assert done.exit_code == 2
    assert "there is no file and no document" in done.stderr
    assert ("claimbook match" in done.stderr) is (" " in name)
    assert "\x1b" not in done.stderr


def test_a_pipe_is_read(town: Path) -> None:
    os.mkfifo(town / "pipe")
    writer = threading.Thread(target=(town / "pipe").write_text, args=(TOWN,))
    writer.start()
    done = annotate("pipe")
    writer.join()
    assert done.stdout.startswith("pipe: 9 sentences: ")


@pytest.mark.usefixtures("town")
def test_the_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise sentences.NoSplitterError

    monkeypatch.setattr(sentences, "_splitter", missing)
    done = annotate("town.txt")
    assert done.exit_code == 2
    assert "pip install 'claimbook[annotate]'" in done.stderr


def test_a_document_is_made_once_and_never_overwritten(town: Path) -> None:
    done = annotate("town.txt", "--document", "pool", "--url", "https://x.example/pool")
    assert done.exit_code == 0, said(done)
    assert (town / "claims/documents/pool.txt").read_text() == TOWN
    record = (town / "claims/documents/pool.yml").read_text()
    assert "title: Brackwell closes its pool\nurl: https://x.example/pool\n" in record
    assert "text: pool.txt\nsha256: " in record
    assert "language: en\n" in record
    checked = runner().invoke(cli, ["check", "claims/documents"], prog_name="claimbook")
    assert checked.exit_code == 0, said(checked)
    (town / "claims/documents/pool.yml").write_text(record + "published: 2023-05\n")
    assert annotate("town.txt", "--document", "pool").exit_code == 0
    assert (town / "claims/documents/pool.yml").read_text().endswith("published: 2023-05\n")
    (town / "other.txt").write_text("Another text was here in 2024.")
    other = annotate("other.txt", "--document", "pool")
    assert other.exit_code == 2
    assert "`pool` has another text" in other.stderr
    assert (town / "claims/documents/pool.txt").read_text() == TOWN


def test_a_text_that_lies_there_already_is_not_copied(town: Path) -> None:
    add(town, "claims/documents/talk.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nIt cost $5 here.\n")
    done = annotate("claims/documents/talk.vtt", "--document", "talk", "--write", "1")
    assert done.exit_code == 0, said(done)
    assert sorted(each.name for each in (town / "claims/documents").iterdir()) == [
        "talk.vtt",
        "talk.yml",
    ]
    (draft,) = drafts_of(town).values()
    assert 'locator: "00:01"' in draft or "locator: 00:01" in draft


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--document", "No Id"], "is no id"),
        (["--write", "2"], "--write needs --document"),
        (["--document", "pool", "--write", "99"], "there is no sentence 99"),
        (["--document", "pool", "--write", "two"], "`two` is no number"),
        (["--document", "pool", "--write", "ask"], "no terminal to ask in"),
    ],
)
@pytest.mark.usefixtures("town")
def test_wrong_wishes_are_wrong_usage(arguments: list[str], message: str) -> None:
    done = annotate("town.txt", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not Path("claims/documents").exists()


def test_hidden_characters_make_no_document(town: Path) -> None:
    (town / "bad.txt").write_text("It was\u202e so in 2024.")
    assert annotate("bad.txt", "--document", "bad").exit_code == 2
    assert not (town / "claims/documents").exists()


def test_chosen_sentences_become_drafts_that_say_where_they_stand(town: Path) -> None:
    done = annotate("town.txt", "--document", "pool", "--write", "2,3,5,7-8")
    assert done.exit_code == 0, said(done)
    made = drafts_of(town)
    assert len(made) == 5
    quoted = made["we-no-choice-said-anna-reed-mayor"]
    assert "claimant: Anna Reed\n" in quoted
    assert (
        "  - document: pool\n    quote: “We had no choice,” said Anna Reed, the mayor.\n" in quoted
    )
    assert "# TODO: " in quoted
    assert 'claimant: "TODO: who says so"' in made["city-council-closed-swimming-pool-may-2023"]
    workspace = load(town)
    corpus = compile_claims(workspace.files, DEFAULT_SETTINGS, date(2026, 11, 23)).corpus
    assert set(made) <= set(corpus.drafts)
    twins = [rows("pool")[number]["claims"] for number in (4, 6)]
    assert [each[0]["found"] for each in twins] == ["by its words"] * 2  # type: ignore[index]
    assert twins[0][0]["id"] != twins[1][0]["id"]  # type: ignore[index]
    checked = runner().invoke(cli, ["check"], prog_name="claimbook")
    assert "error" not in checked.stdout
    again = annotate("pool", "--write", "2,3")
    assert again.stdout == "2 sentences left out: a claim or draft stands there\n"
    assert annotate("pool", "--write", "all").exit_code == 0
    none_left = annotate("pool", "--write", "all")
    assert "no draft written: no sentence was chosen, or none is left" in none_left.stdout
    assert drafts_of(town) == made
    assert all(isinstance(e.found, Anchor) for e in anchored_claims("pool", corpus))


def test_a_part_of_a_sentence_becomes_a_draft_of_its_own(town: Path) -> None:
    (town / "two.txt").write_text(
        "It closed the pool in 2023, which saved the town 2 million pounds."
    )
    assert "(a) “It closed the pool in 2023” · (b) “which saved" in annotate("two.txt").stdout
    done = annotate("two.txt", "--document", "two", "--write", "1b")
    assert done.exit_code == 0, said(done)
    (draft,) = drafts_of(town).values()
    assert "quote: which saved the town 2 million pounds.\n" in draft
    assert "no claim stands at: (a) “It closed the pool in 2023”" in annotate("two").stdout
    assert annotate("two", "--write", "1a").exit_code == 0
    assert len(drafts_of(town)) == 2
    assert "sentence 1 has no part c" in annotate("two", "--write", "1c").stderr


def test_a_copy_of_a_checked_text_is_known_by_its_words(town: Path) -> None:
    assert annotate("town.txt", "--document", "pool", "--write", "2,7").exit_code == 0
    (town / "copy.md").write_text(f"# Elsewhere\n\nThey say so.\n\n{TOWN}")
    found = {each["text"]: each for each in rows("copy.md")}
    pool = found["The city council closed the swimming pool in May 2023."]
    assert [each["found"] for each in pool["claims"]] == ["by its words in another text"]  # type: ignore[attr-defined]
    assert pool["status"] == "begun in a draft"
    done = annotate("copy.md", "--document", "copy", "--write", str(pool["number"]))
    assert done.exit_code == 0, said(done)
    assert len(drafts_of(town)) == 3


def test_a_person_is_asked_which(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["99", "3"])
    monkeypatch.setattr(annotating, "is_person_there", lambda: True)
    monkeypatch.setattr(asking.click, "prompt", lambda *_, **__: next(answers))
    done = annotate("town.txt", "--document", "pool", "--write", "ask")
    assert done.exit_code == 0, said(done)
    assert "there is no sentence 99" in done.stderr
    assert [*drafts_of(town)] == ["we-no-choice-said-anna-reed-mayor"]


def test_a_fault_of_subtitles_is_told_with_its_place(project: Path) -> None:
    cue = "1\n00:00:01,000 --> 00:00:03,000\nIt cost 5 euros.\n\nlost words\n"
    (project / "talk.srt").write_text(cue)
    done = annotate("talk.srt")
    assert "talk.srt:5:1: no time codes stand above these words; " in done.stderr
    assert "[1] 00:01  It cost 5 euros.\n" in done.stdout


@pytest.mark.usefixtures("project")
def test_other_languages_are_judged_with_a_caution() -> None:
    done = annotate("-", "--language", "fr", typed="Le pont a coûté 3 millions d'euros. Oui.")
    assert "The words of this language (fr) are not known here" in done.stdout
    assert "[1] line 1  Le pont" in done.stdout.partition("Probably")[0]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "text", ["", "!?" * 50_000, "“" * 50_000, ", which " * 20_000, "a" * 99_999]
)
def test_texts_without_sentences_have_a_list(text: str) -> None:
    done = annotate("-", "--limit", "1", typed=text)
    assert done.exit_code == 0, said(done)
    assert done.stdout.startswith("standard input: ")
