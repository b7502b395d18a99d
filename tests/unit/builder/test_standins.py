"""What stands in for compiled libraries in a browser says what the libraries say."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import nh3
import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook import prose, yaml_events
from claimbook.builder.standins import nh3 as own_nh3
from claimbook.builder.standins import pyromark as own_pyromark
from claimbook.diagnostics import Diagnostic
from claimbook.prose_events import ProseReader
from claimbook.workspace import compile_workspace, load
from claimbook.yaml_nodes import Limits, Node
from tests.builder.test_agreement import TODAY

ROOT = Path(__file__).resolve().parents[3]
OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_GFM
)
TEXTS = (
    'A *b* [l&amp;x](http://a.b "t") <http://c.d> `c`\\\nx ~~s~~ and **so *on***',
    "![i](x) and <b>raw</b> &lt;b&gt; \\<b> \\[@c] `[@d]`\n\n<div>\nx\n</div>\n",
    "- a [@s-1]\n  b [@s-2, p. 4]\n- c\n\n> quote [@x]\n> more *[@y]*\n\n1. one\n\n   two [@z]\n",
    "| a | [@b] |\n|--:|---|\n| 1 2 | *x* [y](https://y.example) |\n\n```py\n[@no]\n```\n",
    "[one][a] and [two] and [three](<https://a.example/x y> 'T')\n\n[a]: https://a.example\n",
    "https://a.example/x_y, (https://b.example/) https://c.example/?a=1&b=2.",
    "Größe 漢字 \U0001f600 [@quelle; @zwei, S. 5] [@bad citation\n\n    code [@x]\n\n# Head *ing*",
    "[@a](https://a.example) [a](javascript:alert(1)) [b](data:x) &#x202e; &copy;",
    "> > > deep\n> > * a\n> >   * b\n",
    "Ask <a@b.example>, [me](mailto:a@b.example) or <mailto:c@d.example>.",
    "><!-- a -->\n\n> note\n>\n> <script>\n> b</script>\n\n- <div>\n  c</div>",
)


def analyses() -> Iterator[str]:
    corpus = compile_workspace(load(ROOT), TODAY).corpus
    for each in corpus.claims.values():
        yield each.record.review.analysis or ""


def read(library: ModuleType, text: str) -> dict[str, Any]:
    reader = ProseReader(text)
    reader.feed(library.events_with_range(text, options=OPTIONS))
    return {
        "problems": [(each.code, each.message, each.start, each.end) for each in reader.problems],
        "links": reader.links,
        "link texts": reader.link_texts,
        "blocks": ["".join(run.text for run in runs) for runs in reader.blocks],
        "citations": reader.citations,
        "text": [text[start:end] for start, end in reader.text_ranges],
    }


@pytest.mark.parametrize("text", [*TEXTS, *analyses()])
def test_markdown_is_read_alike(text: str) -> None:
    assert read(own_pyromark, text) == read(pyromark, text)


@pytest.mark.parametrize(
    "text",
    [
        "claim: a\tb\nclaimant:\tc \t d\t\ntopics: [e\tf,\tg]\t# h\nreview: \t\n  verdict: i\t#j",
        "claim: a\t\n  b \t\n\n  c\td\n",
        "-\ta\n- b\t: c\n",
        "\tclaim: a\n",
        "claim:\n\t- a\n",
        "claim: |a\n  b\n",
        "claim: >|\n  b\n",
        "claim: {a\t: b,\tc:\td}\nx: y\tz: a\n",
    ],
)
def test_yaml_is_read_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    by_libyaml, said = built(text)
    monkeypatch.setattr(yaml_events, "_LOADER", yaml_events.OwnLoader)
    assert built(text) == (by_libyaml, said)


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000", r"\ud800"])
def test_no_escape_stands_for_what_is_no_letter(
    escape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f'claim: "a{escape}"\n'
    _, (by_libyaml,) = built(text)
    monkeypatch.setattr(yaml_events, "_LOADER", yaml_events.OwnLoader)
    root, (found,) = built(text)
    assert root is None
    assert (found.message, found.span.line) == (by_libyaml.message, by_libyaml.span.line)


def built(text: str) -> tuple[Node | None, list[Diagnostic]]:
    builder = yaml_events.Builder("claims/a.yml", Limits())
    return builder.build(text), builder.diagnostics


def test_citations_are_found_behind_escaped_bars() -> None:
    text = "| a |\n|---|\n| 1 \\| 2 [@b] |\n"
    assert read(own_pyromark, text)["citations"] == read(pyromark, text)["citations"]


@given(st.text("ab *_`[]()@<>#-\n1.|~\\&;:/é", max_size=60))
def test_any_markdown_is_read(text: str) -> None:
    found = read(own_pyromark, text)
    assert all(0 <= start <= end <= len(text) for _, _, start, end in found["problems"])
    assert all(0 <= start <= end <= len(text) for start, end, _ in found["citations"])


def shown(text: str, monkeypatch: pytest.MonkeyPatch, *, by_own: bool) -> str:
    monkeypatch.setattr(prose, "pyromark", own_pyromark if by_own else pyromark)
    monkeypatch.setitem(__import__("sys").modules, "nh3", own_nh3 if by_own else nh3)
    prose._cleaning.cache_clear()
    try:
        return prose.prose_html(prose.parse_prose(text), lambda index, _: f"<sup>{index}</sup>")
    finally:
        prose._cleaning.cache_clear()


@pytest.mark.parametrize("text", [*TEXTS[:1], *TEXTS[2:3], TEXTS[5], *analyses()])
def test_markdown_is_shown_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    own, real = (shown(text, monkeypatch, by_own=each) for each in (True, False))
    assert own == real


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload=alert(1)>",
        "[x](javascript:alert(1)) ![y](https://evil.example/x.png)",
        '<a href="https://a.example" onclick="x()">y</a>',
    ],
)
def test_what_is_hostile_is_shown_as_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = shown(text, monkeypatch, by_own=True)
    for tag in ("<script", "<img", "<svg", "<a onclick", 'href="javascript'):
        assert tag not in made


def test_only_what_is_allowed_stays() -> None:
    cleaner = own_nh3.Cleaner(
        tags={"a", "p"},
        clean_content_tags={"script"},
        attributes={"a": {"href"}},
        attribute_filter=lambda *_: "kept",
        link_rel="nofollow",
        url_schemes={"https"},
        url_relative="deny",
        strip_comments=True,
    )
    html = '<p class="x"><!-- c --><b>a</b><a href="y" id="z">&lt;</a><script>b<i>c</script>d</p>'
    assert cleaner.clean(html) == '<p>a<a href="kept" rel="nofollow">&lt;</a>d</p>'
