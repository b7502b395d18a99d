"""What a process keeps of one compilation for the next: records themselves instead of bytes."""

from dataclasses import dataclass, field
from typing import NamedTuple

from claimbook.assemble import DecodedFile
from claimbook.decode import Filing
from claimbook.remembered import Past, Remembered
from claimbook.settings import Settings
from claimbook.text import SourceFile
from claimbook.unit import Unit, decode_file
from claimbook.yaml_tree import Limits


class RecentClaim(NamedTuple):
    """What came of a claim file, and for how long it is good."""

    past: Past
    made: tuple[Unit, DecodedFile]


class RecentFile(NamedTuple):
    """What came of any other file with this digest under these limits."""

    digest: bytes
    limits: Limits
    decoded: DecodedFile


@dataclass(slots=True)
class Recent:
    """What came of files when they were last compiled in this process.

    ``surroundings`` is a digest of all that claims could look up then.
    """

    surroundings: bytes = b""
    claims: dict[str, RecentClaim] = field(default_factory=dict)
    others: dict[str, RecentFile] = field(default_factory=dict)

    def still_true(self, remembered: Remembered) -> dict[str, RecentClaim]:
        """Forget claims of which something else would come today; returns all others."""
        are_same = remembered.surroundings == self.surroundings
        self.surroundings = remembered.surroundings
        self.claims = {
            path: each
            for path, each in self.claims.items()
            if remembered.is_good(each.past, path) and (are_same or remembered.is_true(each.past))
        }
        return self.claims

    def note(self, path: str, made: tuple[Unit, DecodedFile], remembered: Remembered) -> None:
        """Keep what came of a claim file."""
        self.claims[path] = RecentClaim(remembered.past(path), made)

    def decoded(self, file: SourceFile, filing: Filing, settings: Settings) -> DecodedFile:
        """What comes of a file that is no claim, decoded again only where it has changed."""
        known = self.others.get(file.path)
        if known is None or (known.digest, known.limits) != (file.digest, settings.limits):
            made = decode_file(file, filing, settings)
            known = self.others[file.path] = RecentFile(file.digest, settings.limits, made)
        return known.decoded
