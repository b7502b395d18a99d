import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimbook.manifest import MANIFEST
from claimbook.publish import MARKER, PublishError, publish, staging_for
from claimbook.tree_shelf import TreeShelf

FILES = [MARKER, MANIFEST, "index.html"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    return root


def build(
    target: Path, root: Path, text: str, meanwhile: Callable[[], object] = lambda: None
) -> None:
    with staging_for(target, root) as staging:
        meanwhile()
        (staging.host / "index.html").write_text(text)
        publish(staging, target, staging.tree.take(staging.host))


def interrupted(target: Path, root: Path) -> None:
    with staging_for(target, root) as staging:
        staging.tree.put("index.html", b"two")
        raise KeyboardInterrupt


def rubbish(project: Path) -> list[str]:
    """What a build leaves behind that no later build makes use of."""
    found = [each.name for each in project.iterdir() if each.name not in {"site", ".cache"}]
    trees = project / ".cache" / "claimbook" / "trees"
    return found + [each.name for each in trees.iterdir() if each.is_dir()]


def test_a_site_appears_and_is_replaced_as_a_whole(project: Path) -> None:
    site = project / "site"
    build(site, project, "one")
    (site / "left-over.html").write_text("x")
    build(site, project, "two")
    assert (site / "index.html").read_text() == "two"
    assert sorted(each.name for each in site.iterdir()) == FILES
    build(site, project, "three")
    assert (site / "index.html").read_text() == "three"
    assert sorted(each.name for each in site.iterdir()) == FILES


def test_everybody_may_read_what_is_published(project: Path) -> None:
    before = os.umask(0o022)
    try:
        build(project / "site", project, "one")
    finally:
        os.umask(before)
    assert (project / "site").stat().st_mode & 0o777 == 0o755


def test_a_build_that_fails_leaves_the_old_site_and_no_rubbish(project: Path) -> None:
    site = project / "site"
    build(site, project, "one")
    with pytest.raises(KeyboardInterrupt):
        interrupted(site, project)
    assert (site / "index.html").read_text() == "one"
    assert not rubbish(project)


def test_a_failing_rename_puts_the_old_site_back(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = project / "site"
    build(site, project, "one")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name == "trees":
            raise OSError("no space left")
        return rename(self, target)

    monkeypatch.setattr("claimbook.publish.exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no space"):
        build(site, project, "two")
    assert (site / "index.html").read_text() == "one"
    assert not rubbish(project)


def test_an_empty_folder_may_be_filled(project: Path) -> None:
    (project / "site").mkdir()
    build(project / "site", project, "one")


def test_a_new_place_is_made(project: Path) -> None:
    build(project / "a" / "b" / "site", project, "one")
    assert (project / "a/b/site/index.html").is_file()


def test_what_is_not_ours_is_never_replaced(project: Path) -> None:
    theirs = project / "photos"
    theirs.mkdir()
    (theirs / "cat.jpg").write_text("x")
    (project / "file").write_text("x")
    (project / "link").symlink_to("photos")
    for target in (theirs, project / "file", project / "link", project, project.parent, Path("/")):
        with pytest.raises(PublishError), staging_for(target, project):
            pass
    assert (theirs / "cat.jpg").is_file()
    assert sorted(each.name for each in project.iterdir()) == ["file", "link", "photos"]


def test_no_site_stands_where_other_files_belong(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "people" / "ada"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    claims = project / "claims"
    claims.mkdir()
    build(project / "site", project, "one")
    for target in (
        home,
        home.parent,
        claims,
        claims / "site",
        project / ".git",
        project / "a" / ".cache" / "site",
        project / "site" / "inner",
    ):
        with pytest.raises(PublishError), staging_for(target, project, [claims]):
            pass
        assert not target.exists() or not any(target.iterdir()) or target == home.parent
    build(home / "site", project, "one")


def test_what_came_to_stand_there_meanwhile_is_not_replaced(project: Path) -> None:
    site = project / "site"

    def photos() -> None:
        site.mkdir()
        (site / "cat.jpg").write_text("x")

    ways: tuple[Callable[[], object], ...] = (
        photos,
        lambda: site.symlink_to("."),
        lambda: site.write_text("x"),
    )
    for come in ways:
        with pytest.raises(PublishError):
            build(site, project, "one", meanwhile=come)
        assert not rubbish(project)
        if site.is_symlink() or site.is_file():
            site.unlink()
        else:
            assert [each.name for each in site.iterdir()] == ["cat.jpg"]
            (site / "cat.jpg").unlink()
            site.rmdir()


def test_of_two_first_builds_at_once_the_second_takes_the_place_of_the_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, rename = project / "site", Path.rename

    def overtaken(self: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "rename", rename)
        build(site, project, "first")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", overtaken)
    build(site, project, "second")
    assert (site / "index.html").read_text() == "second"
    assert sorted(each.name for each in site.iterdir()) == FILES


def test_of_two_builds_at_once_each_publishes_a_whole_site(project: Path) -> None:
    site = project / "site"
    build(site, project, "one")
    with staging_for(site, project) as first, staging_for(site, project) as second:
        assert first.tree.folder != second.tree.folder
        assert first.host != second.host
        for staging, text in ((second, b"two"), (first, b"three")):
            stamps = {"index.html": staging.tree.put("index.html", text)}
            publish(staging, site, stamps)
            assert (site / "index.html").read_bytes() == text
    build(site, project, "four")
    assert (site / "index.html").read_text() == "four"
    assert len(rubbish(project)) == 1, "the tree before"


def test_what_a_killed_build_left_is_no_part_of_the_next(project: Path) -> None:
    site = project / "site"
    build(site, project, "one")
    shelf = TreeShelf(project, site)
    for folder in (shelf.host, shelf.spare):
        folder.mkdir(parents=True)
        (folder / "half.html").write_text("half")
    build(site, project, "two")
    build(site, project, "three")
    assert sorted(each.name for each in site.iterdir()) == FILES
    assert not shelf.host.exists()


def test_all_files_have_the_rights_of_the_last_build(project: Path) -> None:
    site, before = project / "site", os.umask(0o077)
    try:
        build(site, project, "one")
        build(site, project, "one")
        os.umask(0o022)
        build(site, project, "one")
        build(site, project, "one")
    finally:
        os.umask(before)
    modes = {each.stat().st_mode & 0o777 for each in (site, *site.rglob("*"))}
    assert modes == {0o755, 0o644}
