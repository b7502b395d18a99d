import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from claimbook import git

Git = Callable[..., str]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose project lies in a folder of it, with two claims and one commit."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    root = tmp_path / "repository" / "project"
    (root / "claims").mkdir(parents=True)
    run(root, "init", "--quiet", "--initial-branch=main")
    (root / "claims" / "a.yml").write_text("claim: the first one\n" * 9)
    (root / "claims" / "b.yml").write_text("claim: the second one\n" * 9)
    (root / "notes.txt").write_text("not looked at\n")
    commit(root, "start")
    return root


def run(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(root: Path, words: str) -> str:
    run(root, "add", "--all", ".")
    run(root, "commit", "--quiet", "--message", words)
    return run(root, "rev-parse", "HEAD")


def test_everything_that_differs_from_a_revision_is_told(work: Path) -> None:
    claims = work / "claims"
    first = run(work, "rev-parse", "HEAD")
    run(work, "mv", "claims/a.yml", "claims/ä \n z.yml")
    (claims / "committed.yml").write_text("new\n")
    second = commit(work, "rename")
    (claims / "b.yml").unlink()
    (claims / "committed.yml").write_text("new and changed\n")
    (claims / "untracked.yml").write_text("x\n")
    (work / "outside.yml").write_text("x\n")
    (work / ".gitignore").write_text("ignored.yml\n")
    (claims / "ignored.yml").write_text("x\n")

    changes = git.changed_since(work, first, "claims")

    assert changes.added == ("claims/committed.yml", "claims/untracked.yml")
    assert changes.modified == ()
    assert changes.deleted == ("claims/b.yml",)
    assert changes.renamed == {"claims/ä \n z.yml": "claims/a.yml"}
    assert changes.gone == ("claims/a.yml", "claims/b.yml")
    assert changes.touched[-1] == "claims/ä \n z.yml"
    between = git.changed_since(work, first, "claims", second)
    assert (between.added, between.deleted) == (("claims/committed.yml",), ())
    assert git.changed_since(work, second, "claims").modified == ("claims/committed.yml",)


def test_a_file_that_was_only_touched_has_not_changed(work: Path) -> None:
    (work / "claims" / "a.yml").touch()
    assert git.changed_since(work, "HEAD", "claims") == git.Changes()


def test_a_branch_is_compared_from_where_it_began(work: Path) -> None:
    start = run(work, "rev-parse", "HEAD")
    run(work, "switch", "--quiet", "--create", "branch")
    (work / "claims" / "mine.yml").write_text("mine\n")
    commit(work, "mine")
    run(work, "switch", "--quiet", "main")
    (work / "claims" / "theirs.yml").write_text("theirs\n")
    commit(work, "theirs")
    run(work, "switch", "--quiet", "branch")

    assert git.merge_base(work, "main") == start
    assert git.changed_since(work, git.merge_base(work, "main"), "claims").touched == (
        "claims/mine.yml",
    )


def test_contents_come_as_they_stood(work: Path) -> None:
    (work / "claims" / "link.yml").symlink_to("a.yml")
    (work / "claims" / "empty.yml").write_text("")
    commit(work, "more")
    (work / "claims" / "a.yml").write_text("changed since")
    paths = ["claims/empty.yml", "claims/a.yml", "claims/missing.yml", "claims/link.yml"]

    found = dict(git.content_at(work, "HEAD", paths))

    assert found == {"claims/a.yml": b"claim: the first one\n" * 9, "claims/empty.yml": b""}
    assert [each.path for each in git.files_at(work, "HEAD", "claims")] == [
        *("claims/a.yml", "claims/b.yml", "claims/empty.yml"),
    ]
    cut = dict(git.content_at(work, "HEAD", ["claims/a.yml", "claims/b.yml"], 5))
    assert cut == {"claims/a.yml": b"claim:", "claims/b.yml": b"claim:"}
    assert dict(git.content_at(work, "HEAD", [])) == {}


def test_nothing_in_the_repository_is_run(work: Path) -> None:
    trap = work / "trap.sh"
    sprung = work / "sprung"
    trap.write_text(f"#!/bin/sh\necho run >> '{sprung}'\ncat\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "core.sshCommand"):
        run(work, "config", name, str(trap))
    for name in ("filter.odd=name.clean", "filter.odd=name.smudge", "diff.odd.textconv"):
        run(work, "config", name, str(trap))
    run(work, "config", "filter.odd=name.required", "true")
    run(work, "config", "core.hooksPath", str(work))
    (work / ".gitattributes").write_text("*.yml filter=odd=name diff=odd\n")
    (work / "claims" / "a.yml").write_text("claim: the 1st one\n" * 9)
    run(work, "-c", "core.fsmonitor=false", "status")
    assert sprung.exists()
    sprung.unlink()

    assert git.changed_since(work, "HEAD", "claims").modified == ("claims/a.yml",)
    assert dict(git.content_at(work, "HEAD", ["claims/b.yml"]))
    assert git.merge_base(work, "main") == git.commit_of(work, "HEAD")
    assert not sprung.exists()


def test_variables_of_another_repository_do_not_matter(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "/nowhere/diff")
    assert git.changed_since(work, "main", "claims") == git.Changes()


@pytest.mark.parametrize("revision", ["mian", "--output=here", "-", "", "main..main", "a\nb"])
def test_no_revision_is_taken_for_anything_else(work: Path, revision: str) -> None:
    with pytest.raises(git.UnknownRevisionError, match="Git knows no revision") as caught:
        git.changed_since(work, revision, "claims")
    if revision == "mian":
        assert caught.value.hint == "did you mean `main`?"
    assert not (work / "here").exists()


def test_a_branch_that_only_the_remote_has_is_named(work: Path, tmp_path: Path) -> None:
    run(work, "branch", "release")
    run(tmp_path, "clone", "--quiet", str(work.parent / "project"), "clone")
    with pytest.raises(git.UnknownRevisionError) as caught:
        git.merge_base(tmp_path / "clone", "release")
    assert caught.value.hint == "did you mean `origin/release`?"


def test_a_shallow_clone_says_what_is_missing(work: Path, tmp_path: Path) -> None:
    run(work, "switch", "--quiet", "--create", "branch")
    commit_file(work, "mine.yml")
    run(work, "switch", "--quiet", "main")
    commit_file(work, "theirs.yml")
    how = ("clone", "--quiet", "--depth=1", "--no-single-branch")
    run(tmp_path, *how, f"file://{work}", "clone")

    with pytest.raises(git.NoMergeBaseError, match="shallow") as caught:
        git.merge_base(tmp_path / "clone", "origin/branch")

    assert "fetch-depth: 0" in caught.value.hint
    assert git.is_shallow(tmp_path / "clone")
    assert not git.is_shallow(work)
    with pytest.raises(git.UnknownRevisionError) as unknown:
        git.commit_of(tmp_path / "clone", "0123456789abcdef")
    assert "fetch-depth: 0" in unknown.value.hint


def commit_file(work: Path, name: str) -> None:
    (work / "claims" / name).write_text(name)
    commit(work, name)


def test_histories_without_a_common_beginning_are_told(work: Path) -> None:
    run(work, "switch", "--quiet", "--orphan", "other")
    commit_file_here(work)
    with pytest.raises(git.NoMergeBaseError, match="no commit in common"):
        git.merge_base(work, "main")


def commit_file_here(work: Path) -> None:
    (work / "claims").mkdir(exist_ok=True)
    commit_file(work, "alone.yml")


def test_a_folder_without_a_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(git.NoRepositoryError) as caught:
        git.changed_since(tmp_path, "main", "claims")
    assert "git init" in caught.value.hint


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(git.NoGitError, match="not installed"):
        git.git_version()


def test_the_version_is_a_number(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert git.git_version().split(".")[0].isdigit()
