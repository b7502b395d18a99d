"""`claimbook.toml` to settings, with the line and column of everything that is wrong in it."""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from claimbook import codes
from claimbook.characters import decoded
from claimbook.diagnostics import Code, Diagnostic, Outcome, Severity, diagnose, did_you_mean
from claimbook.diagnostics import listing as quoted
from claimbook.format import listed
from claimbook.messages import language_for, languages
from claimbook.rules import RULES
from claimbook.settings import (
    AUTHOR_DATE,
    CITATION_STYLES,
    DEFAULT_SETTINGS,
    NUMBERED,
    OWN_PAGE,
    Builder,
    Citations,
    Exports,
    Policies,
    Publication,
    Security,
    Settings,
)
from claimbook.text import FILE_START, Mark, SourceFile, Span
from claimbook.toml_places import Key, Places
from claimbook.urls import UrlError, parse_url
from claimbook.values import LANGUAGE_PATTERN
from claimbook.yaml_tree import DEFAULT_LIMITS, Limits

_TOP = (
    *("claims_dir", "per_page", "cards"),
    *("publication", "citations", "exports", "builder", "policies", "security"),
    *("limits", "rules"),
)
_PLACEHOLDERS = ("path", "id", "title", "url")
_PER_PAGE = (1, 1000)
_CITATIONS = {"style": CITATION_STYLES, "form": (NUMBERED, AUTHOR_DATE)}
_LIMITS = {"file_bytes": (1024, 4_194_304), "depth": (4, 64), "nodes": (100, 1_000_000)}
_OFF = "off"
_WEIGHTS = (*(each.value for each in Severity), _OFF)
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_LONGEST = 500
# What a site cannot be built without is no matter of taste.
_FIXED_FAMILY = "CB2"
_MOST_SOURCES = 20
_SLASHES_OF_A_HOST = 3
_SOURCE = re.compile(r"https://[\w.:\[\]-]+/[\w./~%+-]*", re.ASCII)
_HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


def read_settings(file: SourceFile) -> Outcome[Settings]:
    """The settings a file states; what could not be read keeps its default and is reported."""
    content = decoded(file)
    if content.value is None:
        return Outcome(DEFAULT_SETTINGS, content.diagnostics)
    try:
        tables = tomllib.loads(content.value)
    except (ValueError, RecursionError) as error:
        # Besides its own error tomllib lets out those of numbers and of deep nesting.
        return Outcome(DEFAULT_SETTINGS, (_not_toml(file.path, content.value, error),))
    reading = _Reading(file.path, Places(content.value))
    settings = reading.settings(tables)
    return Outcome(settings, tuple(reading.diagnostics))


class _Reading:
    """Reads the tables of one file; a bad value is reported and its default kept."""

    def __init__(self, path: str, places: Places) -> None:
        self.path = path
        self.places = places
        self.diagnostics: list[Diagnostic] = []

    def settings(self, tables: dict[str, Any]) -> Settings:
        """All settings."""
        self._refuse_unknown((), tables, _TOP)
        default = DEFAULT_SETTINGS
        return Settings(
            publication=self._publication(self._table(tables, "publication")),
            claims_dir=self._take(("claims_dir",), tables, _folder, default.claims_dir),
            per_page=self._take(("per_page",), tables, _number(*_PER_PAGE), default.per_page),
            cards=self._take(("cards",), tables, _switch, default.cards),
            citations=self._citations(self._table(tables, "citations")),
            exports=self._alike("exports", self._table(tables, "exports"), Exports(), _switch),
            builder=self._alike("builder", self._table(tables, "builder"), Builder(), _folder),
            policies=self._alike("policies", self._table(tables, "policies"), Policies(), _place),
            security=self._security(self._table(tables, "security")),
            limits=self._limits(self._table(tables, "limits")),
            rules=MappingProxyType(self._rules(self._table(tables, "rules"))),
        )

    def _publication(self, table: dict[str, Any]) -> Publication:
        names = [each.name for each in fields(Publication)]
        self._refuse_unknown(("publication",), table, names)
        default = Publication()
        read = replace(
            default,
            **{
                name: self._take(
                    ("publication", name), table, _READERS.get(name, _text), getattr(default, name)
                )
                for name in names
            },
        )
        self._note_untranslated(read.language)
        return read

    def _note_untranslated(self, language: str) -> None:
        if language_for(language) is None:
            mark = self.places.value(("publication", "language"))
            message = f"the interface is not translated into `{language}`"
            hint = f"English is shown around the claims; Claimbook speaks {listed(languages())}"
            self._say(codes.UNTRANSLATED_LANGUAGE, mark, message, hint)

    def _citations(self, table: dict[str, Any]) -> Citations:
        self._refuse_unknown(("citations",), table, _CITATIONS)
        return Citations(
            **{
                name: self._take(("citations", name), table, _one_of(known), known[0])
                for name, known in _CITATIONS.items()
            }
        )

    def _security(self, table: dict[str, Any]) -> Security:
        names, default = [each.name for each in fields(Security)], Security()
        self._refuse_unknown(("security",), table, names)
        return Security(
            **{
                name: self._take(
                    ("security", name), table, _SECURITY.get(name, _sources), getattr(default, name)
                )
                for name in names
            }
        )

    def _alike(self, name: str, table: dict[str, Any], default: "Alike", read: "Read") -> "Alike":
        """A table whose settings are all of one kind."""
        names = [each.name for each in fields(default)]
        self._refuse_unknown((name,), table, names)
        taken = {
            each: self._take((name, each), table, read, getattr(default, each)) for each in names
        }
        return replace(default, **taken)

    def _limits(self, table: dict[str, Any]) -> Limits:
        self._refuse_unknown(("limits",), table, _LIMITS)
        return Limits(
            **{
                name: self._take(
                    ("limits", name), table, _number(*bounds), getattr(DEFAULT_LIMITS, name)
                )
                for name, bounds in _LIMITS.items()
            }
        )

    def _rules(self, table: dict[str, Any]) -> dict[str, Severity | None]:
        known = {each.code.name: each.code for each in RULES}
        self._refuse_unknown(("rules",), table, known)
        read: dict[str, Severity | None] = {}
        for name in known.keys() & table.keys():
            weight = self._take(("rules", name), table, _weight(known[name]), "")
            if weight:
                read[name] = None if weight == _OFF else Severity(weight)
        return dict(sorted(read.items()))

    def _take(self, path: Key, table: dict[str, Any], read: "Read", default: Any) -> Any:  # noqa: ANN401
        if path[-1] not in table:
            return default
        try:
            return read(table[path[-1]])
        except _RefusedError as error:
            self._say(codes.INVALID_SETTING, self.places.value(path), str(error), error.hint)
            return default

    def _table(self, tables: dict[str, Any], name: str) -> dict[str, Any]:
        value = tables.get(name, {})
        if isinstance(value, dict):
            return value
        message = f"`{name}` is a table"
        hint = f"write `[{name}]` on a line of its own and its settings below"
        self._say(codes.INVALID_SETTING, self.places.key((name,)), message, hint)
        return {}

    def _refuse_unknown(self, path: Key, table: Iterable[str], known: Iterable[str]) -> None:
        names = list(known)
        for each in table:
            if each not in names:
                kind = "rule" if path == ("rules",) else "setting"
                all_names = f"the {kind}s are {', '.join(quoted(names))}"
                hint = did_you_mean(each, names) or all_names
                mark = self.places.key((*path, each))
                self._say(codes.UNKNOWN_SETTING, mark, f"there is no {kind} `{each}`", hint)

    def _say(self, code: Code, mark: Mark, message: str, hint: str | None) -> None:
        self.diagnostics.append(diagnose(code, Span.of(self.path, mark), message, hint))


class _RefusedError(ValueError):
    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


Read = Callable[[Any], Any]
Alike = TypeVar("Alike", Exports, Builder, Policies)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _RefusedError("text is expected", "put it in double quotes")
    if len(value) > _LONGEST:
        raise _RefusedError(f"the text has more than {_LONGEST} characters", "shorten it")
    return " ".join(value.split())


def _address(value: object) -> str:
    text = _text(value)
    if not text:
        return ""
    try:
        return parse_url(text).href
    except UrlError as error:
        raise _RefusedError(str(error), error.hint) from error


def _site_address(value: object) -> str:
    href = _address(value)
    if "?" in href or "#" in href:
        raise _RefusedError("the address of a site holds no `?` and no `#`")
    return href if not href or href.endswith("/") else f"{href}/"


def _pattern(value: object) -> str:
    text = _text(value)
    for name in re.findall(r"\{([^}]*)\}", text):
        if name not in _PLACEHOLDERS:
            known = ", ".join(quoted(f"{{{each}}}" for each in _PLACEHOLDERS))
            raise _RefusedError(f"`{{{name}}}` stands for nothing", f"write one of {known}")
    if not text.startswith("mailto:") and not OWN_PAGE.fullmatch(text):
        _address(re.sub(r"\{[^}]*\}", "x", text))
    return text


def _place(value: object) -> str:
    text = _text(value)
    return text if OWN_PAGE.fullmatch(text) else _address(text)


def _branch(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[\w][\w./-]*", text) or ".." in text:
        raise _RefusedError("the name of a branch is expected", 'write `branch = "main"`')
    return text


def _language(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(LANGUAGE_PATTERN, text):
        raise _RefusedError(f"`{text}` is not a language tag", "write `en`, `de`, `pt-BR`")
    return text


def _folder(value: object) -> str:
    text = _text(value)
    path = PurePosixPath(text)
    is_inside = text and not path.is_absolute() and ".." not in path.parts and "\\" not in text
    if not is_inside or text == ".":
        hint = "name it from the folder of this file, without `..` and without `/` before it"
        raise _RefusedError("a folder inside the project is expected", hint)
    return path.as_posix()


def _several(read: Read) -> Read:
    def read_all(value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > _MOST_SOURCES:
            hint = 'write them in brackets: `["…", "…"]`'
            raise _RefusedError(f"a list of at most {_MOST_SOURCES} texts is expected", hint)
        return tuple(dict.fromkeys(read(each) for each in value))

    return read_all


def _source(value: object) -> str:
    """An address of which a Content-Security-Policy speaks: no query, no mark of its own."""
    href = _address(value)
    if not href.startswith("https://") or not _SOURCE.fullmatch(href):
        hint = "write the host and, if you like, a path: `https://statistics.example.org`"
        raise _RefusedError("an address that begins with `https://` is expected", hint)
    return href.removesuffix("/") if href.count("/") == _SLASHES_OF_A_HOST else href


def _source_or_hash(value: object) -> str:
    return value if isinstance(value, str) and _HASH.fullmatch(value) else _source(value)


def _number(least: int, most: int) -> Read:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise _RefusedError(f"a whole number from {least} to {most} is expected")
        return value

    return read


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise _RefusedError("a setting like this is true or false", "write it without quotes")
    return value


def _one_of(known: Sequence[str]) -> Read:
    def read(value: object) -> str:
        if value not in known:
            hint = f"write one of {', '.join(quoted(known))}, in double quotes"
            raise _RefusedError("one of a few words is expected", hint)
        return str(value)

    return read


def _weight(rule: Code) -> Read:
    def read(value: object) -> str:
        if value not in _WEIGHTS:
            hint = f"write one of {', '.join(quoted(_WEIGHTS))}, in double quotes"
            raise _RefusedError("a rule is an error, a warning, a note or off", hint)
        is_fixed = rule.id.startswith(_FIXED_FAMILY) and rule.severity is Severity.ERROR
        if is_fixed and value != rule.severity:
            message = f"`{rule.name}` cannot be changed: without it a page would lead nowhere"
            raise _RefusedError(message, "remove the line")
        return str(value)

    return read


_sources = _several(_source)
_SECURITY: dict[str, Read] = {
    "enforced": _switch,
    "scripts": _several(_source_or_hash),
    "styles": _several(_source_or_hash),
    "apart": _several(_folder),
}
_READERS: dict[str, Read] = {
    "url": _site_address,
    "repository": _address,
    "edit": _pattern,
    "report": _pattern,
    "history": _pattern,
    "branch": _branch,
    "language": _language,
}


def _not_toml(path: str, text: str, error: Exception) -> Diagnostic:
    message = str(error)
    place = _TOML_PLACE.search(message)
    mark = FILE_START
    if place is not None:
        lines = text.rstrip().split("\n")
        line = int(place[1] or len(lines))
        column = int(place[2] or len(lines[-1]) + 1)
        mark = Mark(line, column, line, column + 1)
        message = message[: place.start()]
    words = f"this is not TOML: {message[:1].lower()}{message[1:]}"
    hint = 'a setting is written `name = "text"`, a number without quotes'
    return diagnose(codes.INVALID_SETTING, Span.of(path, mark), words, hint)
