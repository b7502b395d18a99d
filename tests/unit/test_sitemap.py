"""A sitemap of many pages becomes an index with parts."""

import xml.etree.ElementTree as ET

import pytest

from claimbook.sitemap import LIMITS, Limits, divided

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROOT = "https://x.example/s?a&b/"
BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def sitemap(count: int) -> str:
    """A sitemap as MkDocs's template writes it."""
    entries = (
        f"\n    <url>\n  <loc>{ROOT.replace('&', '&amp;')}{n}</loc>\n"
        f"  {f'<lastmod>2026-01-{n:02}</lastmod>' if n % 2 else ''}\n    </url>"
        for n in range(1, count + 1)
    )
    return f"{BEGIN}{''.join(entries)}\n</urlset>"


def values(text: str, name: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(text.encode()).iter(f"{SPACE}{name}")]


def test_within_the_limits_it_stays_as_it_is() -> None:
    whole = sitemap(5)
    assert divided(whole, ROOT, Limits(5)) == {"sitemap.xml": whole}
    assert divided(whole, ROOT) == {"sitemap.xml": whole}


def test_without_an_address_there_is_no_index() -> None:
    whole = sitemap(5)
    assert divided(whole, "", Limits(2)) == {"sitemap.xml": whole}


@pytest.mark.parametrize(("count", "parts"), [(6, [2, 2, 2]), (7, [2, 2, 2, 1])])
def test_parts_have_every_address_once_and_in_order(count: int, parts: list[int]) -> None:
    files = divided(sitemap(count), ROOT, Limits(2))
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    assert list(files) == ["sitemap.xml", *names]
    assert values(files["sitemap.xml"], "loc") == [f"{ROOT}{name}" for name in names]
    assert [len(values(files[name], "loc")) for name in names] == parts
    found = [each for name in names for each in values(files[name], "loc")]
    assert found == [f"{ROOT}{n}" for n in range(1, count + 1)]


def test_the_index_says_when_a_part_has_changed() -> None:
    files = divided(sitemap(5), ROOT, Limits(3))
    assert values(files["sitemap.xml"], "lastmod") == ["2026-01-03", "2026-01-05"]


def test_no_part_is_larger_than_allowed() -> None:
    files = divided(sitemap(40), ROOT, Limits(size=1000))
    parts = [text for name, text in files.items() if name != "sitemap.xml"]
    assert len(parts) > 1
    assert all(len(each.encode()) <= 1000 for each in parts)


def test_the_limits_are_those_of_the_protocol() -> None:
    assert (LIMITS.addresses, LIMITS.size) == (50_000, 50_000_000)
