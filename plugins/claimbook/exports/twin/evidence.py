"""Where a claim was made, what speaks for and against it, and the sources."""

from claimbook.boundaries.markdown_text import address, link, quotation, text
from claimbook.citations.parts import Reference
from claimbook.citations.styles import source_reference
from claimbook.corpus import CitedSource
from claimbook.exports.twin.lines import Lines, heading, word
from claimbook.exports.twin.numbers import Numbers, mark
from claimbook.records import Appearance, Claim, Evidence
from claimbook.values import Stance
from claimbook.views.catalogue import Catalogue
from claimbook.views.evidence import remarks, verified
from claimbook.views.numbering import Numbered
from claimbook.views.sources import opening_href, saved_link, short_name


def places(claim: Claim, numbers: Numbers, catalogue: Catalogue) -> Lines:
    """Where the claim was made, and in which words."""
    shown = [(_place(each, numbers, catalogue), each.quote) for each in claim.appearances]
    if any(place for place, _ in shown):
        yield from heading("claim.appearances", catalogue)
    for place, quote in shown:
        if place:
            yield f"- {place}"
            yield from _quoted(quote)


def _place(appearance: Appearance, numbers: Numbers, catalogue: Catalogue) -> str:
    if appearance.source:
        found = numbers.entry(appearance.source)
        title = text(found.cited.source.title) if found else ""
        return f"{title} {mark(found, appearance.locator)}" if found else ""
    filed = catalogue.corpus.documents.get(appearance.document or "")
    where = f", {text(appearance.locator)}" if appearance.locator else ""
    return f"{text(filed.record.title)}{where}" if filed else ""


def _quoted(quote: str | None) -> Lines:
    if quote:
        yield from ("", *quotation(quote, "  "), "")


def evidence(claim: Claim, numbers: Numbers, catalogue: Catalogue) -> Lines:
    """The evidence, by what it does to the claim."""
    if claim.evidence:
        yield from heading("claim.evidence", catalogue)
    for stance in Stance:
        pieces = [each for each in claim.evidence if each.stance is stance]
        if pieces:
            yield from (f"### {word(f'claim.{stance}', catalogue.say)}", "")
        for each in pieces:
            yield _piece(each, numbers.entry(each.source), catalogue)
            yield from _quoted(each.quote)
            compared = verified(each.verify, catalogue.say)
            if compared:
                yield from ("", f"  {text(compared)}", "")


def _piece(piece: Evidence, found: Numbered | None, catalogue: Catalogue) -> str:
    source = found.cited.source if found else None
    weight = ", ".join(remarks(piece, source, (), catalogue.say))
    name = f"{text(short_name(source))} {mark(found)}" if found and source else ""
    note = f"({text(weight)})" if weight else ""
    says = text(piece.says) if piece.says else ""
    return f"- {' '.join(filter(None, (says, name, note)))}"


def sources(numbers: Numbers, catalogue: Catalogue) -> Lines:
    """The numbered list of sources."""
    if numbers.sources:
        yield from heading("source.heading", catalogue)
    for each in numbers.sources:
        yield f"{each.number}. {' '.join(_source(each, catalogue))}"


def _source(each: Numbered, catalogue: Catalogue) -> Lines:
    source, say = each.cited.source, catalogue.say
    yield text(_reference(each.cited, catalogue).text)
    href = opening_href(source)
    if href:
        yield address(href)
    for copy in source.archives:
        if copy.url.href != href:
            yield link(say("source.archived", site=copy.url.site), copy.url.href)
    saved = saved_link(source, say)
    if saved:
        yield f"({text(saved.text)})"
    if source.interest:
        yield f"{word('source.stake', say)} {text(source.interest)}"


def _reference(each: CitedSource, catalogue: Catalogue) -> Reference:
    if each.is_shared:
        return catalogue.shared_texts[each.key].reference
    return source_reference(each.source, catalogue.say, catalogue.settings.citations.style)
