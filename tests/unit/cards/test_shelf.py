"""The shelf: drawn once, right whatever happened to it, and shared without a lock."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path

import pytest

from claimbook import card_shelf
from claimbook.card_shelf import SHELF, CardCount, place_cards, with_possible_cards
from claimbook.cards.face import CardFace
from claimbook.settings import Publication, Settings
from claimbook.tree import Tree

pytest.importorskip("PIL")
FACES = [
    (f"claims/{name}/card.png", CardFace(f"Claim {name}.", "True", "true", "", "", "L", "F", "a.b"))
    for name in ("one", "two")
]
PUBLISHED = Settings(publication=Publication(url="https://ledger.example/"))


def place(tmp_path: Path, site: str = "site") -> CardCount:
    return place_cards(FACES, Tree(tmp_path / site).put, tmp_path)


def kept(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / SHELF).rglob("*") if path.is_file())


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    assert place(tmp_path) == CardCount(2, 2)
    assert place(tmp_path, "other") == CardCount(2, 0)
    for path, _ in FACES:
        assert (tmp_path / "site" / path).read_bytes() == (tmp_path / "other" / path).read_bytes()


def test_a_shelf_may_be_deleted(tmp_path: Path) -> None:
    place(tmp_path)
    for path in kept(tmp_path):
        path.unlink()
    assert place(tmp_path) == CardCount(2, 2)


@pytest.mark.parametrize(
    "spoil", [lambda _: b"", lambda c: c[:-20], lambda c: c[:90] + b"x" + c[91:]]
)
def test_a_broken_card_is_drawn_anew(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    place(tmp_path)
    whole = {path: path.read_bytes() for path in kept(tmp_path)}
    broken = kept(tmp_path)[0]
    broken.write_bytes(spoil(whole[broken]))
    assert place(tmp_path) == CardCount(2, 1)
    assert {path: path.read_bytes() for path in kept(tmp_path)} == whole


def test_another_way_of_drawing_uses_no_old_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path)
    monkeypatch.setattr(card_shelf, "drawing_manner", lambda: "another")
    assert place(tmp_path) == CardCount(2, 2)


def test_other_colours_use_no_old_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path)
    colours = {**card_shelf.light_colours(), "true": "#000001"}
    monkeypatch.setattr(card_shelf, "light_colours", lambda: colours)
    assert place(tmp_path) == CardCount(2, 2)


def test_two_builds_at_once_leave_whole_cards_and_nothing_else(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: place(tmp_path, f"site-{number}"), range(4)))
    assert [path.suffix for path in kept(tmp_path)] == [".png", ".png"]
    assert place(tmp_path) == CardCount(2, 0)


def test_a_shelf_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way")
    assert place(tmp_path) == CardCount(2, 2)
    assert (tmp_path / "site/claims/one/card.png").is_file()


def test_a_full_disk_costs_only_time_and_leaves_no_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        write(path, content[:100])
        if SHELF in path.as_posix():
            raise OSError(ENOSPC, "no space left")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert place(tmp_path) == CardCount(2, 2)
    assert kept(tmp_path) == []


def test_links_on_the_shelf_are_not_followed(tmp_path: Path) -> None:
    place(tmp_path)
    linked = kept(tmp_path)[0]
    linked.unlink()
    secret = tmp_path / "secret"
    secret.write_text("secret")
    linked.symlink_to(secret)
    assert place(tmp_path) == CardCount(2, 1)
    assert secret.read_text() == "secret"
    assert not linked.is_symlink()


def test_a_folder_in_the_place_of_a_card_costs_only_time(tmp_path: Path) -> None:
    place(tmp_path)
    taken = kept(tmp_path)[0]
    taken.unlink()
    taken.mkdir()
    assert place(tmp_path) == CardCount(2, 1)
    assert [path.suffix for path in kept(tmp_path)] == [".png"]


def test_every_step_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    place_cards(FACES, Tree(tmp_path / "site").put, tmp_path, told.append)
    assert told == [path for path, _ in FACES]


def test_without_pillow_cards_are_off_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_shelf, "HAS_PILLOW", False)
    outcome = with_possible_cards(PUBLISHED, tmp_path)
    assert outcome.value is not None
    assert not outcome.value.has_cards
    (found,) = outcome.diagnostics
    assert found.code.name == "no-cards"
    assert "claimbook[cards]" in (found.hint or "")


@pytest.mark.parametrize("settings", [replace(PUBLISHED, cards=False), Settings()])
def test_nothing_is_said_where_no_cards_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(card_shelf, "HAS_PILLOW", False)
    assert with_possible_cards(settings, tmp_path).diagnostics == ()
