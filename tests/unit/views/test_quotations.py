"""What a claim page says of quotations that were compared with a saved text."""

from hashlib import sha256

from claimbook.site import Site
from tests.unit.rules.test_saved import SAVED, claim
from tests.unit.views.making import PageReader, site_of, words


def site(quote: str, *, verify: str = "", captured: str = ", captured: 2026-03-24") -> Site:
    digest = sha256(SAVED.encode()).hexdigest()
    snapshot = f"snapshot: {{file: register.txt, sha256: {digest}{captured}}}"
    return site_of(
        {
            "a.yml": claim(quote, verify=verify),
            "sources/register.yml": "title: Register\nurl: https://a.example/\n"
            f"standing: primary\n{snapshot}\n",
            "snapshots/register.txt": SAVED,
        }
    )


def text_of(made: Site) -> str:
    return words(PageReader(made.claim_fragment("a").body).tags[0].text)


def test_a_quotation_that_stands_there_bears_a_badge() -> None:
    digest = sha256(SAVED.encode()).hexdigest()[:12]
    shown = text_of(site("The bridge is closed to all traffic"))
    assert (
        "Compared by machine with the text saved on 24 March 2026"
        f" (SHA-256 {digest}…): verbatim. What this proves" in shown
    )
    assert "1 quote (1 found in a saved text)" in shown


def test_what_was_left_out_is_shown() -> None:
    shown = text_of(site("The bridge […] from 3 May 2025", captured=""))
    assert "Compared by machine with the saved text (SHA-256" in shown
    assert "…): verbatim with words left out." in shown
    assert "Left out: is closed to all traffic" in shown


def test_what_a_person_accepted_is_shown_with_its_differences() -> None:
    verify = "    verify: {manual: Ann Rivers read the printed register.}"
    shown = text_of(site("The bridge is open to all traffic", verify=verify))
    assert "with the text saved on 24 March 2026" in shown
    assert "…): altered. What this proves" in shown
    assert "The saved text has “closed” where the quotation has “open”." in shown
    assert "Quotation compared by a person: Ann Rivers read the printed register." in shown
    assert "found in a saved text" not in shown


def test_the_saved_text_itself_is_published_nowhere() -> None:
    made = site("The bridge is closed to all traffic")
    everything = [each.body for each in made.fragments()]
    everything += [content.decode("utf-8", "replace") for _, content in made.exports()]
    assert not [each for each in everything if "Nobody may cross" in each]


def test_the_badge_leads_to_what_it_proves() -> None:
    made = site("The bridge is closed to all traffic")
    links = PageReader(made.claim_fragment("a").body).links
    assert "../../quotations/" in {each["href"] for each in links}
    page = made.fragment_at("quotations/index")
    assert page is not None
    assert "What it does not prove" in page.body
