"""What is no ordinary file, wherever records are looked for: refused at its place, never read."""

import errno
import os
import socket
import stat
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimbook.compile import Compilation
from claimbook.workspace import compile_workspace, load
from tests.hostile.small import write_small

SPEECH = "claims/documents/speech.yml"
TODAY = date(2026, 11, 23)
PLACES = (
    "claims/odd.yml",
    "claims/topics.yml",
    "claims/drafts/odd.yml",
    "claims/sources/odd.yml",
    "claims/claimants/odd.yml",
    "claims/documents/odd.yml",
    "claims/documents/speech.txt",
    "claims/snapshots/minutes.txt",
    "claimbook.toml",
)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except OSError as error:
        if error.errno in {errno.EPERM, errno.ENOSYS}:
            pytest.skip("only who may make devices can have one here")
        raise


def _forbidden(path: Path) -> None:
    path.write_text("claim: x\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("nothing is forbidden to this user")


KINDS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "socket": _socket,
    "device": _device,
    "forbidden": _forbidden,
    "folder": lambda path: path.mkdir(),
    "link out": lambda path: path.symlink_to("/etc/passwd"),
    "link to a device": lambda path: path.symlink_to("/dev/zero"),
    "link to a folder": lambda path: path.symlink_to("/etc"),
    "link to nowhere": lambda path: path.symlink_to("nowhere.yml"),
    "link to itself": lambda path: path.symlink_to(path.name),
}


def compiled(root: Path) -> Compilation:
    return compile_workspace(load(root), TODAY)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_at_every_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    write_small(tmp_path)
    # The path of a socket has to be short.
    monkeypatch.chdir(tmp_path)
    for place in map(Path, PLACES):
        place.unlink(missing_ok=True)
        place.parent.mkdir(exist_ok=True)
        KINDS[kind](place)
    workspace = load(Path())
    found = compile_workspace(workspace, TODAY)
    told = {each.span.path for each in found.diagnostics if each.code.id == "CB014"}
    # A folder is no file at all, and may have any name.
    assert told == ({"claimbook.toml"} if kind == "folder" else set(PLACES))
    assert not {each.path for each in workspace.files} & set(PLACES)


@pytest.mark.parametrize("name", ["Two.yml", "TWO.yml", "two\u0301.yml", "t\u1e83o.yml"])
def test_ids_that_only_some_systems_tell_apart_are_refused(tmp_path: Path, name: str) -> None:
    write_small(tmp_path)
    for form in ("NFC", "NFD"):
        (tmp_path / "claims" / unicodedata.normalize(form, name)).write_text("claim: x\n")
    found = compiled(tmp_path)
    refused = [each for each in found.diagnostics if each.code.id in {"CB014", "CB201"}]
    assert refused
    assert set(found.corpus.claims) <= {"one", "two", "three", "four", "five", "six"}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_folders_may_have_any_name_whatever_its_form(tmp_path: Path, form: str) -> None:
    write_small(tmp_path)
    folder = tmp_path / "claims" / unicodedata.normalize(form, "Brücken")
    folder.mkdir()
    (tmp_path / "claims/two.yml").rename(folder / "two.yml")
    found = compiled(tmp_path)
    refused = [each for each in found.diagnostics if each.code.id in {"CB014", "CB201"}]
    assert refused or "two" in found.corpus.claims


def test_a_text_is_found_by_its_name_whatever_the_form_of_either(tmp_path: Path) -> None:
    for written in ("NFC", "NFD"):
        for named in ("NFC", "NFD"):
            root = tmp_path / f"{written}-{named}"
            write_small(root)
            text = unicodedata.normalize(written, "rede-ü.txt")
            record = root / "claims/documents/speech.yml"
            (root / "claims/documents/speech.txt").rename(root / "claims/documents" / text)
            name = unicodedata.normalize(named, "rede-ü.txt")
            record.write_text(record.read_text().replace("speech.txt", name))
            found = compiled(root)
            document = found.corpus.documents.get("speech")
            refused = [each for each in found.diagnostics if each.span.path == SPEECH]
            assert document or refused, (written, named)
            assert all(each.code.id == "CB118" for each in refused), (written, named)
