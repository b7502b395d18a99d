"""What a branch has to do with a problem: it is in a file it touches, it causes it, or neither."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from claimbook.cli.project import asking_git
from claimbook.cli.reporting import Told
from claimbook.compile import Means, compile_claims
from claimbook.data import digest, reader_of, to_bytes
from claimbook.diagnostics import Diagnostic, in_order
from claimbook.folder import is_read
from claimbook.format import counted
from claimbook.git import Changes, changed_since, content_at, merge_base
from claimbook.memory import Entry, Memory, Unchanging
from claimbook.processes import crew_for
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.settings_file import read_settings
from claimbook.shelf import memory_for
from claimbook.steady import steady
from claimbook.text import SourceFile, Span
from claimbook.workspace import CONFIG, Workspace

OPTION = "--changed-since"
_ROOM = "before"
_Named = tuple[str, str, str, Span]
_READ = reader_of(list[_Named])


@dataclass(frozen=True, slots=True)
class Shares:
    """Problems in files that a branch touches, problems it causes elsewhere, and all others."""

    own: tuple[Diagnostic, ...]
    caused: tuple[Diagnostic, ...]
    old: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Branch:
    """The work since ``base``, up to the working tree; ``past`` has files as they were there."""

    workspace: Workspace
    revision: str
    base: str
    changes: Changes
    past: tuple[SourceFile, ...]

    @cached_property
    def touched(self) -> frozenset[str]:
        """The paths of files of the project that are there and differ, settings included."""
        config = self.workspace.config
        has_config = (config and config.data) != self._config
        return frozenset((*self.changes.touched, *([CONFIG] if has_config else ())))

    def shares(self, found: Iterable[Diagnostic], today: date) -> Shares:
        """Sort what was found in the project as it is now."""
        told = tuple(found)
        own = tuple(filter(self._is_in_touched, told))
        others = tuple(each for each in told if not self._is_in_touched(each))
        if not others or not (self.touched or self.changes.gone):
            return Shares(own, (), others)
        known = self._known(today)
        caused = tuple(each for each in others if _named(each) not in known)
        return Shares(own, caused, tuple(each for each in others if _named(each) in known))

    def told(self, found: Iterable[Diagnostic], files: Iterable[str], today: date) -> Told:
        """What a check of ``files`` tells of what was ``found`` in the project as it is now."""
        shares = self.shares(found, today)
        problems = in_order((*shares.own, *shares.caused))
        lines = tuple(_about(shares, len(self.touched), self.revision))
        return Told(problems, len(self.touched.intersection(files)), lines, OPTION)

    def _is_in_touched(self, each: Diagnostic) -> bool:
        return any(span.path in self.touched for span in each.spans)

    def _known(self, today: date) -> frozenset[_Named]:
        """What was wrong with the project already when the branch began.

        That does not change while the branch grows, so a large project has it remembered.
        """
        settings, files, on_disk = self._settings(), [*self._files()], (*self._on_disk(),)
        memory = memory_for(len(files), self.workspace.root)
        told = (repr(settings), str(today), sorted((each.path, each.digest) for each in files))
        key = digest(to_bytes((*told, [*map(_named, on_disk)])))
        known = _recalled(memory, key)
        if known is None:
            means = Means(crew_for(len(files)), Unchanging(memory), are_records_wanted=False)
            with steady():
                then = compile_claims(files, settings, today, found_on_disk=on_disk, means=means)
            known = frozenset(map(_named, then.diagnostics))
            memory.keep(_ROOM, [Entry(_ROOM, key, to_bytes(sorted(known)))], ())
        return known

    @property
    def _config(self) -> bytes | None:
        return next((each.data for each in self.past if each.path == CONFIG), None)

    def _settings(self) -> Settings:
        past = self._config
        read = read_settings(SourceFile(CONFIG, past)).value if past is not None else None
        folder = self.workspace.settings.claims_dir
        return replace(read or DEFAULT_SETTINGS, claims_dir=folder)

    def _files(self) -> Iterator[SourceFile]:
        folder = self.workspace.settings.claims_dir
        touched = self.touched
        yield from (each for each in self.workspace.files if each.path not in touched)
        yield from (each for each in self.past if is_read(each.path, folder))

    def _on_disk(self) -> Iterator[Diagnostic]:
        """What is wrong with files as files, where they are as they were."""
        settings = self.workspace.settings.claims_dir
        for each in self.workspace.diagnostics:
            if each.span.path not in self.touched and each.span.path != settings:
                yield each


def branch_of(workspace: Workspace, revision: str) -> Branch:
    """The branch that began at ``revision``, or at its last commit in common with it.

    What Git cannot answer is a usage error.
    """
    root = workspace.root
    with asking_git():
        base = merge_base(root, revision)
        changes = changed_since(root, base, workspace.settings.claims_dir)
        wanted = (*changes.modified, *changes.gone, CONFIG)
        past = content_at(root, base, wanted, workspace.settings.limits.file_bytes)
        files = tuple(SourceFile(path, data) for path, data in past)
    return Branch(workspace, revision, base, changes, files)


def _named(found: Diagnostic) -> _Named:
    return found.code.id, found.severity.value, found.message, found.span


def _recalled(memory: Memory, key: bytes) -> frozenset[_Named] | None:
    for entry in memory.recall(_ROOM):
        with suppress(ValueError):
            return frozenset(_READ(entry.data)) if entry.key == key else None
    return None


def _about(shares: Shares, touched: int, revision: str) -> Iterator[str]:
    if not touched:
        yield f"No claim file has changed since `{revision}`."
    if shares.caused:
        caused = _problems(shares.caused)
        yield f"{caused} that you did not touch: your changes cause this."
    if shares.old:
        left = _problems(shares.old)
        yield f"Left out: {left} that you did not touch; `claimbook check` shows all."


def _problems(found: Iterable[Diagnostic]) -> str:
    paths = [each.span.path for each in found]
    return f"{counted(len(paths), 'problem')} in {counted(len(set(paths)), 'file')}"
