"""One state of a publication, as far as a difference asks for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimbook.assemble import DecodedFile
from claimbook.corpus import Corpus, FiledClaim
from claimbook.decode import Role
from claimbook.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Side:
    """The files that differ from the other side, what they refer to, and what was found.

    ``files`` are decoded whatever is wrong with them; ``corpus`` has what they look up.
    ``paths`` are those of all files that differ, also of what is no record; ``renamed`` has
    former paths by new ones.
    """

    files: tuple[DecodedFile, ...] = ()
    corpus: Corpus = field(default_factory=Corpus)
    diagnostics: tuple[Diagnostic, ...] = ()
    paths: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def claims(self) -> Mapping[str, FiledClaim]:
        """The claims among the files, by id."""
        return {each.id: each for each in map(_filed, _claims(self.files)) if each}

    @property
    def unreadable(self) -> Mapping[str, str]:
        """The ids of claims of which nothing could be read, by path."""
        return {each.path: each.filing.id for each in _claims(self.files) if not each.record}

    @property
    def others(self) -> Mapping[str, DecodedFile]:
        """The files that are no claims, by path."""
        return {each.path: each for each in self.files if not each.filing.is_claim}


def _claims(files: Iterable[DecodedFile]) -> Iterable[DecodedFile]:
    return (each for each in files if each.filing.is_claim)


def _filed(file: DecodedFile) -> FiledClaim | None:
    if file.record is None:
        return None
    is_draft = file.filing.role is Role.DRAFT
    return FiledClaim(file.filing.id, file.path, file.record, is_draft)
