"""The visible text of pages: what a reader sees, and what nobody can be made to wait for."""

import pytest

from claimbook.snapshots.encodings import codec_of, page_text, plain_text
from claimbook.snapshots.page import read_page, visible_text
from claimbook.snapshots.saved import Given, Unread

SINGLE = """<!--
 Page saved with SingleFile
 url: https://example.org/bridge
 saved date: Tue Mar 24 2026 10:11:12 GMT+0100 (CET)
-->"""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<title>T</title><p>One <b>two</b><i> three</i>", "One two three"),
        ("<p>a<p>b<div>c</div>d", "a\n\nb\n\nc\n\nd"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<p>a  \n\t b</p>\n<p> c </p>", "a b\n\nc"),
        ("<p>a&nbsp;b &amp;c&#8217;d", "a\u00a0b &c’d"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>c", "a\tb\n1\t2\n\nc"),
        ("<p>x<pre>\n y  z\n   q</pre>w", "x\n\n y  z\n   q\n\nw"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("a<script>no</script>b<style>no</style>c<template>no</template>d", "abcd"),
        ("a<!-- no -->b<noscript>no</noscript><iframe>no</iframe>", "ab"),
        ("a<span hidden>no</span><i style='color:red; DISPLAY : none'>no</i>b", "ab"),
        ("a<b style='visibility:hidden'>no</b><dialog>no</dialog><dialog open>b", "a\n\nb"),
        ("<details><summary>s</summary>yes</details>", "s\n\nyes"),
        ("<select><option>no</select><svg><text>no</text></svg>a", "a"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢字"),
        ("<p>Die Ein\u00adwohner</p>", "Die Einwohner"),
        ("<p>שלום <b>עולם</b>", "שלום עולם"),
        ("<body>a\x01\ufffeb\x7f", "ab"),
        ("a<p hidden>no<p>b</p></div></b>c<td>d", "a\n\nb\n\ncd"),
        ("", ""),
    ],
)
def test_what_a_reader_sees_is_the_text(html: str, text: str) -> None:
    found = visible_text(html).strip("\n")
    assert found == text


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "latin-1", "café"),
        (b"\xff\xfeh\0i\0", "", "hi"),
        (b"caf\xe9", "ISO-8859-1", "café"),
        (b"\x93so\x94", "iso-8859-1", "“so”"),
        (b"<meta charset=windows-1251>\xcf\xf0", "", "<meta charset=windows-1251>Пр"),
        (b"<meta charset='utf-16'>caf\xc3\xa9", "", "<meta charset='utf-16'>café"),
        (b"<meta charset=rot13>a", "", "<meta charset=rot13>a"),
        (b"<?xml version='1.0' encoding='gb2312'?>\xd6\xd0", "", None),
        (b"caf\xe9", "", "café"),
        ("日本語の文章です".encode()[:-1], "", "日本語の文章で\ufffd"),
    ],
)
def test_pages_are_decoded_as_browsers_do(data: bytes, charset: str, text: str | None) -> None:
    found = page_text(data, charset)
    assert found == text if text is not None else found.endswith("中")


def test_a_text_that_says_what_it_is_is_taken_at_its_word() -> None:
    assert plain_text("Привет".encode("koi8-r"), "koi8-r") == "Привет"
    assert codec_of("x-no-such-thing") == codec_of("punycode") == codec_of("idna") == ""


@pytest.mark.parametrize(
    ("head", "address", "day"),
    [
        ("<!-- saved from url=(0027)https://example.org/bridge -->", True, ""),
        (
            SINGLE,
            True,
            "2026-03-24",
        ),
        ("<p>saved from url=(0027)https://example.org/bridge</p>", False, ""),
    ],
)
def test_what_browsers_write_into_a_saved_page_is_read(head: str, address: bool, day: str) -> None:
    found = read_page(Given(f"<!DOCTYPE html>{head}<p>x".encode()))
    assert found.address == ("https://example.org/bridge" if address else "")
    assert found.captured == day


@pytest.mark.parametrize("piece", ["<div>", "<table><b>", "<svg>"])
def test_ten_million_bytes_of_nesting_are_refused_before_they_are_read(piece: str) -> None:
    with pytest.raises(Unread, match="nested more than"):
        visible_text(piece * (10_000_000 // len(piece)))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 9_000 + "x",
        "".join(f"<b a={at}>" for at in range(5_000)) + "<p>x" * 5_000,
        "<p>x" * 200_000,
        "<!--" * 500_000 + "x-->x",
        "</p>x" * 200_000,
        "<p " + "a=1 " * 500_000 + ">x",
    ],
)
def test_hostile_pages_have_a_text_too(html: str) -> None:
    assert "x" in visible_text(html)
