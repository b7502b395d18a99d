"""Markdown of claim files: GitHub-flavoured CommonMark to safe HTML.

Parsed by pulldown-cmark (``pyromark``), whose events carry their place; raw HTML, images and
unsafe links are refused with that place. What is rendered is sanitised by ``nh3`` last, and
nothing but our own citation marks, kept as private-use tokens until then, is put in afterwards.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, starmap
from typing import Any, NamedTuple

import pyromark

from claimbook import codes
from claimbook.boundaries.hypertext import escaped
from claimbook.prose_citations import Citation, Found
from claimbook.prose_events import Problem, ProseReader, Run, places_in
from claimbook.prose_plain import plain_citations, plain_paragraphs
from claimbook.urls import UrlError, parse_url

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_GFM
)
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}[0-9]+{_CLOSE}|[{_OPEN}{_CLOSE}]")
_TOKEN_IN_TAG = re.compile(f"<[^<>]*[{_OPEN}{_CLOSE}]")
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})", re.MULTILINE)
_HEADING = re.compile(r"<(/?)h([1-6])>")
_TOP_HEADING = 3
_BARE_URL = re.compile(r"https?://[^\s<>\"'`\]\[]+")
_TRAILING = ".,;:!?*_~'\")"

_TAGS = {
    *("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "a", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_CONTENT_TAGS = {
    *("script", "style", "svg", "math", "iframe", "object", "embed", "template", "noscript"),
    *("textarea", "title", "select", "form", "xmp", "noembed", "noframes", "plaintext"),
}


class Block(NamedTuple):
    """A paragraph, heading, list item or cell: its visible text, and where that stands."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The visible text, code left out, breaks as spaces."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])

    def source_offset(self, index: int) -> int:
        """Where the character ``index`` of :attr:`text` stands in the Markdown source."""
        for run in self.runs:
            if index < len(run.text):
                return run.start + min(index, max(run.end - run.start - 1, 0))
            index -= len(run.text)
        return self.runs[-1].end if self.runs else 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown as read: its citations, its blocks of text, and what is wrong with it.

    All offsets count code points of :attr:`text`.
    """

    text: str
    citations: tuple[tuple[Citation, ...], ...]
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]
    # Where each link leads to, and its place.
    links: tuple[Run, ...]
    link_texts: tuple[Run, ...]
    edits: tuple[tuple[int, int, str], ...]

    @property
    def cited(self) -> tuple[str, ...]:
        """Ids of all cited sources in order of first citation."""
        return tuple(dict.fromkeys(each.source for group in self.citations for each in group))


@lru_cache(maxsize=2048)
def read_prose(text: str) -> Prose:
    """Read Markdown; whatever it holds, problems come back as values."""
    paragraphs = plain_paragraphs(text)
    found = None if paragraphs is None else plain_citations(text)
    if paragraphs is None or found is None:
        return parse_prose(text)
    blocks = tuple(Block((Run(*each),)) for each in paragraphs)
    groups = tuple(group for _, _, group in found)
    return Prose(text, groups, blocks, (), (), (), tuple(_citation_edits(found)))


def parse_prose(text: str) -> Prose:
    """Read Markdown with the parser, however plain it is."""
    reader = ProseReader(text)
    reader.feed(pyromark.events_with_range(text, options=_OPTIONS))
    problems = (*reader.problems, *_link_problems(reader.links))
    bare = tuple(_autolink_edits(text, reader.text_ranges)) if "://" in text else ()
    links = [*reader.links, *((edit[1:-1], start, end) for start, end, edit in bare)]
    return Prose(
        text,
        tuple(group for _, _, group in reader.citations),
        tuple(Block(runs) for runs in reader.blocks),
        tuple(sorted(problems, key=lambda each: each.start)),
        tuple(starmap(Run, links)),
        tuple(reader.link_texts),
        tuple(sorted((*_citation_edits(reader.citations), *bare))),
    )


def markdown_events(text: str) -> Iterator[tuple[Any, int, int]]:
    """What the parser tells of Markdown, with two offsets in code points for each event."""
    place = places_in(text)
    for event, stretch in pyromark.events_with_range(text, options=_OPTIONS):
        yield event, place(stretch["start"]), place(stretch["end"])


# The page of a claim and its twin read the same one after the other.
@lru_cache(maxsize=64)
def read_marks(text: str) -> Prose:
    """Read of Markdown what is needed to show it, or to know what it cites.

    The rest of what :func:`read_prose` finds may be left out: a text that holds nothing but
    paragraphs, stress and citations is not parsed for these.
    """
    found = plain_citations(text)
    if found is None:
        return read_prose(text)
    groups = tuple(group for _, _, group in found)
    return Prose(text, groups, (), (), (), (), tuple(_citation_edits(found)))


def _citation_edits(found: Iterable[Found]) -> Iterable[tuple[int, int, str]]:
    for index, (start, end, _) in enumerate(found):
        yield start, end, f"{_OPEN}{index}{_CLOSE}"


def _autolink_edits(text: str, ranges: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int, str]]:
    for start, end in ranges:
        for found in _BARE_URL.finditer(text, start, end):
            address = found[0].rstrip(_TRAILING)
            if is_linkable(address):
                yield found.start(), found.start() + len(address), f"<{address}>"


def _link_problems(links: Iterable[tuple[str, int, int]]) -> Iterable[Problem]:
    for destination, start, end in links:
        why = _why_unsafe(destination)
        if why:
            yield Problem(codes.UNSAFE_LINK, why, _LINK_HINT, start, end)


_LINK_HINT = "link to an absolute `https://` address; cite a source as `[@source-id]`"


def is_linkable(destination: str) -> bool:
    """Whether a link in claim prose may go to ``destination``."""
    return not _why_unsafe(destination)


def _why_unsafe(destination: str) -> str:
    if re.fullmatch(r"mailto:[^\s<>\"?]+@[^\s<>\"?]+", destination):
        return ""
    try:
        parse_url(destination)
    except UrlError as error:
        return str(error)
    return ""


def _kept(tag: str, attribute: str, value: str) -> str | None:
    # To nh3 `https:x` is absolute; to a browser on an https page it is not.
    is_link = tag == "a" and attribute == "href"
    return None if is_link and not is_linkable(value) else value


@cache
def _cleaning() -> Callable[[str], str]:
    import nh3  # noqa: PLC0415 - who only checks claims renders nothing

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_CONTENT_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel="noopener noreferrer nofollow ugc",
        strip_comments=True,
        attribute_filter=_kept,
    ).clean


CitationMark = Callable[[int, tuple[Citation, ...]], str]


def prose_html(prose: Prose, mark: CitationMark | None = None) -> str:
    """Render to safe HTML.

    ``mark(index, citations)`` returns the trusted HTML of one citation group; without it the
    groups vanish. Headings stand below the page's own: the highest that is used becomes `h3`.
    What is nested too deep is not rendered but shown as written: it would cost seconds.
    """
    if any(each.code is codes.TOO_DEEP for each in prose.problems):
        return f"<p>{escaped(prose.text)}</p>\n"
    rendered = pyromark.html(_edited(prose), options=_OPTIONS)
    clean = _cleaning()(_with_own_headings(rendered))
    return _with_marks(clean, prose, mark)


def prose_markdown(prose: Prose, mark: CitationMark) -> str:
    """The Markdown as it was written, with what ``mark`` gives for each citation group.

    What it leaves open, such as a block of code, is closed, so that more can stand below it.
    """
    parts: list[str] = []
    at = 0
    for start, end, replacement in prose.edits:
        if replacement[0] == _OPEN and start >= at:
            index = int(replacement[1:-1])
            parts += [prose.text[at:start], mark(index, prose.citations[index])]
            at = end
    return _closed("".join([*parts, prose.text[at:]]))


def _closed(text: str) -> str:
    if _ends(text):
        return text
    ends = [f"\n{fence}" for fence in _FENCE.findall(text)]
    closed = (f"{text}{end}" for end in ends if _ends(f"{text}{end}"))
    return next(closed, escaped(text))


def _ends(text: str) -> bool:
    """Whether what stands below a text is no part of it."""
    if "```" not in text and "~~~" not in text:
        return True
    return pyromark.html(f"{text}\n\n# {_OPEN}\n", options=_OPTIONS).endswith(f"<h1>{_OPEN}</h1>\n")


def _with_own_headings(rendered: str) -> str:
    """Move all headings by as many levels as bring the highest of them to `h3`."""
    highest = min((int(each[2]) for each in _HEADING.finditer(rendered)), default=_TOP_HEADING)
    shift = _TOP_HEADING - highest
    if not shift:
        return rendered
    return _HEADING.sub(lambda found: f"<{found[1]}h{min(int(found[2]) + shift, 6)}>", rendered)


def _edited(prose: Prose) -> str:
    parts: list[str] = []
    at = 0
    for start, end, replacement in prose.edits:
        if start >= at:
            parts += [prose.text[at:start], replacement]
            at = end
    return "".join([*parts, prose.text[at:]])


def _with_marks(clean: str, prose: Prose, mark: CitationMark | None) -> str:
    before, *behind = clean.split(_OPEN)
    pieces = [each.partition(_CLOSE) for each in behind]
    if mark and _are_ours(pieces, clean, prose):
        marks = (mark(index, group) for index, group in enumerate(prose.citations))
        texts = (text for _, _, text in pieces)
        return before + "".join(chain.from_iterable(zip(marks, texts, strict=True)))
    return _TOKEN.sub("", clean)


def _are_ours(pieces: list[tuple[str, str, str]], clean: str, prose: Prose) -> bool:
    # Tokens are put into text only, each once and in order. Where there are others, or one turns
    # up inside a tag, somebody has written them as entities: then none is filled.
    expected = [(str(index), _CLOSE) for index in range(len(prose.citations))]
    is_sound = [(number, close) for number, close, _ in pieces] == expected
    return is_sound and clean.count(_CLOSE) == len(pieces) and not _TOKEN_IN_TAG.search(clean)
