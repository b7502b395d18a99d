"""The page of a text under check: statements, faults and unchecked passages where they stand."""

import re

import pytest

from claimbook.search.page import marked as marked_for_search
from claimbook.views.document.edits import edits
from claimbook.views.document.faults import lettered
from claimbook.views.document.paragraphs import time_code
from tests.unit.views.making import PageReader, Tag, claim_text, own_files, site_of

PLACE = "appearances: [{{document: paper, quote: {}}}]"
RECORD = "title: A paper\npublisher: Press\npublished: 2020\ntext: {}\n"


def words(text: str) -> str:
    return " ".join(text.split())


def paper(claims: dict[str, str], text: str, more: str = "", name: str = "paper.txt") -> PageReader:
    """The page of a document in which claims, each by its quotation, were found."""
    files = {
        **{
            f"{key}.yml": claim_text(f"{key.title()}.", more=PLACE.format(quote))
            for key, quote in claims.items()
        },
        "documents/paper.yml": RECORD.format(name) + more,
        f"documents/{name}": text,
    }
    places = {each.location: each for each in site_of(files).fragments()}
    return PageReader(places["documents/paper"].body)


def marked(page: PageReader) -> list[tuple[str, str]]:
    return [(words(tag.text), tag["data-s"]) for tag in page.find("mark")]


def found(page: PageReader) -> list[str]:
    return [words(tag.text) for tag in page.find("p", class_="cb-row__title")]


def test_overlapping_statements_are_numbered_as_they_end_and_stay_valid() -> None:
    claims = {
        "second": "ends here",
        "first": "The  bridge opened",
        "inside": "bridge",
        "across": "opened <then>.",
        "lost": "words that are not there",
    }
    page = paper(claims, "The bridge\nopened <then>.\n\nAll ends here\n")
    assert page.problems == []
    assert found(page) == ["1 Inside.", "2 First.", "3 Across.", "4 Second.", "5 Lost."]
    assert marked(page) == [
        ("The", "2"),
        ("bridge", "1 2"),
        ("", "2"),
        ("opened", "3 2"),
        ("<then>.", "3"),
        ("ends here", "4"),
    ]


def test_each_statement_leads_to_what_was_found_and_back() -> None:
    claims = {"second": "ends here", "inside": "bridge", "lost": "not there"}
    page = paper(claims, "The bridge.\n\nAll ends here\n")
    link = page.one("a", href="#claim-inside")
    assert link["aria-label"] == "Statement 1, rated True: Inside."
    assert page.one("mark", id="passage-inside").text == "bridge"
    assert words(page.one("li", id="claim-second").text).startswith("2 Second.")
    assert page.find("a", href="#passage-lost") == []
    assert len(page.ids) == len(set(page.ids))
    assert {each["href"][1:] for each in page.links if each["href"][0] == "#"} <= set(page.ids)


def test_a_claim_made_twice_is_marked_twice() -> None:
    twice = (
        "appearances:\n"
        "  - {document: paper, quote: It rains, occurrence: 1}\n"
        "  - {document: paper, quote: It rains, occurrence: 2}\n"
    )
    files = {
        "rain.yml": claim_text("Rain.", more=twice),
        "rain-2.yml": claim_text("More rain.", more=PLACE.format("rains. It")),
        "documents/paper.yml": RECORD.format("paper.txt"),
        "documents/paper.txt": "It rains. It rains.\n",
    }
    places = {each.location: each for each in site_of(files).fragments()}
    page = PageReader(places["documents/paper"].body)
    assert {"passage-rain", "passage-rain.2", "passage-rain-2", "claim-rain.2"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert found(page) == ["1 Rain.", "2 More rain.", "3 Rain."]


@pytest.mark.parametrize(
    ("quote", "marks"),
    [
        ("The […] at last […] Monday.", ["The", "at last", "Monday."]),
        ("The [...] It stood.", ["The", "It stood."]),
        ("at last […] The bridge", []),
        ("The bridge opened", ["The bridge opened"]),
        ("[…]", []),
    ],
)
def test_quotations_with_elisions_are_marked_part_by_part(quote: str, marks: list[str]) -> None:
    text = "The bridge opened at last on Monday.\n\nIt stood.\n"
    page = paper({"one": f"'{quote}'"}, text)
    assert [text for text, _ in marked(page)] == marks
    assert len(page.find("mark", id="passage-one")) == bool(marks)
    assert len(page.find("a", href="#claim-one", class_="cb-ref")) == bool(marks)
    assert page.one("li", id="claim-one")


def test_a_fault_shows_what_is_printed_and_what_probably_stood_there() -> None:
    more = (
        "notes: [{printed: to launch operations, original: to exit operations, effect: Reversed.}]"
    )
    page = paper({"one": "decision to launch"}, "The decision to launch operations.", more)
    # The first of each explains the others, above the text.
    assert [tag.text for tag in page.find("del")[1:]] == ["launch"]
    assert [words(tag.text) for tag in page.find("ins")[1:]] == ["probably: [exit]"]
    assert page.one("a", href="#fault-a")["aria-label"] == "Translation error a"
    assert words(page.one("tr", id="fault-a").text).endswith("Reversed.")


def test_faults_are_shown_at_once_where_a_statement_is_untrue_for_them() -> None:
    def boxes(rating: str) -> list[Tag]:
        more = "notes: [{printed: to launch, original: to exit}]"
        files = {
            "one.yml": claim_text("One.", rating=rating, more=PLACE.format("decision to launch")),
            "documents/paper.yml": RECORD.format("paper.txt") + more,
            "documents/paper.txt": "The decision to launch.",
        }
        places = {each.location: each for each in site_of(files).fragments()}
        return PageReader(places["documents/paper"].body).find("input")

    def chosen(rating: str) -> list[str]:
        return [each["id"] for each in boxes(rating) if each.get("checked") is not None]

    assert chosen("false") == ["faults-grave"]
    # There is one fault: all are those.
    assert [each["id"] for each in boxes("false")] == ["faults-grave", "faults-none"]
    assert chosen("true") == ["faults-none"]


def test_a_statement_says_that_its_claim_is_superseded() -> None:
    related = "related: {superseded_by: new}\n"
    files = {
        "old.yml": claim_text("Old.", more=related + PLACE.format("It rained")),
        "new.yml": claim_text("New.", more=PLACE.format("Nobody came")),
        "documents/paper.yml": RECORD.format("paper.txt"),
        "documents/paper.txt": "It rained. Nobody came.\n",
    }
    places = {each.location: each for each in site_of(files).fragments()}
    page = PageReader(places["documents/paper"].body)
    notes = [words(tag.text) for tag in page.find("span", class_="cb-aside")]
    assert notes == ["1 True Superseded Old.", "2 True New."]
    assert "Superseded" in page.one("li", id="claim-old").text
    assert "Superseded" not in page.one("li", id="claim-new").text


def test_only_what_is_open_is_offered() -> None:
    def offered(rating: str, more: str = "") -> list[str]:
        files = {
            "one.yml": claim_text("One.", rating=rating, more=PLACE.format("It rained")),
            "documents/paper.yml": RECORD.format("paper.txt") + more,
            "documents/paper.txt": "It rained. Nobody came.\n",
        }
        places = {each.location: each for each in site_of(files).fragments()}
        buttons = PageReader(places["documents/paper"].body).find("button", type="button")
        return [each["data-cb-go"] for each in buttons]

    assert offered("true") == ["next"]
    assert offered("unproven") == ["next", "open"]
    assert offered("true", "not_checked: [{quote: Nobody, reason: So.}]") == ["next", "open"]


def test_the_search_reads_the_text_itself() -> None:
    files = {
        "one.yml": claim_text("It pours.", more=PLACE.format("It rained")),
        "documents/paper.yml": RECORD.format("paper.txt")
        + "notes: [{printed: rained, original: rusted}]",
        "documents/paper.txt": "It rained.\n\nNobody came.\n",
    }
    places = {each.location: each for each in site_of(files).fragments()}
    found = marked_for_search(places["documents/paper"].body.encode())
    assert b"<h1" in found
    assert b"Nobody came." in found
    assert b'id="claim-one"' not in found


def test_a_text_without_statements_does_not_explain_their_numbers() -> None:
    assert paper({}, "It rained.").find("p", class_="cb-how cb-lead") == []
    assert len(paper({"one": "It rained"}, "It rained.").find("p", class_="cb-how cb-lead")) == 1


def test_what_nobody_checked_is_marked_with_its_reason() -> None:
    more = "not_checked: [{quote: the finest bridge, reason: This is an opinion.}]"
    page = paper({"one": "It opened"}, "It opened. It is the finest bridge.", more)
    assert [tag.text for tag in page.find("span", class_="cb-gap")] == ["the finest bridge"]
    assert words(page.one("li", id="gap-1").text) == "the finest bridge This is an opinion."
    assert "1 passage not checked" in words(page.one("p", class_="cb-glance__facts").text)


def test_the_page_says_how_much_of_the_text_was_checked() -> None:
    page = paper({"one": "one two", "also": "two three"}, "One one two three. Four five six seven.")
    facts = words(page.one("p", class_="cb-glance__facts").text)
    assert facts.startswith("2 statements checked")
    assert "38%" in facts


def test_a_speech_is_read_in_turns_with_its_times() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>We opened\n\n"
        "00:00:02.000 --> 00:00:04.000\n<v Ann>the bridge.\n\n"
        "00:01:05.000 --> 00:01:07.000\n<v Bo>No.\n"
    )
    more = "url: https://example.org/talk\n"
    page = paper({"one": "opened the bridge"}, text, more, "paper.vtt")
    paragraphs = [words(tag.text) for tag in page.find("p") if "0:01" in tag.text]
    assert paragraphs[0].startswith("Ann 0:01 We opened the bridge")
    assert [tag["href"] for tag in page.find("a", class_="cb-time")] == [
        "https://example.org/talk#t=1",
        "https://example.org/talk#t=65",
    ]
    assert [tag.text for tag in page.find("strong", class_="cb-speaker")] == ["Ann", "Bo"]
    assert [text for text, _ in marked(page)] == ["opened", "the bridge"]


def test_headings_lists_and_quotations_stay_what_they_are() -> None:
    page = paper({"one": "a bridge"}, "# Head\n\n- a bridge\n- a road\n\n> Said.\n", "", "paper.md")
    assert page.one("h3").text == "Head"
    assert [words(tag.text)[:8] for tag in page.find("li")[:1]]
    assert words(page.one("blockquote").text) == "Said."
    assert page.problems == []


def test_long_texts_are_laid_out_in_parts() -> None:
    page = paper({"one": "The end"}, "A few words more.\n\n" * 600 + "The end.")
    assert len(page.find("div", class_="cb-part")) == 3
    assert page.find("article", class_="cb-prose cb-text cb-long")


@pytest.mark.parametrize(
    ("printed", "original", "shown"),
    [
        ("the bridge was opened", "the bridge was closed", "the bridge was -opened+closed"),
        (
            "respect the decision of Ann to launch operations",
            "we respect Ann’s decision to exit operations",
            "+we_respect -the+Ann’s decision -of Ann to launch+to exit operations",
        ),
        ("principal client", "major customer", "-principal client+major customer"),
        ("video-generation", "video generation", "video-generation"),
        ("", "words", "+words_"),
        ("words", "", "-words"),
        ("word so " * 200, "word or " * 200, f"-{'word so ' * 200}+{'word or ' * 200}"),
    ],
)
def test_two_wordings_are_told_apart_word_by_word(printed: str, original: str, shown: str) -> None:
    told, at = "", 0
    for each in edits(printed, original):
        told += printed[at : each.start]
        told += f"-{printed[each.start : each.end]}" if each.end > each.start else ""
        told += f"+{each.instead}" if each.instead else ""
        told += "" if each.end else "_"
        at = each.end
    assert told + printed[at:] == shown


def test_letters_and_times_go_on() -> None:
    assert [lettered(each) for each in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]
    assert [time_code(each) for each in (0.4, 67, 3723.9)] == ["0:00", "1:07", "1:02:03"]


def test_our_own_article_shows_the_reversed_quotation() -> None:
    places = {each.location: each for each in site_of(own_files()).fragments()}
    page = PageReader(places["documents/sora-article"].body)
    struck = [tag.text for tag in page.find("del")]
    assert any("launch" in each for each in struck)
    assert any("exit" in tag.text for tag in page.find("ins"))
    count = len(page.find("a", class_="cb-ref"))
    assert count == 24
    assert len(re.findall(r"fault-[a-z]+", " ".join(page.ids))) == 15


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("opened", "The bridge <opened> on Monday."),
        ("It rained.", "<It rained.>"),
        ("bridge […] rained", "The <bridge> opened on Monday. It <rained>."),
        ("Nobody came.”", "Ann said: “<Nobody came.”>"),
        ("came", "Ann said: “Nobody <came>.”"),
        ("The end", "<The end>"),
    ],
)
def test_a_claims_page_shows_its_words_in_their_sentence(quote: str, shown: str) -> None:
    text = "The bridge opened on Monday. It rained. Ann said: “Nobody came.” More.\n\nThe end\n"
    blockquote = claim_place(quote, text).one("blockquote", dir="auto")
    marks = claim_place(quote, text).find("mark")
    told = blockquote.text
    for each in marks:
        told = told.replace(each.text, f"<{each.text}>", 1)
    assert words(told) == shown


def claim_place(quote: str, text: str, more: str = "") -> PageReader:
    """The part of a claim's page that tells where it was made."""
    files = {
        "one.yml": claim_text("One.", more=PLACE.format(f"'{quote}'")),
        "documents/paper.yml": RECORD.format("paper.txt") + more,
        "documents/paper.txt": text,
    }
    body = site_of(files).claim_body("one")
    return PageReader(
        body[body.index('<section class="cb-section cb-places"') :].split("</section>")[0]
    )


def test_a_claims_page_tells_of_the_faults_of_its_words() -> None:
    more = (
        "notes: [{printed: launch, original: exit, effect: Reversed.}, {printed: A, original: B}]"
    )
    page = claim_place("to launch", "A decision to launch.", more)
    (note,) = page.find("p", class_="cb-note")
    assert "was probably “exit”. Reversed." in words(note.text)
    assert page.one("a", href="../../documents/paper/#fault-b")
    assert page.one("a", href="../../documents/paper/#passage-one").text == "In context"
    assert claim_place("to launch", "Nothing of it.").find("mark") == []


def test_verdicts_stand_beside_the_text_where_there_is_room() -> None:
    def beside(text: str) -> list[str]:
        return [
            tag.text
            for tag in paper({"one": "It rained"}, text).find("span", class_="cb-aside__verdict")
        ]

    assert beside("It rained. " + "Much is told. " * 40) == [
        "The council’s minutes record the opening."
    ]
    assert beside("It rained.") == []


def test_verdicts_on_what_is_not_true_stand_beside_the_text_before_others() -> None:
    said = {f"said-{n}": n for n in range(3)}
    files = {
        f"{key}.yml": claim_text(
            key, rating="false" if n == 1 else "true", more=PLACE.format(f"It rained on day {n}")
        )
        for key, n in said.items()
    }
    files["documents/paper.yml"] = RECORD.format("paper.txt")
    files["documents/paper.txt"] = "".join(
        [f"It rained on day {n}. {'Much is told. ' * 10}" for n in said.values()]
    )
    places = {each.location: each for each in site_of(files).fragments()}
    page = PageReader(places["documents/paper"].body)
    assert len(page.find("span", class_="cb-aside__verdict")) == 1
