"""The evidence ledger of a claim page."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from claimbook.data import Fixed
from claimbook.graph import Ledger
from claimbook.records import Claim, Evidence, Exemption, Source
from claimbook.values import EvidenceKind, ReadAs, Stance
from claimbook.views.catalogue import Catalogue
from claimbook.views.doors import doors
from claimbook.views.links import Link
from claimbook.views.marks import sign_of
from claimbook.views.numbering import Mention
from claimbook.views.quotations import Badge, badge
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


class Piece(NamedTuple):
    """One piece of evidence; ``remarks`` weigh it, ``doors`` lead to where it can be checked.

    ``cite`` is the address of what is quoted where no door leads there.
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
    badge: Badge | None


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
    groups = {
        stance: _group(stance, pieces, same, register, catalogue)
        for stance, pieces in shown.items()
        if pieces
    }
    return EvidenceLedger(
        ledger_line(counts, catalogue.say, _by_machine(groups.values())),
        _present(groups, (Stance.SUPPORTS, Stance.CONTRADICTS)),
        _present(groups, (Stance.QUALIFIES, Stance.CONTEXT)),
    )


def _by_machine(groups: Iterable[Group]) -> int:
    pieces = (piece for group in groups for piece in group.pieces)
    return sum(each.badge is not None and each.badge.is_faithful for each in pieces)


def ledger_line(counts: Ledger, say: Wording, by_machine: int = 0) -> str:
    """How many sources, origins, quotes and copies there are; that there are none is said too.

    ``by_machine`` are the quotations that stand in a saved text.
    """
    if not counts.sources:
        return say("claim.ledger_none")
    return say(
        "claim.ledger",
        sources=say.count("claim.ledger_sources", counts.sources),
        primary=_counted("claim.ledger_primary", counts.primary, say),
        origins=say.count("claim.ledger_origins", counts.origins),
        quotes=_quotes(counts, say, by_machine),
        archived=_counted("claim.ledger_archived", counts.archived, say),
    )


def _counted(key: str, number: int, say: Wording) -> str:
    return say.count(key, number) if number else say(f"{key}_none")


def _quotes(counts: Ledger, say: Wording, by_machine: int) -> str:
    if not counts.quotes:
        return say("claim.ledger_quotes_none")
    verified = _counted("claim.ledger_verified", counts.compared, say)
    if by_machine:
        machine = say.count("claim.ledger_machine", by_machine)
        verified = say("lists.both", one=machine, two=verified) if counts.compared else machine
    return say.count("claim.ledger_quotes", counts.quotes, verified=verified)


def _present(groups: Mapping[Stance, Group], stances: Iterable[Stance]) -> tuple[Group, ...]:
    return tuple(groups[each] for each in stances if each in groups)


def _group(
    stance: Stance,
    pieces: Iterable[tuple[Evidence, Mention | None]],
    same: SameOrigin,
    register: Register,
    catalogue: Catalogue,
) -> Group:
    made = tuple(_piece(*each, same, register, catalogue) for each in pieces)
    label = catalogue.say(f"claim.{stance}")
    return Group(stance.value, label, sign_of(catalogue.stance_icons[stance]), len(made), made)


def _piece(
    evidence: Evidence,
    mention: Mention | None,
    same: SameOrigin,
    register: Register,
    catalogue: Catalogue,
) -> Piece:
    say, source = catalogue.say, register.source(mention) if mention else None
    others = register.marks(same[mention.number]) if mention else ()
    ways = tuple(doors(source, evidence.quote, say)) if source else ()
    return Piece(
        evidence.says or "",
        evidence.quote or "",
        catalogue.foreign(source.language) if source else None,
        opening_href(source) if source and not ways else None,
        short_name(source) if source else "",
        mention,
        tuple(remarks(evidence, source, others, say)),
        ways,
        verified(evidence.verify, say),
        badge(evidence, source, catalogue),
    )


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


def verified(verify: Exemption | str | None, say: Wording) -> str:
    """How a quotation was compared, or why it was not; empty where nothing is said of it."""
    if not isinstance(verify, Exemption):
        return ""
    if verify.manual:
        return say("claim.compared", how=verify.manual)
    return say("claim.not_compared", why=verify.none_)
