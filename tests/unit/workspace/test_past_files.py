"""Files of large projects, whose bytes are read when they are wanted."""

from datetime import date
from pathlib import Path

import pytest

from claimbook import shelf
from claimbook.compile import Compilation
from claimbook.workspace import Workspace, compile_workspace, load

CLAIM = """\
claim: The bridge was opened in {}.
claimant: council
claimed: 2025-03-01
review:
  rating: true
  verdict: The minutes record it.
  reviewed: 2025-05-01
evidence:
  - source: minutes
    stance: supports
    says: They record it.
"""
FILES = {
    "claims/bridge.yml": CLAIM.format(1932),
    "claims/sources/minutes.yml": "title: Minutes\npublisher: City Archive\n",
    "claims/claimants/council.yml": "name: City Council\n",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shelf, "_FEWEST", 1)
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def compiled(workspace: Workspace) -> Compilation:
    return compile_workspace(workspace, date(2026, 11, 23))


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("meanwhile", [None, "0", "1933"])
def test_what_a_file_holds_for_a_moment_is_not_remembered_as_its_content(
    root: Path, path: str, meanwhile: str | None
) -> None:
    expected = compiled(load(root))
    (root / shelf.FILE).unlink()
    workspace = load(root)
    if meanwhile is None:
        (root / path).unlink()
    else:
        (root / path).write_text(FILES[path].replace("1932", meanwhile).replace("City", meanwhile))
    compiled(workspace)
    (root / path).write_text(FILES[path], encoding="utf-8")
    assert compiled(load(root)) == expected
    assert expected.corpus.claims["bridge"].record.claim == "The bridge was opened in 1932."
