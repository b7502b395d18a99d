"""What the documents say can be done, and what they quote."""

import json
import re
import shlex
from functools import cache

import click
import pytest

from claimbook.cli.commands import cli
from tests.conftest import REPOSITORY

DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md", "GOVERNANCE.md", "SECURITY.md", "site_src/contribute.md"),
    *("site_src/style-guide.md", "site_src/develop/assurance.md", "site_src/guide/walks.md"),
    *("site_src/guide/documents.md", "site_src/guide/index.md", ".github/CODEOWNERS"),
)
_FENCED = re.compile(r"^\$ ((?:.*\\\n)*.*)$", re.MULTILINE)
_INLINE = re.compile(r"`((?:\.venv/bin/)?claimbook [a-z][^`]*|make [a-z-]+)`")
_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def commands(name: str) -> list[list[str]]:
    """Everything that a document tells to type into a terminal, as words."""
    text = read(name)
    told = (*_FENCED.findall(text), *(" ".join(each.split()) for each in _INLINE.findall(text)))
    return [shlex.split(each, comments=True) for each in told]


@cache
def targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z][a-z-]*):", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("name", DOCUMENTS[:-1])
def test_commands_that_are_told_exist(name: str) -> None:
    for words in commands(name):
        program = words[0].removeprefix(".venv/bin/") if words else ""
        if program == "make":
            named = [each for each in words[1:] if "=" not in each and each.islower()]
            assert set(named) <= targets(), words
        elif program == "claimbook" and len(words) > 1:
            check(words[1:])


def check(words: list[str]) -> None:
    """A command line has a command of ours, and options that it knows."""
    context = cli.make_context("claimbook", [], resilient_parsing=True)
    command = cli.get_command(context, words[0])
    assert command is not None, words
    known = {
        name for each in command.params if isinstance(each, click.Option) for name in each.opts
    }
    given = {each.partition("=")[0] for each in words[1:] if re.match(r"--[a-z]", each)}
    assert given <= {*known, "--help"}, words


@pytest.mark.parametrize("name", DOCUMENTS[:7])
def test_links_between_documents_lead_somewhere(name: str) -> None:
    folder = (REPOSITORY / name).parent
    generated = ("contribute/", "ratings/", "timeline/", "topics/")
    for target in _LINK.findall(read(name)):
        if "://" not in target and not target.startswith(generated):
            assert (folder / target).exists(), target


def test_good_examples_of_the_style_guide_are_those_of_published_claims() -> None:
    text = read("site_src/style-guide.md")
    found = re.findall(r"^Good\n:   (.*(?:\n    .*)*)$", text, re.MULTILINE)
    examples = [unquoted(" ".join(each.split())) for each in found]
    # The last one says what belongs there, as no published check has been corrected yet.
    assert len(examples) > 5
    told = " ".join(
        " ".join(each.read_text().split())
        for each in sorted((REPOSITORY / "claims").rglob("*.yml"))
    )
    assert [each for each in examples[:-1] if each not in told] == []


def unquoted(example: str) -> str:
    return example.strip("`").removeprefix("says: ")


def test_the_engine_that_is_told_of_is_the_one_we_test() -> None:
    folder = REPOSITORY / "requirements" / "engine"
    program = json.loads((folder / "package.json").read_text())["dependencies"]["pyodide"]
    library = re.findall(r"^msgspec==\S+", (folder / "wheels.txt").read_text(), re.MULTILINE)
    words = {word for each in commands("site_src/guide/index.md") for word in each}
    assert {f"pyodide@{program}", *library} <= words


def test_the_architecture_leads_to_every_decision() -> None:
    folder = REPOSITORY / "site_src" / "develop"
    text = (folder / "architecture.md").read_text()
    linked = re.findall(r"^- \[(\d{4}) · .*\]\(decisions/(.*)\)$", text, re.MULTILINE)
    named = sorted(each.name for each in folder.glob("decisions/*.md"))
    assert linked == [(name[:4], name) for name in named]


def test_paths_that_may_have_owners_are_there() -> None:
    paths = re.findall(r"^#?\s*/(\S+)\s+@", read(".github/CODEOWNERS"), re.MULTILINE)
    assert paths
    assert [each for each in paths if not (REPOSITORY / each).exists()] == []


def test_nobody_is_invented() -> None:
    owners = re.findall(r"@[\w-]+/?[\w-]*", read(".github/CODEOWNERS"))
    assert all(each.startswith("@your-organisation/") for each in owners)
    lines = [line for line in read(".github/CODEOWNERS").splitlines() if line.strip()]
    assert all(line.startswith("#") for line in lines)


def test_the_documents_are_there() -> None:
    assert all((REPOSITORY / name).is_file() for name in DOCUMENTS)


def test_the_recorded_walks_show_their_pictures_and_no_other() -> None:
    shown = re.findall(r"\]\((walks/[^)]+)\)", read("site_src/guide/walks.md"))
    files = sorted((REPOSITORY / "site_src" / "guide" / "walks").iterdir())
    assert sorted(shown) == [f"walks/{each.name}" for each in files]
    sizes = [each.stat().st_size for each in files]
    assert max(sizes) <= 60_000
    assert sum(sizes) <= 400_000


@pytest.mark.parametrize(
    "name", ["CONTRIBUTING.md", "site_src/contribute.md", "site_src/guide/index.md"]
)
def test_the_recorded_walks_are_found(name: str) -> None:
    assert "walks.md" in read(name)


def test_the_recorded_walks_end_in_a_merged_claim() -> None:
    walks = read("site_src/guide/walks.md").split("\n## ")[1:]
    assert len(walks) == len(set(walks)) == 5
    for walk in walks:
        merged = walk.partition("$ git merge")[2]
        assert "nothing to report" in merged, walk.partition("\n")[0]
