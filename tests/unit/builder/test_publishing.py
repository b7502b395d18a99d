"""What the claim builder loads: with an engine, without one, and not at all."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimbook.builder import publishing
from claimbook.builder.publishing import builder_site_files, has_engine
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.site import Site
from claimbook.views.new_claim import COMPILER, ENGINE, OFFLINE, PROJECT, WORKER
from claimbook.workspace import Workspace, compile_workspace, load

CLAIM = "claim: It is.\nclaimant: Somebody\nreview:\n  rating: unproven\n  verdict: Who knows.\n"
WHEEL = "msgspec-0.22.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "it-is.yml").write_text(CLAIM)
    return load(tmp_path)


def published(workspace: Workspace, **exports: bool) -> dict[str, bytes]:
    settings = workspace.settings
    settings = replace(settings, exports=replace(settings.exports, **exports))
    corpus = compile_workspace(workspace, date(2026, 11, 22)).corpus
    site = Site(corpus, settings, UrlStyle(), Renderer(), date(2026, 11, 22))
    return dict(builder_site_files(workspace, site))


def install(root: Path) -> None:
    folder = root / "build" / "engine"
    program = folder / "node_modules" / "pyodide"
    program.mkdir(parents=True)
    for name in publishing._PROGRAM:
        (program / name).write_bytes(name.encode())
    (folder / WHEEL).write_bytes(b"wheel")


def test_without_an_engine_the_form_comes_alone(workspace: Workspace) -> None:
    assert set(published(workspace)) == {OFFLINE, WORKER, PROJECT}
    assert not has_engine(workspace.root, workspace.settings)


def test_with_an_engine_all_of_it_is_told_and_published(workspace: Workspace) -> None:
    install(workspace.root)
    files = published(workspace)
    told = json.loads(files[f"{ENGINE}/engine.json"])
    assert told["parts"] == [WHEEL]
    assert {f"{ENGINE}/{each}" for each in (*told["parts"], *told["program"])} < set(files)
    assert files[COMPILER].startswith(b"PK")
    assert has_engine(workspace.root, workspace.settings)


def test_half_an_engine_is_none(workspace: Workspace) -> None:
    install(workspace.root)
    (workspace.root / "build" / "engine" / "node_modules" / "pyodide" / "pyodide.mjs").unlink()
    assert not has_engine(workspace.root, workspace.settings)


def test_who_does_not_offer_it_publishes_nothing_of_it(workspace: Workspace) -> None:
    install(workspace.root)
    assert published(workspace, builder=False) == {}


def test_the_worker_leads_to_the_script(workspace: Workspace) -> None:
    way = published(workspace)[WORKER].decode()
    assert way == 'import "../../assets/claimbook/builder-worker.js";\n'
