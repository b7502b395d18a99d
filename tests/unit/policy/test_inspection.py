"""What a page needs, found quickly and then exactly."""

import re

import pytest

from claimbook.policy.directives import Policy, guarded, hashed
from claimbook.policy.headers import Hosted, header_files
from claimbook.policy.inspection import inspected, is_plain
from claimbook.policy.needs import Need
from claimbook.policy.sheets import loaded_by
from claimbook.policy.telling import refused
from claimbook.settings import Security
from claimbook.settings_file import read_settings
from claimbook.text import SourceFile
from tests.hostile.payloads import payloads

OWN = (
    '<p class="cb-x" data-on="x">on onward: style, src: javascript: is a word</p>'
    '<a href="../../claims/x/" title="a > b">x</a><a href="https://a.example/">x</a>'
    '<img src="../card.png"><script type="application/ld+json">{"a":"<b onclick=x>"}</script>'
    '<link rel="alternate" href="https://a.example/x"><script src="x.js" type=module></script>'
)


def test_own_pages_need_nothing() -> None:
    assert list(inspected(OWN)) == []
    body = OWN.partition("<script")[0]
    assert is_plain(body.encode())


@pytest.mark.parametrize(
    ("html", "need"),
    [
        ("<script>x()</script>", Need.INLINE_SCRIPT),
        ("<SCRIPT type=text/javascript >x()</SCRIPT >", Need.INLINE_SCRIPT),
        ("<style>p{}</style>", Need.INLINE_STYLE),
        ("<p\nSTYLE = 'x'>", Need.STYLE_ATTRIBUTE),
        ("<p title='>' onclick=x>", Need.EVENT_HANDLER),
        ("<svg/onload=x>", Need.EVENT_HANDLER),
        ("<a href=' java\tscript:x'>", Need.SCRIPT_LINK),
        ("<a href='&#106;avascript:x'>", Need.SCRIPT_LINK),
        ("<script src=//a.example/x></script>", Need.SCRIPT),
        ("<script src='https://a.example/x'></script>", Need.SCRIPT),
        ("<link href=https://a.example/x rel=stylesheet>", Need.STYLE),
        ("<img src='\\\\a.example/x'>", Need.IMAGE),
        ("<img srcset='x 1x, https://a.example/x 2x'>", Need.IMAGE),
        ("<video poster=https://a.example/x>", Need.IMAGE),
        ("<audio src=https://a.example/x>", Need.MEDIA),
        ("<iframe src=https://a.example/>", Need.FRAME),
        ("<form action=https://a.example/>", Need.FORM),
        ("<embed src=x>", Need.OBJECT),
        ("<base href=https://a.example/>", Need.BASE),
        ("<img srcset='/x 1x, https://a.example/x 2x'>", Need.IMAGE),
        ("<body background=//a.example/x>", Need.IMAGE),
        ("<a ping='/x https://a.example/y' href=/x>", Need.CONNECTION),
        ("<link rel=preload as=fetch href=https://a.example/x>", Need.CONNECTION),
        ("<link rel=manifest href=https://a.example/x>", Need.OTHER),
        ("<link rel=prefetch href=https://a.example/x>", Need.OTHER),
        ("<iframe srcdoc='&lt;script>x()&lt;/script>'></iframe>", Need.INLINE_SCRIPT),
        # What hides an element from who reads pages otherwise than browsers do.
        ("<!--> <script>x()</script> -->", Need.INLINE_SCRIPT),
        ("<!-- a --!><script>x()</script>", Need.INLINE_SCRIPT),
        ('<p "><script>x()</script><p ">', Need.INLINE_SCRIPT),
        ('<p a=b"><script>x()</script><p ">', Need.INLINE_SCRIPT),
        ('</p "><script>x()</script>', Need.INLINE_SCRIPT),
        ("<noembed><!-- </noembed><script>x()</script>", Need.INLINE_SCRIPT),
        ("<noscript><script>x()</script></noscript>", Need.INLINE_SCRIPT),
        ("<svg><title><script>x()</script></title></svg>", Need.INLINE_SCRIPT),
        ("<svg><xmp><script>x()</script></xmp></svg>", Need.INLINE_SCRIPT),
        ("<math><title><img src=x onerror=x()></title></math>", Need.EVENT_HANDLER),
        ("<svg a=b/><title><script>x()</script></title>", Need.INLINE_SCRIPT),
        ("<svg><![CDATA[ > <!-- ]]><script>x()</script>", Need.INLINE_SCRIPT),
        ("<svg></p><xmp><a title='</xmp><img src=x onerror=x()>'>", Need.EVENT_HANDLER),
        ("<svg><rect mask='url(https://a.example/x#y)'/></svg>", Need.IMAGE),
        ("<script type=' Module '>x()</script>", Need.INLINE_SCRIPT),
    ],
)
def test_what_is_needed_is_found_by_both_looks(html: str, need: Need) -> None:
    assert [each.need for each in inspected(html)] == [need]
    assert not is_plain(html.encode())


@pytest.mark.parametrize(
    "html",
    [
        "<title><script></title><textarea><script></textarea>",
        "<script type=text/template><b onclick=x></script>",
        "<\u017fcript>x()</\u017fcript>",
        "<svg><title>x</title></svg><title><script></title>",
        "<? a><!DOCTYPE html><![CDATA[ x ]]>",
    ],
)
def test_what_no_browser_runs_needs_nothing(html: str) -> None:
    assert list(inspected(html)) == []


@pytest.mark.parametrize(
    "part", ["<a ", "<a b='", "</a ", "<a b=\"'", "<!--", "<script>", "<svg>", "<a =", '<p "']
)
def test_what_is_not_closed_is_read_once(part: str) -> None:
    """Were each beginning followed to the end, this would take a minute of CPU."""
    for end in ("", ">", '">'):
        list(inspected(part * 40_000 + end))


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("@import 'https://a.example/x.css';", [Need.STYLE]),
        ("@IMPORT url( //a.example/x.css );", [Need.STYLE]),
        ("p{background:url(https://a.example/x.png)}", [Need.IMAGE]),
        ("@font-face{src:url('x.woff2'),url(data:font/woff2;base64,xx)}", [Need.FONT]),
        ("@font-face{src:url(x)}p{mask:url('//a.example/x')}", [Need.IMAGE]),
        ("/* @import 'https://a.example/x' */p{mask:url(data:image/png;base64,x)url(#a)}", []),
    ],
)
def test_what_sheets_load_is_found(sheet: str, found: list[Need]) -> None:
    assert [each.need for each in loaded_by(sheet)] == found


def test_the_quick_look_misses_nothing_that_the_other_finds() -> None:
    found = [each for each in payloads() if any(inspected(each))]
    assert len(found) > 450
    assert [each for each in found if is_plain(each.encode())] == []


def test_a_need_has_a_place() -> None:
    [found] = refused("<p>\n\n  <b style=x>y</b>", "a.html", Policy())
    assert (found.path, found.line, found.column) == ("a.html", 3, 3)


def test_hosts_and_paths_are_allowed_as_browsers_do() -> None:
    def are_allowed(source: str, *addresses: str) -> list[bool]:
        policy = Policy(Security(scripts=(source,)))
        pages = (f"<script src='{each}'></script>" for each in addresses)
        return [not [*refused(page, "a", policy)] for page in pages]

    host = "https://a.example"
    near = (f"{host}/x", "//a.example/x", f"{host}.evil/x", f"{host}@evil/x", "http://a.example/x")
    assert are_allowed(host, *near) == [True, True, False, False, False]
    assert are_allowed(f"{host}/x.js", f"{host}/x.js?v=1", f"{host}/x.jsx") == [True, False]
    assert are_allowed(f"{host}/d/", f"{host}/d/x.js", f"{host}/e.js") == [True, False]


def test_ends_of_lines_are_hashed_as_browsers_read_them() -> None:
    assert hashed("a\r\nb\rc") == hashed("a\nb\nc")


def test_the_policy_stands_before_all_that_is_loaded() -> None:
    page = "<html><head><meta charset=utf-8><link rel=stylesheet href=x></head>"
    made = guarded(page, Policy().text)
    assert made.index("Content-Security-Policy") < made.index("<link")
    assert made.startswith("<html><head><meta charset=utf-8><meta http-equiv")
    assert "unsafe-inline" not in made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- <head> -->\n<html><head>", "<script src=x></script></head>"),
        ("<!doctype html>", "<script src=x></script><head></head>"),
        ("<!doctype html>\n<html lang=en>", "<title>x</title><body>y"),
        ('<head data-a="a>b">', "<link rel=stylesheet href=x>"),
        ('<head><meta name=a content="a > charset"><meta charset="utf-8">', "<link href=x>"),
        ('<head><meta name=a content="charset > <meta charset=x>">', "<link href=x>"),
        ("\ufeff<HTML><HEAD >", "<header>x"),
        ("", "x <html><head>"),
        ("", "<p>x"),
    ],
)
def test_the_policy_stands_where_browsers_obey_it(before: str, after: str) -> None:
    meta = guarded(f"{before}{after}", "POLICY").removeprefix(before).removesuffix(after)
    assert meta.strip() == '<meta http-equiv=Content-Security-Policy content="POLICY">'


def test_a_text_without_elements_stays_as_it_is() -> None:
    text = "google-site-verification: google0123.html"
    assert guarded(text, "POLICY") == text


@pytest.mark.parametrize(
    "value",
    [
        '["*"]',
        '["https://*.example.org"]',
        '["http://a.example"]',
        "[\"'unsafe-inline'\"]",
        '["data:"]',
        '["https://a.example; script-src *"]',
        '["https://a.example/?x"]',
        '["https://u:p@a.example/"]',
        '["sha256-short"]',
        '"https://a.example"',
        "[1]",
    ],
)
def test_nothing_else_can_be_allowed(value: str) -> None:
    text = f"[security]\nscripts = {value}\n"
    read = read_settings(SourceFile("claimbook.toml", text.encode()))
    assert [each.code.id for each in read.diagnostics] == ["CB905"]
    assert read.value
    assert read.value.security == Security()


def test_folders_have_rules_of_their_own_and_never_too_many() -> None:
    pages = frozenset({"index.html", "embed/a/index.html", "own/x.html", "a b/index.html"})
    policy = Policy(Security(apart=("own",)))
    text = dict(header_files(Hosted("/s/", pages), policy))["_headers"].decode()
    ways = [each for each in text.splitlines() if not each.startswith(" ")]
    folders = ["/s/", "/s/a%20b/*", "/s/embed/*", "/s/index.html"]
    assert ways == ["/s/api/*", "/s/data/*", "/s/*", *folders]
    many = frozenset(f"f{each}/index.html" for each in range(500))
    assert len(dict(header_files(Hosted("/", many), policy))["_headers"].splitlines()) <= 200


def test_no_name_of_a_folder_means_anything_to_a_host() -> None:
    odd = 'a"b^c\\d$e]f g{h}%20;'
    policy = Policy(Security(apart=(odd, "deep/own"), scripts=("https://a.example/a%20b",)))
    pages = frozenset({"deep/index.html", "deep/own/x.html", "x/index.html"})
    told = dict(header_files(Hosted("/\u00e4 %62/", pages), policy))
    nginx, apache = told["headers/nginx.conf"].decode(), told["headers/apache.conf"].decode()
    for text in (nginx, apache):
        assert re.findall(r'(?:"~|Match ")(\^[^"]*)"', text)
        patterns = re.findall(r'"~?(\^[^"]*?/)"', text)
        assert any(re.search(each.encode(), f"/\u00e4 b/{odd}/x".encode()) for each in patterns)
        assert not any(re.search(each.encode(), b"/x/y.html") for each in patterns)
    assert "https://a.example/a%%20b" in apache
    assert "https://a.example/a%20b" in nginx
    static = told["_headers"].decode()
    assert static.count("/%C3%A4%20b/") == len(re.findall(r"^/", static, re.MULTILINE))
    # A rule for the folder around one that is apart would hold within it, too.
    assert "deep" not in static
    assert "X-Content-Type-Options: nosniff" in static
