"""Where a build's time goes: each stage once, in one process, with nothing remembered.

A build shares most of this work among processes and remembers what it can; what a stage costs
shows best without either. The theme is a stand-in that weighs what a theme weighs.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from claimbook.assemble import assemble
from claimbook.check import Checker, placed
from claimbook.corpus import Corpus
from claimbook.decode import Filing, decode, filing_of
from claimbook.diagnostics import Diagnostic
from claimbook.fragment import Fragment, UrlStyle
from claimbook.render import Renderer
from claimbook.rules.rule import Context
from claimbook.site import Site
from claimbook.steady import steady
from claimbook.text import SourceFile
from claimbook.unit import decode_file
from claimbook.weave import Values, cut, markers, weave
from claimbook.workspace import Workspace, load
from claimbook.yaml_tree import parse

T = TypeVar("T")
_LINKS = 100


@dataclass
class Stages:
    """Seconds of each stage, in the order of work, and what came of them."""

    claims: int = 0
    files: int = 0
    diagnostics: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    fragments: list[Fragment] = field(default_factory=list)

    def run(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work, and note how long it took."""
        start = time.perf_counter()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start
        return result

    def micros(self, stage: str) -> float:
        """Microseconds of a stage for each claim."""
        return self.seconds[stage] / max(1, self.claims) * 1e6

    def sum(self) -> float:
        """Microseconds of all stages for each claim."""
        return sum(map(self.micros, self.seconds))


def stages_of(root: Path, target: Path, today: date) -> Stages:
    """Build the project at ``root`` into the folder ``target``, stage by stage.

    Raises :class:`ValueError` where its claims cannot be assembled.
    """
    stages = Stages()
    with steady():
        workspace = stages.run("read", lambda: load(root))
        corpus = _corpus(workspace, today, stages)
        site = Site(corpus, workspace.settings, UrlStyle(), Renderer(), today)
        _publish(site, target, stages)
    return stages


def _corpus(workspace: Workspace, today: date, stages: Stages) -> Corpus:
    settings = workspace.settings
    files = [each for each in map(_filed, workspace.files) if each]
    parsed = stages.run("parse", lambda: [parse(file, settings.limits) for file, _ in files])
    stages.run("decode", lambda: _decoded(files, [each.value for each in parsed]))
    read = [decode_file(file, filing, settings) for file, filing in files]
    corpus = stages.run("assemble", lambda: assemble(read, {}).value)
    if corpus is None:
        raise ValueError("the claims do not fit together: `claimbook check` says why")
    checker = Checker(Context(corpus, settings, today), has_others=True)
    found = stages.run("check", lambda: _found(checker, corpus, [file for file, _ in files]))
    stages.claims, stages.files = len(corpus.claims), len(files)
    stages.diagnostics = len(found) + sum(len(each.diagnostics) for each in read)
    return corpus


def _filed(file: SourceFile) -> tuple[SourceFile, Filing] | None:
    # The settings name the folder; what it is called does not matter for what is in it.
    filing = filing_of(file.path.partition("/")[2])
    return None if filing is None else (file, filing)


def _decoded(files: Sequence[tuple[SourceFile, Filing]], nodes: Sequence[Any]) -> list[Any]:
    return [
        decode(filing.role, node, file.path)
        for (file, filing), node in zip(files, nodes, strict=True)
        if node is not None
    ]


def _found(checker: Checker, corpus: Corpus, files: Sequence[SourceFile]) -> list[Diagnostic]:
    each = (checker.claim(claim) for claim in corpus.all_claims())
    found = chain(checker.backdrop(), chain.from_iterable(each), checker.together())
    return list(placed(found, {file.path: file for file in files}))


def _publish(site: Site, target: Path, stages: Stages) -> None:
    pages = site.fragments()
    first = stages.run("claim pages", lambda: list(islice(pages, stages.claims)))
    stages.fragments = first + stages.run("list pages", lambda: list(pages))
    marked = markers("bench-marker")
    shell = cut(theme_page(marked), marked)
    woven = stages.run("weave", lambda: [weave(shell, _values(f)) for f in stages.fragments])
    stages.run("write", lambda: _write(target, stages.fragments, woven))


def theme_page(marked: Values) -> str:
    """A page with the places that a theme has, and about as heavy as one."""
    filler = "<nav>" + '<a class="md-nav__link" href="../../page/">A page</a>' * _LINKS + "</nav>"
    return (
        f'<!doctype html><html lang="en"><head><title>{marked.title}</title>'
        f'<meta name="description" content="{marked.description}">'
        f'<link rel="canonical" href="{marked.canonical}">{marked.head}</head>'
        f'<body>{filler}<main>{marked.content}</main><a href="{marked.edit}">Edit</a></body></html>'
    )


def _values(fragment: Fragment) -> Values:
    return Values(fragment.title, fragment.description, fragment.head, fragment.body)


def _write(target: Path, fragments: list[Fragment], woven: list[str]) -> None:
    for path, page in _pages(target, fragments, woven):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.encode())


def _pages(target: Path, fragments: list[Fragment], woven: list[str]) -> Iterator[tuple[Path, str]]:
    style = UrlStyle()
    for fragment, page in zip(fragments, woven, strict=True):
        yield target / style.file(fragment.location), page
