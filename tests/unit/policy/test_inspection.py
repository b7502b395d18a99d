"""What a page needs, found quickly and then exactly."""

import pytest

from claimbook.policy.directives import Policy, guarded, hashed
from claimbook.policy.headers import Hosted, header_files
from claimbook.policy.inspection import Need, inspected, is_plain
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
    ],
)
def test_what_is_needed_is_found_by_both_looks(html: str, need: Need) -> None:
    assert [each.need for each in inspected(html)] == [need]
    assert not is_plain(html.encode())


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
    assert ways == ["/s/api/*", "/s/data/*", "/s/", "/s/a%20b/*", "/s/embed/*", "/s/index.html"]
    many = frozenset(f"f{each}/index.html" for each in range(500))
    assert len(dict(header_files(Hosted("/", many), policy))["_headers"].splitlines()) <= 200
