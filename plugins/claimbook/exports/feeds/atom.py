"""Atom 1.0 (RFC 4287)."""

from claimbook.boundaries.xml_text import escaped, line
from claimbook.exports.feeds.channel import GENERATOR, Channel, rfc_3339
from claimbook.exports.feeds.entry import Category, Entry
from claimbook.views.feeds import ATOM


def atom_entry(entry: Entry) -> str:
    """An ``entry`` (section 4.1.2)."""
    language = f' xml:lang="{escaped(entry.language)}"' if entry.language else ""
    people = "".join(map(_person, entry.authors))
    told = f"<summary>{escaped(entry.summary)}</summary>" if entry.summary else ""
    told += f'<content type="html">{escaped(entry.html)}</content>' if entry.html else ""
    return (
        f"<entry><id>{escaped(entry.id)}</id>"
        f"<title{language}>{escaped(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{escaped(entry.url)}"/>'
        f"<published>{rfc_3339(entry.published)}</published>"
        f"<updated>{rfc_3339(entry.updated)}</updated>"
        f"{people}{''.join(map(_category, entry.categories))}{told}</entry>\n"
    )


def atom_feed(channel: Channel) -> str:
    """A ``feed`` (section 4.1.1); whoever is no author of an entry, the publication is."""
    publication, address = channel.publication, escaped(f"{channel.address}{ATOM}")
    about, rights = escaped(channel.about), escaped(line(publication.licence))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escaped(publication.language)}">\n'
        f"<id>{address}</id>\n<title>{escaped(channel.title)}</title>\n"
        f"{f'<subtitle>{about}</subtitle>{chr(10)}' if about else ''}"
        f"<updated>{rfc_3339(channel.updated)}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{address}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escaped(channel.home)}"/>\n'
        f"{_person(line(publication.name), publication.url)}\n"
        f"{f'<rights>{rights}</rights>{chr(10)}' if rights else ''}"
        f"<generator>{GENERATOR}</generator>\n"
        f"{''.join(each.atom for each in channel.entries)}</feed>\n"
    )


def _person(name: str, address: str = "") -> str:
    uri = f"<uri>{escaped(address)}</uri>" if address else ""
    return f"<author><name>{escaped(name)}</name>{uri}</author>"


def _category(category: Category) -> str:
    key, label, scheme = map(escaped, category)
    return f'<category term="{key}" scheme="{scheme}" label="{label}"/>'
