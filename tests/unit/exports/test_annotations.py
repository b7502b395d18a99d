"""Annotations of texts under check, held against the Web Annotation Data Model."""

import json
from dataclasses import replace
from typing import Any

import pytest

from claimbook.exports.annotations import annotation_files
from claimbook.settings import Publication
from claimbook.site import Site
from tests.unit.exports.annotations import OA, expanded, problems_of
from tests.unit.views.hostile import hostile_files
from tests.unit.views.making import SETTINGS, PageReader, claim_text, own_files, site_of

PAPER = {
    "first.yml": claim_text(
        "First.", rating="false", more="appearances: [{document: paper, quote: 'the […] closed'}]"
    ),
    "documents/paper.yml": (
        "title: A paper\ntext: paper.txt\nurl: https://example.org/paper\nlanguage: en\n"
        "notes: [{printed: closed, original: open, effect: Reversed.}]\n"
        "not_checked: [{quote: Alas, reason: A sigh.}]\n"
    ),
    "documents/paper.txt": "😀 Alas, the bridge\nis closed now.\n",
}


def made(site: Site) -> dict[str, bytes]:
    return dict(annotation_files(site._catalogue))


def collection(site: Site, name: str = "paper") -> tuple[dict[str, Any], str]:
    files = made(site)
    text = files[f"documents/{name}/text.txt"].decode()
    return json.loads(files[f"documents/{name}/annotations.json"]), text


@pytest.mark.parametrize(
    ("files", "name"),
    [(own_files(), "sora-article"), (hostile_files(), "paper"), (PAPER, "paper")],
    ids=["own", "hostile", "paper"],
)
def test_they_keep_to_the_model(files: dict[str, str], name: str) -> None:
    told, text = collection(site_of(files), name)
    assert list(problems_of(told, text)) == []
    read = expanded(told, "https://ledger.example/documents/x/annotations.json")
    (page,) = read["http://www.w3.org/ns/activitystreams#first"]
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    assert len(items["@list"]) == told["total"]
    assert all(each["@type"] == [f"{OA}Annotation"] for each in items["@list"])
    # Nothing is lost on the way: what JSON-LD does not know it drops.
    assert all(f"{OA}hasTarget" in each and f"{OA}hasBody" in each for each in items["@list"])


def test_a_statement_is_assessed_where_it_stands() -> None:
    told, text = collection(site_of(PAPER))
    first, fault, gap = told["first"]["items"]
    assert first["id"] == "https://ledger.example/documents/paper/annotations.json#passage-first"
    assert first["motivation"] == "assessing"
    assert [each.get("value") or each["source"] for each in first["body"]] == [
        "False: The council’s minutes record the opening.",
        "False",
        "https://ledger.example/claims/first/",
    ]
    # Two stretches, each in the text beside and where it was published.
    assert [each["source"].rpartition("/")[2] for each in first["target"]] == [
        *("text.txt", "paper", "text.txt", "paper"),
    ]
    quote, position = first["target"][2]["selector"]
    assert quote["exact"] == text[position["start"] : position["end"]] == "closed"
    assert (fault["motivation"], fault["body"][0]["value"]) == ("editing", "open")
    assert fault["body"][1]["value"] == "Reversed."
    assert gap["body"][0]["value"] == "Not checked: A sigh."


def test_without_an_address_they_are_found_from_where_they_stand() -> None:
    settings = replace(SETTINGS, publication=Publication(name="The Ledger"))
    told, text = collection(site_of(PAPER, settings))
    assert list(problems_of(told, text)) == []
    read = expanded(told, "https://a.example/below/documents/paper/annotations.json")
    assert read["@id"] == "https://a.example/below/documents/paper/annotations.json"


def test_the_page_leads_to_them_unless_they_are_switched_off() -> None:
    site = site_of(PAPER)
    pages = {each.location: each for each in site.fragments()}
    links = PageReader(pages["documents/paper"].head).find("link")
    (link,) = [each for each in links if "anno.jsonld" in (each.get("type") or "")]
    assert link["href"] == "../../documents/paper/annotations.json"
    assert "anno.jsonld" not in pages["documents/index"].head
    exports = replace(SETTINGS.exports, annotations=False)
    off = site_of(PAPER, replace(SETTINGS, exports=exports))
    assert "anno.jsonld" not in "".join(each.head for each in off.fragments())
    assert not [path for path, _ in off.exports() if "annotations" in path]


def test_a_text_that_is_missing_has_none() -> None:
    files = {"documents/paper.yml": "title: A paper\ntext: paper.txt\n"}
    assert made(site_of({**files, "first.yml": claim_text()})) == {}


def test_what_is_wrong_is_found() -> None:
    told, text = collection(site_of(PAPER))
    broken = json.loads(json.dumps(told).replace("assessing", "judging"))
    assert any("motivation" in each for each in problems_of(broken, text))
    assert any("stands in the text" in each for each in problems_of(told, "Another."))
    assert any("no term" in each for each in problems_of({**told, "rating": "x"}, text))
