"""What a site offers besides its pages, each under a switch of ``[exports]``."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from claimbook.corpus import FiledClaim
from claimbook.exports.files import File
from claimbook.settings import Settings
from claimbook.views.catalogue import Catalogue


class Beside(NamedTuple):
    """Files beside the page of a claim, made again when that page is."""

    switch: str
    make: Callable[[FiledClaim, Catalogue], Iterator[File]]


class OfSite(NamedTuple):
    """Files of the whole site."""

    switch: str
    make: Callable[[Catalogue], Iterator[File]]


BESIDE: tuple[Beside, ...] = ()
# Made again when lists show something else: of a claim nothing but its face may go into them.
LISTED: tuple[OfSite, ...] = ()
# Made again after every change, so that everything of every claim may go into them.
DOWNLOADS: tuple[OfSite, ...] = ()


def files_beside(claim: FiledClaim, catalogue: Catalogue) -> Iterator[File]:
    """What is published beside the page of a claim."""
    made = (each.make(claim, catalogue) for each in BESIDE if _is_on(each, catalogue))
    return chain.from_iterable(made)


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
