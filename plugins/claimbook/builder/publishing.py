"""What the claim builder loads besides the pages' own exports, read from disk.

The engine is Pyodide with the one compiled library that the compiler needs; ``make`` or an owner
puts both into a folder of the project. Without it the form works, and runs no checks.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from claimbook.assets import WORKER_SCRIPT, offline_script
from claimbook.builder.bundle import bundle, can_bundle
from claimbook.builder.pack import packed
from claimbook.data import json_bytes
from claimbook.exports.files import File
from claimbook.render import Renderer
from claimbook.settings import Settings
from claimbook.site import Site
from claimbook.views.catalogue import icons_of
from claimbook.views.new_claim import COMPILER, ENGINE, OFFLINE, PROJECT, WORKER
from claimbook.workspace import Workspace

_PYODIDE = "node_modules/pyodide"
_WAY_UP = "../" * WORKER.count("/")
_PROGRAM = (
    *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
    *("python_stdlib.zip", "pyodide-lock.json"),
)


def builder_site_files(workspace: Workspace, site: Site) -> Iterator[File]:
    """Published path and content; nothing where the publication has no claim builder."""
    settings = site.settings
    if not settings.exports.builder:
        return
    yield OFFLINE, offline_script()
    yield WORKER, f'import "{_WAY_UP}{WORKER_SCRIPT}";\n'.encode()
    yield PROJECT, packed(settings, workspace.config, workspace.files, site.style, _icons(site))
    engine = [*_engine(workspace.root, settings)]
    if engine:
        yield COMPILER, _compiler(settings.publication.language)
        yield from engine


def _icons(site: Site) -> dict[str, str]:
    """The icons of all ratings and stances by the names under which they are asked for."""
    found: dict[str, str] = {}

    def noted(name: str) -> str:
        found[name] = site.renderer.icon(name)
        return found[name]

    list(icons_of(site.corpus, Renderer(icon=noted, wording=site.renderer.wording)))
    return found


@lru_cache(maxsize=2)
def _compiler(language: str) -> bytes:
    return bundle(language)


def has_engine(root: Path, settings: Settings) -> bool:
    """Whether all that runs the compiler in a browser is in its folder."""
    return any(_engine(root, settings))


def _engine(root: Path, settings: Settings) -> Iterator[File]:
    folder = root / settings.builder.engine
    program = [folder / _PYODIDE / name for name in _PROGRAM]
    wheels = sorted(folder.glob("*.whl"))
    if wheels and can_bundle() and all(each.is_file() for each in program):
        told = {"parts": [each.name for each in wheels], "program": [*_PROGRAM]}
        yield f"{ENGINE}/engine.json", json_bytes(told)
        for path in (*program, *wheels):
            yield f"{ENGINE}/{path.name}", path.read_bytes()
