"""A build reaches for nothing but its project and its own program, whatever claims ask for."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.hostile.building import built, ended, started, state
from tests.hostile.small import write_small

pytestmark = pytest.mark.slow
# Python tells of what a program does before it is done; who objects stops it.
_GUARD = """
import os, sys, sysconfig
here = os.getcwd()
program = (sys.prefix, sys.base_prefix, *filter(None, sys.path), *map(os.path.realpath, sys.path))
# Zones of time, what decides about them, and the bin.
others = ("/usr/share/zoneinfo", "/etc/localtime", "/dev/null")
forbidden = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn")
places = {"open", "sqlite3.connect", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.link",
          "os.remove", "os.rmdir", "os.chmod", "os.symlink", "os.truncate", "shutil.rmtree"}
def is_below(path, folders):
    return any(path == each or path.startswith(each.rstrip("/") + "/") for each in folders)
def refuse(event, arguments):
    if event.startswith(forbidden):
        os.write(2, f"REACHED {event} {arguments}\\n".encode())
        os._exit(70)
    if event not in places or not isinstance(arguments[0], (str, os.PathLike)):
        return
    if event in ("os.remove", "os.rmdir") and arguments[1] != -1:
        return  # A name in a folder that was opened, as that had to be told before.
    path = os.path.abspath(arguments[0])
    is_read = event in ("os.listdir", "os.scandir") or (
        event == "open" and not arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    known = (*program, *others) if is_read else ()
    mine = (here,) if is_read else (f"{here}/site", f"{here}/.cache", "/dev/null")
    is_made = event == "os.mkdir" and path == here
    if not is_below(path, (*mine, *known)) and not is_made:
        os.write(2, f"REACHED {event} {path}\\n".encode())
        os._exit(70)
sys.dont_write_bytecode = True
sys.addaudithook(refuse)
"""
_OUTSIDE = "../../../../../../../../etc/passwd"
GREEDY = {
    "claims/documents/greedy.yml": f"title: A speech\ntext: {_OUTSIDE}\n",
    "claims/documents/rooted.yml": "title: A speech\ntext: /etc/passwd\n",
    "claims/sources/greedy.yml": "title: Minutes\npublisher: City Archive\n"
    f"snapshot: {{file: {_OUTSIDE}, sha256: {'0' * 64}}}\n",
    "claims/sources/remote.yml": "title: Minutes\nurl: http://127.0.0.1:9/\nsnapshot: http://x/\n",
    "claims/greedy.yml": f"claim: !!python/object/apply:os.system [id]\nclaimant: {_OUTSIDE}\n",
    "claims/linked.yml": "claim: '![x](file:///etc/passwd) {% include \"/etc/passwd\" %}'\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    settings = 'cards = true\n\n[publication]\nurl = "https://bridges.example/"\n'
    write_small(root, settings)
    for path, text in GREEDY.items():
        (root / path).write_text(text, encoding="utf-8")
    (root / "claims/secret.yml").symlink_to("/etc/passwd")
    return root


def test_a_build_touches_its_project_alone(project: Path) -> None:
    code, said = ended(started(project, _GUARD))
    assert code == 0, said
    assert "REACHED" not in said
    guarded = state(project)
    assert not any("root:x:0" in path.read_text() for path in (project / "site").rglob("*.html"))
    shutil.rmtree(project / "site")
    shutil.rmtree(project / ".cache")
    assert built(project) == guarded


@pytest.mark.parametrize(
    "reach", ["import socket; socket.socket()", "open('/etc/passwd')", "open('claims/x.yml', 'w')"]
)
def test_who_reaches_further_is_stopped(project: Path, reach: str) -> None:
    code, said = ended(started(project, f"{_GUARD}\n{reach}\n"))
    assert code == 70, said
    assert "REACHED" in said


def test_a_search_is_made_without_a_network(project: Path, is_whole: bool) -> None:
    is_alone = subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True)
    if is_alone.returncode or not is_whole:
        pytest.skip("only who may unshare can take the network away")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("search: false", "search: true"))
    code, said = ended(started(project, within="exec unshare -n"))
    assert code == 0, said
    assert (project / "site/pagefind/pagefind.js").is_file()
