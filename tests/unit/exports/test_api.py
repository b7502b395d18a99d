"""The static API: every answer by its schema, field by field with the claims, and described."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from claimbook.corpus import FiledClaim
from claimbook.data import replaced
from claimbook.exports.api.claim import claim_api_files
from claimbook.exports.api.description import OPERATIONS, openapi
from claimbook.exports.api.lists import PER_PAGE, api_files
from claimbook.exports.files import File
from claimbook.exports.open_data.plain import plain
from claimbook.fragment import UrlStyle
from claimbook.policy.headers import Hosted, header_files
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.views.catalogue import Catalogue, catalogue_of
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, TODAY, claim_text, corpus_of, own_files, site_of

ROOT = "api/v1/"


def catalogue(files: Mapping[str, str], settings: Settings = SETTINGS) -> Catalogue:
    return catalogue_of(corpus_of(files), settings, UrlStyle(), Renderer(), TODAY)


def made(files: Mapping[str, str], settings: Settings = SETTINGS) -> list[File]:
    drawn = catalogue(files, settings)
    claims = [
        file for each in drawn.corpus.claims.values() for file in claim_api_files(each, drawn)
    ]
    return [*api_files(drawn), *claims]


def read(files: Mapping[str, str], settings: Settings = SETTINGS) -> dict[str, Any]:
    return {
        path.removeprefix(ROOT).removesuffix(".json"): json.loads(content)
        for path, content in made(files, settings)
    }


def kind_of(name: str) -> str:
    """The schema of an answer, found by the paths that the description gives."""
    for each in OPERATIONS:
        pattern = re.sub(r"\{(\w+)\}", r"[a-z0-9-]+", each.path)
        if re.fullmatch(pattern, name):
            return each.kind.__name__
    raise AssertionError(name)


NUMBERED = {f"c{n:03}.yml": claim_text(f"The bridge opened on day {n}.") for n in range(205)}
CORPORA = {"own": own_files(), "hostile": hostile_files(), "none": {}, "many": NUMBERED}


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("url", ["https://ledger.example/", ""])
def test_every_answer_is_valid_by_its_schema(corpus: str, url: str) -> None:
    settings = replace(SETTINGS, publication=Publication(name="L", url=url, licence="CC0"))
    found = read(CORPORA[corpus], settings)
    schema = found["schema"]
    Draft202012Validator.check_schema(schema)
    seen = set()
    for name, told in found.items():
        if name in {"schema", "openapi"}:
            continue
        kind = kind_of(name)
        seen.add(kind)
        whole = {**schema, "$ref": f"#/$defs/{kind}"}
        problems = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(told)
        assert [f"{name}: {each.message}" for each in problems] == []
    assert {"Index", "ClaimsPage", "Scale", "ChangesIndex"} <= seen


def test_a_schema_refuses_what_is_no_answer() -> None:
    schema = read(CORPORA["own"])["schema"]
    whole = {**schema, "$ref": "#/$defs/Summary"}
    assert not Draft202012Validator(whole).is_valid({"id": "a"})
    row = read(CORPORA["own"])["claims/index"]["claims"][0]
    assert Draft202012Validator(whole).is_valid(row)
    for name, value in (("id", "A b"), ("corrections", -1), ("claimed", "in May")):
        assert not Draft202012Validator(whole).is_valid({**row, name: value})


@pytest.mark.parametrize("licence", ["CC BY 4.0", "Ask us", ""])
@pytest.mark.parametrize("url", ["https://ledger.example/", ""])
def test_the_description_is_openapi(licence: str, url: str) -> None:
    told = openapi(Publication(name="L", url=url, licence=licence, description="Checks"))
    OpenAPIV31SpecValidator(told).validate()
    assert len(told["paths"]) == len(OPERATIONS)


def test_every_file_is_described_and_everything_described_is_there() -> None:
    found = read(CORPORA["many"] | CORRECTED | {"topics.yml": "bridges: Bridges\n"})
    assert {kind_of(name) for name in found if name not in {"schema", "openapi"}} == {
        each.kind.__name__ for each in OPERATIONS
    }


CORRECTED = {
    "bridge.yml": claim_text(
        more="claimed: 1932-03?\nwithdrawn: {date: 2026-08, reason: The minutes were forged.}",
        review=(
            "  reviewed: 2026-03-01\n  analysis: It was [@letter].\n"
            "  corrections: [{date: 2026-03-04, wrong: A, now: B, rating_before: false}]\n"
        ),
    ),
    "sources/letter.yml": "title: Letter\nurl: https://letter.example/\n",
    "sources/unused.yml": "title: Unused\n",
}


def test_a_claim_says_all_that_its_file_says() -> None:
    files = own_files()
    found = read(files)
    texts = {path.rpartition("/")[2].removesuffix(".yml"): text for path, text in files.items()}
    drawn = catalogue(files)
    assert len(drawn.corpus.claims) > 20
    for name, claim in drawn.corpus.claims.items():
        told, file = found[f"claims/{name}"], yaml.safe_load(texts[name])
        assert told["record"] == plain(claim.record)
        assert told["record"].keys() == file.keys()
        assert told["claim"] == claim.record.claim
        assert told["verdict"] == claim.record.review.verdict
        assert told["rating"]["key"] == claim.record.review.rating
        assert told["rating"] in found["scale"]["ratings"]
        assert told["links"]["page"] == f"https://ledger.example/claims/{name}/"
        sources = [each["source"] for each in told["record"]["evidence"]]
        named = {each for each in sources if isinstance(each, str) and each in drawn.corpus.sources}
        assert named <= told.get("sources", {}).keys()
        for key, source in told.get("sources", {}).items():
            assert source == plain(drawn.corpus.sources[key].record)


def test_what_happened_to_a_claim_is_told_in_its_months() -> None:
    found = read(CORRECTED)
    assert [each["period"] for each in found["changes/index"]["periods"]] == ["2026-03", "2026-08"]
    one, two = found["changes/2026-03"]["changes"]
    assert (one["date"], one["kind"], one["claim"]) == ("2026-03-01", "published", "bridge")
    assert (two["kind"], two["wrong"], two["now"], two["rating_before"]) == (
        *("corrected", "A", "B", "false"),
    )
    [last] = found["changes/2026-08"]["changes"]
    assert (last["date"], last["reason"]) == ("2026-08", "The minutes were forged.")


def test_a_withdrawn_claim_says_so_and_has_no_claim_review() -> None:
    told = read(CORRECTED)["claims/bridge"]
    assert told["is_withdrawn"]
    assert told["dates"] == {
        "claimed": "1932-03?",
        "reviewed": "2026-03-01",
        "updated": "2026-08",
        "withdrawn": "2026-08",
    }
    assert "claim_review" not in told
    assert told["sources"] == {"letter": {"title": "Letter", "url": "https://letter.example/"}}


def test_the_list_of_claims_comes_in_pages_by_id() -> None:
    found = read(NUMBERED)
    first = found["claims/index"]
    assert (first["page"], first["pages"], first["total"]) == (1, 3, 205)
    rows, seen = [], first
    while seen:
        rows += [each["id"] for each in seen["claims"]]
        following = seen.get("next", "").partition(ROOT)[2].removesuffix(".json")
        seen = found[following] if following else None
    assert rows == sorted(name.removesuffix(".yml") for name in NUMBERED)
    assert len(first["claims"]) == PER_PAGE
    assert found["claims/page/2"]["previous"] == f"https://ledger.example/{ROOT}claims/index.json"


def test_counts_are_right_and_every_beginning_is_there() -> None:
    files = own_files()
    found, drawn = read(files), catalogue(files)
    index = found["index"]
    assert index["counts"]["claims"] == len(drawn.corpus.claims) == found["claims/index"]["total"]
    assert index["counts"]["sources"] == len(found["sources/index"]["sources"])
    assert index["counts"]["claimants"] == len(found["claimants"]["claimants"])
    assert index["counts"]["topics"] == len(found["topics/index"]["topics"])
    for name, address in index["links"].items():
        assert name in found
        assert address == f"https://ledger.example/{ROOT}{name}.json"


def test_every_own_address_without_a_site_leads_to_a_file() -> None:
    files = own_files()
    settings = Settings(publication=Publication(name="L"))
    paths = {path for path, _ in made(files, settings)}
    found = read(files, settings)
    rows = (*found["claims/index"]["claims"], *found["sources/index"]["sources"])
    assert {each["href"] for each in rows} <= paths


def test_hostile_texts_come_back_and_mean_nothing_to_html() -> None:
    files = made(hostile_files())
    for path, content in files:
        assert not {b"<", b">", b"&", "\u2028".encode()} & {
            content[i : i + 1] for i in range(len(content))
        }, path
        assert content.count(b"\n") == 1
    told = read(hostile_files())["claims/first"]
    assert (told["claim"], told["verdict"], told["claimant"]["name"]) == (HOSTILE,) * 3
    assert told["record"]["evidence"][0]["source"]["title"] == HOSTILE
    assert told["claim_review"]["claimReviewed"] == HOSTILE


SIGNS = ["\u202eevil", "]]>", "=cmd()", "🦊 e\u0301", "a\u2028b", '"} {', "{{ x }}"]


@pytest.mark.parametrize("sign", SIGNS)
def test_any_text_comes_back(sign: str) -> None:
    base = corpus_of({"bridge.yml": claim_text()})
    claim = base.claims["bridge"]
    odd = FiledClaim("bridge", claim.path, replaced(claim.record, claim=sign, title=sign))
    corpus = replace(base, claims={"bridge": odd})
    drawn = catalogue_of(corpus, SETTINGS, UrlStyle(), Renderer(), TODAY)
    [(_, content)] = claim_api_files(odd, drawn)
    told = json.loads(content)
    assert (told["claim"], told["title"], told["record"]["claim"]) == (sign,) * 3


def test_the_same_claims_give_the_same_bytes_in_any_order() -> None:
    files = own_files()
    assert made(files) == made(dict(reversed(files.items())))


def test_pages_that_are_files_are_linked_as_such() -> None:
    corpus = corpus_of({"bridge.yml": claim_text()})
    drawn = catalogue_of(corpus, SETTINGS, UrlStyle(use_directories=False), Renderer(), TODAY)
    [(_, content)] = claim_api_files(corpus.claims["bridge"], drawn)
    assert json.loads(content)["links"]["page"] == "https://ledger.example/claims/bridge.html"


def test_everything_a_claim_leads_to_is_there() -> None:
    site = site_of(own_files())
    name = next(iter(site.corpus.claims))
    fragment = site.claim_fragment(name)
    files = dict(fragment.beside)
    links = json.loads(files[f"{ROOT}claims/{name}.json"])["links"]
    assert links.keys() == {"self", "page", "cite", "markdown", "embed", "badge"}
    paths = {*files, site.style.file(fragment.location)}
    for address in links.values():
        path = address.removeprefix("https://ledger.example/")
        assert path in paths or f"{path}index.html" in paths


def test_listed_answers_rest_on_nothing_but_what_lists_show() -> None:
    """The words of an analysis and of evidence change, and no file but the claim's own does."""
    source = "source: {id: a, title: A, url: 'https://a.example/'}"
    shown = claim_text(review="  analysis: It was [@letter] so.", more="language: en").replace(
        "evidence:\n", f"evidence:\n  - stance: supports\n    {source}\n    quote: One.\n"
    )
    changed = shown.replace("quote: One.", "quote: Two.").replace(" so.", " not so.")
    letter = {"sources/letter.yml": "title: Letter\n"}
    one, two = (site_of({"bridge.yml": text, **letter}) for text in (shown, changed))
    assert shown != changed
    kinds = ("api/", "data/")
    listed = [[each for each in site.exports() if each[0].startswith(kinds)] for site in (one, two)]
    assert listed[0] == listed[1]
    assert {path.partition("/")[0] for path, _ in listed[0]} == {"api", "data"}
    assert one.claim_fragment("bridge").beside != two.claim_fragment("bridge").beside


def test_what_is_switched_off_is_not_published() -> None:
    settings = replace(SETTINGS, exports=replace(SETTINGS.exports, api=False, data_feed=False))
    site = site_of(own_files(), settings)
    files = [
        *site.exports(),
        *site.downloads(),
        *site.claim_fragment(next(iter(site.corpus.claims))).beside,
    ]
    assert not [path for path, _ in files if path.startswith(("api/", "data/"))]


@pytest.mark.parametrize("root", ["/", "/x/"])
def test_hosts_are_told_that_others_may_read(root: str) -> None:
    text = dict(header_files(Hosted(root, frozenset()), None))["_headers"].decode()
    rules = [each.split("\n") for each in re.findall(r"(?m)^(/.+\n  .+)$", text)]
    assert rules == [
        [f"{root}{folder}/*", "  Access-Control-Allow-Origin: *"] for folder in ("api", "data")
    ]


def test_a_claim_is_told_in_a_version_that_git_knows() -> None:
    text = claim_text()
    told = read({"bridge.yml": text})["claims/bridge"]
    blob = f"blob {len(text.encode())}\0{text}".encode()
    assert told["version"] == hashlib.sha1(blob).hexdigest()
    assert read({"bridge.yml": f"{text}# a note\n"})["claims/bridge"]["version"] != told["version"]


def test_a_topic_names_its_claims() -> None:
    files = {"topics.yml": "bridges: {label: Bridges, description: What spans water.}\n"}
    files |= {"a.yml": claim_text(more="topics: [bridges]"), "b.yml": claim_text("It closed.")}
    found = read(files)
    [row] = found["topics/index"]["topics"]
    assert (row["label"], row["description"], row["claims"]) == (
        *("Bridges", "What spans water.", 1),
    )
    assert row["href"] == f"https://ledger.example/{ROOT}topics/bridges.json"
    assert found["topics/bridges"]["claims"] == ["a"]
