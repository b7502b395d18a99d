"""``claimbook verify-site``."""

import json
import os
import shutil
from pathlib import Path

import pytest

from claimbook.cli.commands import cli
from claimbook.manifest import MANIFEST
from claimbook.publish import publish, staging_for
from tests.unit.cli.conftest import runner, said

FILES = {"index.html": b"home", "claims/a/index.html": b"a", "claims/b/index.html": b"b"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    with staging_for(tmp_path / "site", tmp_path) as staging:
        stamps = {path: staging.tree.put(path, content) for path, content in FILES.items()}
        publish(staging, tmp_path / "site", stamps)
    return tmp_path / "site"


def verified(site: Path, *more: str) -> tuple[int, str]:
    done = runner().invoke(cli, ["verify-site", str(site), *more])
    return done.exit_code, said(done)


def test_what_was_published_is_as_it_was(site: Path) -> None:
    assert verified(site) == (0, "5 files compared: all as published\n")
    done = runner().invoke(cli, ["verify-site", "--project", str(site.parent)])
    assert done.exit_code == 0


def test_every_file_that_differs_is_named(site: Path) -> None:
    (site / "index.html").write_bytes(b"defaced")
    (site / "claims/a/index.html").unlink()
    (site / "claims/b/more.html").write_bytes(b"x")
    code, text = verified(site)
    assert code == 1
    assert text.splitlines() == [
        "altered: index.html",
        "added: claims/b/more.html",
        "missing: claims/a/index.html",
        "5 files compared: 1 altered, 1 added, 1 missing",
    ]
    _, told = verified(site, "--format", "json")
    assert json.loads(told)["missing"] == ["claims/a/index.html"]


def test_what_is_no_file_is_not_what_was_published(site: Path) -> None:
    for name, make in {"index.html": os.mkfifo, "claims/a/index.html": _link_to_same}.items():
        (site / name).rename(site.parent / "kept")
        make(site / name)
    assert "2 altered" in verified(site)[1]


def _link_to_same(place: Path) -> None:
    place.symlink_to(place.parents[3] / "kept")


def test_a_list_kept_elsewhere_notices_a_list_that_was_altered_with_the_site(site: Path) -> None:
    kept = shutil.copy(site / MANIFEST, site.parent / "kept")
    assert verified(site, "--manifest", str(kept))[0] == 0
    (site / "index.html").write_bytes(b"defaced")
    lines = (site / MANIFEST).read_text().splitlines(keepends=True)
    (site / MANIFEST).write_text("".join(line for line in lines if "index.html" not in line))
    assert verified(site, "--manifest", str(kept))[1].splitlines()[:2] == [
        "altered: SHA256SUMS",
        "altered: index.html",
    ]


def test_without_a_list_it_says_where_one_comes_from(site: Path) -> None:
    (site / MANIFEST).write_text("what is this")
    assert "line 1 is not a SHA-256" in verified(site)[1]
    (site / MANIFEST).unlink()
    assert verified(site)[0] == 2
    assert "`claimbook build` writes one" in verified(site)[1]
