"""Fewer bytes, the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.slim import slimmed, unquoted
from tests.markup import content_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'


@pytest.mark.parametrize(
    ("page", "short"),
    [
        ("<div>\n  <p>\n    A word.\n  </p>\n</div>\n", "<div><p>A word.</p></div>"),
        ("<p>one <b>two</b> <i>three</i></p>", "<p>one <b>two</b> <i>three</i></p>"),
        ("<p>one  <b> two </b>  three</p>", "<p>one <b>two</b> three</p>"),
        ("<p>one<b> two </b>three</p>", "<p>one<b> two </b>three</p>"),
        ("<p> <b> <i> x </i> </b> </p>", "<p><b><i>x</i></b></p>"),
        ("<ul>\n <li> <a> x </a>\n <li>y</ul>", "<ul><li><a>x</a> <li>y</ul>"),
        ("<li>x</li>\n<li>y</li>", "<li>x</li> <li>y</li>"),
        ("<li>x</li><li>y</li>", "<li>x</li><li>y</li>"),
        ("<p><i></i> x <input> y</p>", "<p><i></i> x <input> y</p>"),
        (
            "<p>a\N{NO-BREAK SPACE} \N{NO-BREAK SPACE}b</p>",
            "<p>a\N{NO-BREAK SPACE} \N{NO-BREAK SPACE}b</p>",
        ),
        ("<a  href=\"a  b\"\n title=' > ' >x</a>", "<a href=\"a  b\" title=' > '>x</a>"),
        (f"<p>{SVG}</svg></p>", '<p><svg viewBox="0 0 1 1"></svg></p>'),
        ("<p>a < b  > c</p>", "<p>a < b > c</p>"),
    ],
)
def test_white_space_that_is_not_shown_goes(page: str, short: str) -> None:
    assert slimmed(page) == short


@pytest.mark.parametrize(
    "kept",
    [
        "<pre>  one\n\n  <b>  two </b></pre>",
        "<textarea>  a\n  b </textarea>",
        "<script>if (a  <b)  {\n c('<p>  </p>') }</script>",
        "<style>a  > b {\n}</style>",
        "<!-- a   marker <p>  -->",
        "<SCRIPT>  never closed",
    ],
)
def test_what_is_set_as_it_was_written_stays(kept: str) -> None:
    assert slimmed(f"<div>  {kept}") == f"<div>{kept}"


PIECES = st.sampled_from(
    [
        *(
            "a",
            " ",
            "\n  ",
            "é",
            "&lt;",
            "<p>",
            "</p>",
            "<b class='x  y' >",
            "</b>",
            "<li>",
            "</li>",
        ),
        *(
            "<br>",
            "<div\n id=a>",
            "</div>",
            "<pre> x  </pre>",
            "<button> ",
            "</button>",
            "<!--  -->",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_but_white_space_goes_and_at_once(page: str) -> None:
    short = slimmed(page)
    assert content_of(short) == content_of(page)
    assert slimmed(short) == short
    assert len(short) <= len(page)


@pytest.mark.parametrize(
    ("page", "short"),
    [
        ('<p class="a" id="b-c">"d"</p>', '<p class=a id=b-c>"d"</p>'),
        ('<p class="a b" title="" data-x="c=d">', '<p class="a b" title="" data-x="c=d">'),
        ('<p title=\'a id="b" c\' lang="en">', "<p title='a id=\"b\" c' lang=en>"),
        ('<p title="a id=" lang="en">', '<p title="a id=" lang=en>'),
        ('<a href="b/" rel="c" target="d">', '<a href="b/" rel="c" target=d>'),
        ('<path d="m1"/><input id="b"/>', '<path d="m1"/><input id="b"/>'),
        (
            '<script type="a">f("<p id=\\"b\\">")</script>',
            '<script type=a>f("<p id=\\"b\\">")</script>',
        ),
        ('<!-- <p id="a"> -->', '<!-- <p id="a"> -->'),
    ],
)
def test_needless_quotes_go(page: str, short: str) -> None:
    assert unquoted(page) == short
