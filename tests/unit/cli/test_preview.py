"""`claimbook preview` as a person starts it: a process that serves until Ctrl+C."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import Result

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import runner


@contextmanager
def previewing(project: Path, claim: str) -> Iterator[str]:
    command = [sys.executable, "-m", "claimbook", "preview", claim]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            try:
                assert process.wait(20) == 0
            finally:
                process.kill()


def read(address: str) -> str:
    with urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def next_page(address: str, page: str) -> str:
    """The page after the change that follows a page."""
    base, _, _ = address.partition("/claims/")
    state = page.partition("/-/reload.js?")[2].partition('"')[0]
    with urlopen(f"{base}/-/events?{state}", timeout=20) as events:
        assert events.read(26).endswith(b"data: changed\n")
    return read(address)


def test_a_page_is_shown_with_its_problems_and_follows_the_file(project: Path) -> None:
    file = project / "claims" / "drafts" / "launch-two.yml"
    file.parent.mkdir()
    text = (project / "claims" / "launch.yml").read_text().replace("its second", "another")
    file.write_text(text)
    with previewing(project, "claims/drafts/launch-two.yml") as address:
        assert address.startswith("http://127.0.0.1:")
        page = read(address)
        assert "OpenAI launched another Sora model" in page
        assert "cb-sole-problems" not in page.partition("<main>")[0].partition("<body")[2]
        base, _, _ = address.partition("/claims/")
        assert read(f"{base}/assets/claimbook/claimbook.css")

        file.write_text(text.replace("claimed: 2025-09-30", "claimed: 2030-01-01"))
        page = next_page(address, page)
        assert "cb-sole-problems" in page.partition("<body")[2]
        assert "lies in the future" in page
        file.write_text("claim: [")
        page = next_page(address, page)
        assert "CB005" in page
        file.unlink()
        assert "this file is gone" in next_page(address, page)


def claimbook(*arguments: str) -> Result:
    return runner().invoke(cli, arguments, prog_name="claimbook")


@pytest.mark.usefixtures("project")
def test_an_unknown_claim_is_wrong_usage() -> None:
    done = claimbook("preview", "lanch")
    assert done.exit_code == 2
    assert "there is no claim `lanch`: did you mean `launch`?" in done.stderr


@pytest.mark.usefixtures("project")
def test_a_port_that_cannot_be_used_is_wrong_usage() -> None:
    done = claimbook("preview", "launch", "--port", "99999")
    assert done.exit_code == 2
    assert "port 99999 cannot be used" in done.stderr
