"""Edits in any order: what a build makes of what is there is what it would make of nothing."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.cli.commands import cli
from tests.hostile.building import State, state
from tests.hostile.small import as_of_many, write_small
from tests.properties.test_remembering import CHANGES, FILES

pytestmark = pytest.mark.slow
_WITHDRAWN = "withdrawn: {date: 2026-01-02, reason: The premise was wrong.}\n"


class Project:
    """A small project that is edited at random."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root, self.chance = root, chance
        self.edits: tuple[Callable[[], object], ...] = (
            *(self.change, self.change, self.change, self.restore, self.restore, self.remove),
            *(self.rename, self.change_case, self.add, self.withdraw, self.set_up, self.dress),
            *(self.write_page, self.date),
        )

    def edit(self) -> None:
        """Do something that people do."""
        self.chance.choice(self.edits)()

    def _claims(self) -> Path:
        files = sorted(each for each in (self.root / "claims").rglob("*") if each.is_file())
        return self.chance.choice(files)

    def change(self) -> None:
        path = self._claims()
        path.write_text(path.read_text("utf-8").replace(*self.chance.choice(CHANGES)), "utf-8")

    def restore(self) -> None:
        name = self.chance.choice(sorted(FILES))
        path = self.root / "claims" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[name], "utf-8")

    def remove(self) -> None:
        self._claims().unlink()

    def rename(self) -> None:
        path = self._claims()
        path.replace(path.with_stem(f"{path.stem}-{self.chance.randrange(3)}"))

    def change_case(self) -> None:
        path = self._claims()
        path.replace(path.with_stem(path.stem.swapcase()))

    def add(self) -> None:
        path = self._claims()
        copied = path.with_stem(f"new-{self.chance.randrange(9)}")
        copied.write_bytes(path.read_bytes())

    def withdraw(self) -> None:
        path = self.root / "claims" / self.chance.choice(("one.yml", "two.yml", "four.yml"))
        if path.is_file() and "withdrawn:" not in path.read_text("utf-8"):
            path.write_text(path.read_text("utf-8") + _WITHDRAWN, "utf-8")

    def set_up(self) -> None:
        path = self.root / "claimbook.toml"
        lines = ("per_page = 2", "cards = false", 'timezone = "UTC"', "nonsense = 1", "")
        rest = path.read_text().partition("\n")[2]
        path.write_text(f"{self.chance.choice(lines)}\n{rest}")

    def dress(self) -> None:
        path = self.root / "own/claimbook/claim.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.chance.randrange(3):
            path.unlink(missing_ok=True)
            return
        path.write_text(f"<p>{self.chance.randrange(3)} {{{{ page.verdict }}}}</p>")

    def write_page(self) -> None:
        (self.root / "site_src/index.md").write_text(f"# Bridges {self.chance.randrange(3)}\n")

    def date(self) -> None:
        """Give a file another time, as a checkout does, and its content as it was."""
        path = self._claims()
        path.write_bytes(path.read_bytes())


def built(site: str = "site") -> tuple[int, str]:
    arguments = ["build", "--allow-shrinking", "--site-dir", site]
    done = CliRunner().invoke(cli, arguments)
    return done.exit_code, done.output


def test_edits_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    as_of_many(monkeypatch)
    monkeypatch.chdir(tmp_path)
    # A file that was changed a moment ago is read again, so only this lets it be remembered.
    monkeypatch.setattr("claimbook.past_files._SETTLED", 0)
    write_small(tmp_path)
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text().replace("font: false", "font: false, custom_dir: own"))
    (tmp_path / "own").mkdir()
    chance = random.Random(200)
    project, last, seen = Project(tmp_path, chance), State(), 0
    for number in range(200 if is_whole else 2):
        for _ in range(chance.randint(1, 4)):
            project.edit()
        code, said = built()
        clean = built_anew(tmp_path)
        assert code == clean[0], f"{number}: {said}"
        if code == 0:
            assert state(tmp_path) == clean[1], number
            seen += clean[1] != last
            last = clean[1]
    assert seen > (60 if is_whole else 0)


def built_anew(root: Path) -> tuple[int, State]:
    """The site that a build makes that remembers nothing, beside the other one."""
    away = root.with_name("away")
    kept = (root / ".cache", root / "site")
    for path in kept:
        if path.exists():
            path.rename(away.with_name(f"away-{path.name}"))
    try:
        code, _ = built()
        return code, state(root) if code == 0 else {}
    finally:
        for path in kept:
            shutil.rmtree(path, ignore_errors=True)
            put_by = away.with_name(f"away-{path.name}")
            if put_by.exists():
                put_by.rename(path)
