"""Two revisions of a project, read from Git and compiled as far as their difference asks for it.

What is the same in both is read once and compiled once; of a large project, what an earlier run
has remembered is not compiled at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from claimbook.compile import Means, compile_claims
from claimbook.corpus import Corpus
from claimbook.decode import filing_at
from claimbook.diagnostics import Diagnostic
from claimbook.folder import is_read
from claimbook.git import Changes, changed_since, content_at, files_at, merge_base, top_of
from claimbook.memory import Entry, Memory
from claimbook.processes import crew_for
from claimbook.review.claims import Aids, FindLikely
from claimbook.review.compare import compare
from claimbook.review.difference import Difference
from claimbook.review.owners import PLACES, Owners, owners_by
from claimbook.review.side import Side
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.settings_file import read_settings
from claimbook.shelf import memory_for
from claimbook.steady import steady
from claimbook.text import TEXT_BYTES, SourceFile
from claimbook.unit import decode_file
from claimbook.workspace import CONFIG, Workspace

Progress = Callable[[str], None]
_SILENT: Progress = lambda _: None  # noqa: E731 - nobody watches


@dataclass(frozen=True, slots=True)
class Range:
    """From which revision to which; to the working tree where ``head`` is None."""

    base: str
    head: str | None = None

    @classmethod
    def of(cls, workspace: Workspace, given: str) -> "Range":
        """``A..B``, ``A...B`` (from where B began) or ``A``. Raises :class:`GitError`."""
        before, dots, after = given.partition("...")
        if dots:
            head = after or "HEAD"
            return cls(merge_base(workspace.root, before or "HEAD", head), head)
        before, dots, after = given.partition("..")
        return cls(before or "HEAD", (after or "HEAD") if dots else None)


@dataclass(slots=True)
class _Beside:
    """What is kept for the other revision only, over what is known already."""

    under: Memory
    rooms: dict[str, dict[str, Entry]] = field(default_factory=dict)

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        if room not in self.rooms:
            yield from self.under.recall(room, first, most)
            return
        names = sorted(name for name in self.rooms[room] if name >= first)
        yield from (self.rooms[room][name] for name in islice(names, None if most < 0 else most))

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        del gone
        self.rooms.setdefault(room, {}).update((each.name, each) for each in entries)


@dataclass(frozen=True, slots=True)
class Revision:
    """All files of a project as a revision has them, and its settings."""

    files: Mapping[str, SourceFile]
    settings: Settings
    found: tuple[Diagnostic, ...] = ()
    config: SourceFile | None = None


def difference_of(
    workspace: Workspace,
    asked: Range,
    today: date,
    *,
    likely: Callable[[Corpus], FindLikely] = lambda _: lambda _: (),
    progress: Progress = _SILENT,
) -> tuple[Difference, "Sides"]:
    """The difference between two revisions, and what it was made of.

    Owners are those that the base names: no change names its own. ``likely`` makes of the later
    corpus what finds claims that may say the same. Raises :class:`~claimbook.git.GitError`.
    """
    sides = Sides.of(workspace, asked, today, progress)
    owners = _owners(workspace, asked.base)
    aids = Aids(owners=owners, likely=likely(sides.after.corpus))
    names = asked.base, asked.head or "the working tree"
    return compare(sides.before, sides.after, names=names, aids=aids), sides


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a difference, and the settings of the later one."""

    before: Side
    after: Side
    settings: Settings

    @classmethod
    def of(cls, workspace: Workspace, asked: Range, today: date, progress: Progress) -> "Sides":
        """Read and compile both revisions."""
        old = _revision(workspace, asked.base)
        new = _revision(workspace, asked.head) if asked.head else _as_it_is(workspace)
        folder = new.settings.claims_dir
        changes = changed_since(workspace.root, asked.base, folder, asked.head)
        memory = _Beside(memory_for(len(new.files), workspace.root))
        after = _side(new, changes.touched, changes, today, memory, progress)
        before = _side(old, (*changes.gone, *changes.modified), changes, today, memory, progress)
        if _bytes(old.config) == _bytes(new.config):
            return cls(before, after, new.settings)
        return cls(_with_config(before, old), _with_config(after, new), new.settings)


def _side(
    revision: Revision,
    paths: Iterable[str],
    changes: Changes,
    today: date,
    memory: Memory,
    progress: Progress,
) -> Side:
    files, settings = revision.files, revision.settings
    means = Means(crew_for(len(files)), memory, None, are_records_wanted=False)
    told = {"found_on_disk": revision.found, "progress": progress, "means": means}
    with steady():
        compiled = compile_claims(files.values(), settings, today, **told)  # type: ignore[arg-type]
    chosen = sorted(paths)
    decoded = (
        decode_file(files[path].whole(), filing, settings)
        for path in chosen
        if path in files and (filing := filing_at(path, settings.claims_dir))
    )
    there = frozenset(chosen)
    return Side(tuple(decoded), compiled.corpus, compiled.diagnostics, there, changes.renamed)


def _with_config(side: Side, revision: Revision) -> Side:
    paths = side.paths | ({CONFIG} if revision.config else frozenset())
    return Side(side.files, side.corpus, side.diagnostics, paths, side.renamed)


def _bytes(file: SourceFile | None) -> bytes | None:
    return None if file is None else file.data


def _as_it_is(workspace: Workspace) -> Revision:
    files = {each.path: each for each in workspace.files}
    found = tuple(each for each in workspace.diagnostics if each.span.path == CONFIG)
    return Revision(files, workspace.settings, found, workspace.config)


def _revision(workspace: Workspace, name: str) -> Revision:
    """A revision: what is as it lies on disk is taken from there."""
    root = workspace.root
    config = next((SourceFile(*each) for each in content_at(root, name, [CONFIG])), None)
    read = read_settings(config) if config else None
    settings = (read.value if read else None) or DEFAULT_SETTINGS
    folder = settings.claims_dir
    wanted = {each.path for each in files_at(root, name, folder) if is_read(each.path, folder)}
    changes = changed_since(root, name, folder)
    differing = {*changes.touched, *changes.gone}
    here = {each.path: each for each in workspace.files if each.path not in differing}
    files = {path: here[path] for path in wanted & here.keys()}
    most = max(settings.limits.file_bytes, TEXT_BYTES)
    for path, content in content_at(root, name, wanted - files.keys(), most):
        files[path] = SourceFile(path, content)
    return Revision(dict(sorted(files.items())), settings, read.diagnostics if read else (), config)


def _owners(workspace: Workspace, revision: str) -> Callable[[str], Owners]:
    """Who owns files of the project, as a file at the top of the repository has it."""
    top = top_of(workspace.root)
    below = workspace.root.resolve().relative_to(top.resolve()).as_posix()
    folder = "" if below == "." else f"{below}/"
    found = dict(content_at(top, revision, PLACES))
    text = next((found[name] for name in PLACES if name in found), b"")
    owners = owners_by(text.decode("utf-8", errors="replace"))
    return lambda path: owners(f"{folder}{path}")
