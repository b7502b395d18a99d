"""The claim builder says of a claim what the command line says: in the very same words.

Every golden project is given to the compiler in Pyodide, by the scripts that the page loads.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimbook.builder.bundle import bundle
from claimbook.builder.pack import packed
from claimbook.compile import Compilation
from claimbook.decode import Role, filing_of
from claimbook.diagnostics import Diagnostic
from claimbook.formatting import formatted
from claimbook.fragment import UrlStyle
from claimbook.text import SourceFile
from claimbook.workspace import Workspace, compile_workspace, load

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "build" / "engine"
SCRIPT = ROOT / "plugins/claimbook/assets/scripts/builder-compiler.js"
TODAY = date(2026, 11, 22)
GOLDEN = sorted(
    each for each in (ROOT / "tests/golden").iterdir() if each.is_dir() and each.name[0] not in "_."
)
# What shows only beside the text of other claims, which the page does not load.
BETWEEN_CLAIMS = {
    "same-claim",
    "relation-cycle",
    "duplicate-id",
    "alias-taken",
    "repeated-inline-id",
}
Case = tuple[Workspace, Compilation, SourceFile, str]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("node"), reason="needs node"),
    pytest.mark.skipif(not ENGINE.joinpath("stamp").is_file(), reason="`make` found no Pyodide"),
]


def drafts(root: Path) -> Iterator[Case]:
    """Every claim file that could be text in a browser."""
    workspace = load(root)
    compiled = compile_workspace(workspace, TODAY)
    for file in workspace.files:
        filing = filing_of(file.path.removeprefix(f"{workspace.settings.claims_dir}/"))
        if filing and filing.role is Role.CLAIM and is_text(file.data):
            yield workspace, compiled, file, filing.id


def is_text(data: bytes) -> bool:
    try:
        return not data.decode().startswith("\ufeff") and b"\r" not in data
    except UnicodeDecodeError:
        return False


def asked(case: Case) -> dict[str, Any]:
    workspace, compiled, file, name = case
    claims = [each for each in compiled.corpus.claims.values() if each.id != name]
    known = {"claims": [(each.id, each.path, each.title) for each in claims]}
    request = {"ask": "advice", "name": name, "text": file.text, "today": str(TODAY)}
    project = packed(workspace.settings, workspace.config, workspace.files, UrlStyle(), {})
    return {"project": project.decode(), "known": json.dumps(known), "requests": [request]}


def told(each: Diagnostic) -> dict[str, Any]:
    place = {"line": each.span.line, "column": each.span.column}
    words = {"code": each.code.id, "message": each.message, "hint": each.hint or ""}
    return {**words, "severity": each.severity.value, **place}


def expected(case: Case) -> list[dict[str, Any]]:
    _, compiled, file, _ = case
    found = (each for each in compiled.diagnostics if each.span.path == file.path)
    return [told(each) for each in found if each.code.name not in BETWEEN_CLAIMS]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [case for root in (*GOLDEN, ROOT) for case in drafts(root)]


@pytest.fixture(scope="module")
def answers(cases: list[Case], tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("builder")
    zipped, told_cases = folder / "compiler.zip", folder / "cases.json"
    zipped.write_bytes(bundle("en"))
    told_cases.write_text(json.dumps([asked(case) for case in cases]), encoding="utf-8")
    paths = (ROOT / "tests/builder/agree.mjs", SCRIPT, ENGINE, zipped, told_cases)
    command = ["node", *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def test_says_what_the_command_line_says(cases: list[Case], answers: list[dict[str, Any]]) -> None:
    differing = {}
    for case, answer in zip(cases, answers, strict=True):
        names = ("code", "message", "hint", "severity", "line", "column")
        said = [
            {name: each[name] for name in names}
            for each in answer.get("problems", [answer])
            if each.get("name") not in BETWEEN_CLAIMS
        ]
        if said != expected(case):
            differing[f"{case[0].root.name}/{case[2].path}"] = (said, expected(case))
    assert differing == {}


def test_writes_what_fmt_writes(cases: list[Case], answers: list[dict[str, Any]]) -> None:
    for (_, _, file, _), answer in zip(cases, answers, strict=True):
        assert answer["text"] == (formatted(file, Role.CLAIM).value or file.text)


def test_many_claims_are_compared(cases: list[Case]) -> None:
    assert len(cases) > 100
    assert sum(bool(expected(case)) for case in cases) > 60
