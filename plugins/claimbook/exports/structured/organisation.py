"""Who publishes, as schema.org knows publishers of news: with the policies they say they have."""

from collections.abc import Iterator

from claimbook.exports.structured.json_ld import Json, in_context, typed
from claimbook.exports.structured.licences import licence_value
from claimbook.settings import OWN_PAGE, Settings
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue

# Our names for policies, and schema.org's.
PROPERTIES = {
    "principles": "publishingPrinciples",
    "ethics": "ethicsPolicy",
    "corrections": "correctionsPolicy",
    "method": "verificationFactCheckingPolicy",
    "ownership": "ownershipFundingInfo",
    "masthead": "masthead",
    "mission": "missionCoveragePrioritiesPolicy",
    "feedback": "actionableFeedbackPolicy",
    "unnamed_sources": "unnamedSourcesPolicy",
    "diversity": "diversityPolicy",
}


def organisation(catalogue: Catalogue) -> Json:
    """The publication as a ``NewsMediaOrganization``, to stand on the page about it."""
    publication = catalogue.publication
    policies = {
        PROPERTIES[name]: address
        for name, where in policies_of(catalogue.settings)
        if (address := _address(where, catalogue))
    }
    return in_context(
        typed(
            "NewsMediaOrganization",
            name=publication.name,
            description=publication.description,
            url=publication.url,
            **policies,
        )
    )


def policies_of(settings: Settings) -> Iterator[tuple[str, str]]:
    """The policies that the publication has, and where each stands."""
    for name in PROPERTIES:
        where = getattr(settings.policies, name)
        if where:
            yield name, where


def _address(where: str, catalogue: Catalogue) -> str:
    """The whole address; empty for a page of the site while that has none."""
    own = OWN_PAGE.fullmatch(where)
    if own is None:
        return where
    address = absolute(own["location"], catalogue)
    return f"{address}{own['anchor'] or ''}" if address else ""


def publisher(catalogue: Catalogue) -> Json:
    """The publication by its name and address, as other things name it."""
    publication = catalogue.publication
    return typed("Organization", name=publication.name, url=publication.url)


def terms(catalogue: Catalogue) -> str | Json | None:
    """The licence of all that is published."""
    return licence_value(catalogue.publication.licence)
