"""Reading folders that strangers may have filled."""

import errno
import os
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimbook import codes, folder
from claimbook.workspace import Workspace, compile_workspace, find_root, load

CLAIM = "claim: It is so.\nclaimant: Somebody\nreview: {rating: true, verdict: So it is.}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "good.yml").write_text(CLAIM)
    return tmp_path


def found(workspace: Workspace) -> list[tuple[str, str]]:
    return [(each.code.id, each.span.path) for each in workspace.diagnostics]


def test_files_come_sorted_by_path_whatever_the_disk_says(project: Path) -> None:
    for name in ("z.yml", "a/b.yml", "a-b.yml", "sources/s.yml"):
        path = project / "claims" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(CLAIM)
    paths = [each.path for each in load(project).files]
    assert paths == sorted(paths)
    assert len(paths) == 5


def test_what_belongs_beside_records_is_no_stray(project: Path) -> None:
    claims = project / "claims"
    for name in ("LICENSE", "README.md", ".hidden", ".git/x", "snapshots/page.html"):
        (claims / name).parent.mkdir(exist_ok=True)
        (claims / name).write_text("x")
    (claims / "documents").mkdir()
    for suffix in ("txt", "md", "vtt", "srt"):
        (claims / "documents" / f"speech.{suffix}").write_text("words")
    workspace = load(project)
    assert not workspace.diagnostics
    assert len(workspace.files) == 5


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("claims/a.yaml", "rename it to `a.yml`"),
        ("claims/A.YML", "rename it to `A.yml`"),
        ("claims/a.json", "documents/"),
        ("claims/documents/a.pdf", ".txt"),
    ],
)
def test_a_stray_file_is_told_where_to_go(project: Path, name: str, remedy: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("x")
    (stray,) = load(project).diagnostics
    assert (stray.code, stray.span.path) == (codes.STRAY_FILE, name)
    assert remedy in (stray.hint or "")


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _link_out(path: Path) -> None:
    path.symlink_to(__file__)


def _broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_fifo, _socket, _link_out, _broken_link, _loop, _link_to_device])
def test_what_is_no_ordinary_file_is_refused_without_waiting(
    project: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(project)  # A socket's path is short.
    make(Path("claims/odd.yml"))
    workspace = load(project)
    assert found(workspace) == [("CB014", "claims/odd.yml")]
    compiled = compile_workspace(workspace, date(2026, 11, 22))
    assert compiled.refused == {"odd": "claims/odd.yml"}
    assert len(compiled.corpus.claims) == 1


def test_a_link_to_a_file_within_is_read(project: Path) -> None:
    (project / "claims" / "same.yml").symlink_to("good.yml")
    assert [each.path for each in load(project).files] == ["claims/good.yml", "claims/same.yml"]


def test_a_link_to_a_folder_is_refused(project: Path) -> None:
    (project / "claims" / "again").symlink_to(".")
    assert found(load(project)) == [("CB014", "claims/again")]


def test_a_claims_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "good.yml").write_text(CLAIM)
    project = tmp_path / "project"
    project.mkdir()
    (project / "claims").symlink_to(elsewhere)
    assert ("CB014", "claims") in found(load(project))


def test_a_file_that_vanishes_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanished(*_: object) -> int:
        raise FileNotFoundError

    monkeypatch.setattr(folder.os, "open", vanished)
    (gone,) = load(project).diagnostics
    assert gone.code is codes.UNREADABLE_FILE
    assert "vanished" in gone.message


def test_a_file_that_may_not_be_read_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(folder.os, "open", denied)
    (gone,) = load(project).diagnostics
    assert "permission" in gone.message


@pytest.mark.parametrize("call", ["open", "read", "scandir"])
@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE, errno.ENOMEM])
def test_no_claim_is_left_out_because_a_machine_fails(
    project: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    def failing(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folder.os, call, failing)
    with pytest.raises(OSError, match="claims") as raised:
        load(project)
    assert raised.value.errno == number


def test_no_more_is_read_than_the_limit(project: Path) -> None:
    (project / "claims" / "huge.yml").write_bytes(b"x" * 1_000_000)
    workspace = load(project)
    huge = next(each for each in workspace.files if each.path == "claims/huge.yml")
    assert len(huge.data) == workspace.settings.limits.file_bytes + 1
    diagnostics = compile_workspace(workspace, date(2026, 11, 22)).diagnostics
    assert [each.code for each in diagnostics if each.span.path == huge.path] == [
        codes.FILE_TOO_LARGE
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * (folder.TEXT_BYTES + 1), codes.FILE_TOO_LARGE),
        ("Grüße".encode("latin-1"), codes.NOT_UTF8),
        ("words".encode("utf-16"), codes.NOT_UTF8),
        (b"a\0b", codes.CONTROL_CHARACTER),
        (b"a\x1b[31mb", codes.CONTROL_CHARACTER),
        ("a\u202eb".encode(), codes.HIDDEN_CHARACTER),
    ],
)
def test_a_text_under_check_is_checked_as_a_file(project: Path, data: bytes, code: object) -> None:
    documents = project / "claims" / "documents"
    documents.mkdir()
    (documents / "speech.txt").write_bytes(data)
    assert [each.code for each in load(project).diagnostics] == [code]


def test_a_name_that_is_no_text_is_still_shown(project: Path) -> None:
    (project / "claims" / os.fsdecode(b"\xff.yaml")).write_text("x")
    (stray,) = load(project).diagnostics
    assert stray.span.path == "claims/\ufffd.yaml"


@pytest.mark.parametrize("name", ["a\nb", "a\n::error::b", "a\x1b[31m", "a\u202eb", "a\ue000"])
def test_a_name_that_would_steer_a_terminal_is_not_even_shown(project: Path, name: str) -> None:
    (project / "claims" / f"{name}.yml").write_text(CLAIM)
    (project / "claims" / f"{name}-folder").mkdir()
    (project / "claims" / f"{name}-folder" / "fine.yml").write_text(CLAIM)
    workspace = load(project)
    assert [each.path for each in workspace.files] == ["claims/good.yml"]
    assert {each.code for each in workspace.diagnostics} == {codes.UNREADABLE_FILE}
    assert all(name not in f"{each.span.path} {each.message}" for each in workspace.diagnostics)


def test_folders_nest_only_so_deep(project: Path) -> None:
    deep = project / "claims" / "/".join("d" * 40)
    deep.mkdir(parents=True)
    assert [code for code, _ in found(load(project))] == ["CB014"]


def test_no_folder_and_an_empty_one_say_how_to_begin(tmp_path: Path) -> None:
    (missing,) = load(tmp_path).diagnostics
    assert missing.code is codes.NO_CLAIMS
    assert "claimbook new" in (missing.hint or "")
    (tmp_path / "claims").mkdir()
    (empty,) = load(tmp_path).diagnostics
    assert empty.code is codes.NO_CLAIMS


def test_a_draft_alone_is_a_beginning(tmp_path: Path) -> None:
    drafts = tmp_path / "claims" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "first.yml").write_text(CLAIM)
    assert not load(tmp_path).diagnostics


def test_the_project_is_found_from_within(project: Path) -> None:
    inner = project / "claims" / "deep"
    inner.mkdir()
    assert find_root(inner) == project
    assert find_root(Path("/")) is None


def test_settings_say_where_claims_lie(project: Path) -> None:
    (project / "claims").rename(project / "checks")
    (project / "claimbook.toml").write_text('claims_dir = "checks"\n')
    workspace = load(project)
    assert not workspace.diagnostics
    assert [each.path for each in workspace.files] == ["checks/good.yml"]
    assert workspace.text_of("claimbook.toml") == 'claims_dir = "checks"\n'
    assert workspace.text_of("checks/none.yml") is None


@pytest.mark.parametrize("told", [0, 3, 100, 5000])
@pytest.mark.parametrize("most", [1, 50, 100, 200])
def test_a_file_is_read_to_its_end_whatever_its_size_was(
    tmp_path: Path, told: int, most: int
) -> None:
    path = tmp_path / "a.yml"
    content = bytes(range(100))
    path.write_bytes(content)
    handle = os.open(path, os.O_RDONLY)
    try:
        assert folder._content(handle, told, most) == content[:most]
    finally:
        os.close(handle)
