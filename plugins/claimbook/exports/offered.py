"""What a site offers besides its pages, each under a switch of ``[exports]``."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from claimbook.boundaries.markup import escape
from claimbook.builder.known import builder_files
from claimbook.corpus import FiledClaim
from claimbook.exports.annotations import annotation_files
from claimbook.exports.api.claim import claim_api_files
from claimbook.exports.api.lists import api_files
from claimbook.exports.api.places import claim_path
from claimbook.exports.calendar import calendar_files
from claimbook.exports.checked_index import checked_files
from claimbook.exports.cite_page import cite_files, source_cite_files
from claimbook.exports.embed import embed_files, oembed_path
from claimbook.exports.feeds.files import feed_files
from claimbook.exports.files import File
from claimbook.exports.llms import llms_files
from claimbook.exports.open_data.package import download_files
from claimbook.exports.opensearch import opensearch_files
from claimbook.exports.redirects import redirect_files
from claimbook.exports.structured.data_feed import data_feed_files
from claimbook.exports.twin.page import twin_files, twin_path
from claimbook.settings import Settings
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import claim_location


class Form(NamedTuple):
    """In what other form a claim's page may be had: a media type, and the path by the claim's id.

    One that is ``for_others`` is nothing while the publication has no address.
    """

    type: str
    path: Callable[[str], str]
    for_others: bool = False


class Beside(NamedTuple):
    """Files beside the page of a claim, made again when that page is."""

    switch: str
    make: Callable[[FiledClaim, Catalogue], Iterator[File]]
    form: Form | None = None


class OfSite(NamedTuple):
    """Files of the whole site."""

    switch: str
    make: Callable[[Catalogue], Iterator[File]]


BESIDE: tuple[Beside, ...] = (
    Beside("citations", cite_files),
    Beside("embeds", embed_files, Form("application/json+oembed", oembed_path, for_others=True)),
    Beside("api", claim_api_files, Form("application/json", claim_path)),
    Beside("markdown", twin_files, Form("text/markdown", twin_path)),
)
# Made again when lists show something else: of a claim nothing but its face may go into them.
LISTED: tuple[OfSite, ...] = (
    OfSite("annotations", annotation_files),
    OfSite("api", api_files),
    OfSite("builder", builder_files),
    OfSite("calendar", calendar_files),
    OfSite("checked", checked_files),
    OfSite("citations", source_cite_files),
    OfSite("data_feed", data_feed_files),
    OfSite("feeds", feed_files),
    OfSite("llms", llms_files),
    OfSite("opensearch", opensearch_files),
    OfSite("redirects", redirect_files),
)
# Made again after every change, so that everything of every claim may go into them.
DOWNLOADS: tuple[OfSite, ...] = (OfSite("downloads", download_files),)


def files_beside(claim: FiledClaim, catalogue: Catalogue) -> Iterator[File]:
    """What is published beside the page of a claim."""
    made = (each.make(claim, catalogue) for each in BESIDE if _is_on(each, catalogue))
    return chain.from_iterable(made)


def alternate_links(claim: FiledClaim, catalogue: Catalogue) -> str:
    """What leads programs from a claim's page to its other forms, as HTML."""
    root = catalogue.publication.url
    base = root or f"{catalogue.style.base(claim_location(claim.id))}/"
    forms = (each.form for each in BESIDE if each.form and _is_on(each, catalogue))
    return "".join(
        f'<link rel="alternate" type="{each.type}" href="{escape(base)}{each.path(claim.id)}">'
        for each in forms
        if root or not each.for_others
    )


def listed_files(catalogue: Catalogue) -> Iterator[File]:
    """What is published of all claims as lists show them."""
    return chain.from_iterable(each.make(catalogue) for each in LISTED if _is_on(each, catalogue))


def downloads(catalogue: Catalogue) -> Iterator[File]:
    """What is published of all claims in full."""
    return chain.from_iterable(
        each.make(catalogue) for each in DOWNLOADS if _is_on(each, catalogue)
    )


def _is_on(offer: Beside | OfSite, catalogue: Catalogue) -> bool:
    return is_on(offer.switch, catalogue.settings)


def is_on(switch: str, settings: Settings) -> bool:
    """Whether a publication offers something."""
    return bool(getattr(settings.exports, switch))
