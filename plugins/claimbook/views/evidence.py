"""The evidence ledger of a claim page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import NamedTuple

from markupsafe import Markup

from claimbook.corpus import CitedSource
from claimbook.data import Fixed
from claimbook.graph import Ledger, is_compared
from claimbook.records import Claim, Evidence, Exemption, Source
from claimbook.values import EvidenceKind, ReadAs, Stance
from claimbook.views.badges import Badge, badge
from claimbook.views.catalogue import Catalogue
from claimbook.views.doors import doors
from claimbook.views.links import Link
from claimbook.views.marks import sign_of
from claimbook.views.numbering import Mention
from claimbook.views.references import same_origin
from claimbook.views.register import Register, SameOrigin
from claimbook.views.sources import opening_href, short_name
from claimbook.wording import Wording

# A quotation needs no name: it is seen to be one.
_KINDS = {each: f"claim.kind_{each}" for each in EvidenceKind if each is not EvidenceKind.QUOTE}
_READ = {
    ReadAs.ORIGINAL: "claim.read_original",
    ReadAs.COPY: "claim.read_copy",
    ReadAs.SECOND_HAND: "claim.read_second_hand",
}
Exhibits = Mapping[Stance, tuple[tuple[Evidence, Mention | None], ...]]


class Warned(NamedTuple):
    """That evidence rests on a source that was retracted, and what follows."""

    what: str
    text: str


class Piece(NamedTuple):
    """One piece of evidence; ``remarks`` weigh it, ``doors`` lead to where it can be checked.

    ``cite`` is the address of what is quoted where no door leads there, ``warning`` says that the
    source, or one from which it has its content, was retracted.
    """

    says: str
    quote: str
    language: str | None
    cite: str | None
    source: str
    mention: Mention | None
    remarks: tuple[str, ...]
    doors: tuple[Link, ...]
    verified: str
    is_compared: bool
    badge: Badge | None
    warning: Warned | None


class Group(Fixed):
    """All evidence of one stance."""

    stance: str
    label: str
    icon: Markup
    count: int
    pieces: tuple[Piece, ...]


class EvidenceLedger(Fixed):
    """What stands for and against side by side, and what only qualifies or surrounds it."""

    summary: str
    opposed: tuple[Group, ...]
    beside: tuple[Group, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no evidence at all."""
        return not (self.opposed or self.beside)


def exhibits(claim: Claim, register: Register) -> Exhibits:
    """A claim's evidence by stance, each piece with its place in the register of sources."""
    return {
        stance: tuple(
            (each, register.mention(each.source))
            for each in claim.evidence
            if each.stance is stance
        )
        for stance in Stance
    }


def evidence_ledger(
    shown: Exhibits, counts: Ledger, same: SameOrigin, register: Register, catalogue: Catalogue
) -> EvidenceLedger:
    """The evidence in words, to be made when the register is complete."""
    quoted = Counter(
        _saved_text(register.cited(one.source))
        for each in shown.values()
        for one, mention in each
        if one.quote and mention
    )
    groups = {
        stance: _group(stance, pieces, _Ground(same, quoted, register, catalogue))
        for stance, pieces in shown.items()
        if pieces
    }
    return EvidenceLedger(
        ledger_line(counts, catalogue.say, _tally(groups.values())),
        _present(groups, (Stance.SUPPORTS, Stance.CONTRADICTS)),
        _present(groups, (Stance.QUALIFIES, Stance.CONTEXT)),
    )


class Tally(NamedTuple):
    """Quotations that stand in a saved text, and those that nobody has compared."""

    by_machine: int = 0
    left: int = 0


def _tally(groups: Iterable[Group]) -> Tally:
    pieces = [piece for group in groups for piece in group.pieces if piece.quote]
    found = [each.badge is not None and each.badge.is_faithful for each in pieces]
    left = sum(
        not (is_found or each.is_compared) for is_found, each in zip(found, pieces, strict=True)
    )
    return Tally(sum(found), left)


def ledger_line(counts: Ledger, say: Wording, tally: Tally = Tally()) -> str:  # noqa: B008 - immutable
    """How many sources, origins, quotes and copies there are; that there are none is said too."""
    if not counts.sources:
        return say("claim.ledger_none")
    return say(
        "claim.ledger",
        sources=say.count("claim.ledger_sources", counts.sources),
        primary=_counted("claim.ledger_primary", counts.primary, say),
        origins=say.count("claim.ledger_origins", counts.origins),
        quotes=_quotes(counts, say, tally),
        archived=_counted("claim.ledger_archived", counts.archived, say),
    )


def _counted(key: str, number: int, say: Wording) -> str:
    return say.count(key, number) if number else say(f"{key}_none")


def _quotes(counts: Ledger, say: Wording, tally: Tally) -> str:
    if not counts.quotes:
        return say("claim.ledger_quotes_none")
    kinds = (("machine", tally.by_machine), ("verified", counts.compared))
    told = [say.count(f"claim.ledger_{kind}", number) for kind, number in kinds if number]
    if told and tally.left:
        told.append(say.count("claim.ledger_left", tally.left))
    verified = reduce(lambda one, two: say("lists.both", one=one, two=two), told) if told else ""
    none = say("claim.ledger_verified_none")
    return say.count("claim.ledger_quotes", counts.quotes, verified=verified or none)


def _present(groups: Mapping[Stance, Group], stances: Iterable[Stance]) -> tuple[Group, ...]:
    return tuple(groups[each] for each in stances if each in groups)


class _Ground(NamedTuple):
    """What all pieces of evidence of a claim are made beside.

    ``quoted`` tells how often the claim quotes each saved text, by its SHA-256: several sources of
    one text share what may be shown of it.
    """

    same: SameOrigin
    quoted: Mapping[str, int]
    register: Register
    catalogue: Catalogue


def _group(
    stance: Stance, pieces: Iterable[tuple[Evidence, Mention | None]], ground: _Ground
) -> Group:
    made, catalogue = tuple(_piece(*each, ground) for each in pieces), ground.catalogue
    label = catalogue.say(f"claim.{stance}")
    return Group(stance.value, label, sign_of(catalogue.stance_icons[stance]), len(made), made)


def _piece(evidence: Evidence, mention: Mention | None, ground: _Ground) -> Piece:
    same, quoted, register, catalogue = ground
    cited = register.cited(evidence.source) if mention else None
    say, source = catalogue.say, cited.source if cited else None
    others = register.marks(same[mention.number]) if mention else ()
    ways = tuple(doors(source, evidence.quote, say)) if source else ()
    found = badge(evidence, cited, quoted[_saved_text(cited)], catalogue) if mention else None
    return Piece(
        evidence.says or "",
        evidence.quote or "",
        catalogue.foreign(source.language) if source else None,
        opening_href(source) if source and not ways else None,
        short_name(source) if source else "",
        mention,
        tuple(remarks(evidence, source, others, say)),
        ways,
        verified(evidence.verify, say, is_altered=bool(found and not found.is_faithful)),
        is_compared(evidence),
        found,
        _warned(register.retracted(cited), cited, say) if cited else None,
    )


def _saved_text(cited: CitedSource | None) -> str:
    snapshot = cited.source.snapshot if cited else None
    return snapshot.sha256.lower() if snapshot else ""


def _warned(found: CitedSource | None, cited: CitedSource, say: Wording) -> Warned | None:
    if found is None:
        return None
    if found.key == cited.key:
        return Warned(say("source.retracted"), say("source.retracted_text"))
    text = say("source.draws_on_retracted_text", name=found.source.title)
    return Warned(say("source.draws_on_retracted"), text)


def remarks(
    evidence: Evidence, source: Source | None, others: tuple[int | str, ...], say: Wording
) -> Iterator[str]:
    """What weighs a piece of evidence; ``others`` are sources that are the same voice."""
    if evidence.locator:
        yield evidence.locator
    if evidence.kind in _KINDS:
        yield say(_KINDS[evidence.kind])
    if source and source.standing:
        yield say(f"claim.{source.standing}")
    if source and source.reading:
        yield say(_READ[source.reading.how])
    if others:
        yield same_origin(others, say)


def verified(verify: Exemption | str | None, say: Wording, *, is_altered: bool = False) -> str:
    """How a quotation was compared, or why it was not; empty where nothing is said of it.

    ``is_altered`` tells that a machine found other words, and somebody has accepted that.
    """
    if not isinstance(verify, Exemption):
        return ""
    if verify.manual:
        return say("claim.accepted" if is_altered else "claim.compared", how=verify.manual)
    return say("claim.not_compared", why=verify.none_)
