"""Decoded files to one corpus: ids are unique, every name leads to its record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from claimbook.corpus import Corpus, Filed, FiledClaim
from claimbook.data import Fixed
from claimbook.decode import Filing, Role
from claimbook.diagnostics import Code, Diagnostic, Label, Outcome, Severity, diagnose
from claimbook.later import Later, LaterClaim
from claimbook.records import Claim, Scale, Topic
from claimbook.standard_scale import STANDARD_SCALE
from claimbook.suppressions import Suppression
from claimbook.text import FILE_START, SourceFile, Span
from claimbook.values import RESERVED_SLUGS, is_slug, slug_of

INVALID_FILE_ID = Code("CB201", "invalid-file-id", Severity.ERROR)
DUPLICATE_ID = Code("CB202", "duplicate-id", Severity.ERROR)
CODES = (INVALID_FILE_ID, DUPLICATE_ID)


class DecodedFile(Fixed, gc=True):
    """One file after decoding.

    ``record`` is None where nothing could be made of it, of a claim it may come
    :class:`~claimbook.later.Later`.
    """

    path: str
    filing: Filing
    record: Any
    diagnostics: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]
    is_sound: bool


def assemble(
    files: Iterable[DecodedFile],
    texts: Mapping[str, str],
    snapshots: Mapping[str, SourceFile] | None = None,
) -> Outcome[Corpus]:
    """Put all records into one corpus, as :func:`corpus_of`; report bad and repeated ids."""
    ordered = sorted(files, key=lambda each: each.path)
    diagnostics = (*_bad_names(ordered), *_duplicates(ordered))
    return Outcome(corpus_of(ordered, texts, snapshots), diagnostics)


def corpus_of(
    files: Iterable[DecodedFile],
    texts: Mapping[str, str],
    snapshots: Mapping[str, SourceFile] | None = None,
) -> Corpus:
    """All records in one corpus.

    ``texts`` are the texts of documents by path, ``snapshots`` the saved texts of sources, where
    these are at hand. Files with a bad id are left out; of two with
    one id the first by path is kept.
    """
    ordered = sorted(files, key=lambda each: each.path)
    by_role: defaultdict[Role, list[DecodedFile]] = defaultdict(list)
    for each in ordered:
        by_role[each.filing.role].append(each)
    return Corpus(
        claims=_claims(by_role[Role.CLAIM], is_draft=False),
        drafts=_claims(by_role[Role.DRAFT], is_draft=True),
        sources=_filed(by_role[Role.SOURCE]),
        claimants=_filed(by_role[Role.CLAIMANT]),
        documents=_filed(by_role[Role.DOCUMENT]),
        texts=dict(sorted(texts.items())),
        snapshots=snapshots,
        scale=_scale(by_role[Role.SCALE]),
        topics=_topics(by_role[Role.TOPICS]),
        topics_path=by_role[Role.TOPICS][0].path if by_role[Role.TOPICS] else "",
        outlets=by_role[Role.OUTLETS][0].record or {} if by_role[Role.OUTLETS] else {},
        known_ids={
            role.value: frozenset(each.filing.id for each in found)
            for role, found in by_role.items()
        },
        unsound=frozenset(each.path for each in ordered if not each.is_sound),
    )


def _claims(files: Iterable[DecodedFile], *, is_draft: bool) -> dict[str, FiledClaim]:
    return {name: _claim(each, is_draft=is_draft) for name, each in _filed(files).items()}


def _claim(filed: Filed[Claim | Later], *, is_draft: bool) -> FiledClaim:
    if isinstance(filed.record, Later):
        return LaterClaim(filed.id, filed.path, filed.record, is_draft=is_draft)
    return FiledClaim(filed.id, filed.path, filed.record, is_draft)


def _filed(files: Iterable[DecodedFile]) -> dict[str, Filed[Any]]:
    found: dict[str, Filed[Any]] = {}
    for each in files:
        if each.record is not None and is_id(each.filing.id):
            found.setdefault(each.filing.id, Filed(each.filing.id, each.path, each.record))
    return dict(sorted(found.items()))


def _scale(files: list[DecodedFile]) -> Filed[Scale]:
    for each in files:
        if each.record is not None:
            return Filed("scale", each.path, each.record)
    return Filed("scale", "", STANDARD_SCALE)


def _topics(files: list[DecodedFile]) -> dict[str, Topic]:
    if not files or files[0].record is None:
        return {}
    return {
        name: Topic(label=each) if isinstance(each, str) else each
        for name, each in files[0].record.items()
    }


def is_id(name: str) -> bool:
    """Whether a file's name can be an id."""
    return is_slug(name) and name not in RESERVED_SLUGS


def _bad_names(files: Iterable[DecodedFile]) -> Iterator[Diagnostic]:
    for each in files:
        name = each.filing.id
        if not is_id(name):
            better = slug_of(name)
            hint = f"rename it to `{better}.yml`" if better else "rename it"
            message = f"`{name}` cannot be an id: lower-case letters, digits, single hyphens"
            yield diagnose(INVALID_FILE_ID, Span.of(each.path, FILE_START), message, hint)


def _duplicates(files: Iterable[DecodedFile]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], DecodedFile] = {}
    for each in _taking_the_same(files):
        role = _kind_of_id(each)
        key = (role.value, each.filing.id.casefold())
        if key in first:
            other = Span.of(first[key].path, FILE_START)
            message = f"the {role.value} id `{each.filing.id}` is taken by `{first[key].path}`"
            yield diagnose(
                DUPLICATE_ID,
                Span.of(each.path, FILE_START),
                message,
                "rename one of the files",
                labels=(Label(other, "the same id"),),
            )
        else:
            first[key] = each


def _taking_the_same(files: Iterable[DecodedFile]) -> list[DecodedFile]:
    """The files of roles in which an id is taken twice: of most projects none."""
    by_role: defaultdict[Role, list[DecodedFile]] = defaultdict(list)
    for each in files:
        by_role[_kind_of_id(each)].append(each)
    return [
        each
        for found in by_role.values()
        if len({each.filing.id.casefold() for each in found}) < len(found)
        for each in found
    ]


def _kind_of_id(file: DecodedFile) -> Role:
    return Role.CLAIM if file.filing.role is Role.DRAFT else file.filing.role


def without(corpus: Corpus, ids: frozenset[str]) -> Corpus:
    """The corpus without some claims: what may be published when those have errors."""
    kept = {name: each for name, each in corpus.claims.items() if name not in ids}
    return replace(corpus, claims=kept)
