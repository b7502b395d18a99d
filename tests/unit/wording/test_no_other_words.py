"""A publication whose data is Greek, shown in a language that puts brackets around what it says.

Every Latin word outside brackets was written into a view or a template: no translation reaches it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser

import pytest
from babel import Locale

from claimbook.compile import compile_claims
from claimbook.fragment import UrlStyle
from claimbook.messages import Message, messages
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.site import EMBEDS, Site
from claimbook.text import SourceFile
from claimbook.wording import Wording
from tests.hostile.publication import hostile_files

PAYLOADS = [f"Λόγος {chr(0x391 + number)}" for number in range(16)]
TODAY = date(2026, 11, 22)
SPOKEN_ATTRIBUTES = {"aria-label", "aria-description", "title", "alt", "placeholder", "content"}
SILENT = {"script", "style"}
SAID = re.compile(r"⟦[^⟦⟧]*⟧")
# Addresses, host names, ids and DOIs of the test's files are data.
DATA = re.compile(
    r"\S*(?:elsewhere\.example|desk\.example|window\.ran|doi\.org|10\.1000)\S*|\b[a-z]+-\d+\b"
)
LATIN = re.compile(r"[A-Za-z]{2,}")


def bracketed(message: Message) -> Message:
    if isinstance(message, str):
        return f"⟦{message}⟧"
    # Greek has the two forms of English.
    return {form: f"⟦{text}⟧" for form, text in message.items()}


@pytest.fixture(scope="module")
def site() -> Site:
    files = hostile_files(PAYLOADS, is_varied=True)
    sources = [
        SourceFile(f"claims/{path}", text.replace("One ", "").replace(" two.", "").encode())
        for path, text in sorted(files.items())
    ]
    corpus = compile_claims(sources, Settings(), TODAY).corpus
    said: Mapping[str, Message] = {key: bracketed(each) for key, each in messages("en").items()}
    wording = Wording("el", said, Locale("el"))
    publication = Publication(name="Κατάστιχο", url="https://desk.example/", language="el")
    renderer = Renderer(wording=wording)
    return Site(corpus, Settings(publication=publication, per_page=10), UrlStyle(), renderer, TODAY)


class Spoken(HTMLParser):
    """Everything that a page says: its text and the attributes that are read out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._inside: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        is_machine_data = tag == "meta" and not _is_spoken_meta(dict(attrs))
        for name, value in attrs:
            if name in SPOKEN_ATTRIBUTES and value and not is_machine_data:
                self.said.append(value)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._inside or self._inside[-1] not in SILENT:
            self.said.append(data)


def _is_spoken_meta(attributes: dict[str, str | None]) -> bool:
    named = (attributes.get("property") or attributes.get("name") or "").rpartition(":")[2]
    return named in {"title", "description", "alt"}


def left_over(html: str) -> Iterator[str]:
    text = "\n".join(Spoken(html).said)
    while SAID.search(text):
        text = SAID.sub(" ", text)
    for line in DATA.sub(" ", text).splitlines():
        if LATIN.search(line):
            yield line.strip()


def test_pages_say_nothing_that_is_not_in_the_catalogue(site: Site) -> None:
    unsaid = {
        f"{each.location.partition('/')[0]}: {line}"
        for each in site.fragments()
        for line in left_over(f"<p>{each.title}</p><p>{each.description}</p>{each.head}{each.body}")
    }
    assert sorted(unsaid) == []


@pytest.mark.parametrize("name", sorted(EMBEDS))
def test_pieces_say_nothing_that_is_not_in_the_catalogue(site: Site, name: str) -> None:
    argument = next(iter(site.corpus.claims)) if name == "claim" else "50"
    assert sorted(left_over(site.embed(name, argument, "index"))) == []


def test_a_word_in_a_template_would_be_found() -> None:
    html = '<p>⟦Said by ⟦one⟧⟧ Λόγος <a title="See all">elsewhere.example</a> by hand</p>'
    assert list(left_over(html)) == ["See all", "by hand"]
