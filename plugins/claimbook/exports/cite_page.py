"""How to cite a fact-check or a source in every way, as a small page that needs no script."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from markupsafe import Markup

from claimbook.assets import CITE_STYLE
from claimbook.boundaries.addresses import data_address
from claimbook.citations.everyway import Way, every_way, label_of
from claimbook.citations.styles import Cited
from claimbook.corpus import FiledClaim, inline_sources, shared_sources
from claimbook.exports.embed import badge_path, frame
from claimbook.exports.files import File
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.footer import cited_claim
from claimbook.views.links import Link, cite_location, claim_location

# These are files that programs read; the rest is copied.
_FILES = frozenset({"bib", "biblatex.bib", "ris", "csl.json"})
_BADGE = Markup('<a href="{href}"><img src="{src}" alt="{alt}" height="20"></a>')


class ShownWay(NamedTuple):
    """A citation; ``data`` is an address that holds it, of those that are files."""

    label: str
    file: str
    media_type: str
    data: str
    text: str


class Entry(NamedTuple):
    """What is cited: a file's name without its suffix, a title, and all citations."""

    name: str
    title: str
    ways: tuple[ShownWay, ...]


class CitePage(NamedTuple):
    """What the page shows; ``snippets`` is HTML for other sites, to be copied.

    ``usual`` is the name of the style in which the publication itself cites.
    """

    title: str
    back: Link
    style: str
    usual: str
    entries: tuple[Entry, ...]
    shared: tuple[Link, ...]
    snippets: tuple[str, ...]


def cite_files(claim: FiledClaim, catalogue: Catalogue) -> Iterator[File]:
    """How to cite a fact-check and the sources that are written out in it."""
    location, say = claim_location(claim.id), catalogue.say
    page = CitePage(
        claim.title,
        Link(say("cite.back"), catalogue.style.link(cite_location(location), location)),
        catalogue.style.link(cite_location(location), CITE_STYLE),
        label_of(catalogue.settings.citations.style),
        tuple(_entries(claim, catalogue)),
        tuple(_shared(claim, catalogue)),
        tuple(_snippets(claim, catalogue)),
    )
    yield (
        catalogue.style.file(cite_location(location)),
        catalogue.renderer.render("cite", page).encode(),
    )


def source_cite_files(catalogue: Catalogue) -> Iterator[File]:
    """How to cite each source that has a page."""
    for name, filed in catalogue.corpus.sources.items():
        place, title = cite_location(f"sources/{name}"), filed.record.title
        page = CitePage(
            title,
            Link(catalogue.say("cite.back_source"), catalogue.style.link(place, f"sources/{name}")),
            catalogue.style.link(place, CITE_STYLE),
            label_of(catalogue.settings.citations.style),
            (_entry(name, title, filed.record, catalogue),),
            (),
            (),
        )
        yield catalogue.style.file(place), catalogue.renderer.render("cite", page).encode()


def _entries(claim: FiledClaim, catalogue: Catalogue) -> Iterator[Entry]:
    page = cited_claim(claim, catalogue)
    yield _entry(claim.id, catalogue.say("cite.page"), page, catalogue)
    for number, each in enumerate(inline_sources(claim.record), 1):
        name = f"{claim.id}-{each.id or number}"
        # Their files are for scripts: they would double what all of them weigh.
        yield _entry(name, each.title, each, catalogue, has_files=False)


def _entry(
    name: str, title: str, cited: Cited, catalogue: Catalogue, *, has_files: bool = True
) -> Entry:
    ways = every_way(name, cited, catalogue.say, catalogue.publication.language)
    files = _FILES if has_files else frozenset()
    return Entry(name, title, tuple(_shown(each, name, files) for each in ways))


def _shown(way: Way, name: str, files: Container[str]) -> ShownWay:
    data = data_address(way.media_type, way.text) if way.suffix in files else ""
    return ShownWay(way.label, f"{name}.{way.suffix}", way.media_type, data, way.text)


def _shared(claim: FiledClaim, catalogue: Catalogue) -> Iterator[Link]:
    origin = cite_location(claim_location(claim.id))
    for name in sorted(shared_sources(catalogue.corpus, claim)):
        href = catalogue.style.link(origin, cite_location(f"sources/{name}"))
        yield Link(catalogue.corpus.sources[name].record.title, href)


def _snippets(claim: FiledClaim, catalogue: Catalogue) -> Iterator[str]:
    address = absolute(claim_location(claim.id), catalogue)
    if address and catalogue.settings.exports.embeds:
        yield frame(claim, catalogue)
        mark = catalogue.cards[claim.id].mark
        source = f"{catalogue.publication.url}{badge_path(claim.id)}"
        alt = f"{catalogue.say('cards.kicker')}: {mark.label}"
        yield str(_BADGE.format(href=address, src=source, alt=alt))
