"""A site cut into pieces of work, so that several processes can make it at once."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from claimbook.crew import Crew, at_work_on, batches
from claimbook.fragment import Fragment
from claimbook.lookups import Question
from claimbook.site import Site
from claimbook.views.rooms import LISTS


class Kind(StrEnum):
    """What is in a share."""

    CLAIMS = "claims"
    LISTS = "lists"
    ALIASES = "aliases"
    FILES = "files"
    DOWNLOADS = "downloads"


class Share(NamedTuple):
    """A piece of work: claims by their ids, the lists of some folders, or all of something."""

    kind: Kind
    names: tuple[str, ...] = ()


class Piece(NamedTuple):
    """What came of a share: pages, each with what was looked up for it, and other files by path.

    Only pages of claims have notes; all others rest on what lists show, downloads on everything.
    """

    pages: Sequence[tuple[Fragment, tuple[Question, ...]]] = ()
    files: Sequence[tuple[str, bytes]] = ()
    downloads: Sequence[tuple[str, bytes]] = ()


# Lists first: some take long, and nobody should have to wait for the last.
REST = (
    *(Share(Kind.LISTS, rooms) for rooms in LISTS),
    Share(Kind.ALIASES),
)


def shares_of(claims: Sequence[str], crew: Crew) -> list[Share]:
    """The pages of some claims, cut for a crew."""
    return [Share(Kind.CLAIMS, tuple(each)) for each in batches(claims, crew)]


def piece(site: Site, share: Share) -> Piece:
    """Make what is in a share."""
    match share.kind:
        case Kind.CLAIMS:
            return Piece(pages=[_page(site, each) for each in share.names])
        case Kind.LISTS:
            return Piece(pages=[(each, ()) for each in site.lists_in(share.names)])
        case Kind.ALIASES:
            return Piece(pages=[(each, ()) for each in site.former_addresses()])
        case Kind.FILES:
            return Piece(files=list(site.exports()))
        case Kind.DOWNLOADS:
            return Piece(downloads=list(site.downloads()))


def _page(site: Site, name: str) -> tuple[Fragment, tuple[Question, ...]]:
    at_work_on(site.corpus.claims[name].path)
    return site.noted_fragment(name)
