"""What reference managers find on a page: a check of ours, and each of its sources."""

from markupsafe import Markup

from claimbook.citations.apa import cited_page
from claimbook.citations.coins import coins
from claimbook.citations.work import NEWS, Work, work_of, work_of_check
from claimbook.corpus import FiledClaim
from claimbook.records import Source
from claimbook.settings import Settings


def source_coins(source: Source, settings: Settings) -> Markup:
    """A source as an empty element that reference managers read; nothing where that is off."""
    return _span(work_of("", source)) if settings.exports.coins else Markup()


def check_coins(claim: FiledClaim, address: str, settings: Settings) -> Markup:
    """The page of a claim in the same way, as an article of the publication."""
    if not settings.exports.coins:
        return Markup()
    publication = settings.publication
    page = cited_page(claim, publication.name, address)
    work = work_of_check("", page, publication.language)
    return _span(work._replace(type=NEWS, container=publication.name))


def _span(work: Work) -> Markup:
    # Percent-encoded: nothing in it ends an attribute.
    return Markup(f'<span class=Z3988 title="{coins(work)}"></span>')  # noqa: S704
