import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.cli.commands import cli


def completed(project: Path, *words: str) -> list[str]:
    """What bash is offered for the last word."""
    setting = {
        "_CLAIMBOOK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["claimbook", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = CliRunner().invoke(
        cli, [], prog_name="claimbook", env=setting, complete_var="_CLAIMBOOK_COMPLETE"
    )
    assert project == Path.cwd()
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


def test_words_are_completed_where_arguments_take_them(project: Path) -> None:
    draft = project / "claims" / "drafts" / "later.yml"
    draft.parent.mkdir()
    draft.write_text("claim: x\n")
    for folder in ("sources", "claimants"):
        (project / "claims" / folder).mkdir()
    (project / "claims" / "sources" / "launch-page.yml").write_text("title: x\n")
    (project / "claims" / "claimants" / "openai.yml").write_text("name: OpenAI\n")
    (project / "claims" / "topics.yml").write_text("video:\n  label: Video\n")
    (project / "claims" / "broken.yml").write_text("claim: [\n")
    assert completed(project, "preview", "l") == ["later", "launch"]
    assert completed(project, "preview", "bro") == ["broken"]
    assert completed(project, "cite", "la") == ["launch", "launch-page"]
    assert completed(project, "new", "--claimant", "op") == ["openai"]
    assert completed(project, "new", "--rating", "mos") == ["mostly-false", "mostly-true"]
    assert completed(project, "new", "--topic", "v") == ["video"]
    assert completed(project, "explain", "CB204") == ["CB204"]
    assert completed(project, "do") == ["doctor"]


def test_branches_are_completed(project: Path) -> None:
    assert completed(project, "check", "--changed-since", "ma") == []
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for step in (["init", "-qb", "main"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *step], cwd=project, check=True)
    assert completed(project, "check", "--changed-since", "ma") == ["main"]
    assert completed(project, "dupes", "--changed-since", "ma") == ["main"]


def test_nothing_is_completed_that_a_shell_would_run(project: Path) -> None:
    for name in (
        "zz",
        "z$(id)",
        "z;id",
        "z`id`",
        "z'",
        "z id",
        "z\x1b",
        "-z",
        "z&",
        "z|id",
        "z\nid",
    ):
        (project / "claims" / f"{name}.yml").write_text("claim: x\n")
    assert completed(project, "preview", "z") == ["zz"]
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for step in (
        *(["init", "-qb", "main"], [*who, "commit", "-q", "--allow-empty", "-m", "x"]),
        *(["branch", "m;id"], ["branch", "m$(id)"], ["branch", "my/work-2"]),
    ):
        subprocess.run(["git", *step], cwd=project, check=True)
    assert completed(project, "check", "--changed-since", "m") == ["main", "my/work-2"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(shell: str) -> None:
    done = CliRunner().invoke(cli, ["completion", shell], prog_name="claimbook")
    assert done.exit_code == 0
    assert f"_CLAIMBOOK_COMPLETE={shell}_complete" in done.stdout


def test_bash_takes_the_script(project: Path) -> None:
    python = shlex.quote(sys.executable)
    program = f'claimbook() {{ {python} -m claimbook "$@"; }}; export -f claimbook\n'
    script = 'eval "$(claimbook completion bash)" && complete -p claimbook\n'
    command = ["bash", "--norc", "-c", program + script]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert "_claimbook_completion" in done.stdout


def test_documents_are_completed(project: Path) -> None:
    (project / "claims" / "documents").mkdir()
    (project / "claims" / "documents" / "town-speech.yml").write_text("title: x\n")
    assert completed(project, "annotate", "a.txt", "--document", "to") == ["town-speech"]
