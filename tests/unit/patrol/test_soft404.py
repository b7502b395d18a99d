"""Pages that are not there, though the site says 200."""

import pytest

from claimbook.patrol.not_found_words import NOT_FOUND
from claimbook.patrol.outcomes import Kind
from claimbook.patrol.sketch import Sketch, sketch_of
from claimbook.patrol.soft404 import Seen, judged, made_up, reason_by_address, speaks_of_it

AT = "https://exe.example/news/2025/bridge"
PROSE = " ".join(f"word{number}" for number in range(200))
ARTICLE = f"<title>The bridge</title><h1>The bridge</h1><p>{PROSE}"
EMPTY = "<title>Exe</title><div id=app></div>"
ERROR = f"<title>Exe | Page not found</title><p>{PROSE}"


def seen(html: str, address: str = AT, status: int = 200) -> Seen:
    return Seen(address, status, sketch_of(html))


@pytest.mark.parametrize(
    ("final", "is_gone"),
    [
        (AT, False),
        ("https://exe.example/", True),
        ("https://other.example", True),
        ("https://exe.example/de/", True),
        ("https://exe.example/index.html", True),
        ("https://exe.example/?p=4", False),
        ("https://exe.example/404", True),
        ("https://exe.example/errors/Not-Found/", True),
        ("https://exe.example/news/", False),
    ],
)
def test_the_address_at_the_end_may_say_it(final: str, is_gone: bool) -> None:
    assert bool(reason_by_address(AT, final)) is is_gone


@pytest.mark.parametrize("asked", ["https://exe.example/", "https://exe.example/de", "https://a.b"])
def test_who_asks_for_a_front_page_gets_one(asked: str) -> None:
    assert reason_by_address(asked, "https://exe.example/en/") == ""


def test_a_page_about_errors_may_be_cited() -> None:
    assert reason_by_address("https://a.example/404", "https://a.example/wiki/404") == ""


@pytest.mark.parametrize(
    ("page", "witness", "kind"),
    [
        (ARTICLE, (ARTICLE.replace("bridge", "other"), 404), Kind.THERE),
        (ERROR, (ERROR, 404), Kind.THERE),
        (ERROR, (ERROR, 200), Kind.FAILED),
        (ERROR, (ERROR.replace("word7 ", "x "), 200), Kind.FAILED),
        (ERROR, (ARTICLE, 200), Kind.THERE),
        (ERROR, (ERROR, 403), Kind.UNCLEAR),
        (ERROR, None, Kind.UNCLEAR),
        (ARTICLE, None, Kind.THERE),
        (ARTICLE, (ARTICLE, 200), Kind.UNCLEAR),
        (EMPTY, (EMPTY, 200), Kind.UNCLEAR),
        (ARTICLE, (EMPTY, 200), Kind.THERE),
        (ARTICLE, (ERROR, 200), Kind.THERE),
    ],
)
def test_no_sign_alone_convicts(page: str, witness: tuple[str, int] | None, kind: Kind) -> None:
    beside = seen(witness[0], f"{AT}-made-up", witness[1]) if witness else None
    found, reason = judged(seen(page), beside)
    assert found is kind
    assert bool(reason) is (kind is not Kind.THERE)


def test_who_leads_all_the_world_to_one_place_may_be_a_wall() -> None:
    wall = "https://exe.example/consent"
    kind, _ = judged(seen(ARTICLE, wall), seen(ARTICLE + "other words", wall))
    assert kind is Kind.UNCLEAR


@pytest.mark.parametrize("words", NOT_FOUND)
def test_the_words_are_known_in_titles_and_headings(words: str) -> None:
    assert speaks_of_it(Sketch(f"Exe – {words.capitalize()}!", "", ()))
    assert speaks_of_it(Sketch("", words.upper() if words.isascii() else words, ()))


@pytest.mark.parametrize(
    ("title", "speaks"),
    [
        ("404", True),
        ("404 | Exe Gazette", True),
        ("Exe Gazette – 404", True),
        ("404 people were hurt", False),
        ("Flight 404 has landed", False),
        ("Goods not founded on law", False),
        ("", False),
    ],
)
def test_a_number_is_not_yet_a_sign(title: str, speaks: bool) -> None:
    assert speaks_of_it(Sketch(title, "", ())) is speaks


def test_a_made_up_address_lies_beside_the_one_that_is_cited() -> None:
    found = made_up(f"{AT}?x=1")
    assert found.startswith("https://exe.example/news/2025/no-such-page-")
    assert found == made_up(f"{AT}?x=1") != made_up(AT)
    assert made_up("https://exe.example").startswith("https://exe.example/no-such-page-")


def test_a_sketch_has_what_is_shown() -> None:
    html = (
        "<html><head><title>A &amp; B</title><style>p{}</style></head><body><h1>C <b>d</b></h1>"
        "<script>if (a<b) { hidden }</script><p>E &lt; f</p><h1>second</h1><title>no</title>"
    )
    assert sketch_of(html) == Sketch("A & B", "C d", ("e", "f", "second", "no", "c", "d"))


@pytest.mark.parametrize(
    "piece", ["<", "<script", "<title>", "<h1><", "<!--", "&#x10FFFF;", "\0<p"]
)
def test_hostile_pages_take_no_time(piece: str) -> None:
    assert sketch_of(piece * 200_000) is not None
