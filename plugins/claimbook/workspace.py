"""The project on disk: where it is, its settings, and every file under its claims folder."""

import os
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimbook import codes
from claimbook.compile import Compilation, Means, compile_claims
from claimbook.decode import is_claim
from claimbook.diagnostics import Diagnostic, Outcome, diagnose
from claimbook.folder import read_bytes, read_folder
from claimbook.past_files import PastFiles
from claimbook.processes import crew_for
from claimbook.recent import Recent
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.settings_file import read_settings
from claimbook.shelf import memory_for
from claimbook.steady import steady
from claimbook.text import FILE_START, SourceFile, Span

CONFIG = "claimbook.toml"
_CONFIG_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Workspace:
    """A project as it stood on disk when it was read.

    ``files`` are those below the claims folder, by path; ``config`` is ``claimbook.toml``;
    ``diagnostics`` say what is wrong with the settings and with files as files.
    """

    root: Path
    settings: Settings
    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    config: SourceFile | None = None

    def text_of(self, path: str) -> str | None:
        """The text of a file by the path that spans have, for reports; None where not read."""
        if self.config is not None and path == self.config.path:
            return self.config.text
        at = bisect_left(self.files, path, key=lambda file: file.path)
        is_there = at < len(self.files) and self.files[at].path == path
        return self.files[at].text if is_there else None


def find_root(start: Path) -> Path | None:
    """The nearest folder from ``start`` upward that holds ``claimbook.toml`` or ``claims/``."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file() or (folder / DEFAULT_SETTINGS.claims_dir).is_dir():
            return folder
    return None


def settings_of(root: Path) -> Settings:
    """The settings of the project in the folder ``root``, as far as they can be read."""
    config = _config(root).value
    return (read_settings(config).value if config else None) or DEFAULT_SETTINGS


def load(root: Path) -> Workspace:
    """Read the project in the folder ``root``; what cannot be read is a diagnostic."""
    config = _config(root)
    settings = read_settings(config.value) if config.value else Outcome(DEFAULT_SETTINGS)
    chosen = settings.value or DEFAULT_SETTINGS
    past = PastFiles(root)
    found = read_folder(root, chosen.claims_dir, chosen.limits.file_bytes, past.known)
    files = past.kept(found.value or (), chosen.limits.file_bytes)
    diagnostics = (*config.diagnostics, *settings.diagnostics, *found.diagnostics)
    return Workspace(
        root, chosen, files, (*diagnostics, *_about_claims(files, chosen, found)), config.value
    )


def compile_workspace(
    workspace: Workspace,
    today: date,
    *,
    progress: Callable[[str], None] = lambda _: None,
    recent: Recent | None = None,
    are_records_wanted: bool = True,
) -> Compilation:
    """Compile all files of a workspace; ``progress`` is called with each path that was read.

    Large projects are read by several processes, and what came of unchanged files is remembered
    below ``.cache/``; ``recent`` is what this process has kept of the last time, and keeps for
    the next. Who looks at few records says that they are not wanted, and gets each when it is
    asked for. Raises :class:`~claimbook.processes.CrewError` where a process is lost.
    """
    files = len(workspace.files)
    memory = memory_for(files, workspace.root)
    means = Means(crew_for(files), memory, recent, are_records_wanted)
    with steady():
        return compile_claims(
            workspace.files,
            workspace.settings,
            today,
            found_on_disk=workspace.diagnostics,
            progress=progress,
            means=means,
        )


def _config(root: Path) -> Outcome[SourceFile]:
    path = root / CONFIG
    if not os.path.lexists(path):
        return Outcome(None)
    if path.is_symlink() and not _leads_within(path, root):
        # What is wrong in it would be shown, line by line.
        message = "this cannot be read: it is a link that leads nowhere or out of the project"
        hint = "put an ordinary file in its place, or remove it"
        found = diagnose(codes.UNREADABLE_FILE, Span.of(CONFIG, FILE_START), message, hint)
        return Outcome(None, (found,))
    return read_bytes(path, CONFIG, _CONFIG_BYTES)


def _leads_within(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _about_claims(
    files: tuple[SourceFile, ...],
    settings: Settings,
    found: Outcome[tuple[SourceFile, ...]],
) -> tuple[Diagnostic, ...]:
    folder = settings.claims_dir
    if any(is_claim(path, folder) for path in _paths(files, found.diagnostics)):
        return ()
    message = f"the folder `{folder}/` holds no claim"
    if found.value is None:
        message = f"there is no folder `{folder}/` here"
    hint = "run `claimbook new`: it asks a few questions and writes the first claim"
    return (diagnose(codes.NO_CLAIMS, Span.of(folder, FILE_START), message, hint),)


def _paths(files: tuple[SourceFile, ...], found: tuple[Diagnostic, ...]) -> set[str]:
    return {each.path for each in files} | {each.span.path for each in found}
