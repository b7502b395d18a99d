"""What the claim builder offers to choose from, and which claims there are."""

from collections.abc import Iterator

from claimbook.builder.form import claim_form
from claimbook.corpus import FiledClaim
from claimbook.data import json_bytes
from claimbook.drafting import open_rating
from claimbook.exports.files import File
from claimbook.views.catalogue import Catalogue
from claimbook.views.new_claim import FORM, KNOWN

VERSION = 1


def builder_files(catalogue: Catalogue) -> Iterator[File]:
    """The form, and what is known: claims, sources, claimants, topics, ratings."""
    corpus = catalogue.corpus
    sources = ((name, each.record) for name, each in corpus.sources.items())
    yield FORM, json_bytes(claim_form())
    yield (
        KNOWN,
        json_bytes(
            {
                "version": VERSION,
                "open": open_rating(corpus),
                "claims": [_told(each) for each in corpus.claims.values()],
                "source": [(name, each.title, str(each.url or "")) for name, each in sources],
                "claimant": [(name, each.record.name) for name, each in corpus.claimants.items()],
                "document": [(name, each.record.title) for name, each in corpus.documents.items()],
                "topic": [(key, each.label) for key, each in corpus.topics.items()],
                "rating": [
                    (key, each.label, each.definition) for key, each in corpus.ratings.items()
                ],
            }
        ),
    )


def _told(claim: FiledClaim) -> tuple[str, ...]:
    said = claim.record.claim
    return (claim.id, claim.path, said, *([claim.title] if claim.title != said else []))
