"""Nodes to records: every file kind has one declaration, one decoder, one schema."""

from enum import StrEnum
from typing import Any

from claimbook.data import Fixed
from claimbook.diagnostics import Outcome
from claimbook.records import (
    OUTLETS,
    TOPICS,
    CheckedDocument,
    Claim,
    Claimant,
    Scale,
    Source,
)
from claimbook.shape import Kind, Reader
from claimbook.structures import RecordOf
from claimbook.yaml_tree import Document


class Role(StrEnum):
    """What a file under ``claims/`` holds."""

    CLAIM = "claim"
    DRAFT = "draft"
    SOURCE = "source"
    CLAIMANT = "claimant"
    DOCUMENT = "document"
    SCALE = "scale"
    TOPICS = "topics"
    OUTLETS = "outlets"


KINDS: dict[Role, Kind] = {
    Role.CLAIM: RecordOf(Claim),
    Role.DRAFT: RecordOf(Claim),
    Role.SOURCE: RecordOf(Source),
    Role.CLAIMANT: RecordOf(Claimant),
    Role.DOCUMENT: RecordOf(CheckedDocument),
    Role.SCALE: RecordOf(Scale),
    Role.TOPICS: TOPICS,
    Role.OUTLETS: OUTLETS,
}

FOLDERS = {
    "sources": Role.SOURCE,
    "claimants": Role.CLAIMANT,
    "documents": Role.DOCUMENT,
    "drafts": Role.DRAFT,
}
SINGLE_FILES = {"scale.yml": Role.SCALE, "topics.yml": Role.TOPICS, "outlets.yml": Role.OUTLETS}


class Filing(Fixed):
    """Which role a file has, and the id that its name gives to what it holds."""

    role: Role
    id: str

    @property
    def is_claim(self) -> bool:
        """Whether the file holds a claim, published or not."""
        return self.role is Role.CLAIM or self.role is Role.DRAFT


def filing_of(inner_path: str) -> Filing | None:
    """The role and id of a YAML file, from its path inside ``claims/`` (with ``/``).

    None for files that are no records (texts, snapshots).
    """
    if not inner_path.endswith(".yml"):
        return None
    folder, _, rest = inner_path.partition("/")
    if not rest:
        return Filing(SINGLE_FILES.get(inner_path, Role.CLAIM), inner_path.removesuffix(".yml"))
    if folder == "snapshots":
        return None
    stem = rest.rpartition("/")[2].removesuffix(".yml")
    return Filing(FOLDERS.get(folder, Role.CLAIM), stem)


def filing_at(path: str, claims_dir: str) -> Filing | None:
    """As :func:`filing_of`, from a path of the project, which begins with ``claims_dir``."""
    return filing_of(path.removeprefix(f"{claims_dir}/"))


def is_claim(path: str, claims_dir: str) -> bool:
    """Whether a path of the project is that of a claim or a draft."""
    filing = filing_at(path, claims_dir)
    return filing is not None and filing.is_claim


def decode(role: Role, document: Document, path: str) -> Outcome[Any]:
    """Read the record of a file; a failed field leaves a hole and one diagnostic."""
    reader = Reader(path)
    value = KINDS[role].read(document.root, reader)
    return Outcome(value, tuple(reader.diagnostics))
