"""Which files the paths on a command line name."""

import os
from pathlib import Path

import click

from claimbook.diagnostics import Diagnostic, nearest
from claimbook.workspace import CONFIG, Workspace


class Scope:
    """Which files a command speaks of: those below some paths, or all."""

    def __init__(self, prefixes: tuple[str, ...]) -> None:
        self.prefixes = prefixes

    @classmethod
    def of(cls, workspace: Workspace, paths: tuple[str, ...], done: str) -> "Scope":
        """What ``paths`` name; to name what cannot be ``done`` is wrong usage."""
        return cls(tuple(_inner(workspace, each, done) for each in paths))

    def holds(self, path: str) -> bool:
        """Whether a file is among them."""
        return not self.prefixes or any(
            not prefix or path == prefix or path.startswith(f"{prefix}/")
            for prefix in self.prefixes
        )

    def covers(self, each: Diagnostic) -> bool:
        """Whether a diagnostic concerns them; what is wrong with the settings concerns all."""
        return each.span.path == CONFIG or any(self.holds(span.path) for span in each.spans)


def _inner(workspace: Workspace, given: str, done: str) -> str:
    """A path as the project's spans write it; empty for the whole project."""
    path = Path(given)
    if not os.path.lexists(path):
        raise click.UsageError(_not_there(workspace, given))
    root, place = workspace.root.resolve(), path.parent.resolve() / path.name
    claims = root / workspace.settings.claims_dir
    if claims.is_relative_to(path.resolve()):
        return ""
    if place.is_relative_to(claims) or place == root / CONFIG:
        return place.relative_to(root).as_posix()
    message = f"`{given}` is not {done}: claims lie under `{os.path.relpath(claims)}`"
    raise click.UsageError(message)


def _not_there(workspace: Workspace, given: str) -> str:
    known = [os.path.relpath(workspace.root / each.path) for each in workspace.files]
    by_name = {Path(each).name: each for each in known}
    match = nearest(given, known) or by_name.get(nearest(Path(given).name, by_name) or "")
    return f"there is no `{given}`" + (f"; did you mean `{match}`?" if match else "")
