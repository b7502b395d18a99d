"""Our own templates are read in fewer bytes, of which every browser makes the same page."""

import re
from pathlib import Path

import pytest

from claimbook.template_text import lightened
from tests.markup import content_of

FOLDER = Path(__file__).parents[3] / "plugins" / "claimbook" / "templates"
_CODE = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def content(template: str) -> list[object]:
    return content_of(_VALUE.sub("value", _CODE.sub("", template)))


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.html")))
def test_a_template_makes_the_same_page_of_fewer_bytes(name: str) -> None:
    template = (FOLDER / name).read_text("utf-8")
    light = lightened(template)
    assert len(light) < len(template)
    assert content(light) == content(template)


def test_no_line_ends_next_to_a_block() -> None:
    assert lightened("<p>one</p>\n{{ two }}\n</li>") == "<p>one</p>{{ two }}</li>"


@pytest.mark.parametrize(
    "text",
    [
        '<a href="{{ page.href }}">',
        '<a class="one two">',
        '<h1 id="page-title">',
        '<rect rx="2"/>',
        '<p class="cb-lead"{{ more }}>',
        "<span>one</span>\n<span>two</span>",
        '{% if part.role == "title" %}',
    ],
)
def test_what_needs_its_quotes_or_its_space_keeps_them(text: str) -> None:
    assert lightened(text) == text
