"""After a change only what has changed is indexed again, and the rest stays as it is."""

import gzip
import json
from pathlib import Path

import pytest

from claimbook.diagnostics import Diagnostic
from claimbook.hosting import HostReport
from claimbook.joining import join
from claimbook.publish import publish, staging_for
from claimbook.search.program import VARIABLE
from claimbook.tree import Stamps

COUNT = 120


class Site:
    """A project whose host has built pages, and the site that is published of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.target = root / "site"
        self.pages = {f"claims/{n:03}/index.html": f"Claim number{n}" for n in range(COUNT)}
        self.menu = "Home"

    def build(self, language: str = "en") -> list[str]:
        """Build and publish; what the indexing of pages was about."""
        watched: list[str] = []
        assert self.publish(watched, language) == ()
        return watched

    def publish(self, watched: list[str], language: str = "en") -> tuple[Diagnostic, ...]:
        """Build and publish; what there is to be said."""
        with staging_for(self.target, self.root) as staging:
            placed = {path: staging.tree.put(path, self.html(path)) for path in self.pages}
            report = HostReport(0, 0, (), succeeded=True, placed=placed, search=language)
            outcome = join(staging, report, _watch(watched))
            stamps: Stamps = outcome.value or {}
            publish(staging, self.target, stamps)
        return outcome.diagnostics

    def html(self, path: str) -> bytes:
        text = self.pages[path]
        return f"<nav>{self.menu}</nav><h1 data-pagefind-body>{text}</h1><p>more</p>".encode()

    @property
    def index(self) -> Path:
        return self.target / "pagefind"

    def table(self) -> dict[str, object]:
        told: dict[str, object] = json.loads((self.index / "parts.json").read_bytes())
        return told

    def found(self) -> dict[str, str]:
        """What a browser finds: address and text."""
        outdated = self.table().get("outdated", [])
        assert isinstance(outdated, list)
        files = [
            path for path in self.index.glob("fragment/*") if path.stem not in outdated
        ] + sorted(self.index.glob("recent/fragment/*"))
        texts = [json.loads(gzip.decompress(path.read_bytes())[12:]) for path in files]
        assert len({each["url"] for each in texts}) == len(texts), "a page is found twice"
        return {each["url"]: each["content"] for each in texts}

    def expected(self) -> dict[str, str]:
        return {
            f"/{path.removesuffix('index.html')}": f"{text}." for path, text in self.pages.items()
        }


def _watch(watched: list[str]):  # type: ignore[no-untyped-def] # noqa: ANN202
    from contextlib import nullcontext

    def watch(label: str, total: int):  # type: ignore[no-untyped-def] # noqa: ANN202
        watched.append(f"{label} {total}")
        return nullcontext(lambda _: None)

    return watch


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    assert site.build() == [f"Indexing {COUNT}"]
    return site


def test_nothing_new_leaves_the_very_files(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/program")
    before = {path: path.stat().st_ino for path in site.index.rglob("*") if path.is_file()}
    assert site.build() == []
    assert {path: path.stat().st_ino for path in site.index.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("changed", [1, COUNT])
def test_a_search_that_fails_leaves_nothing_behind(
    site: Site, changed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in list(site.pages)[:changed]:
        site.pages[path] = "Something else"
    monkeypatch.setenv(VARIABLE, "/no/such/program")
    (found,) = site.publish([])
    assert (found.code.name, found.span.path) == ("search-failed", "site")
    assert not site.index.exists()
    monkeypatch.delenv(VARIABLE)
    assert site.build() == [f"Indexing {COUNT}"]
    assert site.found() == site.expected()


def test_another_theme_is_no_reason_to_index(site: Site) -> None:
    site.menu = "Start"
    assert site.build() == []
    assert site.build() == []


def test_a_changed_page_is_indexed_by_itself(site: Site) -> None:
    (parts,) = [site.table()["parts"]]
    site.pages["claims/007/index.html"] = "Something else"
    assert site.build() == ["Indexing 1"]
    assert site.found() == site.expected()
    assert site.table()["parts"] == parts
    assert site.table()["recent"] == {"folder": "recent/", "weight": 16.01}
    assert not list(site.index.glob("recent/*.js"))
    assert site.build() == []
    assert site.found() == site.expected()


def test_pages_come_and_go(site: Site) -> None:
    del site.pages["claims/003/index.html"]
    assert site.build() == []
    assert site.found() == site.expected()
    site.pages["claims/new/index.html"] = "New"
    assert site.build() == ["Indexing 1"]
    assert site.found() == site.expected()
    site.pages["claims/003/index.html"] = "Back, and different"
    assert site.build() == ["Indexing 2"]
    assert site.found() == site.expected()
    del site.pages["claims/new/index.html"]
    site.pages["claims/003/index.html"] = "Claim number3"
    assert site.build() == []
    assert site.found() == site.expected()
    assert not (site.index / "recent").exists()
    assert "outdated" not in site.table()


def test_many_changes_make_a_new_index(site: Site) -> None:
    for number in range(21):
        site.pages[f"claims/{number:03}/index.html"] = f"Now number{number}"
    assert site.build() == [f"Indexing {COUNT}"]
    assert site.found() == site.expected()
    assert not (site.index / "recent").exists()


def test_another_language_makes_a_new_index(site: Site) -> None:
    assert site.build("de") == [f"Indexing {COUNT}"]


def test_an_index_that_somebody_has_touched_is_made_anew(site: Site) -> None:
    next(site.index.glob("fragment/*")).unlink()
    assert site.build() == [f"Indexing {COUNT}"]
    assert site.found() == site.expected()


def test_what_is_remembered_may_be_lost(site: Site) -> None:
    site.pages["claims/007/index.html"] = "Something else"
    site.build()
    (site.root / ".cache/claimbook/memory.sqlite3").unlink()
    assert site.build() == [f"Indexing {COUNT}"]
    assert site.found() == site.expected()
