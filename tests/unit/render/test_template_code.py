"""Our own templates are compiled to less code that says the same; an owner's as Jinja does it."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from claimbook.boundaries.markup import shown
from claimbook.render import Renderer
from claimbook.values import Stance
from claimbook.wording import wording_of

TEXTS = st.text(alphabet=st.sampled_from("ab é\u2028<>&'\"`=;#0"), max_size=12)
VALUES = TEXTS | TEXTS.map(Markup) | st.integers() | st.floats() | st.none() | st.booleans()


@given(VALUES | st.sampled_from(Stance))
def test_a_value_is_shown_as_it_would_be_escaped(value: object) -> None:
    assert shown(value) == str(escape(value))


@dataclass(frozen=True, slots=True, eq=False)
class Titled:
    """A value that is told from others by being it."""

    title: str


class Sly(str):
    """A text that says it is safe where it is compared, not where it is printed."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return False


def test_a_text_of_another_kind_is_not_taken_at_its_word() -> None:
    assert shown(Sly("<b>")) == "&lt;b&gt;"


def owners(folder: Path, text: str) -> Renderer:
    (folder / "claimbook").mkdir()
    (folder / "claimbook" / "moved.html").write_text(text)
    return Renderer((str(folder),))


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ page.extra.key }}", "of a mapping"),
        ("{{ 'none' if page.gap is not defined else page.gap }}", "none"),
        ("{{ page.gap | default('<') }}", "&lt;"),
        ("{{ say('claim.moved_heading') }}", "This fact-check has moved"),
        (
            "{% macro box() %}<i>{{ caller() }}</i>{% endmacro %}{% call box() %}&{% endcall %}",
            "<i>&</i>",
        ),
        (
            "{% import 'claimbook/parts.html' as parts %}{{ parts.heading(page.title) }}",
            '<h1 id="page-title" class=cb-heading dir=auto>a &lt; b</h1>',
        ),
    ],
)
def test_an_owner_may_write_whatever_jinja_knows(tmp_path: Path, template: str, html: str) -> None:
    page = SimpleNamespace(title="a < b", extra={"key": "of a mapping"})
    assert owners(tmp_path, template).render("moved", page) == html


def test_words_of_the_interface_are_those_of_the_renderers_language() -> None:
    page = SimpleNamespace(title="x", href="#")
    english, german = (
        Renderer(wording=wording_of(each)).render("moved", page) for each in ("en", "de")
    )
    assert "This fact-check has moved" in english
    assert str(escape(wording_of("de")("claim.moved_heading"))) in german


def test_what_a_page_lacks_is_an_error() -> None:
    with pytest.raises(AttributeError, match="title"):
        Renderer().render("moved", SimpleNamespace(href="#"))


def test_what_stands_on_many_pages_is_rendered_once(tmp_path: Path) -> None:
    body = "{{ each.title }}{{ seen.append(1) or seen | length }}"
    macro = f"{{% macro told(each) %}}{body}{{% endmacro %}}"
    twice = "{{ once(told, page) }}, {{ once(told, page) }}"
    renderer = owners(tmp_path, f"{{% set seen = [] %}}{macro}{twice}")
    assert renderer.render("moved", Titled("<b>")) == "&lt;b&gt;1, &lt;b&gt;1"
