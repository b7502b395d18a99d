"""What rules about several claims ask of each: so little that its whole record need not be made."""

from collections.abc import Mapping
from dataclasses import replace

from claimbook.corpus import Corpus, FiledClaim, inline_sources
from claimbook.data import from_bytes, to_bytes
from claimbook.packing import pack, somewhere_in, unpack
from claimbook.records import Claim, Related, Review
from claimbook.rules.unused_source import used_by


def gist_of(claim: Claim) -> bytes:
    """The gist of a claim; empty where rules about several claims want the whole of it."""
    if claim.withdrawn or any(each.derived_from for each in inline_sources(claim)):
        return b""
    related = None if claim.related is None else pack(claim.related)
    return to_bytes([claim.claim, claim.aliases, related, sorted(used_by(claim))])


def claim_of(gist: bytes, path: str) -> Claim:
    """A claim of which those rules say what they say of the one in ``path`` with this gist.

    As in a packed claim, places say no more than the file. Raises :class:`ValueError` or
    :class:`TypeError` where ``gist`` is none.
    """
    text, aliases, related, used = from_bytes(gist)
    return Claim(
        claim=text,
        claimant="",
        related=None if related is None else unpack(Related, related, path),
        aliases=tuple(aliases),
        review=Review(rating="", verdict="", analysis=" ".join([f"@{each}" for each in used])),
        at=somewhere_in(path),
    )


def by_gist(corpus: Corpus, gists: Mapping[str, bytes]) -> Corpus:
    """The corpus with claims made from their gists, by path; with the whole where that is empty."""

    def read(claims: Mapping[str, FiledClaim]) -> dict[str, FiledClaim]:
        return {name: _read(each, gists[each.path]) for name, each in claims.items()}

    return replace(corpus, claims=read(corpus.claims), drafts=read(corpus.drafts))


def _read(claim: FiledClaim, gist: bytes) -> FiledClaim:
    if not gist:
        return claim
    return FiledClaim(claim.id, claim.path, claim_of(gist, claim.path), claim.is_draft)
