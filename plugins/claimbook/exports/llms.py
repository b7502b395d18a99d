"""``llms.txt``: what the site is and where its data are, for programs that read text (llmstxt.org).

A heading with the name, a quotation with what it is, and lists of links under headings.
"""

from collections.abc import Iterator

from claimbook.boundaries.markdown_text import link, text
from claimbook.exports.feeds.entry import last_moment
from claimbook.exports.feeds.files import MOST
from claimbook.exports.files import File
from claimbook.exports.structured.dataset import downloads_of
from claimbook.exports.twin.page import twin_path
from claimbook.views.catalogue import Catalogue
from claimbook.views.feeds import all_claims, all_corrections, has_feeds
from claimbook.views.links import ALL_CLAIMS, claim_location
from claimbook.views.review import told_of

PATH = "llms.txt"
Lines = Iterator[str]


def llms_files(catalogue: Catalogue) -> Iterator[File]:
    """``llms.txt``, whose links begin at the site's root while the publication has no address."""
    yield PATH, "".join(f"{each}\n" for each in _lines(catalogue)).encode()


def _lines(catalogue: Catalogue) -> Lines:
    publication, say = catalogue.publication, catalogue.say
    yield from (f"# {text(publication.name)}", "")
    if publication.description:
        yield from (f"> {text(publication.description)}", "")
    yield text(say("llms.about"))
    if publication.licence:
        yield from ("", text(say("twin.licence", licence=publication.licence)))
    yield from _recent(catalogue)
    yield from _ratings(catalogue)
    yield from _section("llms.data", _data(catalogue), catalogue)
    yield from _section("llms.lists", _lists(catalogue), catalogue)


def _section(key: str, entries: Lines, catalogue: Catalogue) -> Lines:
    found = [f"- {each}" for each in entries]
    if found:
        yield from ("", f"## {text(catalogue.say(key))}", "", *found)


def _recent(catalogue: Catalogue) -> Lines:
    claims = catalogue.corpus.claims
    moments = {name: last_moment(each) for name, each in claims.items()}
    dated = {name: moment for name, moment in moments.items() if moment}
    newest = sorted(dated, key=dated.__getitem__, reverse=True)[:MOST]
    return _section("llms.recent", (_claim(each, catalogue) for each in newest), catalogue)


def _claim(name: str, catalogue: Catalogue) -> str:
    claim, mark = catalogue.corpus.claims[name], catalogue.cards[name].mark
    title = catalogue.say("feeds.rated", rating=mark.label, text=claim.title)
    path = catalogue.style.url(claim_location(name))
    path = twin_path(name) if catalogue.settings.exports.markdown else path
    return f"{_link(title, path, catalogue)}: {text(told_of(claim.record))}"


def _ratings(catalogue: Catalogue) -> Lines:
    entries = (
        f"{_page(catalogue.marks[key].label, f'ratings/{key}', catalogue)}: "
        f"{text(catalogue.marks[key].definition)}"
        for key in catalogue.corpus.ratings
    )
    return _section("lists.scale", entries, catalogue)


def _data(catalogue: Catalogue) -> Lines:
    say = catalogue.say
    for each in downloads_of(catalogue.settings):
        yield _link(say(f"embeds.data_{each.name}"), each.path, catalogue)
    if has_feeds(catalogue.settings):
        for feed in (all_claims(catalogue), all_corrections(catalogue)):
            title = say("llms.feed", list=feed.title)
            yield f"{_link(title, f'{feed.feed}.json', catalogue)}: {text(feed.about)}"


def _lists(catalogue: Catalogue) -> Lines:
    say = catalogue.say
    yield f"{_page(say('lists.all_claims'), ALL_CLAIMS, catalogue)}"
    for key in ("topics", "corrections"):
        title, about = say(f"lists.{key}"), say(f"lists.{key}_lead")
        yield f"{_page(title, f'{key}/index', catalogue)}: {text(about)}"


def _page(title: str, location: str, catalogue: Catalogue) -> str:
    return _link(title, catalogue.style.url(location), catalogue)


def _link(title: str, path: str, catalogue: Catalogue) -> str:
    return link(title, f"{catalogue.publication.url}{path}")
