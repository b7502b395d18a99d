"""The line by which editors find the schema of a file."""

from claimbook.decode import Role
from claimbook.formatting import formatted, site_of
from claimbook.text import SourceFile

TEXT = "claim: A b.\nclaimant: B\nreview:\n  rating: unproven\n  verdict: None seen.\n"


def _first_line(text: str, site: str) -> str:
    form = formatted(SourceFile("claims/a.yml", text.encode()), Role.CLAIM, site)
    return (form.value or "").partition("\n")[0]


def test_a_file_that_was_moved_finds_the_built_site_again() -> None:
    line = "# yaml-language-server: $schema=../../site/schema/1/claim.json\n"
    assert _first_line(line + TEXT, site_of("claims/a.yml", "")) == (
        "# yaml-language-server: $schema=../site/schema/1/claim.json"
    )


def test_a_built_site_is_not_pressed_on_a_file() -> None:
    assert _first_line(TEXT, site_of("claims/a.yml", "")) == "claim: A b."


def test_a_published_site_is_named_in_every_file() -> None:
    assert _first_line(TEXT, site_of("claims/a.yml", "https://a.example/")) == (
        "# yaml-language-server: $schema=https://a.example/schema/1/claim.json"
    )
