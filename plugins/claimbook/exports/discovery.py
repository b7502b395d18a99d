"""What pages say in their heads of feeds and of the search; those of claims say nothing of them."""

from claimbook.boundaries.hypertext import escaped
from claimbook.exports.annotations import annotations_link
from claimbook.exports.opensearch import search_link
from claimbook.views.catalogue import Catalogue
from claimbook.views.feeds import ATOM, Followed, all_claims, all_corrections, followed, has_feeds
from claimbook.views.links import Links


def list_links(location: str, catalogue: Catalogue) -> str:
    """The ``link`` elements of a list: to its feed or annotations, if any, and to the search."""
    found = followed(location, catalogue) if has_feeds(catalogue.settings) else None
    feed = _feed_link(found, location, catalogue) if found else ""
    return f"{feed}{annotations_link(location, catalogue)}{search_link(location, catalogue)}"


def page_links(location: str, catalogue: Catalogue) -> str:
    """The ``link`` elements of a hand-written page: to the feeds of the site, and to the search."""
    main = (all_claims(catalogue), all_corrections(catalogue))
    feeds = main if has_feeds(catalogue.settings) else ()
    links = "".join(_feed_link(each, location, catalogue) for each in feeds)
    return f"{links}{search_link(location, catalogue)}"


def _feed_link(feed: Followed, location: str, catalogue: Catalogue) -> str:
    href = Links.of(catalogue.style, location).file(f"{feed.feed}{ATOM}")
    name = catalogue.say("feeds.title", name=catalogue.publication.name, list=feed.title)
    return (
        f'<link rel="alternate" type="application/atom+xml" title="{escaped(name)}" '
        f'href="{escaped(href)}">'
    )
