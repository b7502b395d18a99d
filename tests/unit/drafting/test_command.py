"""``claimbook new`` in a terminal and without one."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimbook.cli import asking, interview
from claimbook.cli.run import run
from claimbook.records import Claim, Review, Source
from claimbook.shape import shape_of

CLAIMANT = "name: OpenAI\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims" / "claimants").mkdir(parents=True)
    (tmp_path / "claims" / "claimants" / "openai.yml").write_text(CLAIMANT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return tmp_path


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits there and gives these answers; returns the questions asked."""
    given = iter(answers)
    questions: list[str] = []

    def reply(text: str, **options: object) -> str:
        questions.append(text)
        answer = next(given)
        return str(options.get("default") or "") if answer == "<Enter>" else answer

    monkeypatch.setattr(interview, "is_person_there", lambda: True)
    monkeypatch.setattr(asking.click, "prompt", reply)
    monkeypatch.setattr("claimbook.cli.new.click.confirm", lambda *_, **__: True)
    return questions


def test_options_are_enough_without_a_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--claim", "Sora 2 was launched.", "--claimant", "openAI", "--claimed", "2025-09"]
    assert run(["new", *options, "--url", "https://openai.com/", "--title", "Sora 2"]) == 0
    text = (project / "claims" / "drafts" / "sora-2-launched.yml").read_text()
    assert "\n\nclaim: " not in text
    text = text.partition("\n")[2]
    assert text.startswith("claim: Sora 2 was launched.\nclaimant: openai\nclaimed: 2025-09\n")
    assert "      title: Sora 2\n      accessed: 2026-11-22\n" in text
    assert capsys.readouterr().out.startswith("wrote claims/drafts/sora-2-launched.yml\nNext:\n")
    assert run(["check", "--strict"]) == 0
    assert run(["fmt", "--check"]) == 0


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        ([], "--claim and --claimant must be given"),
        (["--claim", "A."], "--claimant must be given"),
        (["--claim", "A.", "--claimant", "B", "--url", "https://a.org"], "--title must be given"),
        (["--claim", "A.", "--claimant", "B", "--claimed", "soon"], "--claimed: `soon` is not a"),
        (["--claim", "A.", "--claimant", "openia"], "--claimant: no claimant is called `openia`"),
        (["--claim", "A.", "--claimant", "B", "--id", "A b"], "--id: `A b` cannot be a claim id"),
        (["--claim", "A.", "--claimant", "B", "--rating", "x"], "--rating: no rating is called"),
        (["--claim", "A.", "--claimant", "B", "--topic", "x"], "--topic: no topic is called `x`"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_is_missing_or_wrong_is_named(
    options: list[str], missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", *options]) == 2
    assert missing in capsys.readouterr().err
    assert not Path("claims/drafts").exists()


def test_a_taken_id_is_refused_and_the_next_proposed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["new", "--claim", "Sora.", "--claimant", "OpenAI"]
    assert run(options) == 0
    assert run(options) == 0
    found = sorted(path.name for path in (project / "claims" / "drafts").iterdir())
    assert found == ["sora-2.yml", "sora.yml"]
    assert run([*options, "--id", "sora"]) == 2
    assert "the id `sora` is taken (`sora-3` is still free)" in capsys.readouterr().err


def test_nothing_is_ever_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = project / "claims" / "drafts" / "sora.yml"
    place.mkdir(parents=True)  # no file, so the id is not known to be taken
    assert run(["new", "--claim", "Sora.", "--claimant", "OpenAI"]) == 2
    assert "`claims/drafts/sora.yml` is there already" in capsys.readouterr().err
    assert place.is_dir()


def test_the_first_claim_of_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "--claim", "A b.", "--claimant", "B", "--publish"]) == 0
    assert (tmp_path / "claims" / "b.yml").is_file()


def test_the_schema_line_comes_with_the_address(project: Path) -> None:
    (project / "claimbook.toml").write_text('[publication]\nurl = "https://example.org/"\n')
    assert run(["new", "--claim", "Sora.", "--claimant", "OpenAI"]) == 0
    text = (project / "claims" / "drafts" / "sora.yml").read_text()
    assert text.startswith(
        "# yaml-language-server: $schema=https://example.org/schema/1/claim.json\n"
    )


def test_without_an_address_the_schema_line_leads_to_the_project(project: Path) -> None:
    (project / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    assert run(["new", "--claim", "Sora.", "--claimant", "OpenAI"]) == 0
    text = (project / "claims" / "drafts" / "sora.yml").read_text()
    assert text.startswith("# yaml-language-server: $schema=../../schema/1/claim.json\n")


def test_broken_settings_stop_it(project: Path) -> None:
    (project / "claimbook.toml").write_text("publication = 3\n")
    assert run(["new", "--claim", "Sora.", "--claimant", "OpenAI"]) == 1
    assert not (project / "claims" / "drafts").exists()


def test_questions_are_asked_again_until_the_answer_can_stand(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "claims" / "topics.yml").write_text("film: Film\nai: AI\n")
    questions = answering(
        monkeypatch,
        *("", "Sora 2 was launched."),
        *("openia", "OpenAI"),
        *("30.9.2025", "2025-09-30"),
        *("openai.com", "https://openai.com/"),
        "Sora 2 is here",
        *("film, flim", "film, ai"),
        *("ture", "true"),
        "<Enter>",
    )
    assert run(["new"]) == 0
    assert len(questions) == 14
    shown = capsys.readouterr().err
    for message in ("the value is empty", "did you mean `openai`?", "no topic is called `flim`"):
        assert message in shown
    text = (project / "claims" / "drafts" / "sora-2-launched.yml").read_text()
    assert "claimant: openai\nclaimed: 2025-09-30\n" in text
    assert "topics: [film, ai]\n" in text
    assert "  rating: true\n" in text


def test_open_questions_may_stay_open(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "Sora.", "B", "", "", "", "my-id")
    assert run(["new"]) == 0
    text = (project / "claims" / "drafts" / "my-id.yml").read_text()
    assert "claimed" not in text
    assert "appearances" not in text
    assert "  rating: unproven\n" in text


def test_questions_are_explained_as_the_fields_are_declared(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "claims" / "topics.yml").write_text("film: Film\n")
    answering(monkeypatch, "Sora.", "B", "", "https://example.org/", "A page", "", "", "my-id")
    assert run(["new"]) == 0
    shown = capsys.readouterr().err
    claim = [shape_of(Claim, name) for name in ("claim", "claimant", "claimed", "topics")]
    source = [shape_of(Source, name) for name in ("url", "title")]
    for field in (*claim, *source, shape_of(Review, "rating")):
        assert f"{field.about} For example: {field.example}\n" in shown
    assert "Known are film.\n" in shown
    assert "Known are true, mostly-true, " in shown


def test_yes_asks_only_for_what_must_be_given(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = answering(monkeypatch, "B")
    assert run(["new", "--yes", "--claim", "Sora."]) == 0
    assert questions == ["Who claims it?"]
    assert (project / "claims" / "drafts" / "sora.yml").is_file()


def test_who_says_no_writes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "Sora.", "B", "", "", "", "<Enter>")
    monkeypatch.setattr("claimbook.cli.new.click.confirm", lambda *_, **__: False)
    assert run(["new"]) == 1
    assert not (project / "claims" / "drafts").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_tab_completes_in_a_real_terminal(project: Path) -> None:
    pytest.importorskip("readline")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "claimbook", "new", "--claim", "Sora.", "--yes"]
    environment = {**os.environ, "TERM": "xterm", "INPUTRC": os.devnull}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=project, env=environment
    ) as process:
        os.close(theirs)
        _until(ours, b"Who claims it?")
        os.write(ours, b"open\t\n")
        _until(ours, b"Next:")
        assert process.wait(30) == 0
    os.close(ours)
    assert "claimant: openai\n" in (project / "claims" / "drafts" / "sora.yml").read_text()


def _until(handle: int, wanted: bytes) -> None:
    """Read from a terminal until some words have come."""
    shown = b""
    end = time.monotonic() + 30
    while wanted not in shown:
        assert time.monotonic() < end, shown
        if select.select([handle], [], [], 1)[0]:
            try:
                shown += os.read(handle, 4096)
            except OSError:  # the other side has ended
                pytest.fail(shown.decode(errors="replace"))
