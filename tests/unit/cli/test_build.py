"""`claimbook build`, with hosts that behave and hosts that do not."""

import os
import shutil
import signal
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimbook import codes
from claimbook.cli import build as command
from claimbook.cli.commands import cli
from claimbook.cli.run import run
from claimbook.diagnostics import diagnose
from claimbook.hosting import HostReport
from claimbook.text import Span
from claimbook.tree import Tree

GOOD = HostReport(1, 2, (), succeeded=True)
Behaviour = Callable[[Path], HostReport]


@pytest.fixture
def hosted(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Behaviour], None]:
    """Install a host that writes a home page and then does what it is told."""

    def install(behaviour: Behaviour) -> None:
        def host(
            root: Path, staging: Path, *, strict: bool, progress: object, tree: Tree
        ) -> HostReport:
            assert callable(progress)
            assert root == project
            assert isinstance(strict, bool)
            assert tree.folder.is_dir()
            (staging / "index.html").write_text("new")
            return behaviour(staging)

        monkeypatch.setattr(command, "_loaded", lambda _: host)
        entry = EntryPoint("mkdocs", "somewhere:build", "claimbook.hosts")
        monkeypatch.setattr(command, "entry_points", lambda **_: [entry])

    return install


def claimbook(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="claimbook")


def pages(project: Path) -> str:
    return (project / "site" / "index.html").read_text()


def rubbish(project: Path) -> list[str]:
    hidden = [each.name for each in project.iterdir() if each.name.startswith(".")]
    trees = project / ".cache" / "claimbook" / "trees"
    half_done = [each.name for each in trees.iterdir() if each.is_dir()]
    return [each for each in hidden if each != ".cache"] + half_done


def test_a_site_is_built_and_told(project: Path, hosted: Callable[[Behaviour], None]) -> None:
    hosted(lambda _: GOOD)
    done = claimbook("build")
    assert done.exit_code == 0
    assert pages(project) == "new"
    first, second = done.output.splitlines()
    assert first.startswith("Built 1 claim, 2 pages into site in ")
    assert first.endswith(" s, 0 diagnostics.")
    assert second == "Look at it: python3 -m http.server -d site"
    (project / "Makefile").write_text("serve:\n")
    assert "make serve" in claimbook("build").output
    assert "make serve" not in claimbook("build", "--site-dir", "public").output
    assert (project / "public" / "index.html").is_file()


def fails(_: Path) -> HostReport:
    found = diagnose(codes.YAML_SYNTAX, Span("claims/launch.yml", 1, 1, 1, 6), "it is broken")
    return HostReport(0, 0, (found,), succeeded=False)


def without_home(staging: Path) -> HostReport:
    (staging / "index.html").unlink()
    return GOOD


@pytest.mark.parametrize("behaviour", [fails, without_home])
def test_a_failed_build_leaves_the_old_site(
    project: Path, hosted: Callable[[Behaviour], None], behaviour: Behaviour
) -> None:
    hosted(lambda _: GOOD)
    claimbook("build")
    (project / "site" / "index.html").write_text("old")
    hosted(behaviour)
    done = claimbook("build")
    assert done.exit_code == 1
    assert "`site` stays as it was" in done.output
    assert pages(project) == "old"
    assert not rubbish(project)


def test_what_was_found_is_shown(project: Path, hosted: Callable[[Behaviour], None]) -> None:
    hosted(fails)
    done = claimbook("build")
    assert "--> claims/launch.yml:1:1\n 1 | claim: OpenAI" in done.output
    assert "no site was published" in done.output
    assert not (project / "site").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_build_cleans_up(
    project: Path, hosted: Callable[[Behaviour], None], number: signal.Signals
) -> None:
    def stopped(_: Path) -> HostReport:
        os.kill(os.getpid(), number)
        return GOOD

    hosted(stopped)
    before = signal.getsignal(signal.SIGTERM)
    # A shell that runs the tests in the background lets them ignore the keyboard.
    keyboard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert run(["build"]) == 130
    finally:
        signal.signal(signal.SIGINT, keyboard)
    assert signal.getsignal(signal.SIGTERM) is before
    assert not (project / "site").exists()
    assert not rubbish(project)


def test_a_folder_that_is_not_ours_is_kept(
    project: Path, hosted: Callable[[Behaviour], None]
) -> None:
    hosted(lambda _: GOOD)
    for target in ("claims", ".", "/"):
        done = claimbook("build", "--site-dir", target)
        assert done.exit_code == 2
        assert "hint" in done.output
    assert (project / "claims" / "launch.yml").is_file()


@pytest.mark.usefixtures("project")
def test_an_unknown_host_is_told_those_there_are() -> None:
    done = claimbook("build", "--host", "hugo")
    assert done.exit_code == 2
    assert "there is no host `hugo`; installed: `mkdocs`" in done.output


@pytest.mark.usefixtures("project")
def test_a_host_without_its_packages_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = EntryPoint("mkdocs", "no_such_package:build", "claimbook.hosts")
    monkeypatch.setattr(command, "entry_points", lambda **_: [entry])
    done = claimbook("build")
    assert done.exit_code == 2
    assert 'pip install "claimbook[mkdocs]"' in done.output


def test_a_site_that_shrinks_needs_a_word(
    hosted: Callable[[Behaviour], None], project: Path
) -> None:
    def with_pages(count: int) -> Behaviour:
        def behave(staging: Path) -> HostReport:
            for number in range(count):
                (staging / f"{number}.html").write_text("x")
            return GOOD

        return behave

    for count, exit_code in {100: 0, 81: 0, 60: 1}.items():
        hosted(with_pages(count))
        done = claimbook("build")
        assert done.exit_code == exit_code, done.output
    assert "the site would shrink from 82 to 61 HTML files; `site` stays as it was" in done.output
    assert "--allow-shrinking" in done.output
    assert (project / "site/80.html").is_file()
    shutil.rmtree(project / ".cache")
    assert claimbook("build").exit_code == 1
    assert claimbook("build", "--allow-shrinking").exit_code == 0
    assert not (project / "site/80.html").exists()
    shutil.rmtree(project / "site")
    hosted(with_pages(1))
    assert claimbook("build").exit_code == 0
