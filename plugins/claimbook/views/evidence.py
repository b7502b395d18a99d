"""The evidence ledger of a claim page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.format import counted
from claimbook.graph import ledger
from claimbook.records import Claim, Evidence, Exemption, Source
from claimbook.values import EvidenceKind, ReadAs, Stance
from claimbook.views.catalogue import Catalogue
from claimbook.views.register import Mention, Register
from claimbook.views.sources import opening_href, short_name

_LABELS = {
    Stance.SUPPORTS: "Evidence for",
    Stance.CONTRADICTS: "Evidence against",
    Stance.QUALIFIES: "Qualifies the claim",
    Stance.CONTEXT: "Context",
}
_KINDS = {
    EvidenceKind.FIGURE: "figure",
    EvidenceKind.DOCUMENT: "document",
    EvidenceKind.OBSERVATION: "our observation",
    EvidenceKind.EXPERT: "expert’s view",
    EvidenceKind.CALCULATION: "our calculation",
    EvidenceKind.IMAGE: "image",
    EvidenceKind.ABSENCE: "nothing found",
}
_READ = {ReadAs.COPY: "read in a copy", ReadAs.SECOND_HAND: "at second hand"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence."""

    says: str
    quote: str
    language: str | None
    cite: str | None
    source: str
    mention: Mention | None
    remarks: str
    verified: str


@dataclass(frozen=True, slots=True)
class Group:
    """All evidence of one stance."""

    stance: str
    label: str
    icon: Markup
    count: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLedger:
    """What stands for and against side by side, and what only qualifies or surrounds it."""

    summary: str
    opposed: tuple[Group, ...]
    beside: tuple[Group, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no evidence at all."""
        return not (self.opposed or self.beside)


def evidence_ledger(claim: Claim, register: Register, catalogue: Catalogue) -> EvidenceLedger:
    """Group a claim's evidence by stance, in the order of the file within each."""
    groups = {each: _group(each, claim.evidence, register, catalogue) for each in Stance}
    return EvidenceLedger(
        ledger_line(claim, catalogue),
        _present(groups, (Stance.SUPPORTS, Stance.CONTRADICTS)),
        _present(groups, (Stance.QUALIFIES, Stance.CONTEXT)),
    )


def ledger_line(claim: Claim, catalogue: Catalogue) -> str:
    """``5 sources, 2 primary, 3 independent origins``; that none is primary is said too."""
    counts = ledger(catalogue.corpus, claim)
    if not counts.sources:
        return "No sources yet"
    primary = f"{counts.primary or 'none'} primary"
    origins = counted(counts.origins, "independent origin")
    return f"{counted(counts.sources, 'source')}, {primary}, {origins}"


def _present(groups: dict[Stance, Group], stances: Iterable[Stance]) -> tuple[Group, ...]:
    return tuple(groups[each] for each in stances if groups[each].count)


def _group(
    stance: Stance, evidence: Iterable[Evidence], register: Register, catalogue: Catalogue
) -> Group:
    pieces = tuple(_piece(each, register, catalogue) for each in evidence if each.stance is stance)
    icon = catalogue.stance_icons[stance]
    return Group(stance.value, _LABELS[stance], icon, len(pieces), pieces)


def _piece(evidence: Evidence, register: Register, catalogue: Catalogue) -> Piece:
    mention = register.mention(evidence.source, "evidence")
    source = register.sources[mention.number - 1].cited.source if mention else None
    return Piece(
        evidence.says or "",
        evidence.quote or "",
        catalogue.foreign(source.language) if source else None,
        opening_href(source) if source else None,
        short_name(source) if source else "",
        mention,
        ", ".join(_remarks(evidence, source)),
        _verified(evidence.verify),
    )


def _remarks(evidence: Evidence, source: Source | None) -> Iterator[str]:
    if evidence.locator:
        yield evidence.locator
    if evidence.kind in _KINDS:
        yield _KINDS[evidence.kind]
    if source and source.standing:
        yield source.standing.value
    if source and source.reading and source.reading.how in _READ:
        yield _READ[source.reading.how]


def _verified(verify: Exemption | str | None) -> str:
    if not isinstance(verify, Exemption):
        return ""
    if verify.manual:
        return f"Quotation compared by a person: {verify.manual}"
    return f"Quotation not compared: {verify.none_}"
