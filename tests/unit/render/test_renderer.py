"""Templates: the owner's before ours, values never templates, gaps never silent."""

import pickle
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError

from claimbook.fragment import UrlStyle
from claimbook.icons import builtin
from claimbook.render import Renderer
from claimbook.site import Site
from claimbook.wording import wording_of
from tests.unit.views.making import SETTINGS, TODAY, claim_text, corpus_of


def owners(folder: Path, **templates: str) -> Renderer:
    (folder / "claimbook").mkdir()
    for name, text in templates.items():
        (folder / "claimbook" / f"{name}.html").write_text(text)
    return Renderer((str(folder),))


def test_the_owners_template_stands_in_for_ours(tmp_path: Path) -> None:
    renderer = owners(tmp_path, moved="<h1>Gone to {{ page.title }}</h1>")
    page = SimpleNamespace(title="a < b")
    assert renderer.render("moved", page) == "<h1>Gone to a &lt; b</h1>"


def test_the_owner_may_change_a_block_and_keep_the_rest(tmp_path: Path) -> None:
    template = (
        '{% extends "core/claim.html" %}{% block footer %}<p id="ours">Ask us.</p>{% endblock %}'
    )
    site = Site(
        corpus_of({"bridge.yml": claim_text()}),
        SETTINGS,
        UrlStyle(),
        owners(tmp_path, claim=template),
        TODAY,
    )
    body = site.claim_fragment("bridge").body
    assert '<p id="ours">Ask us.</p>' in body
    assert "Cite this page" not in body
    assert "The bridge opened in 1932." in body


def test_a_value_is_never_a_template() -> None:
    page = SimpleNamespace(title="{{ 7 * 7 }}{% include 'x' %}<b>", href="#")
    html = Renderer().render("moved", page)
    assert "{{ 7 * 7 }}{% include &#39;x&#39; %}&lt;b&gt;" in html


def test_a_missing_value_is_an_error(tmp_path: Path) -> None:
    renderer = owners(tmp_path, moved="{{ page.titel }}")
    with pytest.raises(UndefinedError):
        renderer.render("moved", SimpleNamespace(title="x"))


def test_what_is_rendered_is_plain_text_to_whoever_joins_it() -> None:
    site = Site(corpus_of({"bridge.yml": claim_text()}), SETTINGS, UrlStyle(), Renderer(), TODAY)
    fragments = list(site.fragments())
    assert all(type(each.body) is str and type(each.head) is str for each in fragments)
    assert type(site.embed("latest", "1", "index")) is str
    assert type(site.claim_reference("bridge", "index")) is str


def test_icons_of_the_host_are_used_and_hidden_from_readers_by_ear() -> None:
    renderer = Renderer(icon=lambda name: f'<svg viewBox="0 0 1 1" data-name="{name}"></svg>')
    site = Site(corpus_of({"bridge.yml": claim_text()}), SETTINGS, UrlStyle(), renderer, TODAY)
    body = site.claim_fragment("bridge").body
    assert (
        '<svg aria-hidden="true" viewBox="0 0 1 1" data-name="check-circle-outline"></svg>'
    ) in body


@pytest.mark.parametrize("name", ["check", "tilde", "cancel", "no-such-icon", "<script>"])
def test_there_is_a_drawing_for_every_name(name: str) -> None:
    svg = builtin(name)
    assert svg.startswith("<svg ")
    assert "script" not in svg


def test_another_process_gets_the_same_renderer(tmp_path: Path) -> None:
    renderer = owners(tmp_path, moved="<h1>{{ say('claim.moved_heading') }}: {{ page.title }}</h1>")
    german = Renderer((str(tmp_path),), builtin, wording_of("de"))
    page = SimpleNamespace(title="a < b", href="#")
    for each in (renderer, german, Renderer()):
        copy = pickle.loads(pickle.dumps(each))
        assert copy.render("moved", page) == each.render("moved", page)
        assert copy.icon("check") == each.icon("check")
        assert copy.wording.language == each.wording.language
