"""What the claim builder knows of a publication, as one file of data.

It holds everything that a claim is read beside, as it stands in the repository, but no claims,
no drafts and no snapshots.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import NamedTuple

from claimbook.data import from_json, json_bytes
from claimbook.decode import filing_at
from claimbook.fragment import UrlStyle
from claimbook.settings import Publication, Settings
from claimbook.settings_file import read_settings
from claimbook.text import SourceFile

VERSION = 1


class Pack(NamedTuple):
    """A publication as the builder knows it; ``icons`` are inline SVGs by their names."""

    settings: Settings
    files: tuple[SourceFile, ...]
    style: UrlStyle
    icons: Mapping[str, str]


def packed(
    settings: Settings,
    config: SourceFile | None,
    files: Iterable[SourceFile],
    style: UrlStyle,
    icons: Mapping[str, str],
) -> bytes:
    """A publication as bytes; ``config`` is its ``claimbook.toml``."""
    told = {each.path: each.text for each in files if _is_wanted(each.path, settings)}
    return json_bytes(
        {
            "version": VERSION,
            "config": config.text if config else "",
            "publication": asdict(settings.publication),
            "directories": style.use_directories,
            "files": dict(sorted(told.items())),
            "icons": dict(sorted(icons.items())),
        }
    )


def _is_wanted(path: str, settings: Settings) -> bool:
    filing = filing_at(path, settings.claims_dir)
    # A text without a record is that of a document, against which quotations are read.
    is_text = path.startswith(f"{settings.claims_dir}/documents/")
    return is_text if filing is None else not filing.is_claim


def unpacked(data: bytes) -> Pack:
    """The publication again. Raises :class:`ValueError` where ``data`` is none."""
    told = from_json(data)
    if not isinstance(told, dict) or told.get("version") != VERSION:
        raise ValueError("this is no publication as the claim builder knows one")
    settings = read_settings(SourceFile("claimbook.toml", told["config"].encode())).value
    settings = replace(settings or Settings(), publication=Publication(**told["publication"]))
    files = tuple(SourceFile(path, text.encode()) for path, text in told["files"].items())
    return Pack(settings, files, UrlStyle(told["directories"]), told["icons"])
