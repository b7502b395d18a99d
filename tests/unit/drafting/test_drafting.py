"""From answers to a valid draft."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.compile import compile_claims
from claimbook.corpus import Corpus
from claimbook.drafting import (
    Answers,
    claimant_reference,
    draft_text,
    next_free,
    objection_to,
    open_rating,
    proposed_id,
    source_at,
    taken_ids,
)
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.values import RESERVED_SLUGS, is_slug
from tests.properties.trees import sentences

TODAY = date(2026, 11, 22)
CLAIM = "claim: A.\nclaimant: B\naliases: [former]\nreview: {rating: unproven, verdict: C.}\n"


def compiled(**files: str) -> Corpus:
    read = [SourceFile(f"claims/{path}.yml", text.encode()) for path, text in files.items()]
    return compile_claims(read, DEFAULT_SETTINGS, TODAY).corpus


CORPUS = compiled(
    **{
        "one": CLAIM,
        "drafts/two": CLAIM.replace("former", "older"),
        "claimants/openai": "name: OpenAI\n",
        "sources/sora": "title: Sora\nurl: https://openai.com/sora/\n",
        "topics": "film: Film\nai: AI\n",
    }
)


def test_taken_are_ids_of_claims_and_drafts_and_former_ones() -> None:
    assert taken_ids(CORPUS) == {"one", "two", "former", "older"}


@pytest.mark.parametrize(
    ("claim", "taken", "name"),
    [
        ("Disney has invested $1 billion in OpenAI.", (), "disney-invested-1-billion-openai"),
        ("It is.", (), "claim"),
        ("…", (), "claim"),
        ("Con", (), "con-claim"),
        ("One", ("one",), "one-2"),
        ("One", ("one", "one-2"), "one-3"),
        ("x" * 300, (), "x" * 60),
        ("alpha " * 30, (), "-".join(["alpha"] * 8)),
        ("Sora 2’s launch", (), "sora-2s-launch"),
    ],
)
def test_an_id_is_proposed(claim: str, taken: tuple[str, ...], name: str) -> None:
    assert proposed_id(claim, taken) == name


@given(st.text(max_size=200), st.sets(st.sampled_from(["claim", "a", "a-2"])))
def test_every_proposal_is_a_free_id(claim: str, taken: set[str]) -> None:
    name = proposed_id(claim, taken)
    assert is_slug(name)
    assert name not in taken | RESERVED_SLUGS
    assert next_free(name, {name}) != name


@pytest.mark.parametrize(
    ("name", "answer", "message"),
    [
        ("claim", "", "the value is empty; text is expected"),
        ("claim", "x" * 501, "the text has 501 characters; at most 500 are read"),
        ("claimed", "2024-02-30", "February 2024 has no day 30"),
        ("url", "example.org", "`example.org` does not begin with `https://` or `http://`"),
        ("id", "one", "the id `one` is taken"),
        ("id", "former", "the id `former` is taken"),
        ("topic", "flim", "no topic is called `flim`"),
        ("rating", "half-true", "no rating is called `half-true`"),
        ("claimant", "openia", "no claimant is called `openia`"),
    ],
)
def test_what_cannot_stand_is_objected_to(name: str, answer: str, message: str) -> None:
    objection = objection_to(name, answer, CORPUS, taken_ids(CORPUS))
    assert objection is not None
    assert objection.message == message
    assert objection.hint


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        *(("claim", "null"), ("claimant", "openai"), ("claimant", "Open AI"), ("rating", "true")),
        *(("topic", "film"), ("id", "three"), ("claimed", "2025-12?"), ("title", "no")),
    ],
)
def test_what_can_stand_is_taken(name: str, answer: str) -> None:
    assert objection_to(name, answer, CORPUS, taken_ids(CORPUS)) is None


def test_names_and_addresses_that_are_known_become_ids() -> None:
    assert claimant_reference("openAI", CORPUS) == "openai"
    assert claimant_reference("Disney", CORPUS) == "Disney"
    assert source_at("https://OPENAI.com/sora/", CORPUS) == "sora"
    assert source_at("https://openai.com/", CORPUS) is None
    assert source_at("nonsense", CORPUS) is None


def test_the_open_rating_says_nothing_about_truth() -> None:
    assert open_rating(Corpus(scale=CORPUS.scale)) == "unproven"


ANSWERS = st.builds(
    Answers,
    id=st.just("new-claim"),
    claim=sentences(),
    claimant=sentences().filter(lambda text: not is_slug(text)),
    claimed=st.sampled_from(["", "2025", "2025-12-11?"]),
    url=st.sampled_from(["", "https://example.org/", "https://openai.com/sora/"]),
    title=sentences(),
    topics=st.sampled_from([(), ("film",), ("film", "ai")]),
    rating=st.sampled_from(["", "true", "false"]),
)


@given(ANSWERS, st.sampled_from(["../../", "https://example.org/"]))
def test_whatever_is_answered_the_draft_is_valid_and_in_form(answers: Answers, site: str) -> None:
    from claimbook.decode import Role
    from claimbook.formatting import formatted

    text = draft_text(answers, CORPUS, site, TODAY)
    assert text.startswith(f"# yaml-language-server: $schema={site}schema/1/claim.json\n")
    file = SourceFile("claims/drafts/new-claim.yml", text.encode())
    assert formatted(file, Role.DRAFT, site).value == text
    known = [
        SourceFile("claims/sources/sora.yml", b"title: Sora\nurl: https://openai.com/sora/\n"),
        SourceFile("claims/topics.yml", b"film: Film\nai: AI\n"),
        file,
    ]
    done = compile_claims(known, DEFAULT_SETTINGS, TODAY)
    errors = [each for each in done.diagnostics if each.severity == "error"]
    assert errors == []
    record = done.corpus.drafts["new-claim"].record
    assert record.claim
    assert record.topics == answers.topics
    assert bool(record.appearances) is bool(answers.url)
