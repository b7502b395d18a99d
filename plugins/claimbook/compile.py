"""The compiler as a story: files to a checked corpus and everything to be said about it.

What claims rest on is read first: sources, claimants, documents, lists. Then each claim is read
and checked beside that, by itself, wherever there are hands for it. Last comes what shows only
when all claims are there.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from claimbook.assemble import DecodedFile, assemble, corpus_of, without
from claimbook.characters import without_tricks
from claimbook.check import Checker, Located, placed
from claimbook.claim_reading import Reading
from claimbook.corpus import Corpus, FiledClaim, source_references
from claimbook.crew import ALONE, Crew, batches
from claimbook.data import digest, from_bytes, replaced, to_bytes
from claimbook.decode import Filing, Role, filing_at
from claimbook.diagnostics import Diagnostic, Severity, in_order
from claimbook.gist import by_gist
from claimbook.later import Later
from claimbook.memory import FORGETFUL, Memory
from claimbook.packing import pack, unpack
from claimbook.recent import Recent
from claimbook.records import Claim
from claimbook.remembered import Remembered
from claimbook.rules.rule import Context
from claimbook.settings import Settings
from claimbook.suppress import without_suppressed
from claimbook.text import SourceFile
from claimbook.unit import Filed, Unit, decode_file
from claimbook.unit_data import unpack_unit

Progress = Callable[[str], None]
# What came of a claim file, and the file with the record that is made of it later.
Made = tuple[Unit, DecodedFile]


@dataclass(frozen=True, slots=True)
class Compilation:
    """A corpus whose claims may all be published, and what was found on the way.

    ``refused`` are the ids of claims left out because of errors, with their files' paths;
    ``digests`` are those of all files, by path, ``faces`` those of what lists may show of claims.
    ``due`` are the paths of claims of which a new review is due.
    """

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    refused: Mapping[str, str]
    digests: Mapping[str, bytes]
    faces: Mapping[str, bytes]
    due: frozenset[str]

    @property
    def others(self) -> bytes:
        """A digest of all files that are no claims."""
        found = [(path, each) for path, each in self.digests.items() if path not in self.faces]
        return digest(to_bytes(found))

    @property
    def shown(self) -> bytes:
        """A digest of all that lists can show: the faces of claims and drafts, and the others."""
        faces = [(each.id, self.faces.get(each.path)) for each in self.corpus.all_claims()]
        return digest(to_bytes((self.others, faces, [*self.faces], sorted(self.due))))


@dataclass(frozen=True, slots=True)
class Means:
    """What a compilation may use: workers, and what is remembered of earlier ones.

    ``recent`` is what this process has of the last one, and has it of this one afterwards. Where
    ``are_records_wanted`` they are made while workers are busy with others. Only where it
    ``has_snapshots`` are quotations compared with them.
    """

    crew: Crew = ALONE
    memory: Memory = FORGETFUL
    recent: Recent | None = None
    are_records_wanted: bool = True
    has_snapshots: bool = True


def compile_claims(
    files: Iterable[SourceFile],
    settings: Settings,
    today: date,
    *,
    found_on_disk: tuple[Diagnostic, ...] = (),
    progress: Progress = lambda _: None,
    means: Means = Means(),
) -> Compilation:
    """Read, check and assemble all files under the claims folder.

    ``files`` have paths that begin with ``settings.claims_dir``; ``found_on_disk`` is what
    reading them had to say. ``progress`` is called with each path that has been read. What comes
    out does not depend on ``means``, only how long it takes.
    """
    return _Compiler(files, settings, today, found_on_disk, progress, means).compilation()


class _Compiler:
    """One compilation."""

    def __init__(
        self,
        files: Iterable[SourceFile],
        settings: Settings,
        today: date,
        found_on_disk: tuple[Diagnostic, ...],
        progress: Progress,
        means: Means,
    ) -> None:
        self._settings, self._today = settings, today
        self._found_on_disk, self._progress, self._means = found_on_disk, progress, means
        self._sources = {each.path: each for each in sorted(files, key=lambda each: each.path)}
        self._digests = {path: file.digest for path, file in self._sources.items()}
        self._texts: dict[str, str] = {}
        self._snapshots: dict[str, SourceFile] = {}
        self._claims: list[Filed] = []
        self._others: list[Filed] = []
        for file in self._sources.values():
            self._sort_in(file)

    def _sort_in(self, file: SourceFile) -> None:
        filing = self._filing(file.path)
        if filing and filing.is_claim:
            self._claims.append((file, filing))
            return
        if filing is None and file.path.startswith(f"{self._settings.claims_dir}/snapshots/"):
            self._snapshots[file.path] = file
            return
        # What is no claim is read each time, and may have changed since it was looked at.
        whole = file.whole()
        self._digests[file.path] = whole.digest
        if filing is None:
            self._texts[file.path] = without_tricks(whole.text)
        else:
            self._others.append((whole, filing))

    def _filing(self, path: str) -> Filing | None:
        return filing_at(path, self._settings.claims_dir)

    def compilation(self) -> Compilation:
        """Everything, in order."""
        unread = list(self._unread())
        rest = [*(self._decoded(*each) for each in self._others), *unread]
        self._report(self._others)
        backdrop = self._backdrop(rest)
        remembered = self._remembered(backdrop)
        found_in = self._units(backdrop, remembered)
        units = [unit for unit, _ in found_in.values()]
        decoded = [*(file for _, file in found_in.values()), *rest]
        assembled = assemble(decoded, self._texts, self._saved)
        corpus = assembled.value or Corpus()
        found = (
            *self._found_on_disk,
            *assembled.diagnostics,
            *(each for file in decoded for each in file.diagnostics),
            *self._ruled(units, corpus),
            *placed(self._checker(corpus).backdrop(), self._sources),
            *self._between(units, corpus, remembered),
        )
        checked = tuple(without_suppressed(found, decoded, self._settings))
        refused = _refused(corpus, decoded, checked)
        versions = {each.path: each.version for each in units}
        published = replace(without(corpus, frozenset(refused)), versions=versions)
        faces = {each.path: each.face for each in units}
        due = frozenset(each.path for each in units if each.due and each.due < str(self._today))
        return Compilation(published, in_order(checked), refused, self._digests, faces, due)

    def _decoded(self, file: SourceFile, filing: Filing) -> DecodedFile:
        recent = self._means.recent
        if recent is None:
            return decode_file(file, filing, self._settings)
        return recent.decoded(file, filing, self._settings)

    def _unread(self) -> Iterator[DecodedFile]:
        """Files that could not be read: their ids are taken, so that one cause is reported once."""
        for path in sorted({each.span.path for each in self._found_on_disk} - self._sources.keys()):
            filing = self._filing(path)
            if filing is not None:
                yield DecodedFile(path, filing, None, (), (), is_sound=False)

    def _backdrop(self, rest: Iterable[DecodedFile]) -> Corpus:
        """The corpus that a claim is read beside: all but the claims, and their ids."""
        named = (
            DecodedFile(file.path, filing, None, (), (), is_sound=True)
            for file, filing in self._claims
        )
        return corpus_of([*rest, *named], self._texts, self._saved)

    @property
    def _saved(self) -> Mapping[str, SourceFile] | None:
        return self._snapshots if self._means.has_snapshots else None

    def _remembered(self, backdrop: Corpus) -> Remembered:
        world, surroundings = self._world(backdrop), self._surroundings()
        told = (self._means.memory, backdrop, self._digests, self._today)
        return Remembered(*told, world, surroundings)

    def _units(self, backdrop: Corpus, remembered: Remembered) -> dict[str, Made]:
        """What came of every claim file, by path, and its record."""
        filings = {file.path: filing for file, filing in self._claims}
        found = dict(self._known(remembered, filings))
        for path in found:
            self._progress(path)
        fresh = [each for each in self._claims if each[0].path not in found]
        for units in self._made(fresh, backdrop):
            remembered.note(units)
            for each in units:
                found[each.path] = self._kept(each, filings[each.path], remembered)
        remembered.save()
        return {path: found[path] for path in filings}

    def _known(
        self, remembered: Remembered, filings: Mapping[str, Filing]
    ) -> Iterator[tuple[str, Made]]:
        recent = self._means.recent
        known = recent.still_true(remembered) if recent else {}
        for path, each in known.items():
            remembered.take(each.past)
            yield path, each.made
        if known:
            return
        for unit in remembered.units():
            if unit.path in filings:
                yield unit.path, self._kept(unit, filings[unit.path], remembered)

    def _kept(self, unit: Unit, filing: Filing, remembered: Remembered) -> Made:
        # Where nobody may ask for it, it is remembered.
        means, path = self._means, unit.path
        is_kept = means.are_records_wanted or means.memory is FORGETFUL
        packed = unit.record if is_kept else b""
        later = Later(partial(self._record, path, filing, packed, remembered))
        if packed and means.are_records_wanted:
            later.record()
        # One that is remembered comes without them.
        light = replaced(unit, record=b"", asked=()) if unit.record or unit.asked else unit
        record, found = later if unit.face else None, (unit.read, unit.suppressions)
        made = light, DecodedFile(path, filing, record, *found, is_sound=unit.is_sound)
        if means.recent is not None:
            means.recent.note(path, made, remembered)
        return made

    def _record(
        self, path: str, filing: Filing, packed: bytes, remembered: Remembered
    ) -> Claim | None:
        """The record of a claim as it was packed, or else read again.

        A packed record knows no more of its places than its file.
        """
        try:
            return unpack(Claim, from_bytes(packed or remembered.record(path)), path)
        except (ValueError, TypeError, KeyError, IndexError):
            record: Claim | None = decode_file(self._sources[path], filing, self._settings).record
            # Many may be kept, and places take more room than all the rest.
            return unpack(Claim, pack(record), path) if record else None

    def _surroundings(self) -> bytes:
        """What claims are read beside: the ids of all, and the content of everything else."""
        claims = {file.path for file, _ in self._claims}
        told = [path if path in claims else (path, self._digests[path]) for path in self._digests]
        return digest(to_bytes(told))

    def _made(self, files: list[Filed], backdrop: Corpus) -> Iterator[list[Unit]]:
        """New units, some at a time."""
        reading = Reading(backdrop, self._settings, self._today)
        shares = batches(files, self._means.crew)
        for packed in self._means.crew.map(reading.units, shares):
            units = [unpack_unit(each) for each in packed]
            # A file may have changed since it was looked at: what came of it is kept as what it is.
            self._digests.update((each.path, each.digest) for each in units)
            for unit in units:
                self._progress(unit.path)
            yield units

    def _world(self, backdrop: Corpus) -> bytes:
        """What decides about every claim besides the day."""
        lists = (backdrop.scale, backdrop.topics_path, sorted(backdrop.unsound))
        return _digest_of((self._settings, lists))

    def _report(self, files: Iterable[Filed]) -> None:
        for file, _ in files:
            self._progress(file.path)

    def _ruled(self, units: Iterable[Unit], corpus: Corpus) -> Iterator[Diagnostic]:
        """What the rules found in claims that are part of the corpus: two may want one id."""
        kept = {each.path for each in corpus.all_claims()}
        for each in units:
            if each.path in kept:
                yield from each.ruled

    def _checker(self, corpus: Corpus) -> Checker:
        return Checker(Context(corpus, self._settings, self._today), has_others=True)

    def _between(
        self, units: Iterable[Unit], corpus: Corpus, remembered: Remembered
    ) -> tuple[Diagnostic, ...]:
        """What is wrong between claims, looked for only where they have changed their faces."""
        # Beside what cannot be read nothing is called unused.
        faces = [(each.path, each.face, each.is_sound) for each in units]
        state = digest(to_bytes((remembered.state, str(self._today), faces)))
        known = remembered.between(state)
        if known is None:
            known = tuple(placed(self._together(units, corpus), self._sources))
            told = {each.path for found in known for each in found.spans}
            # Where exactly in a claim it is wrong, its face does not say.
            if told.isdisjoint(each.path for each in units):
                remembered.note_between(state, known)
        return known

    def _together(self, units: Iterable[Unit], corpus: Corpus) -> Iterator[Located]:
        """What is wrong between claims, which know their exact places only when it matters."""
        gists = by_gist(corpus, {each.path: each.gist for each in units})
        found = self._checker(gists).together()
        told = {each.path for diagnostic, _ in found for each in diagnostic.spans}
        in_claims = told & {each.path for each in units}
        if in_claims:
            found = self._checker(self._exact(gists, in_claims)).together()
        yield from found
        late = {each.path for each in units if each.is_postponed}
        if late:
            yield from self._late(self._exact(corpus, late), late)

    def _late(self, corpus: Corpus, paths: Container[str]) -> Iterator[Located]:
        checker = self._checker(corpus)
        for each in corpus.all_claims():
            if each.path in paths:
                yield from checker.late(each)

    def _exact(self, corpus: Corpus, paths: set[str]) -> Corpus:
        """The corpus with the claims of some files read anew, places and all."""

        def read(claims: Mapping[str, FiledClaim]) -> dict[str, FiledClaim]:
            return {
                name: self._with_places(each) if each.path in paths else each
                for name, each in claims.items()
            }

        return replace(corpus, claims=read(corpus.claims), drafts=read(corpus.drafts))

    def _with_places(self, claim: FiledClaim) -> FiledClaim:
        filing = Filing(Role.DRAFT if claim.is_draft else Role.CLAIM, claim.id)
        record = decode_file(self._sources[claim.path], filing, self._settings).record
        return FiledClaim(claim.id, claim.path, record, claim.is_draft)


def _digest_of(told: object) -> bytes:
    return digest(repr(told).encode("utf-8", "surrogatepass"))


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
