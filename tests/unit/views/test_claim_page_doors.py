"""Doors of a claim page: to the very words, to archived copies, and to the forge's pages."""

import pytest

from claimbook.dates import parse_date
from claimbook.records import Archive, Source
from claimbook.settings import Publication, Settings
from claimbook.urls import parse_url
from claimbook.values import SourceStatus
from claimbook.views.doors import doors, nearest_archive
from claimbook.views.forges import Forge, forge_of
from claimbook.views.text_fragments import passage_href
from claimbook.wording import wording_of
from tests.unit.views.making import PageReader, claim_text, site_of

PAGE = "https://news.example/story"
LONG = " ".join(f"word{number}" for number in range(1, 31))
BEGINNING, END = "word1%20word2%20word3%20word4%20word5%20word6", "word29%20word30"


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("It opened.", "It%20opened."),
        ("well-known, safe & sound", "well%2Dknown%2C%20safe%20%26%20sound"),
        ("Ja, „schön“", "Ja%2C%20%E2%80%9Esch%C3%B6n%E2%80%9C"),
        (LONG, f"{BEGINNING},{END}"),
        # As many first words as tell it from others, be they long or short.
        (
            f"Enormously longwinded beginning of {LONG}",
            f"Enormously%20longwinded%20beginning,{END}",
        ),
        (f"A b c d e f g h {LONG}", f"A%20b%20c%20d%20e%20f,{END}"),
        # As many last words as do not come earlier, in whatever case.
        (f"{LONG}. Of it all {LONG} end of it all", f"{BEGINNING},end%20of%20it%20all"),
        (f"{LONG} İ{LONG} in Istanbul today", f"{BEGINNING},Istanbul%20today"),
        (f"{LONG} […] {LONG}", f"{BEGINNING},{'%20'.join(LONG.split()[-6:])}"),
        ("One line\nand the next", "One%20line,and%20the%20next"),
        ("It opened […] in the spring", "It%20opened,in%20the%20spring"),
        ("First […] second [...] third", "First,third"),
        ("[…] in the spring […]", "in%20the%20spring"),
        ("Donaudampfschifffahrt" * 8, "Donaudampfschifffahrt" * 8),
    ],
)
def test_a_passage_is_named_by_its_words(quote: str, directive: str) -> None:
    assert passage_href(PAGE, quote) == f"{PAGE}#:~:text={directive}"


def test_a_passage_keeps_the_place_and_gives_up_another_passage() -> None:
    assert passage_href(f"{PAGE}#part", "So") == f"{PAGE}#part:~:text=So"
    assert passage_href(f"{PAGE}#part:~:text=No", "So") == f"{PAGE}#part:~:text=So"


def test_what_was_left_out_is_no_passage() -> None:
    assert passage_href(PAGE, "[…]") is None


def archive(day: str | None, name: str) -> Archive:
    captured = parse_date(day) if day else None
    return Archive(url=parse_url(f"https://copy.example/{name}"), captured=captured)


def source(**fields: object) -> Source:
    return Source(title="A story", **fields)  # type: ignore[arg-type]


COPIES = (archive("2020-01-01", "early"), archive("2021-06", "middle"), archive(None, "undated"))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"accessed": parse_date("2021-05-20")}, "middle"),
        ({"accessed": parse_date("2019-01-01"), "published": parse_date("2021-06-01")}, "early"),
        ({"published": parse_date("2022")}, "middle"),
        ({}, "early"),
    ],
)
def test_the_copy_nearest_to_our_reading_is_shown(fields: dict[str, object], name: str) -> None:
    nearest = nearest_archive(source(archives=COPIES, **fields))
    assert nearest is not None
    assert nearest.url.href.endswith(name)


def test_a_source_without_copies_has_none() -> None:
    assert nearest_archive(source()) is None


@pytest.mark.parametrize(
    ("status", "names"),
    [
        (None, ["Live passage", "Archived copy of 1 January 2020"]),
        (SourceStatus.LIVE, ["Live passage", "Archived copy of 1 January 2020"]),
        (SourceStatus.CHANGED, ["Live passage", "Archived copy of 1 January 2020"]),
        (SourceStatus.DEAD, ["Archived copy of 1 January 2020"]),
        (SourceStatus.USURPED, ["Archived copy of 1 January 2020"]),
        (SourceStatus.UNSAFE, ["Archived copy of 1 January 2020"]),
    ],
)
def test_no_door_leads_where_nobody_should_go(
    status: SourceStatus | None, names: list[str]
) -> None:
    shown = source(url=parse_url(PAGE), status=status, archives=COPIES[:1])
    assert [door.text for door in doors(shown, "So it was", wording_of("en"))] == names


def test_without_a_quotation_there_is_no_passage_to_lead_to() -> None:
    assert list(doors(source(url=parse_url(PAGE)), None, wording_of("en"))) == []
    (door,) = doors(source(archives=(archive(None, "one"),)), None, wording_of("en"))
    assert (door.text, door.href) == ("Archived copy", "https://copy.example/one")


@pytest.mark.parametrize(
    ("repository", "edit", "history"),
    [
        (
            "https://github.com/desk/file",
            "https://github.com/desk/file/edit/main/{path}",
            "https://github.com/desk/file/commits/main/{path}",
        ),
        (
            "https://gitlab.com/desk/file.git",
            "https://gitlab.com/desk/file/-/edit/main/{path}",
            "https://gitlab.com/desk/file/-/commits/main/{path}",
        ),
        (
            "https://gitlab.desk.example/a/b/file/",
            "https://gitlab.desk.example/a/b/file/-/edit/main/{path}",
            "https://gitlab.desk.example/a/b/file/-/commits/main/{path}",
        ),
        (
            "https://codeberg.org/desk/file",
            "https://codeberg.org/desk/file/_edit/main/{path}",
            "https://codeberg.org/desk/file/commits/branch/main/{path}",
        ),
    ],
)
def test_known_forges_need_no_patterns(repository: str, edit: str, history: str) -> None:
    forge = forge_of(repository, "main")
    assert (forge.edit, forge.history) == (edit, history)
    assert "issues/new?" in forge.report


@pytest.mark.parametrize(
    ("repository", "pattern", "name"),
    [
        ("https://github.com/a/b.git", "/new/a%20b?filename={path}&value={text}", "GitHub"),
        ("https://gitlab.com/a/b/", "/-/new/a%20b?file_name={path}", "GitLab"),
        ("https://codeberg.org/a/b", "/_new/a%20b/", "Codeberg"),
    ],
)
def test_new_files_are_begun_where_a_forge_has_its_page(
    repository: str, pattern: str, name: str
) -> None:
    root = repository.rstrip("/").removesuffix(".git")
    assert forge_of(repository, "a b").new_file == (f"{root}{pattern}", name)


@pytest.mark.parametrize(
    "repository", ["", "https://git.example/desk/file", "https://notgithub.com/a/b"]
)
def test_of_other_forges_nothing_is_guessed(repository: str) -> None:
    assert forge_of(repository, "main") == Forge()


def hrefs(**publication: str) -> dict[str, str]:
    settings = Settings(Publication(name="The Ledger", **publication))
    site = site_of({"deep/bridge.yml": claim_text(more="title: Bridge & year")}, settings)
    page = PageReader(site.claim_fragment("bridge").body)
    return {tag.text: tag["href"] for tag in page.links}


def test_a_repository_is_enough_to_edit_report_and_look_back() -> None:
    found = hrefs(
        repository="https://github.com/desk/file",
        branch="release/1",
        url="https://ledger.example/",
    )
    root = "https://github.com/desk/file"
    assert found["Edit this claim"] == f"{root}/edit/release/1/claims/deep/bridge.yml"
    assert found["All versions of this file"] == f"{root}/commits/release/1/claims/deep/bridge.yml"
    report = found["Report an error"]
    assert report.startswith(f"{root}/issues/new?title=Error%20in%3A%20Bridge%20%26%20year&body=")
    assert "https%3A%2F%2Fledger.example%2Fclaims%2Fbridge%2F" in report
    assert "id%3A%20bridge" in report


def test_what_the_publication_says_itself_comes_first() -> None:
    found = hrefs(
        repository="https://github.com/desk/file",
        report="desk#errors",
        history="https://log.example/{id}",
    )
    assert found["Report an error"] == "../../desk/#errors"
    assert found["All versions of this file"] == "https://log.example/bridge"
    assert found["Edit this claim"].startswith("https://github.com/")


def test_without_an_address_the_page_is_not_mailed() -> None:
    assert "Send by e-mail" not in hrefs()
    mail = hrefs(url="https://ledger.example/")["Send by e-mail"]
    assert mail == (
        "mailto:?subject=Bridge%20%26%20year&body=https%3A%2F%2Fledger.example%2Fclaims%2Fbridge%2F"
    )
