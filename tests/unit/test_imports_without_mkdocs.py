"""The compiler and its command where MkDocs was never installed."""

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

CLAIM = """\
claim: The bridge over the Exe was closed in May 2025.
claimant: Example Gazette
review:
  rating: unproven
  verdict: We found no record of the closure.
  reviewed: 2026-11-02
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "bridge-closed.yml").write_text(CLAIM)
    return tmp_path


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_mkdocs_is_not_there(bare_environment: Path, tmp_path: Path) -> None:
    for name in ("mkdocs", "material", "markdown"):
        done = run(bare_environment / "python", "-c", f"import {name}", cwd=tmp_path)
        assert f"No module named '{name}'" in done.stderr


def test_every_module_imports_by_itself(
    bare_environment: Path, repository: Path, tmp_path: Path
) -> None:
    plugins = repository / "plugins"
    names = [
        ".".join(path.relative_to(plugins).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((plugins / "claimbook").rglob("*.py"))
        # What stands in for libraries in a browser needs one of its own.
        if path.name != "__main__.py" and path.parent.name != "standins"
    ]
    # Each in a process of its own: an import must not lean on an earlier one. Libraries are there
    # already, for they take longer than all the rest.
    script = (
        "import importlib, sys\n"
        "from multiprocessing import get_context\n"
        "def load(name):\n"
        "    importlib.import_module(name)\n"
        "    return {'mkdocs', 'markdown', 'material'} & set(sys.modules)\n"
        "for name in ('site', 'compile', 'cli.commands'):\n"
        "    importlib.import_module(f'claimbook.{name}')\n"
        "for loaded in [each for each in sys.modules if each.startswith('claimbook')]:\n"
        "    del sys.modules[loaded]\n"
        "with get_context('fork').Pool(maxtasksperchild=1) as pool:\n"
        "    assert not set().union(*pool.map(load, sys.argv[1:], 1))\n"
    )
    done = run(bare_environment / "python", "-c", script, *names, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_library_offers_its_names(bare_environment: Path, tmp_path: Path) -> None:
    script = "import claimbook\nfor name in claimbook.__all__: getattr(claimbook, name)"
    done = run(bare_environment / "python", "-W", "error", "-c", script, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_claims_are_checked_formatted_and_begun(bare_environment: Path, project: Path) -> None:
    command = bare_environment / "claimbook"
    done = run(command, "check", "--strict", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 file checked" in done.stdout
    done = run(command, "fmt", "--check", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run(command, "new", "--claim", "It rained.", "--claimant", "Example", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "claims" / "drafts" / "rained.yml").is_file()


def test_a_mistake_is_found_where_it_is(bare_environment: Path, project: Path) -> None:
    (project / "claims" / "bridge-closed.yml").write_text(CLAIM.replace("rating:", "ratting:"))
    done = run(bare_environment / "claimbook", "check", cwd=project)
    assert done.returncode == 1
    assert "--> claims/bridge-closed.yml:4:3" in done.stdout
