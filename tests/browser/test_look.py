"""The set of pictures: every kind of page, and a sheet that shows them all."""

from pathlib import Path

import pytest

from tests.browser.look import sheet
from tests.browser.page_types import claim_pages, kind_of, page_types

pytestmark = pytest.mark.browser


def test_every_kind_of_page_is_looked_at(built_site: Path) -> None:
    chosen = page_types(built_site)
    assert len(chosen) == len(set(chosen))
    assert {"", "404.html", "claims/", "topics/", "contribute/", "contribute/codes/"} <= set(chosen)
    kinds = {kind_of(f"{path}index.html") for path in chosen}
    assert {"claims/*", "topics/*", "ratings/*", "sources/*", "documents/*"} <= kinds
    assert len(chosen) < 80


def test_every_style_of_ours_that_is_used_is_looked_at(built_site: Path) -> None:
    html = "".join(
        (built_site / path / "index.html").read_text() for path in claim_pages(built_site)
    )
    shown = {path for path in page_types(built_site) if path in claim_pages(built_site)}
    seen = "".join((built_site / path / "index.html").read_text() for path in shown)
    for name in ("cb-verdict", "cb-corrections", "cb-related", "cb-banner"):
        assert (name in html) == (name in seen)


def test_the_sheet_shows_each_picture_and_escapes_names() -> None:
    page = sheet([("claims/a&b/", "a-b-desktop-light.png"), ("claims/a&b/", "a-b-print.pdf")])
    assert '<img src="a-b-desktop-light.png"' in page
    assert '<a href="a-b-print.pdf">Print (PDF)</a>' in page
    assert "/claims/a&amp;b/" in page
    assert "2 pictures of 1 kinds" in page
