"""What Git knows of a project: asked in a way that nothing in the repository can make it run.

A repository may be a stranger's, and its settings may name programs (git-config(1)): hooks, a
file system monitor, filters, external diffs. All of those are switched off, nothing is fetched,
nothing is written, and nobody is asked for a password.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple, NoReturn

from claimbook.diagnostics import nearest

_FETCH = "in a workflow, check out with `fetch-depth: 0`; here, `git fetch --unshallow` fetches it"
# Variables by which a user's own set-up is told; every other one that Git reads is left out.
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
_SET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_SAFE = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.alternateRefsCommand": "",
    "diff.external": "",
    "diff.orderFile": os.devnull,
    # No object of a partial clone is fetched: the repository says by which program.
    "protocol.allow": "never",
}
_FILE_MODES = frozenset({"100644", "100755"})
_MOST_BYTES = 1_048_576
# So many paths fit on any command line.
_FEW = 200


class GitError(Exception):
    """Git cannot answer; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class NoGitError(GitError):
    """Git is not installed."""


class NoRepositoryError(GitError):
    """The project lies in no repository, or in one that Git will not read."""


class UnknownRevisionError(GitError):
    """No commit has this name here."""


class NoMergeBaseError(GitError):
    """Two revisions have no common history, as far as it is here."""


class Blob(NamedTuple):
    """A file of a commit: the name that Git has for its content."""

    oid: str
    path: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Which files differ from a revision, by path; ``renamed`` has old paths by new ones.

    A renamed file is neither among the added nor among the deleted ones. All are sorted.
    """

    added: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def touched(self) -> tuple[str, ...]:
        """The paths of files that are there now and differ."""
        return tuple(sorted({*self.added, *self.modified, *self.renamed}))

    @property
    def gone(self) -> tuple[str, ...]:
        """The paths under which there is nothing any more."""
        return tuple(sorted({*self.deleted, *self.renamed.values()}))


def git_version() -> str:
    """The version of Git that is installed, as it tells it: ``2.47.1``."""
    return _run(Path(), "version").decode().removeprefix("git version ").strip()


def top_of(root: Path) -> Path:
    """The folder of the repository that ``root`` lies in."""
    return Path(os.fsdecode(_run(root, "rev-parse", "--show-toplevel").removesuffix(b"\n")))


def is_shallow(root: Path) -> bool:
    """Whether the repository has only the last part of its history."""
    return _run(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def commit_of(root: Path, revision: str) -> str:
    """The full name of the commit that a revision (gitrevisions(7)) means.

    Raises :class:`UnknownRevisionError` with the nearest name of a branch or tag.
    """
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    done = _finished(root, asked)
    found = done.stdout.decode(errors="replace").strip()
    if done.returncode == 0 and re.fullmatch(r"[0-9a-f]{40,64}", found):
        return found
    top_of(root)
    raise UnknownRevisionError(f"Git knows no revision `{revision}` here", _meant(root, revision))


def names_in(root: Path) -> list[str]:
    """The names of all branches and tags, those of remotes too."""
    told = _run(root, "for-each-ref", "--format=%(refname:short)")
    return told.decode(errors="replace").splitlines()


def merge_base(root: Path, revision: str, other: str = "HEAD") -> str:
    """The last commit that two revisions have in common: where a branch began.

    Raises :class:`NoMergeBaseError` where a shallow clone does not reach back so far.
    """
    commits = commit_of(root, revision), commit_of(root, other)
    done = _finished(root, ("merge-base", *commits))
    found = done.stdout.decode().split()
    if found:
        return found[0]
    message = f"`{revision}` and `{other}` have no commit in common"
    if is_shallow(root):
        raise NoMergeBaseError(f"{message}: this is a shallow clone", _FETCH)
    raise NoMergeBaseError(message, "name a revision that this branch began from")


def changed_since(root: Path, revision: str, folder: str, until: str | None = None) -> Changes:
    """Which files below ``root/folder`` differ between a revision and a later one.

    Without ``until`` the later one is the working tree: what is not committed counts, and files
    that Git does not know yet, but not those that it ignores. Paths are relative to ``root``.
    """
    ends = [commit_of(root, each) for each in (revision, until) if each is not None]
    how = ("--name-status", "-z", "--find-renames", "--relative", "--ignore-submodules=all")
    plain = ("--no-ext-diff", "--no-textconv", "--no-color")
    found = _paths(_run(root, "diff", *how, *plain, *ends, "--", folder))
    news = () if until else _untracked(root, folder)
    return _changes(iter(found), news)


def files_at(root: Path, revision: str, *places: str) -> tuple[Blob, ...]:
    """The files in ``places`` below ``root`` as a revision has them; links are left out."""
    if not places:
        return ()
    commit = commit_of(root, revision)
    return tuple(_blobs(_paths(_run(root, "ls-tree", "-r", "-z", commit, "--", *places))))


def content_at(
    root: Path, revision: str, paths: Iterable[str], most: int = _MOST_BYTES
) -> Iterator[tuple[str, bytes]]:
    """What stood in each of some files at a revision, in the order of paths, by one process.

    Paths that name no file there are left out. Of each content no more than ``most`` bytes and
    one are given, as :func:`~claimbook.folder.read_bytes` does.
    """
    wanted = frozenset(paths)
    few = sorted(wanted) if len(wanted) <= _FEW else [os.path.commonpath(wanted) or "."]
    blobs = [each for each in files_at(root, revision, *few) if each.path in wanted]
    yield from _contents(root, blobs, most)


def _contents(root: Path, blobs: Sequence[Blob], most: int) -> Iterator[tuple[str, bytes]]:
    # Asked by a file, not by a pipe: who writes while nobody reads waits for ever.
    with tempfile.TemporaryFile() as asked:
        asked.writelines(f"{each.oid}\n".encode() for each in blobs)
        asked.seek(0)
        with _started(root, ("cat-file", "--batch"), asked) as process:
            if process.stdout is None:
                raise TypeError("the process has a pipe")
            for each in blobs:
                yield each.path, _content(process.stdout, most + 1)


def _content(answers: IO[bytes], most: int) -> bytes:
    """The next content of those that `git cat-file --batch` tells."""
    head = answers.readline().split()
    if len(head) != 3:  # noqa: PLR2004 - name, type and size
        raise GitError("a file of the history is missing in this repository", _FETCH)
    size = int(head[2])
    content = answers.read(min(size, most))
    left = size - len(content) + 1
    while left and (part := answers.read(min(left, _MOST_BYTES))):
        left -= len(part)
    return content


def _untracked(root: Path, folder: str) -> tuple[str, ...]:
    how = ("--others", "--exclude-standard", "-z")
    return _paths(_run(root, "ls-files", *how, "--", folder))


def _changes(told: Iterator[str], news: Iterable[str]) -> Changes:
    """What `git diff --name-status -z` told, with files that Git does not know yet."""
    found: dict[str, set[str]] = {"A": set(news), "D": set(), "M": set()}
    renamed: dict[str, str] = {}
    for status in told:
        path = next(told)
        if status[0] == "R":
            renamed[next(told)] = path
        else:
            found.get(status[0], found["M"]).add(path)
    added, deleted, modified = (tuple(sorted(each)) for each in found.values())
    return Changes(added, modified, deleted, dict(sorted(renamed.items())))


def _blobs(told: Iterable[str]) -> Iterator[Blob]:
    for each in told:
        head, _, path = each.partition("\t")
        mode, _, oid = head.split()
        if mode in _FILE_MODES:
            yield Blob(oid, path)


def _meant(root: Path, revision: str) -> str:
    """What to do about a revision that is not known."""
    known = names_in(root)
    match = next((each for each in known if each.endswith(f"/{revision}")), None)
    match = match or nearest(revision, known)
    if match:
        return f"did you mean `{match}`?"
    if is_shallow(root):
        return f"this is a shallow clone: {_FETCH}"
    return "`git branch --all` and `git tag` list what is known; `git fetch` brings news"


def _texts(told: bytes) -> tuple[str, ...]:
    return tuple(os.fsdecode(each) for each in told.split(b"\0") if each)


def _paths(told: bytes) -> tuple[str, ...]:
    """As :func:`_texts`; bytes that are no UTF-8 become U+FFFD, as where folders are read."""
    return tuple(each.decode("utf-8", "replace") for each in told.split(b"\0") if each)


def _run(root: Path, *arguments: str) -> bytes:
    """What Git answers; raises :class:`GitError` where it does not."""
    done = _finished(root, arguments)
    if done.returncode:
        _fail(root, done.stderr.decode(errors="replace").strip())
    return done.stdout


def _fail(root: Path, words: str) -> NoReturn:
    if "dubious ownership" in words:
        message = f"the repository of {root} belongs to another user: Git does not read it"
        hint = f"if you trust it: `git config --global --add safe.directory {root}`"
        raise NoRepositoryError(message, hint)
    if "not a git repository" in words:
        raise NoRepositoryError(
            f"{root} lies in no Git repository", "`git init` makes one; `--project` names another"
        )
    first = words.splitlines()[0] if words else "it did not say why"
    raise GitError(f"Git could not answer: {first}", "try `git status` there")


def _finished(root: Path, arguments: Sequence[str]) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: S603 - an argument list, no shell
        _command(root, arguments),
        env=_environment(root, arguments[0]),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def _started(root: Path, arguments: Sequence[str], asked: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - as above
        _command(root, arguments),
        env=_environment(root, arguments[0]),
        stdin=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _command(root: Path, arguments: Iterable[str]) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise NoGitError("Git is not installed", "https://git-scm.com/downloads has it")
    return [program, "--no-pager", "-C", str(root), *arguments]


def _environment(root: Path, command: str) -> dict[str, str]:
    """The variables that Git is started with: a user's own, and what makes it harmless."""
    kept = {name: text for name, text in os.environ.items() if _is_kept(name)}
    settings = {**_SAFE, **(_without_filters(root) if command == "diff" else {})}
    first = int(kept.get("GIT_CONFIG_COUNT", "0") or 0)
    for number, (name, text) in enumerate(settings.items(), first):
        kept[f"GIT_CONFIG_KEY_{number}"] = name
        kept[f"GIT_CONFIG_VALUE_{number}"] = text
    return {**kept, **_SET, "GIT_CONFIG_COUNT": str(first + len(settings))}


def _is_kept(name: str) -> bool:
    return not name.startswith("GIT_") or name.startswith(_KEPT)


def _without_filters(root: Path) -> dict[str, str]:
    """Settings that switch off every filter, for a filter is a program (gitattributes(5))."""
    told = _finished(root, ("config", "-z", "--name-only", "--get-regexp", r"^filter\."))
    names = dict.fromkeys(_texts(told.stdout))
    return {each: "false" if each.endswith(".required") else "" for each in names}
