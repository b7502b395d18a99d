"""What running text calls sources where it cites by author and year."""

import pytest

from claimbook.citations.naming import called
from claimbook.dates import parse_date
from claimbook.records import Author, Source
from claimbook.settings import CITATION_STYLES
from claimbook.values import SourceType
from claimbook.wording import wording_of

ENGLISH, GERMAN = wording_of("en"), wording_of("de")
DAY = parse_date("2026-03-24")
NAMES = tuple(Author(family=each, given="Xa") for each in ("Abara", "Bauer", "Castro", "Dubois"))
LONG = "A very long headline, that says: everything at once, and more"


def texts(*sources: Source, style: str = "apa") -> list[str]:
    found = called({str(number): each for number, each in enumerate(sources)}, style, ENGLISH)
    return [found[str(number)].text for number in range(len(sources))]


CASES = {
    "one author": (
        Source(title="T", authors=NAMES[:1], published=DAY),
        ("Abara, 2026", "Abara", "Abara 2026", "Abara, 2026"),
    ),
    "two authors": (
        Source(title="T", authors=NAMES[:2], published=DAY),
        ("Abara & Bauer, 2026", "Abara and Bauer", "Abara and Bauer 2026", "Abara and Bauer, 2026"),
    ),
    "three authors": (
        Source(title="T", authors=NAMES[:3], published=DAY),
        (
            *("Abara et al., 2026", "Abara et al.", "Abara et al. 2026"),
            "Abara, Bauer and Castro, 2026",
        ),
    ),
    "four authors": (
        Source(title="T", authors=NAMES, published=DAY),
        ("Abara et al., 2026", "Abara et al.", "Abara et al. 2026", "Abara et al., 2026"),
    ),
    "a name left whole, and no date": (
        Source(title="T", authors=("Osmond Chia",)),
        ("Osmond Chia, n.d.", "Osmond Chia", "Osmond Chia, n.d.", "Osmond Chia, no date"),
    ),
    "a name in Chinese": (
        Source(title="T", authors=(Author(family="村上", given="春樹"),), published=DAY),
        ("村上, 2026", "村上", "村上 2026", "村上, 2026"),
    ),
    "a date in doubt": (
        Source(title="T", authors=NAMES[:1], published=parse_date("2026~")),
        ("Abara, ca. 2026", "Abara", "Abara [2026?]", "Abara, c. 2026"),
    ),
    "an article of nobody": (
        Source(title="The end", type=SourceType.ARTICLE, publisher="Gazette", published=DAY),
        ("“The end,” 2026", "“The end”", "Gazette 2026", "Gazette, 2026"),
    ),
    "a page of nobody": (
        Source(title="Why?", type=SourceType.WEBPAGE, publisher="Board", published=DAY),
        ("“Why?” 2026", "“Why?”", "Board 2026", "Why?, 2026"),
    ),
    "a long title": (
        Source(title=LONG, published=DAY),
        (
            *("“A very long headline, that,” 2026", "“A very long headline, that”"),
            *("“A very long headline, that” 2026", "A very long headline, that, 2026"),
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_source_is_called(name: str) -> None:
    source, expected = CASES[name]
    assert tuple(texts(source, style=style)[0] for style in CITATION_STYLES) == expected


@pytest.mark.parametrize("style", CITATION_STYLES)
def test_no_two_are_called_the_same(style: str) -> None:
    titles = [*(f"T{n:02}" for n in range(30)), *["Same"] * 3]
    sources = [Source(title=each, authors=NAMES[:1], published=DAY) for each in titles]
    sources += [Source(title=f"{LONG} {n}", published=DAY) for n in range(3)]
    found = texts(*sources, style=style)
    assert len(set(found)) == len(found)


def test_letters_follow_the_list() -> None:
    zebra, apple = (Source(title=t, authors=NAMES[:1], published=DAY) for t in ("Zebra", "Apple"))
    assert texts(zebra, apple) == ["Abara, 2026b", "Abara, 2026a"]
    assert texts(zebra, apple, style="mla") == ["Abara, “Zebra”", "Abara, “Apple”"]
    many = texts(*(Source(title=f"T{n:02}", authors=NAMES[:1]) for n in range(28)))
    assert many[25:] == ["Abara, n.d.-z", "Abara, n.d.-aa", "Abara, n.d.-ab"]


def test_the_list_minds_neither_accents_nor_marks() -> None:
    found = called(
        {
            "z": Source(title="Zoo", authors=("Zed",)),
            "e": Source(title="“Élan” vital"),
            "d": Source(title="T", authors=("Duck",)),
            "f": Source(title="T", authors=("fox",)),
        },
        "apa",
        ENGLISH,
    )
    assert sorted(found, key=lambda key: found[key].rank) == ["d", "e", "f", "z"]


def test_german_says_und() -> None:
    source = Source(title="T", authors=NAMES[:2], published=DAY)
    [only] = called({"s": source}, "harvard", GERMAN).values()
    assert only.text == "Abara und Bauer, 2026"
