"""Each boundary, read by a reader of its format that others have written.

What comes out says what went in, and nothing in it ends the place in which it stands.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, unquote_to_bytes, urlsplit

import ada_url
import icalendar
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pylatexenc.latex2text import LatexNodes2Text
from selectolax.lexbor import LexborHTMLParser

from claimbook.boundaries import (
    addresses,
    bibtex_text,
    calendar_text,
    github_text,
    hypertext,
    markdown_text,
    markup,
    script,
    server_text,
    table,
    terminal,
    wikitext,
    workflow_command,
    xml_text,
)
from claimbook.boundaries.one_line import one_line

# What means something to one format or another, whole and in pieces.
PIECES = st.sampled_from(
    [
        *"<>&\"'`=\\{}[]|%$#@:;,-~^_*!()/+?\n\t.1a",
        *("</script>", "<script>", "<!--", "-->", "]]>", "<![CDATA[", "</style>", "</title>"),
        *("&#60;", "&amp", "&lt;", "{{7*7}}", "{% raw %}", "${x}", "}}", "''", "~~~~", "__TOC__"),
        *("[[", "]]", "\\n", "\\u003c", "\\end{document}", "%0A", "%0d%0a", "::error::"),
        *("##vso[x]", "##[error]", "javascript:", "https://a.example/", "www.a.example"),
        *("mailto:a@b.example", "@everyone", "=1+1", "ER  - ", "END:VEVENT", "漢", "é", "e\u0301"),
        *("😀", "\u2028", "\u00a0", "b c", "  ", "\uff1d", "www", "```", "~~~", "---", "1.", "> "),
        *("![a](b)", "[a]: b", "gh-1", "abcdef0"),
    ]
)
# As claim files may hold it: no controls but line ends and tabs, nothing unassigned.
LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
)
TEXTS = st.one_of(LETTERS, st.lists(st.one_of(PIECES, LETTERS), max_size=12).map("".join))
# Whatever else: a boundary must hold without the reader of files.
ANYTHING = st.one_of(TEXTS, st.text(st.characters(codec="utf-8")))


class Seen(HTMLParser):
    """All that a page holds."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.others = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, _: str) -> None:
        self.others += 1

    def handle_decl(self, _: str) -> None:
        self.others += 1


def in_browser(text: str) -> str:
    """A text as parsers of HTML take it in: one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS)
@example("</p><script>alert(1)</script>")
@pytest.mark.parametrize(
    "escape", [hypertext.escaped, markup.shown, lambda text: str(markup.escape(text))]
)
def test_html(escape: Callable[[str], str], text: str) -> None:
    shown = escape(text)
    page = f"<p title=\"{shown}\" lang='{shown}'>{shown}</p>"
    seen = Seen(page)
    assert seen.tags == [("p", {"title": text, "lang": text})]
    assert (seen.text, seen.others) == (text, 0)
    [found] = LexborHTMLParser(f"<body>{page}").css("body *")
    assert found.attributes == {"title": in_browser(text) or "", "lang": in_browser(text) or ""}
    assert found.text() == in_browser(text)


@given(ANYTHING)
def test_nothing_ends_a_place_in_html(text: str) -> None:
    for shown in (hypertext.escaped(text), markup.shown(text)):
        assert not set(shown) & set("<>\"'")
    assert not set(hypertext.content(text)) & set("<>")
    assert not set(hypertext.without_brackets(text)) & set("<>")
    assert "&lt;" not in hypertext.without_escaped_brackets(hypertext.escaped(text))


@given(TEXTS)
def test_attributes_without_quotes(text: str) -> None:
    [(tag, given_)] = Seen(f"<p lang={hypertext.unquoted(text)} id=x>").tags
    assert (tag, given_) == ("p", {"lang": text or " ", "id": "x"})


@given(TEXTS)
@example("{{7*7}}")
@example("{% include 'x' %}")
def test_values_of_templates_stay_values(text: str) -> None:
    template = Environment(autoescape=True).from_string('<p title="{{ value }}">{{ value }}</p>')
    seen = Seen(template.render(value=text))
    assert (seen.tags, seen.text) == ([("p", {"title": text})], text)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), ANYTHING),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)


@given(VALUES)
def test_json_in_a_script_element(value: object) -> None:
    written = script.safe_json(value)
    assert json.loads(written) == value
    assert script.safe_json_bytes(value) == written.encode()
    assert not set(written) & set("<>&\u2028\u2029\n")
    page = LexborHTMLParser(f'<script type="application/json">{written}</script><p>end</p>')
    if "\x00" not in written:
        assert json.loads(page.css_first("script").text()) == value
    assert page.css_first("p").text() == "end"


@given(ANYTHING)
def test_strings_of_scripts(text: str) -> None:
    written = script.in_string(text)
    # JSON's strings are strings of ECMAScript, and nothing ends one between other quotes either.
    assert json.loads(f'"{written}"') == text
    assert not set(written) & set("<>&'`$\n\u2028\u2029")


@given(TEXTS)
@example("a{b:'</style><script>'}")
def test_style_sheets(text: str) -> None:
    page = LexborHTMLParser(f"<style>{script.style_sheet(text)}</style><p>end</p>")
    assert page.css_first("style").text().replace("<\\/", "</") == in_browser(text)
    assert page.css_first("p").text() == "end"
    assert page.css("script") == []


@given(ANYTHING)
def test_xml(text: str) -> None:
    shown = xml_text.escaped(xml_text.fit(text))
    read = ET.fromstring(f'<a b="{shown}"><c>{shown}</c></a>')
    fit = in_browser(xml_text.fit(text))
    assert read.get("b") == re.sub(r"[\t\n]", " ", fit)
    assert [each.tag for each in read.iter()] == ["a", "c"]
    assert (read[0].text or "") == fit
    assert not set(xml_text.line(text)) & set("\t\n\r\x85\u2028")


@given(ANYTHING)
def test_parts_of_addresses(text: str) -> None:
    shown = addresses.part(text)
    url = ada_url.URL(f"https://a.example/{shown}?q={shown}#f")
    assert (url.hostname, url.hash) == ("a.example", "#f")
    assert parse_qs(url.search[1:], keep_blank_values=True) == {"q": [text]}
    assert unquote(addresses.path(text)) == text
    assert not set(addresses.path(text)) & set(" <>\"'\\?#&")
    assert unquote(addresses.directive(text)) == text
    assert not set(addresses.directive(text)) & set("-,&#\"' ")
    read = parse_qs(f"a={addresses.form_value(text)}&b=c", keep_blank_values=True)
    assert read == {"a": [text], "b": ["c"]}


@given(TEXTS)
def test_addresses_that_hold_a_file(text: str) -> None:
    address = addresses.data_address("text/plain", text)
    assert urlsplit(address).scheme == "data"
    head, _, body = address.partition(",")
    assert head == "data:text/plain;charset=utf-8"
    assert unquote_to_bytes(body.encode()).decode() == text
    assert not set(address) & set(' "<>#`\n\t{}|')
    assert ada_url.URL(address).hash == ""


@given(TEXTS)
def test_drawings_in_style_sheets(text: str) -> None:
    shown = addresses.drawing(text, " '/:=,")
    assert unquote(shown) == text.replace('"', "'")
    assert not set(shown) & set('"\\\n<>#')


@given(st.lists(st.lists(ANYTHING, min_size=2, max_size=2), max_size=4))
@example([["=1+1", "@SUM(1)"], ["-2", "\t=x"], ["\uff1d1", "+4"]])
def test_tables(rows: list[list[str]]) -> None:
    written = table.csv_text(["a", "b"], rows)
    names, *read = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert names == ["a", "b"]
    cells = [cell for row in read for cell in row]
    given_ = [cell for row in rows for cell in row]
    assert [len(row) for row in read] == [2] * len(rows)
    for cell, was in zip(cells, given_, strict=True):
        assert cell in {was, f"'{was}"}
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b"))


@given(TEXTS)
def test_calendars(text: str) -> None:
    line = calendar_text.folded(f"SUMMARY:{calendar_text.text(text)}")
    assert all(len(each) <= 75 for each in line.split(b"\r\n"))
    [*_, last] = line.split(b"\r\n")
    assert last == b""
    event = b"BEGIN:VEVENT\r\n" + line + b"UID:x\r\nEND:VEVENT\r\n"
    found = icalendar.Event.from_ical(event)
    assert set(found) == {"SUMMARY", "UID"}
    assert str(found["SUMMARY"]).replace("\r", "") == text.replace("\r", "")


def letters(text: str) -> str:
    """What is left of a text where a reader takes liberties with its blanks."""
    return re.sub(r"\s+", "", text).replace("ˆ", "^")


@given(TEXTS.filter(one_line))
def test_bibtex(text: str) -> None:
    written = f"@misc{{x,\n  title = {{{bibtex_text.tex(text)}}},\n  note = {{end}},\n}}\n"
    found = parse_string(written)
    assert not found.failed_blocks
    [entry] = found.entries
    assert [each.key for each in entry.fields] == ["title", "note"]
    value = entry.fields_dict["title"].value
    assert letters(LatexNodes2Text().latex_to_text(value)) == letters(one_line(text))
    assert bibtex_text.address(text).count("{") == 0 == bibtex_text.address(text).count("}")


@given(TEXTS.filter(one_line))
def test_lines_of_ris(text: str) -> None:
    [read] = rispy.loads(f"TY  - GEN\nTI  - {one_line(text)}\nID  - x\nER  - \n")
    assert read["title"] == one_line(text).strip()
    assert set(read) == {"type_of_reference", "title", "id"}


@given(ANYTHING)
def test_templates_of_wikipedia(text: str) -> None:
    shown = wikitext.text(text)
    assert not re.search(r"[{}\[\]|<>\n]|''|~~~|__", shown)
    assert unescape(shown) == one_line(text)
    assert not set(wikitext.address(text)) & set("{}[]|<>\n\"'")


READER = MarkdownIt("gfm-like", {"html": True})
# As GitHub's Markdown has it, an address begins with a scheme or `www.`, not with any name.
READER.linkify.set({"fuzzy_link": False, "fuzzy_email": True, "fuzzy_ip": False})
READER.linkify.tlds("example", True).add("www.", {"validate": re.compile(r"\S+\.\S+")})
LINES = re.compile(r"\s+")


def words(tokens: list[Token]) -> str:
    """What a reader sees of Markdown."""
    return "".join(
        words(each.children) if each.children else each.content
        for each in tokens
        if each.type in {"inline", "text", "text_special", "softbreak"}
    )


@pytest.mark.parametrize("text", ["www.a.example", "https://a.example/", "a@b.example"])
def test_the_reader_of_markdown_sees_addresses(text: str) -> None:
    assert READER.renderInline(text).startswith("<a ")


@given(TEXTS)
@example("![a](javascript:b)")
@example("A.AL")
@example("1. a")
@pytest.mark.parametrize("write", [markdown_text.text, github_text.text])
def test_markdown(write: Callable[[str], str], text: str) -> None:
    shown = write(text)
    tokens = READER.parse(f"{shown} x")
    kinds = {each.type for one in tokens for each in (one, *(one.children or ()))}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}
    seen = words(tokens).replace("\u200b", "").removesuffix("x")
    wanted = terminal.neutral(text) if write is github_text.text else text
    assert "".join(seen.split()) == "".join(wanted.replace("\u200b", "").split())


@given(ANYTHING)
@example("\x1b]0;x\x07")
@example("\x1b[0Ksection_start:1:x\r\x1b[0K")
@example("  ::stop-commands::x")
@example("##vso[task.setvariable]x")
def test_terminals_and_logs(text: str) -> None:
    shown = terminal.neutral(text)
    assert all(each.isprintable() or each in "\u200c\u200d\u3000\u00a0" for each in shown)
    assert not shown.lstrip().startswith("::")
    assert not re.search(r"##\w*\[", shown)
    if text.isprintable() and not re.search(r"##\w*\[|^\s*::", text):
        assert shown == text
    for line in text.splitlines():
        assert not re.search(r"##\w*\[", "".join(terminal.cells(line)))


@given(TEXTS, TEXTS)
def test_commands_to_runners(title: str, text: str) -> None:
    value = workflow_command.property_value(terminal.neutral(title))
    line = f"::error title={value},file=x::{workflow_command.data(text)}"
    # As the runner reads it: properties up to the next two colons, then the percent signs.
    assert "\n" not in line
    assert "\r" not in line
    properties, _, data = line.removeprefix("::error ").partition("::")
    pairs = dict(each.split("=", 1) for each in properties.split(","))
    assert set(pairs) == {"title", "file"}
    assert _undone(pairs["title"]) == terminal.neutral(title)
    assert _undone(data) == text


def _undone(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(TEXTS)
def test_settings_of_servers(text: str) -> None:
    """Read by Python's patterns of bytes, which read these signs as PCRE does."""
    made = server_text.pattern(text)
    assert re.fullmatch(made.encode(), text.encode())
    assert not set(made) & set("\"\n;{}$'# ")
    assert server_text.apache_value(text).replace("%%", "") == text.replace("%", "")
