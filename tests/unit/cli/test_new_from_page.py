from pathlib import Path

import pytest
from click.testing import Result

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import runner, said

CLAIM = ("--claim", "The Exe bridge was closed for two years.", "--claimant", "Exe Town Council")


def new(*arguments: str, typed: str | None = None) -> Result:
    return runner().invoke(cli, ["new", *arguments], prog_name="claimbook", input=typed)


@pytest.fixture
def page(project: Path, repository: Path) -> str:
    """A page that was saved in a browser."""
    place = project / "saved.html"
    place.write_text((repository / "tests" / "unit" / "links" / "page.html").read_text())
    return place.name


def written() -> str:
    (draft,) = Path("claims", "drafts").glob("*.yml")
    return draft.read_text()


def test_a_page_becomes_the_appearance(page: str) -> None:
    done = new("--from-url", page, "--url", "https://gazette.example/x", *CLAIM)
    assert done.exit_code == 0, said(done)
    text = written()
    assert "appearances:\n  - source:\n" in text
    for line in (
        "title: Exe bridge closed for two years",
        "publisher: Example Gazette Ltd",
        "- {name: Ann Rivers}",
        "published: 2025-05-03",
        "language: en-GB",
        "url: https://gazette.example/news/bridge-closed",
        "doi: 10.1000/182",
    ):
        assert f"      {line}\n" in text.replace("        - {", "      - {")


def test_a_page_without_an_address_is_an_appearance_too(page: str) -> None:
    assert new("--from-url", page, *CLAIM).exit_code == 0
    text = written()
    assert "      title: Exe bridge closed for two years\n" in text
    assert "url:" not in text.partition("review:")[0]


def test_a_page_becomes_the_first_evidence(page: str) -> None:
    assert new("--from-url", page, "--as", "evidence", *CLAIM).exit_code == 0
    text = written()
    assert "appearances:" not in text
    assert "evidence:\n  - source:\n" in text
    assert "    stance: context\n" in text
    assert "      publisher: Example Gazette Ltd\n" in text


def test_everything_is_shown_and_can_be_changed(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.cli.interview.is_person_there", lambda: True)
    told = ("--claimed", "2025", "--rating", "true", "--id", "bridge")
    typed = "\nThe Gazette\n-\nyesterday\n2025-05-05\n\nhttps://gazette.example/x\n\n\n"
    done = new("--from-url", page, *CLAIM, *told, typed=typed)
    assert done.exit_code == 0, said(done)
    assert "Publisher [Example Gazette Ltd]: The Gazette" in said(done)
    assert "Authors, parted by semicolons [Ann Rivers; Bo Quay]: -" in said(done)
    assert "error: " in done.stderr
    text = written()
    assert "publisher: The Gazette\n" in text
    assert "authors" not in text
    assert "published: 2025-05-05\n" in text
    assert "url: https://gazette.example/x\n" in text


@pytest.mark.usefixtures("project")
def test_what_a_hostile_page_says_stays_text() -> None:
    Path("bad.html").write_text(
        """<title>"x: [*a, &b] # no\x1b[31m
review: {rating: true}</title><meta name=author content="}, evil: {">
<meta name=citation_date content="9999-99-99"><html lang="not a language at all">"""
    )
    done = new("--from-url", "bad.html", *CLAIM)
    assert done.exit_code == 0, said(done)
    text = written()
    assert "\x1b" not in text + said(done)
    assert "\n  rating: unproven\n" in text
    assert "review: {rating: true}" in text.partition("\nreview:\n")[0]
    checked = runner().invoke(cli, ["check"], prog_name="claimbook")
    assert checked.exit_code == 0, said(checked)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("missing.html", "there is no file `missing.html`"),
        ("ftp://example.org/x", "there is no file `ftp://example.org/x`"),
        ("http://127.0.0.1:9/", "no place of the public internet"),
        ("https://user:word@example.org/", "cannot be read"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_cannot_be_read_is_wrong_usage(given: str, reason: str) -> None:
    done = new("--from-url", given, *CLAIM)
    assert done.exit_code == 2
    assert reason in done.stderr
    assert not Path("claims", "drafts").exists()
