"""Icons of ratings and stances are drawn by the style sheet, once for all pages."""

import re

import pytest
from markupsafe import Markup

from claimbook.exports.mark_style import mark_style
from claimbook.icons import builtin
from claimbook.views.marks import inline_icon, sign_of

CLASS = re.compile(r"<svg class=([\w-]+)></svg>")


def test_every_icon_that_pages_name_has_its_rule() -> None:
    icons = [inline_icon(builtin, name) for name in ("check", "close", "tilde")]
    style = mark_style(icons).decode()
    names = [found[1] for icon in icons if (found := CLASS.fullmatch(sign_of(icon)))]
    assert len(set(names)) == len(icons)
    for name in names:
        assert style.count(f".{name}{{mask:url(") == 1
    assert "%3Cpath d='M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z'/%3E" in style


def test_the_order_of_icons_changes_nothing() -> None:
    icons = [inline_icon(builtin, name) for name in ("check", "close", "check")]
    assert mark_style(icons) == mark_style(reversed(icons))


@pytest.mark.parametrize(
    "svg",
    [
        '<svg aria-hidden="true" viewBox="0 0 24 24"><path fill="red" d="M0 0h9v9z"/></svg>',
        '<svg aria-hidden="true" viewBox="0 0 16 16"><path d="M0 0h9v9z"/></svg>',
        '<svg aria-hidden="true" viewBox="0 0 24 24"><circle r="3"/></svg>',
    ],
)
def test_an_icon_with_colours_or_a_size_of_its_own_stays_whole(svg: str) -> None:
    assert sign_of(Markup(svg)) == svg
    assert mark_style([Markup(svg)]) == b""
