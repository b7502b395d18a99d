"""Sources as works of schema.org, and who made them."""

from claimbook.exports.structured.json_ld import Json, day, typed
from claimbook.records import Author, CheckedDocument, Claimant, Source
from claimbook.values import EntityKind, SourceType
from claimbook.views.sources import live_href

_TYPES = {
    SourceType.WEBPAGE: "WebPage",
    SourceType.ARTICLE: "Article",
    SourceType.PRESS_RELEASE: "Article",
    SourceType.SOCIAL_POST: "SocialMediaPosting",
    SourceType.VIDEO: "VideoObject",
    SourceType.PODCAST: "PodcastEpisode",
    SourceType.BOOK: "Book",
    SourceType.REPORT: "Report",
    SourceType.DATASET: "Dataset",
    SourceType.LEGAL: "Legislation",
    SourceType.CODE: "SoftwareSourceCode",
}
_ENTITIES = {
    EntityKind.PERSON: "Person",
    EntityKind.ANONYMOUS: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PUBLICATION: "Organization",
    EntityKind.PRODUCT: "Product",
}


def work(source: Source) -> Json:
    """All that is known of a source; without an address that it is unwise to open."""
    return typed(
        _type(source),
        headline=source.title,
        author=[_author(each) for each in source.authors],
        publisher=_organisation(source.publisher),
        datePublished=day(source.published),
        dateModified=day(source.updated),
        inLanguage=source.language,
        url=live_href(source),
        archivedAt=[each.url.href for each in source.archives],
    )


def short_work(source: Source) -> Json:
    """A source by its title and address."""
    return typed(_type(source), headline=source.title, url=live_href(source))


def document_work(document: CheckedDocument) -> Json:
    """All that is known of a text under check."""
    return typed(
        "CreativeWork",
        headline=document.title,
        publisher=_organisation(document.publisher),
        datePublished=day(document.published),
        inLanguage=document.language,
        url=document.url.href if document.url else None,
    )


def entity(record: Claimant) -> Json:
    """Who or what a record speaks of; a thing where it does not say of which kind."""
    return typed(
        _ENTITIES[record.kind] if record.kind else "Thing",
        name=record.name,
        jobTitle=record.role if record.kind is EntityKind.PERSON else None,
        sameAs=[each.href for each in record.same_as],
    )


def _type(source: Source) -> str:
    if source.type is SourceType.ARTICLE and source.doi:
        return "ScholarlyArticle"
    return _TYPES.get(source.type, "CreativeWork") if source.type else "CreativeWork"


def _author(author: Author | str) -> Json:
    if isinstance(author, str):
        return typed("Thing", name=author)
    if author.org or author.name:
        return typed("Organization" if author.org else "Thing", name=author.org or author.name)
    name = " ".join(filter(None, (author.given, author.family)))
    return typed("Person", name=name, familyName=author.family, givenName=author.given)


def _organisation(name: str | None) -> Json | None:
    return typed("Organization", name=name) if name else None
