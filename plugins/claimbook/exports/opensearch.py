"""How a browser searches the site from its own search field (OpenSearch 1.1)."""

from collections.abc import Iterator

from claimbook.boundaries.xml_text import escaped, line
from claimbook.exports.files import File
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links

PATH = "opensearch.xml"
_TYPE = "application/opensearchdescription+xml"
# The longest that the specification takes.
_SHORT, _LONG, _TEXT = 16, 48, 1024


def opensearch_files(catalogue: Catalogue) -> Iterator[File]:
    """``opensearch.xml``; nothing without an address.

    The home page opens its search where the address asks for ``?q=``.
    """
    if not catalogue.publication.url:
        return
    name, say = line(catalogue.publication.name), catalogue.say
    about = line(say("opensearch.description", name=name))
    results = f"{absolute('index', catalogue)}?q={{searchTerms}}"
    own = f"{catalogue.publication.url}{PATH}"
    told = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escaped(_cut(name, _SHORT))}</ShortName>\n"
        f"<LongName>{escaped(_cut(name, _LONG))}</LongName>\n"
        f"<Description>{escaped(_cut(about, _TEXT))}</Description>\n"
        f'<Url type="text/html" template="{escaped(results)}"/>\n'
        f'<Url type="{_TYPE}" rel="self" template="{escaped(own)}"/>\n'
        f"<Language>{escaped(catalogue.publication.language)}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "<OutputEncoding>UTF-8</OutputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
    yield PATH, told.encode()


def _cut(text: str, longest: int) -> str:
    """The first words of a text that are short enough together, or a part of the first."""
    if len(text) <= longest:
        return text
    return text[: longest + 1].rpartition(" ")[0] or text[:longest]


def search_link(location: str, catalogue: Catalogue) -> str:
    """The ``link`` by which a browser finds the description; empty where there is none."""
    if not catalogue.publication.url or not catalogue.settings.exports.opensearch:
        return ""
    href = Links.of(catalogue.style, location).file(PATH)
    name = escaped(catalogue.publication.name)
    return f'<link rel="search" type="{_TYPE}" title="{name}" href="{escaped(href)}">'
