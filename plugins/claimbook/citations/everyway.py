"""One source, or one page of ours, in every way in which it can be cited."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.boundaries import markdown_text as markdown
from claimbook.boundaries.one_line import one_line
from claimbook.citations.apa import CitedPage
from claimbook.citations.dates import in_words
from claimbook.citations.formats import FORMATS
from claimbook.citations.names import straight, together
from claimbook.citations.styles import STYLES, Cited, in_full, work_of_any
from claimbook.citations.work import Work, address_of
from claimbook.wording import Wording


class Way(NamedTuple):
    """A citation: its key, its name for readers, what the file is, and what stands in it."""

    key: str
    label: str
    media_type: str
    suffix: str
    text: str


_PLAIN = "text/plain"
# Label, media type and suffix of each format, in the order in which they are offered.
_KINDS = {
    "apa": ("APA", _PLAIN, "apa.txt"),
    "mla": ("MLA", _PLAIN, "mla.txt"),
    "chicago": ("Chicago", _PLAIN, "chicago.txt"),
    "harvard": ("Harvard", _PLAIN, "harvard.txt"),
    "bibtex": ("BibTeX", "application/x-bibtex", "bib"),
    "biblatex": ("BibLaTeX", "application/x-bibtex", "biblatex.bib"),
    "ris": ("RIS", "application/x-research-info-systems", "ris"),
    "csl": ("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json"),
    "wikipedia": ("Wikipedia", _PLAIN, "wiki.txt"),
    "text": ("", _PLAIN, "txt"),
    "markdown": ("Markdown", "text/markdown", "md"),
}
LINES = (*STYLES, "text", "markdown")


def every_way(name: str, cited: Cited, say: Wording, language: str = "") -> tuple[Way, ...]:
    """All ways in a fixed order; ``name`` is the key of the entry in BibTeX and its like.

    ``language`` is that of a page of ours.
    """
    work = work_of_any(name, cited, language)
    texts = dict(_texts(work, cited, say))
    return tuple(
        Way(key, label or say("citation.plain_text"), media, suffix, texts[key])
        for key, (label, media, suffix) in _KINDS.items()
    )


def label_of(key: str) -> str:
    """The name that readers know a style by."""
    return _KINDS[key][0]


def line(key: str, cited: Cited, say: Wording) -> str:
    """One citation on one line, in a style, as text or as Markdown."""
    return _line(key, work_of_any("", cited), cited, say)


def _line(key: str, work: Work, cited: Cited, say: Wording) -> str:
    if key in STYLES:
        return in_full(cited, work, say, key)
    return _in_markdown(work, cited, say) if key == "markdown" else _as_text(work, cited, say)


def _texts(work: Work, cited: Cited, say: Wording) -> Iterator[tuple[str, str]]:
    for key in LINES:
        yield key, f"{_line(key, work, cited, say)}\n"
    for key, write in FORMATS.items():
        yield key, write([work])


def _as_text(work: Work, cited: Cited, say: Wording) -> str:
    """``The title, The Ledger, 24 March 2026, https://…``."""
    return ", ".join(filter(None, (one_line(work.title), *_rest(work, cited, say), work.url)))


def _in_markdown(work: Work, cited: Cited, say: Wording) -> str:
    """The same with the title as a link."""
    title, address = one_line(work.title), one_line(address_of(work))
    first = markdown.link(title, address) if address else markdown.text(title)
    return ", ".join([first, *map(markdown.text, _rest(work, cited, say))])


def _rest(work: Work, cited: Cited, say: Wording) -> list[str]:
    authors = together([straight(each) for each in work.authors], say) if work.authors else ""
    place = cited.publication if isinstance(cited, CitedPage) else work.container or work.publisher
    names = dict.fromkeys((authors, place, in_words(work.issued, say)))
    return [one_line(each) for each in names if each]
