"""What is fuzzed: each takes any bytes and must neither raise nor say what is not so."""

from collections.abc import Callable
from html.parser import HTMLParser

from claimbook.anchoring import read_document
from claimbook.characters import forbidden_in
from claimbook.decode import Role, decode
from claimbook.diagnostics import Diagnostic
from claimbook.evidence import verify
from claimbook.importing import bibtex, csl_json, ris
from claimbook.prose import parse_prose, prose_html, read_prose
from claimbook.text import SourceFile
from claimbook.urls import UrlError, parse_url
from claimbook.yaml_tree import parse

ALLOWED = {
    *("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "sup"),
}
Target = Callable[[bytes], None]


def text_of(data: bytes) -> str:
    """The bytes as a text of a claim file, in which nothing hidden stands."""
    text = data.decode("utf-8", errors="ignore").replace("\r", "")
    return "".join(char for char in text if char in "\n\t" or forbidden_in(char) is None)


def _placed(found: tuple[Diagnostic, ...], text: str) -> None:
    lines = text.split("\n")
    for each in found:
        line, column = each.span.line, each.span.column
        assert 1 <= line <= len(lines), each
        assert 1 <= column <= len(lines[line - 1]) + 1, each
        assert "\n" not in each.message, each


def reader(data: bytes) -> None:
    """Bytes to nodes: something comes out, or is said with its place."""
    file = SourceFile("x.yml", data)
    parsed = parse(file)
    _placed(parsed.diagnostics, file.text)
    assert parsed.value is not None or parsed.diagnostics


def decoder(data: bytes) -> None:
    """Nodes to records of every kind."""
    file = SourceFile("x.yml", data)
    parsed = parse(file)
    for role in Role if parsed.value else ():
        assert parsed.value
        made = decode(role, parsed.value, "x.yml")
        _placed(made.diagnostics, file.text)
        assert made.value is not None or made.diagnostics or parsed.diagnostics


def prose(data: bytes) -> None:
    """Markdown to HTML: no element that is not on the list, whatever was said about it."""
    text = text_of(data)
    found = read_prose(text)
    assert found.citations == parse_prose(text).citations
    for each in found.problems:
        assert 0 <= each.start <= each.end <= len(text), each
    html = prose_html(found, lambda index, _: f"<sup>{index}</sup>")
    for tag, address in tags_in(html):
        assert tag in ALLOWED, (tag, html)
        assert address.lower().startswith(("https://", "http://", "mailto:", "-")), html


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs).get("href") or "-"))


def tags_in(html: str) -> list[tuple[str, str]]:
    """The tags of a page, and where each leads; a hyphen where it leads nowhere."""
    seen = _Tags()
    seen.feed(html)
    seen.close()
    return seen.found


def url(data: bytes) -> None:
    """Addresses: what is taken is http(s), without credentials, and the same when read again."""
    try:
        found = parse_url(data.decode("utf-8", errors="replace"))
    except UrlError:
        return
    assert found.href.startswith(("http://", "https://")), found
    again = parse_url(found.href)
    assert (again.href, again.host) == (found.href, found.host)
    assert "@" not in found.href.split("/")[2]


def quotes(data: bytes) -> None:
    """A quotation beside a text: what stands there letter by letter is found."""
    quote, _, saved = text_of(data).partition("\t")
    document = read_document("x.txt", saved)
    found = verify(quote, document)
    for start, end in found.places:
        assert 0 <= start <= end <= len(document.text), found


def importers(data: bytes) -> None:
    """Files of other programs: references or what is wrong with them."""
    text = data.decode("utf-8", errors="replace")
    for each in (bibtex, csl_json, ris):
        made = each.references_in("x", text)
        assert made.value is not None or made.diagnostics


TARGETS: dict[str, Target] = {
    "reader": reader,
    "decoder": decoder,
    "prose": prose,
    "url": url,
    "quotes": quotes,
    "importers": importers,
}
