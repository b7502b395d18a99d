"""What a page says in its head of the feeds that belong to it."""

from claimbook.prose import escaped
from claimbook.views.catalogue import Catalogue
from claimbook.views.feeds import ATOM, Followed, all_claims, all_corrections, followed, has_feeds
from claimbook.views.links import Links


def feed_links(location: str, catalogue: Catalogue) -> str:
    """The ``link`` to the feed of a list; empty for other pages."""
    found = followed(location, catalogue) if has_feeds(catalogue.settings) else None
    return _link(found, location, catalogue) if found else ""


def main_feed_links(location: str, catalogue: Catalogue) -> str:
    """The ``link`` elements of a page that is no list: to all claims, and to all corrections."""
    if not has_feeds(catalogue.settings):
        return ""
    main = (all_claims(catalogue), all_corrections(catalogue))
    return "".join(_link(each, location, catalogue) for each in main)


def _link(feed: Followed, location: str, catalogue: Catalogue) -> str:
    href = Links.of(catalogue.style, location).file(f"{feed.feed}{ATOM}")
    name = catalogue.say("feeds.title", name=catalogue.publication.name, list=feed.title)
    return (
        f'<link rel="alternate" type="application/atom+xml" title="{escaped(name)}" '
        f'href="{escaped(href)}">'
    )
