"""What the compiler says of a claim that is being written: the same that ``check`` says of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from claimbook import codes
from claimbook.assemble import DUPLICATE_ID
from claimbook.builder.pack import Pack, unpacked
from claimbook.compile import Compilation, Means, compile_claims
from claimbook.data import from_json, json_text
from claimbook.decode import Role
from claimbook.diagnostics import Diagnostic, Outcome, diagnose
from claimbook.drafting import proposed_id
from claimbook.formatting import formatted
from claimbook.icons import builtin
from claimbook.likeness.index import Entry, Index, Match
from claimbook.recent import Recent
from claimbook.render import Renderer
from claimbook.shape import Json
from claimbook.site import Site
from claimbook.text import FILE_START, SourceFile, Span
from claimbook.wording import wording_of
from claimbook.yaml_tree import Mapping, Node, Sequence, parse

_MOST_ALIKE = 3
# Reading these takes a browser some seconds, and it is asked for while somebody writes.
_MOST_COMPARED = 20_000
_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")


class Known(NamedTuple):
    """A claim that there is; without a title of its own it is called by what it says."""

    id: str
    path: str
    claim: str
    title: str = ""


class Advice(NamedTuple):
    """What is to be said of a text: its problems, and itself in its usual form."""

    problems: tuple[Diagnostic, ...]
    text: str


class Adviser:
    """Reads claims beside what a publication has; ``known`` are its claims."""

    def __init__(self, pack: Pack, known: Iterable[Known]) -> None:
        self._pack, self._claims = pack, tuple(known)
        self._known = {each.id: each.path for each in self._claims}
        self._means = Means(recent=Recent(), has_snapshots=False)
        settings = pack.settings
        wording = wording_of(settings.publication.language)
        self._renderer = Renderer(icon=self._icon, wording=wording)

    def advice(self, name: str, text: str, today: date) -> Advice:
        """All problems of a claim with this id and text, as ``check --strict`` has them."""
        file = self._file(name, text)
        compiled = self._compiled(name, file, today).diagnostics
        found = (*self._taken(name, file.path), *compiled)
        usual = formatted(file, Role.CLAIM).value
        return Advice(tuple(each for each in found if _is_about(each, file.path)), usual or text)

    def free_id(self, claim: str) -> str:
        """An id for a claim that no other bears."""
        return proposed_id(claim, self._known)

    def alike(self, name: str, claim: str) -> list[Match]:
        """The claims that may say the same, the likeliest first; nothing in very large corpora."""
        found = self._index.find(claim, _MOST_ALIKE) if claim.strip() else []
        return [each for each in found if each.entry.id != name]

    @cached_property
    def _index(self) -> Index:
        known = self._claims if len(self._claims) <= _MOST_COMPARED else ()
        return Index.of(Entry(each.id, each.claim, each.title) for each in known)

    def parsed(self, name: str, text: str) -> Outcome[Node]:
        """The nodes of a file, and why it cannot be read."""
        found = parse(self._file(name, text), self._pack.settings.limits)
        return Outcome(found.value.root if found.value else None, found.diagnostics)

    def _taken(self, name: str, path: str) -> Iterator[Diagnostic]:
        if name in self._known:
            message = f"the claim id `{name}` is taken by `{self._known[name]}`"
            yield diagnose(DUPLICATE_ID, Span.of(path, FILE_START), message, "take another one")

    def page(self, name: str, text: str, today: date) -> str:
        """The body of the claim's page; empty where errors forbid one."""
        compiled = self._compiled(name, self._file(name, text), today)
        if name not in compiled.corpus.claims:
            return ""
        pack = self._pack
        site = Site(compiled.corpus, pack.settings, pack.style, self._renderer, today)
        return site.claim_body(name)

    def _file(self, name: str, text: str) -> SourceFile:
        return SourceFile(self._path(name), text.encode("utf-8", "surrogatepass"))

    def _path(self, name: str) -> str:
        return f"{self._pack.settings.claims_dir}/{name}.yml"

    def _compiled(self, name: str, file: SourceFile, today: date) -> Compilation:
        files, settings = (*self._pack.files, file), self._pack.settings
        others = tuple(self._others(name, file.text))
        return compile_claims(files, settings, today, found_on_disk=others, means=self._means)

    def _others(self, name: str, text: str) -> Iterator[Diagnostic]:
        """The claims that a text names, as files that cannot be read: their ids are taken."""
        for each in sorted({*_WORD.findall(text)} & self._known.keys() - {name}):
            where = Span.of(self._known[each], FILE_START)
            yield diagnose(codes.UNREADABLE_FILE, where, "known by its id alone")

    def _icon(self, name: str) -> str:
        return self._pack.icons.get(name) or builtin(name)


def _is_about(each: Diagnostic, path: str) -> bool:
    return any(span.path == path for span in each.spans)


def answerer(project: bytes, known: bytes) -> Callable[[str], str]:
    """What answers the requests of the page, both as JSON; ``ask`` says which one is meant.

    ``project`` is a pack, ``known`` the list of all claims that is published beside it.
    """
    claims = [Known(*each) for each in from_json(known)["claims"]]
    return partial(_answered, Adviser(unpacked(project), claims))


def _answered(adviser: Adviser, request: str) -> str:
    asked = from_json(request.encode("utf-8", "surrogatepass"))
    today = date.fromisoformat(asked["today"])
    return json_text(_ANSWERS[asked["ask"]](adviser, asked["name"], asked["text"], today))


def _advice(adviser: Adviser, name: str, text: str, today: date) -> Json:
    advice = adviser.advice(name, text, today)
    return {"problems": [*map(_told, advice.problems)], "text": advice.text}


def _page(adviser: Adviser, name: str, text: str, today: date) -> Json:
    return {"html": adviser.page(name, text, today)}


def _id(adviser: Adviser, _: str, claim: str, __: date) -> Json:
    return {"id": adviser.free_id(claim)}


def _alike(adviser: Adviser, name: str, claim: str, _: date) -> Json:
    return {"claims": [_likeness(each) for each in adviser.alike(name, claim)]}


def _likeness(match: Match) -> Json:
    entry = match.entry
    told = {"relation": match.relation.value, "reason": match.reason}
    return {"id": entry.id, "claim": entry.claim, **told}


def _read(adviser: Adviser, name: str, text: str, _: date) -> Json:
    """The fields of a file as texts, lists and groups; without any, why it cannot be read."""
    document = adviser.parsed(name, text)
    if isinstance(document.value, Mapping):
        return {"value": _plain(document.value)}
    reasons = [f"{each.message} ({each.span.line})" for each in document.diagnostics]
    return {"reason": "; ".join(reasons) or "it holds no fields"}


def _plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {each.key.text: _plain(each.value) for each in node.entries}
    return [*map(_plain, node.items)] if isinstance(node, Sequence) else node.text


_ANSWERS: dict[str, Callable[[Adviser, str, str, date], Json]] = {
    "advice": _advice,
    "page": _page,
    "id": _id,
    "read": _read,
    "alike": _alike,
}


def _told(each: Diagnostic) -> Json:
    return {
        "code": each.code.id,
        "name": each.code.name,
        "severity": each.severity.value,
        "message": each.message,
        "hint": each.hint or "",
        "line": each.span.line,
        "column": each.span.column,
        "end_line": each.span.end_line,
        "end_column": each.span.end_column,
    }
