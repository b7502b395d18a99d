"""What a claim page says of quotations that were compared with a saved text."""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from claimbook.evidence.passages import MOST_AROUND, MOST_OF_SOURCE, SHARE_OF_SOURCE
from claimbook.site import Site
from tests.unit.rules.test_saved import SAVED, claim
from tests.unit.views.making import PageReader, site_of, words


def site(
    quote: str,
    *,
    verify: str = "",
    captured: str = ", captured: 2026-03-24",
    more: str = "",
    saved: str = SAVED,
    others: Mapping[str, str] = MappingProxyType({}),
) -> Site:
    digest = sha256(saved.encode()).hexdigest()
    snapshot = f"snapshot: {{file: register.txt, sha256: {digest}{captured}}}"
    return site_of(
        {
            "a.yml": claim(quote, verify=verify) + more,
            "sources/register.yml": "title: Register\nurl: https://a.example/\n"
            f"standing: primary\n{snapshot}\n",
            "snapshots/register.txt": saved,
            **others,
        }
    )


def text_of(made: Site) -> str:
    return words(PageReader(made.claim_fragment("a").body).tags[0].text)


def test_a_quotation_that_stands_there_bears_a_badge() -> None:
    digest = sha256(SAVED.encode()).hexdigest()[:12]
    shown = text_of(site("The bridge is closed to all traffic"))
    assert (
        f"Verbatim in the text saved on 24 March 2026 (SHA-256 {digest}…). What this proves"
        in shown
    )
    assert "1 quote (1 found in a saved text)" in shown


def test_the_passage_is_a_disclosure_away_and_marks_the_quoted_words() -> None:
    page = PageReader(site("bridge is closed", captured="").claim_fragment("a").body)
    passage = page.one("details", class_="cb-passage")
    assert words(passage.text) == (
        "The passage in context The register The bridge is closed to all traffic from 3 May 2025. "
        "Nobody may cross."
    )
    assert page.one("mark").text == "bridge is closed"
    assert passage.get("open") is None
    # What belongs to others is not to be found by the search.
    assert "data-pagefind-ignore" in passage.attributes


def test_what_was_left_out_is_shown() -> None:
    shown = text_of(site("The bridge […] from 3 May 2025", captured=""))
    assert "Verbatim, with words left out, in the saved text (SHA-256" in shown
    assert "Left out: is closed to all traffic" in shown


def test_what_belongs_to_others_is_not_found_by_the_search() -> None:
    verify = "    verify: {manual: Ann Rivers heard it.}"
    for quote, more in [
        ("The bridge […] from 3 May 2025", ""),
        ("The bridge is open to all traffic", verify),
        ("Nobody may cross?", verify),
    ]:
        page = PageReader(site(quote, verify=more).claim_fragment("a").body)
        told = [*page.find("p", class_="cb-wording"), *page.find("p", class_="cb-note")]
        others = [each for each in told if {"closed", "“.”"} & {*words(each.text).split()}]
        assert others
        assert all("data-pagefind-ignore" in each.attributes for each in others)


def test_of_what_was_left_out_at_length_the_ends_are_shown() -> None:
    long = " ".join(f"word{n}" for n in range(200))
    saved = f"The bridge {long} was closed. {'Nothing else. ' * 300}"
    shown = text_of(site("The bridge […] was closed", saved=saved))
    assert "Left out: word0 word1 " in shown
    assert " word199" in shown
    assert "more characters …]" in shown
    assert "word100" not in shown


def test_what_a_person_accepted_is_shown_with_its_differences() -> None:
    verify = "    verify: {manual: Ann Rivers read the printed register.}"
    made = site("The bridge is open to all traffic", verify=verify)
    page = PageReader(made.claim_fragment("a").body)
    shown = text_of(made)
    assert "Altered: there are other words in the text saved on 24 March 2026 (SHA-256" in shown
    assert page.one("del").text == "Only in the saved text: closed"
    assert page.one("ins").text == "Only in the quotation: open"
    assert "Struck out: only in the saved text. Underlined: only in the quotation." in shown
    assert "Accepted by a person all the same: Ann Rivers read the printed register." in shown
    assert "found in a saved text" not in shown


def test_what_cannot_be_seen_side_by_side_is_said() -> None:
    verify = "    verify: {manual: Ann Rivers heard the question.}"
    shown = text_of(site("Nobody may cross?", verify=verify))
    assert "The saved text has “.” where the quotation has “?”." in shown


def test_no_more_is_told_of_differences_than_a_little() -> None:
    # Each elision hides a denial, and with it half a page.
    long = "".join(f"The {n}th bridge is not {'very ' * 60}old today. " for n in range(6))
    quote = "".join(f"The {n}th bridge is […] today. " for n in range(6)).strip()
    verify = "    verify: {manual: Ann Rivers asked the engineer.}"
    shown = text_of(site(quote, verify=verify, saved=long + "Nothing else. " * 500))
    assert shown.count("The quotation lacks “not very") == 3
    assert "3 more differences." in shown
    assert "very " * 25 not in shown


def test_what_an_altered_quotation_does_not_have_counts_as_shown() -> None:
    # The ends of a text as one quotation: the place most like it is all of the text.
    whole = " ".join(f"word{n}" for n in range(2_000))
    saved = f"Before all. The beginning stands here. {whole}. The end stands there. After all."
    quote = "The beginning stands here. […] The end stands there."
    shown = text_of(site(quote, verify="    verify: {manual: I read it.}", saved=saved))
    assert "Altered: there are other words" in shown
    assert "word" not in shown.replace("words", "")


def test_a_source_that_many_quote_shows_less_of_differences_too() -> None:
    saved = f"The bridge is {'very ' * 30}closed to all traffic now. {'Nothing else. ' * 60}"
    verify = "    verify: {manual: I read it.}"
    quote = "The bridge is closed to all traffic now"
    others = {f"b{n}.yml": claim("Nothing else") for n in range(9)}
    assert "very " * 20 in text_of(site(quote, verify=verify, saved=saved))
    assert "very " * 20 not in text_of(site(quote, verify=verify, saved=saved, others=others))


def test_what_is_absent_is_not_compared_word_by_word() -> None:
    verify = "    verify: {manual: Ann Rivers read the printed register.}"
    made = site("Ferries sail every hour until midnight", verify=verify)
    assert "Not in the text saved on 24 March 2026" in text_of(made)
    page = PageReader(made.claim_fragment("a").body)
    assert not page.find("del")
    assert not page.find("details", class_="cb-passage")


def test_what_nobody_can_compare_bears_no_badge() -> None:
    verify = "    verify: {none: It is a picture.}"
    shown = text_of(site("The bridge is closed to all traffic", verify=verify))
    assert "Quotation not compared: It is a picture." in shown
    assert "What this proves" not in shown
    assert "1 quote (none verified yet)" in shown


def test_what_was_not_compared_is_counted_beside_what_was() -> None:
    more = """\
  - stance: context
    quote: It rained.
    source: {title: Weather, publisher: Example Weather}
"""
    shown = text_of(site("The bridge is closed to all traffic", more=more))
    assert "2 quotes (1 found in a saved text, 1 not compared)" in shown


SENTENCES = [f"Sentence {n} says nothing of interest to anybody at all." for n in range(400)]


def shown_of(made: Site) -> list[int]:
    """How many characters of a saved text that are not quoted each passage of all pages shows."""
    pages = [PageReader(each.body) for each in made.fragments() if "cb-passage" in each.body]
    return [
        len(passage.text.strip()) - len("The passage in context\n") - len(mark.text)
        for page in pages
        for passage, mark in zip(
            page.find("details", class_="cb-passage"), page.find("mark"), strict=True
        )
    ]


def test_no_more_than_a_little_of_a_saved_text_is_published() -> None:
    saved = " ".join(SENTENCES)
    quotes = [each.removesuffix(".") for each in SENTENCES[5::5]]
    (alone,) = shown_of(site(quotes[0], saved=saved))
    assert MOST_AROUND / 2 < alone <= 2 * MOST_AROUND + 2
    more = "".join(
        f"  - stance: context\n    quote: {each}\n    source: register\n" for each in quotes[1:]
    )
    every = shown_of(site(quotes[0], more=more, saved=saved))
    assert len(every) > 70
    # All of it would be four times what is quoted.
    assert sum(every) <= min(MOST_OF_SOURCE, len(saved) / SHARE_OF_SOURCE)


def test_claims_share_what_may_be_shown_of_a_source() -> None:
    saved = " ".join(SENTENCES)
    quotes = [each.removesuffix(".") for each in SENTENCES[3:180:3]]
    for number in (10, 55):
        others = {f"other-{n}.yml": claim(each) for n, each in enumerate(quotes[:number])}
        every = shown_of(site("Sentence 0 says nothing", saved=saved, others=others))
        assert len(every) > number
        assert sum(every) <= min(MOST_OF_SOURCE, len(saved) / SHARE_OF_SOURCE)


def test_the_saved_text_itself_is_published_nowhere() -> None:
    made = site(SENTENCES[200].removesuffix("."), saved=" ".join(SENTENCES))
    everything = [each.body for each in made.fragments()]
    everything += [content.decode("utf-8", "replace") for _, content in made.exports()]
    assert [each for each in everything if SENTENCES[201] in each] != []
    assert [each for each in everything if SENTENCES[210] in each or SENTENCES[190] in each] == []


def test_a_saved_text_is_escaped() -> None:
    hostile = "The <script>alert(1)</script> bridge is closed & <b>barred</b> today. " * 3
    shown = site("is closed & <b>barred</b>", saved=hostile).claim_fragment("a").body
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; bridge" in shown


def test_the_badge_leads_to_what_it_proves() -> None:
    made = site("The bridge is closed to all traffic")
    links = PageReader(made.claim_fragment("a").body).links
    assert "../../quotations/" in {each["href"] for each in links}
    page = made.fragment_at("quotations/index")
    assert page is not None
    assert "What it does not prove" in page.body
    assert "nor more than 25% of its text" in page.body


def test_several_sources_of_one_text_share_what_may_be_shown_of_it() -> None:
    saved = "".join(f"Sentence number {n} stands in this register. " for n in range(60))
    digest = sha256(saved.encode()).hexdigest()
    more = "".join(
        f"  - {{stance: context, quote: Sentence number {n} stands in this register, source: "
        f"{{title: R{n}, snapshot: {{file: register.txt, sha256: {digest}}}}}}}\n"
        for n in range(20, 40)
    )
    made = site("Sentence number 5 stands in this register", saved=saved, more=more)
    passages = PageReader(made.claim_fragment("a").body).find("details", class_="cb-passage")
    around = sum(len(words(each.text)) for each in passages)
    assert around < len(saved) // SHARE_OF_SOURCE + 70 * len(passages)
