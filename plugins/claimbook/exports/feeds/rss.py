"""RSS 2.0, as the RSS Advisory Board's profile has it: titles are text, descriptions HTML."""

from claimbook.boundaries.xml_text import escaped, line
from claimbook.exports.feeds.channel import GENERATOR, Channel, rfc_822, rfc_3339
from claimbook.exports.feeds.entry import Category, Entry
from claimbook.views.feeds import RSS

_SPACES = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_DOCS = "https://www.rssboard.org/rss-specification"


def rss_item(entry: Entry) -> str:
    """An ``item``. RSS knows no later change of an item, so Atom's element says it."""
    html = entry.html or f"<p>{escaped(entry.summary)}</p>"
    people = "".join(f"<dc:creator>{escaped(each)}</dc:creator>" for each in entry.authors)
    changed = entry.updated != entry.published
    updated = f"<atom:updated>{rfc_3339(entry.updated)}</atom:updated>" if changed else ""
    return (
        f"<item><title>{escaped(entry.title)}</title>"
        f"<link>{escaped(entry.url)}</link>"
        f'<guid isPermaLink="true">{escaped(entry.id)}</guid>'
        f"<pubDate>{rfc_822(entry.published)}</pubDate>{updated}"
        f"<description>{escaped(html)}</description>"
        f"{people}{''.join(map(_category, entry.categories))}</item>\n"
    )


def rss_feed(channel: Channel) -> str:
    """An ``rss`` element with its one ``channel``."""
    publication, about = channel.publication, escaped(channel.about or channel.title)
    rights = escaped(line(publication.licence))
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {_SPACES}>\n<channel>\n'
        f"<title>{escaped(channel.title)}</title>\n<link>{escaped(channel.home)}</link>\n"
        f"<description>{about}</description>\n"
        f"<language>{escaped(publication.language.lower())}</language>\n"
        f"{f'<copyright>{rights}</copyright>{chr(10)}' if rights else ''}"
        f"<lastBuildDate>{rfc_822(channel.updated)}</lastBuildDate>\n"
        f"<generator>{GENERATOR}</generator>\n<docs>{_DOCS}</docs>\n"
        '<atom:link rel="self" type="application/rss+xml" '
        f'href="{escaped(f"{channel.address}{RSS}")}"/>\n'
        f"{''.join(each.rss for each in channel.entries)}</channel>\n</rss>\n"
    )


def _category(category: Category) -> str:
    return f'<category domain="{escaped(category.scheme)}">{escaped(category.label)}</category>'
