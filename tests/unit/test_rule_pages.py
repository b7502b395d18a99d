"""Every code has a page, and what the pages show is what happens."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from claimbook.catalogue import ENTRIES, Entry, entry, nearest_entry
from claimbook.compile import compile_claims
from claimbook.diagnostics import Code, Diagnostic
from claimbook.rules import RULES
from claimbook.rules.rule import Rule
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.workspace import compile_workspace, load

TODAY = date(2026, 11, 22)
SOUND = next(each for each in ENTRIES if each.code.id == "CB104")
HEADINGS = ["What it says", "Why it matters", "Example", "Instead"]
FENCE = re.compile(r"^```(yaml|text|toml) (bad|good) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
PART = re.compile(r"^## (.*)\n((?:(?!## ).*\n)*)", re.MULTILINE)
# What cannot be shown by files on a page, and why.
UNSHOWN = {
    "CB001": "bytes that no page can hold",
    "CB004": "larger than a page",
    "CB012": "larger than a page",
    "CB014": "links and pipes",
    "CB017": "no file at all",
    "CB019": "a file of another program",
    "CB112": "larger than a page",
    "CB810": "a program that is missing",
    "CB811": "a program that fails",
    "CB812": "a library that is missing",
    "CB813": "seen only when the site is built",
    "CB814": "seen only when the site is built",
    "CB901": "a mistake of ours",
}


class Example(NamedTuple):
    """Files that stand together on a page, and whether they are to be found fault with."""

    kind: str
    files: dict[str, str]


def examples(page: str) -> list[Example]:
    """The examples of a page.

    A fence may name its file; without a name it is ``claims/example.yml``. Fences of one kind
    belong together until a file comes a second time.
    """
    found: list[Example] = []
    for language, kind, path, text in FENCE.findall(page):
        name = path or ("claimbook.toml" if language == "toml" else "claims/example.yml")
        if not found or found[-1].kind != kind or name in found[-1].files:
            found.append(Example(kind, {}))
        found[-1].files[name] = text
    return found


def page_of(each: Entry) -> str:
    try:
        return each.page_markdown
    except FileNotFoundError:
        return ""  # a test of its own tells of pages that are not there


def cases(kind: str) -> list[object]:
    return [
        pytest.param(each.code, example, id=f"{each.code.id}-{each.code.name}-{number}")
        for each in ENTRIES
        for number, example in enumerate(examples(page_of(each)), 1)
        if example.kind == kind
    ]


def diagnostics(example: Example, folder: Path) -> list[str]:
    return [f"{each.code} at {each.span.place}: {each.message}" for each in found(example, folder)]


def found(example: Example, folder: Path) -> tuple[Diagnostic, ...]:
    if any(path.endswith((".toml", ".yaml")) for path in example.files):
        return found_on_disk(example, folder)
    files = [SourceFile(path, text.encode()) for path, text in example.files.items()]
    return compile_claims(files, DEFAULT_SETTINGS, TODAY).diagnostics


def found_on_disk(example: Example, folder: Path) -> tuple[Diagnostic, ...]:
    """What is said of a whole project: of its settings, and of files that hold no record."""
    sound = next(each for each in examples(page_of(SOUND)) if each.kind == "good")
    for path, text in {**sound.files, **example.files}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return compile_workspace(load(folder), TODAY).diagnostics


@pytest.mark.parametrize(("code", "example"), cases("bad"))
def test_a_bad_example_shows_its_code_and_nothing_else(
    code: Code, example: Example, tmp_path: Path
) -> None:
    found = diagnostics(example, tmp_path)
    assert found
    assert [each for each in found if not each.startswith(f"{code} at")] == []


@pytest.mark.parametrize(("code", "example"), cases("good"))
def test_a_good_example_is_clean(code: Code, example: Example, tmp_path: Path) -> None:
    assert diagnostics(example, tmp_path) == [], f"the page of {code} shows it as good"


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each.code.id)
def test_a_page_has_the_fixed_outline(each: Entry) -> None:
    lines = page_of(each).splitlines()
    assert lines, f"{each.page} is missing"
    assert lines[0] == f"# {each.code}"
    assert [line[3:] for line in lines if line.startswith("## ")] == HEADINGS
    assert each.summary.endswith(".")
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each.code.id)
def test_a_page_says_what_why_and_how_in_sentences(each: Entry) -> None:
    parts = dict(PART.findall(page_of(each)))
    for heading, text in parts.items():
        words = re.sub(r"```.*?```", "", text, flags=re.DOTALL).strip()
        assert heading == "Example" or words.count(" ") >= 2, heading
        assert heading == "Example" or re.search(r"[.:!]$", words, re.MULTILINE), heading
        assert text.strip()


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each.code.id)
def test_a_page_shows_both_sides_wherever_files_can_show_them(each: Entry) -> None:
    kinds = {example.kind for example in examples(page_of(each))}
    assert ("bad" in kinds) == (each.code.id not in UNSHOWN)
    assert "good" in kinds or each.code.id in UNSHOWN


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_rule_is_one_sentence_and_shows_both_sides(rule: Rule) -> None:
    page = entry(rule.code.id)
    assert page is not None
    assert {each.kind for each in examples(page.page_markdown)} == {"bad", "good"}
    said = rule.check.__doc__
    assert said
    assert "\n" not in said
    assert said.endswith(".")


def test_ids_and_names_are_unique_and_in_their_families() -> None:
    ids = [each.code.id for each in ENTRIES]
    names = [each.code.name for each in ENTRIES]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    assert [each for each in ids if not re.fullmatch(r"CB[0-9]{3}", each)] == []
    assert [each for each in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each)] == []
    assert {each[2] for each in ids} <= set("012345679" + "8")


def test_the_registry_is_in_the_order_of_codes() -> None:
    ids = [each.code.id for each in RULES]
    assert ids == sorted(ids)


def test_every_rule_is_registered_and_no_page_is_left_over(repository: Path) -> None:
    package = repository / "plugins" / "claimbook"
    pages = {
        each.relative_to(package).as_posix()
        for folder in ("pages", "rules")
        for each in (package / folder).glob("*.md")
    }
    assert pages == {each.page for each in ENTRIES}
    modules = {each.stem for each in (package / "rules").glob("*.py")} - {"__init__", "rule"}
    assert modules == {each.code.name.replace("-", "_") for each in RULES}


def test_every_declared_code_has_an_entry(repository: Path) -> None:
    declared = set()
    for path in (repository / "plugins").rglob("*.py"):
        declared |= set(re.findall(r'(?:Code|rule)\(\s*"(CB[0-9]{3})"', path.read_text()))
    assert declared == {each.code.id for each in ENTRIES}


@pytest.mark.parametrize(
    "word", ["CB204", "cb204", "undefined-source", "Undefined-Source", "CB204 undefined-source"]
)
def test_an_entry_is_found_by_code_and_by_name(word: str) -> None:
    found = entry(word)
    assert found is not None
    assert str(found.code) == "CB204 undefined-source"


def test_what_is_no_code_has_no_entry() -> None:
    assert entry("CB999") is None
    assert entry("") is None
    near = nearest_entry("undefined-sorce")
    assert near is not None
    assert near.code.id == "CB204"
