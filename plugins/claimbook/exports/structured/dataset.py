"""All fact-checks as a data set, for readers and for those who search for data sets.

schema.org's ``Dataset``, by the rules of Google's search for data sets: a description, a licence,
who made it, and where it can be had in which form.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.exports.api.places import api_path
from claimbook.exports.open_data.csvw import PATH as CSVW
from claimbook.exports.open_data.package import FOLDER
from claimbook.exports.structured.data_feed import PATH as FEED
from claimbook.exports.structured.json_ld import Json, in_context, typed
from claimbook.exports.structured.organisation import publisher, terms
from claimbook.settings import Settings
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change

_JSON = "application/json"


class Download(NamedTuple):
    """A file that can be had: its name in the messages, its path, and what it is."""

    name: str
    path: str
    type: str


_API = (
    Download("api", api_path("index"), _JSON),
    Download("openapi", api_path("openapi"), "application/vnd.oai.openapi+json"),
)
_FEED = (Download("feed", FEED, "application/ld+json"),)
_FILES = (
    Download("jsonl", f"{FOLDER}/claims.jsonl", "application/jsonl"),
    Download("claims", f"{FOLDER}/claims.csv", "text/csv"),
    Download("evidence", f"{FOLDER}/evidence.csv", "text/csv"),
    Download("sources", f"{FOLDER}/sources.csv", "text/csv"),
    Download("package", f"{FOLDER}/datapackage.json", _JSON),
    Download("csvw", f"{FOLDER}/{CSVW}", "application/csvm+json"),
)


def downloads_of(settings: Settings) -> Iterator[Download]:
    """What a site offers as data."""
    exports = settings.exports
    yield from _API if exports.api else ()
    yield from _FEED if exports.data_feed and settings.publication.url else ()
    yield from _FILES if exports.downloads else ()


def dataset(catalogue: Catalogue) -> Json | None:
    """The data set; None where it is nowhere to be had."""
    publication = catalogue.publication
    found = [*downloads_of(catalogue.settings)] if publication.url else []
    if not found:
        return None
    changes = (last_change(each.record) for each in catalogue.corpus.claims.values())
    return in_context(
        typed(
            "Dataset",
            name=catalogue.say("embeds.data_title", name=publication.name),
            description=catalogue.say("embeds.data_description", name=publication.name),
            url=publication.url,
            license=terms(catalogue),
            creator=publisher(catalogue),
            inLanguage=publication.language,
            isAccessibleForFree=True,
            dateModified=max(filter(None, changes), default=None),
            distribution=[_distribution(each, publication.url) for each in found],
        )
    )


def _distribution(download: Download, root: str) -> Json:
    return typed("DataDownload", encodingFormat=download.type, contentUrl=f"{root}{download.path}")
