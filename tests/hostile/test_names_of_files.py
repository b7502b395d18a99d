"""Ids and paths of strangers: what is a name, and where a file with such a name ends up."""

import unicodedata
from datetime import date

import pytest

from claimbook.compile import compile_claims
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.site import Site
from claimbook.text import SourceFile
from claimbook.values import RESERVED_SLUGS, SLUG_MAX, is_slug, slug_of

CLAIM = b"claim: A claim.\nclaimant: A Person\nreview: {rating: unproven, verdict: Nobody knows.}\n"
DEVICES = (
    *("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))),
)
NO_NAMES = [
    *(
        "",
        ".",
        "..",
        "...",
        "-",
        "--",
        "-a",
        "a-",
        "a--b",
        "_",
        "a_b",
        "a.b",
        ".a",
        "a.",
        "a ",
        " a",
    ),
    *(
        "../a",
        "a/b",
        "/a",
        "a\\b",
        "..\\a",
        "a/../b",
        "~",
        "~a",
        "$a",
        "a;b",
        "a|b",
        "a&b",
        "a*",
        "a?",
    ),
    *(
        "a:b",
        "a::$data",
        "a%2fb",
        "%2e%2e",
        "a%00",
        "a\x00",
        "a\n",
        "a\r",
        "a\t",
        "\ufeffa",
        "a\u200b",
    ),
    *(
        "A",
        "Ab",
        "aB",
        "A-B",
        "İ",
        "ı",
        "ſ",
        "K",
        "ﬁ",
        "é",
        "e\u0301",
        "ß",
        "漢",
        "а",
        "ａ",
        "１",
        "²",
        "٣",
    ),
    *(
        "a\u202eb",
        "a\u2215b",
        "a\u2044b",
        "a\uff0fb",
        "a\uff0eb",
        "a\u2024b",
        "a\u2010b",
        "a\u2013b",
    ),
    *(
        "a" * (SLUG_MAX + 1),
        "a" * 255,
        "a-" * 60,
        "{{7*7}}",
        "<b>",
        '"',
        "'",
        "`a`",
        "a" + "\u0301" * 99,
    ),
    *("\U000e0061", "a\ufe0f", "\ue000", "\ufdd0", "\U0001f600"),
]


@pytest.mark.parametrize("text", NO_NAMES, ids=ascii)
def test_what_is_no_name(text: str) -> None:
    assert not is_slug(text)
    better = slug_of(text)
    assert not better or (is_slug(better) and better.isascii())


@pytest.mark.parametrize("name", [*DEVICES, "index", "page"])
def test_names_that_are_kept(name: str) -> None:
    assert name in RESERVED_SLUGS


@pytest.mark.parametrize(
    "name", ["a" * SLUG_MAX, "0", "a-b", "conn", "com0", "com10", "true", "null"]
)
def test_names(name: str) -> None:
    assert is_slug(name)
    assert name not in RESERVED_SLUGS
    # One name on every file system: no case to fold, nothing to compose, short enough.
    assert name == name.casefold() == unicodedata.normalize("NFD", name)
    assert len(f"{name}.yml".encode()) <= 255


@pytest.mark.parametrize("text", [*NO_NAMES, *DEVICES], ids=ascii)
def test_a_file_with_such_a_name_writes_nothing_elsewhere(text: str) -> None:
    made = compile_claims(
        [SourceFile(f"claims/{text}.yml", CLAIM)], DEFAULT_SETTINGS, date(2026, 1, 1)
    )
    site = Site(made.corpus, DEFAULT_SETTINGS, UrlStyle(), Renderer(), date(2026, 1, 1))
    # Of a path the last part is the name.
    if "/" not in text:
        assert {each.severity.name for each in made.diagnostics} >= {"ERROR"}
    for each in site.fragments():
        parts = each.location.split("/")
        assert all(is_slug(part) or part in {"index", "page"} for part in parts), each.location
        assert not set(parts) & set(DEVICES)
