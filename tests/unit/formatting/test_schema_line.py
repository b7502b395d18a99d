"""The line by which editors find the schema of a file."""

import pytest

from claimbook.decode import Role, filing_of
from claimbook.formatting import formatted, site_of
from claimbook.text import SourceFile

TEXT = "claim: A b.\nclaimant: B\nreview:\n  rating: unproven\n  verdict: None seen.\n"


def _first_line(text: str, site: str) -> str:
    form = formatted(SourceFile("claims/a.yml", text.encode()), Role.CLAIM, site)
    return (form.value or "").partition("\n")[0]


def test_a_file_that_was_moved_finds_its_schema_again() -> None:
    line = "# yaml-language-server: $schema=../../site/schema/1/claim.json\n"
    assert _first_line(line + TEXT, site_of("claims/a.yml", "")) == (
        "# yaml-language-server: $schema=../schema/1/claim.json"
    )


def test_the_project_is_not_pressed_on_a_file() -> None:
    assert _first_line(TEXT, site_of("claims/a.yml", "")) == "claim: A b."


def test_a_published_site_is_named_in_every_file() -> None:
    assert _first_line(TEXT, site_of("claims/a.yml", "https://a.example/")) == (
        "# yaml-language-server: $schema=https://a.example/schema/1/claim.json"
    )


@pytest.mark.parametrize(
    ("path", "text", "schema"),
    [
        ("claims/deep/down/a.yml", TEXT, "claim"),
        ("claims/drafts/a.yml", TEXT, "claim"),
        ("claims/sources/a.yml", "title: A\n", "source"),
        ("claims/claimants/a.yml", "name: A\n", "claimant"),
        ("claims/documents/a.yml", "title: A\ntext: a.txt\n", "document"),
        ("claims/topics.yml", "a: A\n", "topics"),
        ("claims/outlets.yml", "a:\n  name: A\n", "outlets"),
        ("claims/scale.yml", "ratings:\n  a:\n    label: A\n", "scale"),
    ],
)
def test_a_lost_or_old_line_is_restored_in_every_kind_of_file(
    path: str, text: str, schema: str
) -> None:
    filing = filing_of(path.removeprefix("claims/"))
    assert filing
    site = site_of(path, "https://a.example/")
    expected = f"# yaml-language-server: $schema=https://a.example/schema/1/{schema}.json\n"
    for before in ("", "# yaml-language-server: $schema=../schema/1/x.json\n"):
        made = formatted(SourceFile(path, (before + text).encode()), filing.role, site).value
        assert made == expected + text
        assert formatted(SourceFile(path, made.encode()), filing.role, site).value == made
