"""Our own templates are read in fewer bytes, of which every browser makes the same page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimbook.template_text import lightened

FOLDER = Path(__file__).parents[3] / "plugins" / "claimbook" / "templates"
_CODE = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class Events(HTMLParser):
    """What stands in a page, white space left out."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(_VALUE.sub("value", _CODE.sub("", template)))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.extend(data.split())


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.html")))
def test_a_template_makes_the_same_page_of_fewer_bytes(name: str) -> None:
    template = (FOLDER / name).read_text("utf-8")
    light = lightened(template)
    assert len(light) < len(template)
    assert Events(light).found == Events(template).found


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
