"""Claim prose comes out as a few harmless tags, whatever went in."""

import time
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimbook import prose
from claimbook.characters import forbidden_in
from claimbook.prose import Block, Prose, parse_prose, prose_html, read_marks, read_prose
from claimbook.prose_citations import Citation
from claimbook.prose_events import Run
from claimbook.prose_plain import plain_citations, plain_paragraphs
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

HOSTILE = sorted((Path(__file__).parent.parent / "hostile" / "markdown").iterdir())

_BARE = "p br hr em strong del code pre blockquote ul li h3 h4 h5 h6 table thead tbody tr"
ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(_BARE.split(), frozenset()),
    "ol": frozenset({"start"}),
    "th": frozenset({"align"}),
    "td": frozenset({"align"}),
    "a": frozenset({"href", "title", "rel"}),
    "x-mark": frozenset({"data-group"}),
}
VOID = {"br", "hr"}
REL = "noopener noreferrer nofollow ugc"


class Checker(HTMLParser):
    """Reads HTML as browsers do in what matters here, and collects everything not allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ALLOWED.get(tag, frozenset()):
                self.wrong.append(f"<{tag} {name}>")
            elif name == "href" and not is_absolute(value or ""):
                self.wrong.append(f"href={value!r}")
            elif name == "rel" and value != REL:
                self.wrong.append(f"rel={value!r}")
        if len({name for name, _ in attrs}) != len(attrs):
            self.wrong.append(f"<{tag}> with an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if any(char in data for char in "\ue000\ue001\x00"):
            self.wrong.append(f"text {data!r}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl!r}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"instruction {data!r}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"declaration {data!r}")


def is_absolute(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def wrong_in(html: str) -> list[str]:
    """What a page must not hold."""
    checker = Checker()
    checker.feed(html)
    checker.close()
    return [*checker.wrong, *(f"<{tag}> is never closed" for tag in checker.open)]


def mark(index: int, group: tuple[Citation, ...]) -> str:
    assert group
    return f'<x-mark data-group="{index}">\N{DAGGER}</x-mark>'


def html_of(text: str) -> str:
    read = read_prose(text)
    assert all(0 <= each.start <= each.end <= len(text) for each in read.problems)
    assert all(text[c.start : c.end] == c.source for group in read.citations for c in group)
    return prose_html(read, mark)


_PIECES = st.sampled_from(
    [
        *(
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "`",
            "``",
            "```\n",
            "*",
            "**",
            "_",
            "~~",
            "!",
            "|",
            "\\",
            "#",
        ),
        *(
            "\n",
            "\n\n",
            "\n- ",
            "\n  - ",
            "\n> ",
            "\n1. ",
            "\n    ",
            "  \n",
            "\n|-|-|\n",
            "\n===\n",
        ),
        *("javascript:alert(1)", "https://x.org", "data:text/html,x", "//x.org", "/x", "a@b.org"),
        *("&#106;avascript:", "&colon;", "&#xE000;0&#xE001;", "&lt;", "&#60;", "&#x202e;", "&"),
        *(
            "[@a]",
            "[@a, p. 4]",
            "[@",
            "; @b",
            "[a](",
            "[a]: ",
            "![",
            "<script>",
            "</script>",
            "<a href=",
        ),
        *(
            "<b",
            "<!--",
            "-->",
            "onclick=x",
            '"',
            "'",
            "=",
            " ",
            "\t",
            "word",
            "é",
            "漢",
            "😀",
            "[^1]",
            "1",
        ),
    ]
)
MARKDOWNISH = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=500)
@given(MARKDOWNISH)
def test_anything_like_markdown(text: str) -> None:
    assert wrong_in(html_of(text)) == []


@given(st.text(max_size=200).filter(lambda text: not set(text) & set("\ue000\ue001\x00")))
def test_any_text(text: str) -> None:
    assert wrong_in(html_of(text)) == []


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_texts_made_to_break_out(path: Path) -> None:
    html = html_of(path.read_text(encoding="utf-8").replace("\x00", ""))
    assert wrong_in(html) == []
    again = prose._cleaning()(html)
    assert again == prose._cleaning()(again), "what is clean stays as it is"


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_without_marks_there_are_none(path: Path) -> None:
    read = read_prose(path.read_text(encoding="utf-8").replace("\x00", ""))
    assert "x-mark" not in prose_html(read)


NESTS = [
    *("[", "*", "_", ">", "> ", "`", "- ", "+ ", "1. ", "![", "](", "[a](", "<", "<b", "&", "\\"),
    *("[@", "[@a", "[@a;", "[@a, ", "**a*", "*a_", "[a][", "[a]: b\n", "|a", "|-\n", "~~", "# "),
    *("http://a ", "a@b.c ", "<!--", "[^a]", "\n> ", "  - a\n", "`` ` ", "* * ", "]", "&lt;", "\t"),
]


@pytest.mark.parametrize("piece", NESTS, ids=repr)
def test_twenty_thousand_characters_of_one_thing_take_no_time(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    html = html_of(text)
    assert time.process_time() - began < 2, "linear work takes a few hundredths of a second"
    assert len(html) < 200_000
    assert wrong_in(html) == []


@pytest.mark.parametrize(
    "text",
    ["[@a," + " " * 19_000 + "]", "[@a; " * 3000, "\n".join("  " * i + "- a" for i in range(190))],
)
def test_long_groups_and_deep_lists_take_no_time(text: str) -> None:
    began = time.process_time()
    assert wrong_in(html_of(text)) == []
    assert time.process_time() - began < 2


WEAK = {
    "javascript links": {"url_schemes": {"http", "https", "mailto", "javascript", "data"}},
    "relative links": {"url_relative": "pass_through"},
    "images": {"tags": prose._TAGS | {"img"}, "attributes": prose._ATTRIBUTES | {"img": {"src"}}},
    "classes": {"attributes": prose._ATTRIBUTES | {"a": {"href", "onclick", "style"}}},
}


@pytest.mark.parametrize("change", WEAK.values(), ids=WEAK.keys())
def test_the_check_finds_a_weakened_policy(
    change: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = {
        "tags": prose._TAGS,
        "attributes": prose._ATTRIBUTES,
        "url_schemes": prose._SCHEMES,
        "url_relative": "deny",
        "link_rel": REL,
        **change,
    }
    monkeypatch.setattr(prose, "_cleaning", lambda: nh3.Cleaner(**policy).clean)
    texts = [path.read_text(encoding="utf-8").replace("\x00", "") for path in HOSTILE]
    assert any(wrong_in(html_of(text)) for text in texts)


def test_our_own_tokens_never_come_in_from_a_file() -> None:
    for text in ("a: \ue0000\ue001\n", 'a: "\\ue0000\\ue001"\n'):
        assert parse(SourceFile("x.yml", text.encode())).has_errors


def problems(text: str) -> Iterator[tuple[str, str]]:
    for each in read_prose(text).problems:
        yield each.code.id, text[each.start : each.end]


def test_what_is_refused_is_refused_at_its_place() -> None:
    assert list(problems("é <b>x</b>")) == [("CB115", "<b>"), ("CB115", "</b>")]
    assert list(problems("漢 ![x](y) z")) == [("CB116", "![x](y)")]
    assert list(problems("😀 [x](javascript:alert(1)) z")) == [
        ("CB117", "[x](javascript:alert(1))")
    ]
    assert list(problems("a &#x202e; b")) == [("CB003", "&#x202e;")]
    assert list(problems("a [@b c] d")) == [("CB119", "[@b c]")]
    assert list(problems("a [@b, *c*] d")) == [("CB119", "[@")]
    assert list(problems("a [@b]\n\n[@b]: https://x.org")) == [("CB119", "[@b]")]
    assert next(problems(">" * 20 + " a"))[0] == "CB011"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("a [@b] c", [[("b", None)]]),
        ("[@b, p. 4]", [[("b", "p. 4")]]),
        ("[@b; @c, p. 2]", [[("b", None), ("c", "p. 2")]]),
        ("[@b, p. 4; 5]", [[("b", "p. 4; 5")]]),
        ("[@b, p. 4&ndash;5]", [[("b", "p. 4–5")]]),
        ("- x [@b,\n  p. 4]", [[("b", "p. 4")]]),
        ("> x [@b;\n> @c,\n>   p. 4]", [[("b", None), ("c", "p. 4")]]),
        ("| [@b] | [@c] |\n|---|---|\n| [@d] | x |", [[("b", None)], [("c", None)], [("d", None)]]),
        ("`[@b]` \\[@c] [x](https://x.org '[@d]') \\\\[@e]", [[("e", None)]]),
        ("**[@b]** # [@c]", [[("b", None)], [("c", None)]]),
    ],
)
def test_citations(text: str, groups: list[list[tuple[str, str | None]]]) -> None:
    read = read_prose(text)
    assert [[(each.source, each.locator) for each in group] for group in read.citations] == groups
    assert read.problems == ()
    assert prose_html(read, mark).count("<x-mark") == len(groups)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# a", "<h3>a</h3>\n"),
        ("## a\n\n### b\n\n## c", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n"),
        ("### a", "<h3>a</h3>\n"),
        ("##### a\n\n###### b", "<h3>a</h3>\n<h4>b</h4>\n"),
        ("a\n=\n\nb\n-\n\n###### c", "<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>\n"),
        ("- ## a\n\n# b", "<ul>\n<li>\n<h4>a</h4>\n</li>\n</ul>\n<h3>b</h3>\n"),
        ("`<h1>` a", "<p><code>&lt;h1&gt;</code> a</p>\n"),
    ],
)
def test_the_highest_heading_stands_right_below_the_page_s_own(text: str, html: str) -> None:
    assert prose_html(read_prose(text)) == html


def test_no_character_that_is_printed_is_forbidden() -> None:
    # Prose is looked through for hidden characters only where it holds one that is not printed.
    assert not [
        char for char in map(chr, range(0x110000)) if char.isprintable() and forbidden_in(char)
    ]


PLAIN = st.sampled_from(
    [
        *("[@a]", "[@a, p. 4]", "[@a; @b, x]", "[@a,\n p. 4]", "[@a*b*]", "[@", "[@ a]", "[@a b]"),
        *("word ", "a", " ", "\n", "\n\n", "  \n", "é", "\U0001f600", "*", "**", "_", "# "),
        *("==\n", "2026 ", "1) "),
        *("- ", "1. ", "---\n", "[", "]", "(", "!", "!(", "|", ": ", "&lt;", "\\", "`", "<b>", ">"),
        *("https://a.example ", "[x](https://a.example)", "| [@a] |\n|---|\n", "\t", "~~", "{#id}"),
    ]
)
EASY = st.sampled_from(
    [
        *(
            "[@a]",
            "[@a, p. 4]",
            "[@a; @b]",
            "Word ",
            "word",
            "é",
            "\U0001f600",
            ".",
            '"',
            "“x”",
            "$x$",
        ),
        *(" ", "\n", "\n\n", "\n\n\n", "\n=", "\n-", "\n# ", "\u00a0", "\u200b", "\u2028", "\x0b"),
        *(
            "2026",
            "1",
            ". ",
            ": ",
            "!",
            "[x]",
            "[^1]",
            "+",
            "(",
            "www.a.example",
            "^a^",
            "{.x}",
            "&c",
        ),
    ]
)


@given(st.lists(PLAIN, max_size=14).map("".join))
@example("[@a] and [@b, p. 4]\n\n# [@c; @d]\n\n**[@e]** *[@f]*")
@settings(max_examples=500)
def test_a_text_that_is_not_parsed_would_have_told_the_same(text: str) -> None:
    whole, marks = parse_prose(text), read_marks(text)
    assert (marks.citations, marks.edits) == (whole.citations, whole.edits)
    assert prose_html(marks, mark) == prose_html(whole, mark)
    assert told(read_prose(text)) == told(whole)


@given(st.lists(EASY, max_size=12).map("".join))
@settings(max_examples=500)
def test_an_easy_text_is_read_as_the_parser_reads_it(text: str) -> None:
    assert told(read_prose(text)) == told(parse_prose(text))


def told(prose: Prose) -> Prose:
    """``prose``, with one run for each character: how many make a text means nothing."""
    return replace(prose, blocks=tuple(map(single, prose.blocks)))


def single(block: Block) -> Block:
    """The same block with a run for each character, and with its outer edges."""
    places = [block.source_offset(index) for index in range(len(block.text))]
    inner = [Run(each, at, at + 1) for each, at in zip(block.text, places, strict=True)]
    return Block((Run("", block.runs[0].start, 0), *inner, Run("", 0, block.runs[-1].end)))


def test_a_plain_text_is_not_parsed() -> None:
    assert plain_paragraphs("One [@a]\nline.\n\nTwo.") == [
        ("One [@a] line.", 0, 14),
        ("Two.", 16, 20),
    ]
    assert plain_citations("Seen [@a] and *not* [@b, p. 4].\n\n**Then** [@c; @d].") is not None
    for difficult in ("`[@a]`", "    [@a]", "- [@a]", "[[@a]](https://a.example)", "[@a"):
        assert plain_citations(difficult) is None
