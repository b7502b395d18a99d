"""What the recorded walks share: a project on a forge, a terminal, pictures, a page of it all."""

import io
import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.conftest import REPOSITORY

_COLOURS = 48
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PATIENCE = 60.0
# What an installation prints about this very computer.
_NOISE = re.compile(r"^(?:WARNING|DEPRECATION): .*\n", re.MULTILINE)


@dataclass(slots=True)
class Forge:
    """A repository that stands for the project's own, and the clones of those who work on it."""

    folder: Path
    main: Path = field(init=False)

    def __post_init__(self) -> None:
        """Make the repository from the last commit of this one."""
        self.main = self.folder / "project.git"
        _quietly("git", "clone", "--quiet", "--bare", str(REPOSITORY), str(self.main))

    def clone(self, who: str) -> Path:
        """A fresh clone, whose commits are by ``who``."""
        target = self.folder / f"{who.split(maxsplit=1)[0].lower()}"
        _quietly("git", "clone", "--quiet", str(self.main), str(target))
        _quietly("git", "-C", str(target), "config", "user.name", who)
        _quietly("git", "-C", str(target), "config", "user.email", f"{target.name}@example.org")
        return target


def _quietly(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@dataclass(slots=True)
class Walk:
    """One path: what is done, what is seen, how long it takes."""

    title: str
    pictures: Path
    lines: list[str] = field(default_factory=list)
    seconds: float = 0.0
    typed: int = 0

    def say(self, text: str) -> None:
        """Write a paragraph."""
        self.lines += [text, ""]

    def shell(
        self, folder: Path, *commands: str, answers: Iterable[str] = (), last: int = 0
    ) -> str:
        """Run commands as a person types them; their output is what the page shows."""
        said, begun = [], time.monotonic()
        for command in commands:
            heard = talk(command, folder, answers).rstrip("\n").split("\n")
            said.append("\n".join([f"$ {command}", *heard[-last:]]).rstrip("\n"))
        self.typed += sum(map(len, (*commands, *answers)))
        self._fence("console", "\n".join(said))
        self.took(time.monotonic() - begun)
        return "\n".join(said)

    def file(self, name: str, text: str) -> None:
        """Show a file."""
        self.say(f"`{name}`:")
        self._fence("yaml" if name.endswith(".yml") else "text", text.rstrip("\n"))

    def _fence(self, kind: str, text: str) -> None:
        self.lines += [f"```{kind}", *(each.rstrip() for each in text.split("\n")), "```", ""]

    def took(self, seconds: float, what: str = "Took") -> None:
        """Say how long a step was."""
        self.seconds += seconds
        self.say(f"{what} {seconds:.1f} s.")

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Measure what is done in a browser."""
        begun = time.monotonic()
        yield
        self.took(time.monotonic() - begun, what)

    def picture(self, page: Page, name: str, words: str) -> None:
        """Keep what a page shows now, in few colours."""
        taken = Image.open(io.BytesIO(page.screenshot()))
        few = taken.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(self.pictures / name, optimize=True)
        self.say(f"![{words}](walks/{name})")


def talk(command: str, folder: Path, answers: Iterable[str] = ()) -> str:
    """What a terminal shows when a command runs in it and questions are answered one by one."""
    program = REPOSITORY / ".venv" / "bin"
    pid, screen = pty.fork()
    if pid == 0:
        os.chdir(folder)
        surroundings = {**os.environ, "PATH": f"{program}:{os.environ['PATH']}", "NO_COLOR": "1"}
        surroundings |= {"TERM": "dumb", "COLUMNS": "100", "GIT_PAGER": "cat"}
        os.execvpe("bash", ["bash", "-c", f"stty cols 400; {command}"], surroundings)
    said = _heard(screen, iter(answers))
    _, status = os.waitpid(pid, 0)
    os.close(screen)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise RuntimeError(f"{command}\n{said}")
    return _NOISE.sub("", _ESCAPE.sub("", said).replace("\r\n", "\n").replace(str(folder), "…"))


def _heard(screen: int, answers: Iterator[str]) -> str:
    said, deadline = b"", time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            ready, _, _ = select.select([screen], [], [], 0.5)
            new = os.read(screen, 4096) if ready else None
        except OSError:
            break
        if new == b"":
            break
        said += new or b""
        if (
            new is None
            and said.endswith((b"? ", b": "))
            and (answer := next(answers, None)) is not None
        ):
            os.write(screen, f"{answer}\n".encode())
    return said.decode()


def written(walks: Iterable[Walk], head: Callable[[list[Walk]], str]) -> str:
    """The page of all walks."""
    done = list(walks)
    parts = ["\n".join([f"## {each.title}", "", *each.lines]) for each in done]
    return "\n\n".join([head(done).rstrip(), *(each.rstrip() for each in parts)]) + "\n"
