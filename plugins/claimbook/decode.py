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


def decode(role: Role, document: Document, path: str) -> Outcome[Any]:
    """Read the record of a file; a failed field leaves a hole and one diagnostic."""
    reader = Reader(path)
    value = KINDS[role].read(document.root, reader)
    return Outcome(value, tuple(reader.diagnostics))
