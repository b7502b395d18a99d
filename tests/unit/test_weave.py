"""Cutting pages at markers and weaving values into them."""

import json
import re
from dataclasses import replace

import pytest

from claimbook.weave import Place, Values, cut, described, markers, weave, woven

NASTY = "a \"b\" 'c' <i>&amp; </script> ` = \n ${x}"


def page_of(values: Values) -> str:
    return (
        f"<html><head><title>{values.title} - X</title>"
        f'<meta name="description" content="{values.description}">'
        f'<link rel="canonical" href="{values.canonical}">{values.head}</head>'
        f'<body><a href="https://share.example/?u={values.canonical}&t={values.title}">s</a>'
        f'<script>var t = "{values.title}"</script>{values.content}</body></html>'
    )


def shell_of(salt: str = "salt") -> tuple[Values, str]:
    marked = markers(salt)
    return marked, page_of(marked)


def test_what_is_woven_is_what_would_have_been_rendered() -> None:
    marked, page = shell_of()
    plain = Values("T", "D", "<meta>", "<h1>C</h1>", "https://x.example/c/")
    woven = weave(cut(page, marked), plain)
    assert "<title>T - X</title>" in woven
    assert '<link rel="canonical" href="https://x.example/c/"><meta></head>' in woven
    assert woven.endswith("<h1>C</h1></body></html>")


def test_every_place_escapes_in_its_own_way() -> None:
    marked, page = shell_of()
    woven = weave(cut(page, marked), Values(NASTY, NASTY, "", "", "https://x.example/"))
    assert woven.count("<script>") == woven.count("</script>") == 1
    assert "<i>" not in woven
    script = re.search(r"var t = (.*)</script>", woven)
    assert script
    assert json.loads(script[1]) == NASTY
    assert "u=https%3A%2F%2Fx.example%2F&t=a%20%22b%22" in woven


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<p>{}</p>", Place.TEXT),
        ('<meta content="{}">', Place.TEXT),
        ("<meta content='{}'>", Place.TEXT),
        ("<meta content={}>", Place.UNQUOTED),
        ('<a href="mailto:?subject={}">', Place.ADDRESS),
        ('<a title="x > y" href="?t={}">', Place.ADDRESS),
        ('<script type="application/json">"{}"</script>', Place.SCRIPT),
        ("<!-- <script> --><p>{}</p>", Place.TEXT),
        ("<script>1</script><p>{}</p>", Place.TEXT),
    ],
)
def test_the_place_is_read_off_the_page(html: str, place: Place) -> None:
    marked = Values("Marked", "", "", "")
    openings = [
        each for each in cut(html.format("Marked"), marked).openings if each.slot == "title"
    ]
    assert [each.place for each in openings] == [place]


def test_an_unquoted_attribute_stays_one_attribute() -> None:
    shell = cut("<meta content=Marked>", Values("Marked", "", "", ""))
    assert (
        weave(shell, Values("a b onload=x", "", "", ""))
        == "<meta content=a&#32;b&#32;onload&#61;x>"
    )


def test_two_renderings_show_a_theme_that_changes_values() -> None:
    first, second = markers("one"), markers("another")
    assert cut(page_of(first), first) == cut(page_of(second), second)
    assert cut(page_of(first).upper(), first) != cut(page_of(second).upper(), second)


def test_a_shell_without_content_or_title_is_not_whole() -> None:
    marked, page = shell_of()
    assert cut(page, marked).is_whole
    assert not cut(page.replace(marked.content, ""), marked).is_whole
    assert not cut(page.replace(marked.title, ""), marked).is_whole
    assert not cut(page + marked.content, marked).is_whole


def test_the_head_finds_its_place_by_itself() -> None:
    marked = Values("Marked", "", "<!-- head -->", "<h1>Body</h1>")
    shell = cut("<head><title>Marked</title></head><h1>Body</h1>", marked)
    assert weave(shell, Values("T", "", "<meta>", "B")) == "<head><title>T</title><meta></head>B"


def test_values_are_not_searched_for_markers() -> None:
    marked, page = shell_of()
    woven = weave(cut(page, marked), Values(marked.content, "", "", "once"))
    assert woven.count("once") == 1


def test_a_page_is_written_in_utf_8_whatever_it_holds() -> None:
    marked = markers("salt")
    shell = cut(f"<title>{marked.title}</title><body>{marked.content}é</body>", marked)
    page = woven(shell, replace(marked, title="“a”", content="<p>\ud800</p>"))
    assert page.decode() == "<title>“a”</title><body><p>&#55296;</p>é</body>"


SHARED = '<meta property="og:description"'


@pytest.mark.parametrize(
    ("head", "shared"),
    [
        (
            '<meta name="description" content="D">',
            f'{SHARED} name="description" content="D">',
        ),
        ("<META content=D name=description>", f"{SHARED} content=D name=description>"),
        ("<title>T</title>", f'<title>T</title>{SHARED} name="description" content="&lt;D&gt;">'),
        (f'{SHARED} content="Own">', f'{SHARED} content="Own">'),
    ],
)
def test_a_description_is_shared_by_the_element_that_has_it(head: str, shared: str) -> None:
    body = "</head><body>og:description</body>"
    assert described(f"<head>{head}{body}", "<D>") == f"<head>{shared}{body}"
