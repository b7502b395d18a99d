"""A claim in a few words, and what the rules say about it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from claimbook.compile import compile_claims
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.text import SourceFile, Span, offsets_of

TODAY = date(2026, 11, 22)
SENTENCE = "The bridge over the Exe was closed in May 2025."


class Seen(NamedTuple):
    """A diagnostic as an editor shows it: with the text that is underlined."""

    code: str
    line: int
    text: str
    message: str
    hint: str
    labels: tuple[str, ...]


Look = Callable[..., list[Seen]]


@pytest.fixture
def look() -> Look:
    """Compile `claims/example.yml`, and more files by their path, and return what is found.

    Of all codes but one, if that is given; notes about review dates are left out.
    """

    def look(
        text: str = "", only: str = "", settings: Settings | None = None, **more: str
    ) -> list[Seen]:
        files = {"claims/example.yml": text} if text else {}
        files |= {_path(name): content for name, content in more.items()}
        sources = {path: SourceFile(path, each.encode()) for path, each in files.items()}
        chosen = settings or DEFAULT_SETTINGS
        found = compile_claims(sources.values(), chosen, TODAY).diagnostics
        seen = [
            Seen(
                each.code.id,
                each.span.line,
                _underlined(files, each.span),
                each.message,
                each.hint or "",
                tuple(_underlined(files, label.span) for label in each.labels),
            )
            for each in found
        ]
        return [each for each in seen if each.code == only or (not only and each.code != "CB508")]

    return look


def _path(name: str) -> str:
    """`sources__x` is `claims/sources/x.yml`."""
    path = name.replace("__", "/").replace("_", "-")
    return f"claims/{path}.yml" if "." not in path else f"claims/{path}"


def _underlined(files: dict[str, str], span: Span) -> str:
    text = files.get(span.path, "")
    start, end = offsets_of(text, span.mark)
    return text[start:end]


@pytest.fixture
def claim() -> Callable[..., str]:
    """Write a claim: parts that are not given are the smallest that are clean."""

    def claim(
        top: str = "",
        review: str = "",
        evidence: str = "",
        rating: str = "unproven",
        verdict: str = "We found no record of it.",
        sentence: str = SENTENCE,
    ) -> str:
        parts = [f"claim: {sentence}", "claimant: Example Gazette", top.strip("\n"), "review:"]
        parts += [f"  rating: {rating}", f"  verdict: {verdict}", _indented(review)]
        parts += ["evidence:\n" + evidence.strip("\n")] if evidence else []
        return "\n".join(each for each in parts if each) + "\n"

    return claim


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip("\n").split("\n") if text)


@pytest.fixture
def source() -> Callable[..., str]:
    """Write a piece of evidence with its source."""

    def source(stance: str = "context", says: str = "says: It is so.", **fields: str) -> str:
        given = {"title": "Register", "url": "https://county.example.org/register"} | fields
        lines = [f"      {name}: {value}" for name, value in given.items() if value]
        return "\n".join([f"  - stance: {stance}", f"    {says}", "    source:", *lines])

    return source
