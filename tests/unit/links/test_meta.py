from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.links.meta import PageAbout, about_page
from claimbook.snapshots.encodings import page_text

PAGE = Path(__file__).with_name("page.html").read_text(encoding="utf-8")


def test_a_news_page_says_all_about_itself() -> None:
    assert about_page(PAGE, "https://gazette.example/a/b?x=1") == PageAbout(
        title="Exe bridge closed for two years",
        publisher="Example Gazette Ltd",
        authors=("Ann Rivers", "Bo Quay"),
        published="2025-05-03",
        language="en-GB",
        url="https://gazette.example/news/bridge-closed",
        doi="10.1000/182",
    )


def test_a_paper_is_read_by_the_tags_of_scholars() -> None:
    html = """<title>x</title><meta name=citation_title content="On bridges">
    <meta name=citation_author content="Rivers, Ann"><meta name=citation_author content="Quay, Bo">
    <meta name=citation_publication_date content="2024/5/3"><meta name=citation_doi content=10.1/a>
    <meta name=citation_publisher content="Exe Press">"""
    about = about_page(html)
    assert about.title == "On bridges"
    assert about.authors == ("Rivers, Ann", "Quay, Bo")
    assert (about.published, about.publisher, about.url) == ("2024-05-03", "Exe Press", "")


def test_dublin_core_and_html_alone_are_enough() -> None:
    html = """<html lang=de><title> Brücke
    gesperrt </title><meta name="DC.creator" content="Ann"><meta name="DCTERMS.issued"
    content="2025-05"><time datetime="2020-01-01">"""
    about = about_page(html, "https://example.org/x")
    assert about.title == "Brücke gesperrt"
    assert (about.authors, about.published, about.language) == (("Ann",), "2025-05", "de")
    assert about.url == "https://example.org/x"
    assert about_page("<time datetime='2020-01-01T10:00'>").published == "2020-01-01"


@pytest.mark.parametrize(
    "html",
    [
        "<link rel=canonical href='javascript:alert(1)'>",
        "<link rel=canonical href='http://['>",
        "<meta property=og:url content='file:///etc/passwd'>",
    ],
)
def test_only_web_addresses_come_out(html: str) -> None:
    assert about_page(html, "https://example.org/x").url == "https://example.org/x"


def test_nothing_can_steer_a_terminal() -> None:
    html = "<title>a\x1b[31m\u202eb\x07</title><meta name=author content='\x9b31m'>"
    about = about_page(html)
    assert about.title == "a [31m b"
    assert about.authors == ("31m",)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"@graph":' * 20_000,
        '{"@type": {"@type": []}, "author": {"name": {}}}',
        '[1, null, "x", {"@type": "Article", "headline": 5, "author": [null, 3, {"name": []}]}]',
        '{"@type": "Article", "headline": "x',
    ],
)
def test_broken_data_is_passed_over(script: str) -> None:
    html = f'<title>T</title><script type="application/ld+json">{script}</script>'
    assert about_page(html).title == "T"


def test_long_texts_are_cut() -> None:
    about = about_page(f"<title>{'a' * 100_000}</title>" + "<meta name=author content=b>" * 10)
    assert len(about.title) == 500
    assert about.authors == ("b",)


@given(st.text(max_size=300))
def test_any_text_can_be_read(html: str) -> None:
    about = about_page(html, "https://example.org/")
    assert about.url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("ü".encode("latin-1"), "iso-8859-1", "ü"),
        ("<meta charset='windows-1252'>ü".encode("cp1252"), "", "<meta charset='windows-1252'>ü"),
        ("ü".encode(), "", "ü"),
        (b"\xef\xbb\xbfa", "latin-1", "a"),
        (b"\xff", "no-such-thing", "ÿ"),
        # Python's own codec of this name takes quadratic time.
        (b"-" + b"9" * 50_000, "punycode", "-" + "9" * 50_000),
        (b"abc", "zip", "abc"),
        (b"abc", "undefined", "abc"),
    ],
)
def test_bytes_become_text(data: bytes, charset: str, text: str) -> None:
    assert page_text(data, charset) == text
