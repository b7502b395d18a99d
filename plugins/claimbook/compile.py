"""The compiler as a story: files to a checked corpus and everything to be said about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from claimbook.assemble import DecodedFile, assemble, without
from claimbook.characters import without_hidden
from claimbook.check import check
from claimbook.corpus import Corpus, FiledClaim, source_references
from claimbook.decode import Filing, Role, decode, filing_of
from claimbook.diagnostics import Diagnostic, Outcome, Severity, has_errors, in_order
from claimbook.settings import Settings
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Compilation:
    """A corpus whose claims may all be published, and what was found on the way.

    ``refused`` are the ids of claims left out because of errors, with their files' paths.
    """

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    refused: Mapping[str, str]


def compile_claims(
    files: Iterable[SourceFile],
    settings: Settings,
    today: date,
    *,
    found_on_disk: tuple[Diagnostic, ...] = (),
    progress: Progress = lambda _: None,
) -> Compilation:
    """Read, check and assemble all files under the claims folder.

    ``files`` have paths that begin with ``settings.claims_dir``; ``found_on_disk`` is what
    reading them had to say. ``progress`` is called with each path that has been read.
    """
    sources = {each.path: each for each in files}
    decoded, texts = _decoded(sources, settings, progress)
    decoded += _unread(found_on_disk, sources, settings)
    assembled = assemble(decoded, texts)
    corpus = assembled.value or Corpus()
    early = (*found_on_disk, *assembled.diagnostics, *(d for f in decoded for d in f.diagnostics))
    checked = check(corpus, decoded, early, settings, today, sources)
    refused = _refused(corpus, decoded, checked)
    return Compilation(without(corpus, frozenset(refused)), in_order(checked), refused)


def _decoded(
    sources: Mapping[str, SourceFile], settings: Settings, progress: Progress
) -> tuple[list[DecodedFile], dict[str, str]]:
    decoded: list[DecodedFile] = []
    texts: dict[str, str] = {}
    for path in sorted(sources):
        filing = filing_of(path.removeprefix(f"{settings.claims_dir}/"))
        if filing is None:
            texts[path] = without_hidden(sources[path].text)
        else:
            decoded.append(decode_file(sources[path], filing, settings))
        progress(path)
    return decoded, texts


def _unread(
    found: Iterable[Diagnostic], sources: Mapping[str, SourceFile], settings: Settings
) -> Iterator[DecodedFile]:
    """Files that could not be read: their ids are taken, so that one cause is reported once."""
    for path in sorted({each.span.path for each in found} - sources.keys()):
        filing = filing_of(path.removeprefix(f"{settings.claims_dir}/"))
        if filing is not None:
            yield DecodedFile(path, filing, None, (), (), is_sound=False)


def decode_file(file: SourceFile, filing: Filing, settings: Settings) -> DecodedFile:
    """Parse and decode one file; depends on nothing but its bytes and the limits."""
    parsed = parse(file, settings.limits)
    if parsed.value is None:
        return DecodedFile(file.path, filing, None, parsed.diagnostics, (), is_sound=False)
    read: Outcome[object] = decode(filing.role, parsed.value, file.path)
    # What YAML could not give, decoding misses at the same place: one cause, one diagnostic.
    known = {each.span for each in parsed.diagnostics}
    found = (*parsed.diagnostics, *(each for each in read.diagnostics if each.span not in known))
    return DecodedFile(
        file.path, filing, read.value, found, parsed.value.suppressions, not has_errors(found)
    )


def _refused(
    corpus: Corpus, decoded: Iterable[DecodedFile], found: Iterable[Diagnostic]
) -> dict[str, str]:
    """Claims with errors of their own, and claims that rest on a file with errors."""
    broken_paths = {each.span.path for each in found if each.severity is Severity.ERROR}
    broken = {
        (each.filing.role, each.filing.id): each.path
        for each in decoded
        if each.path in broken_paths
    }
    if not broken:
        return {}
    refused = {name: path for (role, name), path in broken.items() if role is Role.CLAIM}
    for each in corpus.claims.values():
        if not broken.keys().isdisjoint(_rests_on(each)):
            refused[each.id] = each.path
    return dict(sorted(refused.items()))


def _rests_on(claim: FiledClaim) -> Iterator[tuple[Role, str]]:
    for each in source_references(claim.record):
        yield Role.SOURCE, each.id
    for name in (claim.record.claimant, *claim.record.about):
        if isinstance(name, str):
            yield Role.CLAIMANT, name
    for appearance in claim.record.appearances:
        if appearance.document:
            yield Role.DOCUMENT, appearance.document
