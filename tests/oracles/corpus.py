"""Sources as fact-checkers cite them: made up, but of the shapes that real ones have.

Each work of ``works.txt`` is cited as it stands, and again with other authors and another date, so
that every type meets every shape of name and of date.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.dates import parse_date
from claimbook.records import Author, Source
from claimbook.urls import parse_url
from claimbook.values import SourceType


def person(family: str, given: str = "") -> Author:
    """A person whose name is known by its parts."""
    return Author(family=family, given=given or None)


def body(name: str) -> Author:
    """An organisation."""
    return Author(org=name)


_TEAM = """\
Abara, Chidi; Bauer, Lena; Castro, Inés; Dubois, Marc; Eriksen, Per; Fontana, Gaia; Gupta, Ravi;
Hansen, Ole; Ito, Kenji; Jansen, Piet; Kaya, Elif; Lopes, Rui; Moreau, Zoé; Novak, Eva;
Okafor, Ada; Perez, Luis; Quinn, Sean; Rossi, Ugo; Sato, Mei; Toth, Imre; Usman, Bala;
Varga, Nora; Weber, Karl"""
TEAM = tuple(person(*each.strip().split(", ")) for each in _TEAM.split(";"))
AUTHORS: dict[str, tuple[Author | str, ...]] = {
    "none": (),
    "one": (person("Chia", "Osmond"),),
    "two": (person("Rivers", "Ana"), person("Okonkwo", "Daniel T.")),
    "three": (*TEAM[:3],),
    "four": (*TEAM[3:7],),
    "nine": (*TEAM[:9],),
    "twenty": (*TEAM[:20],),
    "twenty-three": TEAM,
    "body": (body("Directorate of Bridges"),),
    "bodies": (body("Directorate of Bridges"), body("Lake County Water Board")),
    "mixed": (person("Meyer", "Anna-Lena"), body("Harbour Watch")),
    "initials": (person("Whitfield", "J. R."),),
    "hyphen": (person("Sartre-Klein", "Jean-Paul"),),
    "particle": (person("van der Berg", "Jan"),),
    "mononym": (person("Suharjo"),),
    "whole": (Author(name="Plato of Athens"),),
    "text": ("The night desk",),
    "han": (person("村上", "春樹"),),
    "han-whole": (Author(name="王小明"),),
    "cyrillic": (person("Иванова", "Мария"),),
    "arabic": (Author(name="محمد الفاتح"),),
    "accents": (person("Žižková", "Šárka"), person("Østergård", "Åse")),
    "apostrophe": (person("O’Hara", "Siân"),),
    "handle": ("@harbourwatch",),
    "stop": (body("Acme Inc."),),
}
DATES = (
    *(
        "2026-03-24",
        "2026-03",
        "2025",
        "",
        "2024-12-01",
        "1999-05-31",
        "2025~",
        "2026-02-03T19:57Z",
    ),
    "2023-11-09",
)

# One work a line: type | authors | title | container | publisher | date | address | DOI.
WORKS = Path(__file__).with_name("works.txt").read_text(encoding="utf-8").splitlines()
TURNS = 3


def corpus() -> Iterator[tuple[str, Source]]:
    """All sources by an id that says what they are like."""
    names = list(AUTHORS)
    for number, line in enumerate(WORKS):
        cells = [each.strip() for each in line.split("|")]
        cells += [""] * (8 - len(cells))
        for turn in range(TURNS):
            authors = cells[1] if not turn else names[(number * turn + 7 * turn) % len(names)]
            date = cells[5] if not turn else DATES[(number + turn) % len(DATES)]
            yield f"{cells[0]}-{number:02}-{turn}-{authors}", _source(cells, authors, date)


def _source(cells: list[str], authors: str, date: str) -> Source:
    kind, _, title, container, publisher, _, url, doi = cells
    return Source(
        type=None if kind == "none" else SourceType(kind),
        title=title,
        authors=AUTHORS[authors],
        container=container or None,
        publisher=publisher or None,
        published=parse_date(date) if date else None,
        accessed=parse_date("2026-04-05") if url else None,
        url=parse_url(url) if url else None,
        doi=doi or None,
    )


def together() -> Iterator[tuple[str, Source]]:
    """Works that stand in one list, where they must be told apart and put in order."""
    chia, lee = person("Chia", "Osmond"), person("Lee", "Ann")
    rows: tuple[tuple[str, tuple[Author | str, ...], str, str], ...] = (
        ("zebra", (chia,), "Zebras on the bridge", "2026-03-24"),
        ("apple", (chia,), "Apples for the ferry", "2026-01-02"),
        ("early", (chia,), "Early ferries", "2025"),
        ("other", (person("Chia", "Beatrix"),), "Beatrix on bridges", "2026-02-01"),
        ("pair", (chia, lee), "A pair of ferries", "2026"),
        ("watch", (body("Harbour Watch"),), "Watching the harbour", "2026-04-01"),
        ("watch-again", (body("Harbour Watch"),), "Again we watch", "2026-05-01"),
        ("undated", (lee,), "Bridges and no dates", ""),
        ("undated-too", (lee,), "A ferry and no date", ""),
        ("particle", (person("van der Berg", "Jan"),), "Over water", "2024"),
        ("accent", (person("Žižková", "Šárka"),), "Most je zavřený", "2024"),
        ("plain", (person("Zimmer", "Ute"),), "Zimmer mit Ausblick", "2024"),
        ("apostrophe", (person("O’Hara", "Siân"),), "On the bridge", "2024"),
        ("cyrillic", (person("Иванова", "Мария"),), "Мост закрыт", "2024"),
    )
    for name, authors, title, date in rows:
        yield (
            name,
            Source(
                type=SourceType.ARTICLE,
                title=title,
                authors=authors,
                container="Example Gazette",
                published=parse_date(date) if date else None,
            ),
        )
