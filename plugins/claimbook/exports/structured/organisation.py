"""Who publishes, as schema.org knows publishers of news: with the policies they say they have."""

from claimbook.exports.structured.json_ld import Json, in_context, typed
from claimbook.exports.structured.licences import licence_value
from claimbook.settings import OWN_PAGE, Policies
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
    policies = {PROPERTIES[name]: where for name, where in policies_of(catalogue).items()}
    return in_context(
        typed(
            "NewsMediaOrganization",
            name=publication.name,
            description=publication.description,
            url=publication.url,
            **{name: where for name, where in policies.items() if "://" in where},
        )
    )


def policies_of(catalogue: Catalogue) -> dict[str, str]:
    """The address of each policy; a path from the site's root while that has no address."""
    policies: Policies = catalogue.settings.policies
    found = {name: getattr(policies, name) for name in PROPERTIES}
    return {name: _address(where, catalogue) for name, where in found.items() if where}


def _address(where: str, catalogue: Catalogue) -> str:
    own = OWN_PAGE.fullmatch(where)
    if own is None:
        return where
    path = f"{catalogue.style.url(own['location'])}{own['anchor'] or ''}"
    return f"{catalogue.publication.url}{path}"


def publisher(catalogue: Catalogue) -> Json:
    """The publication by its name and address, as other things name it."""
    publication = catalogue.publication
    return typed("Organization", name=publication.name, url=publication.url)


def terms(catalogue: Catalogue) -> str | Json | None:
    """The licence of all that is published."""
    return licence_value(catalogue.publication.licence)
