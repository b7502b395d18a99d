"""Rules about ratings, corrections and dates (CB4xx, CB5xx)."""

from collections.abc import Callable
from typing import Any

import pytest

Fixture = Callable[..., Any]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("False: the bridge was closed", "False"),
        ("The bridge was closed – FALSE", "FALSE"),
        ("The closed bridge (unproven)", "unproven"),
        ("A mostly false report of a bridge", "mostly false"),
        ("Fact-check: the bridge over the Exe", "Fact-check"),
        ("Debunked: the closed bridge", "Debunked"),
        ("The hoax of the closed bridge", "hoax"),
        ("The fake closure of the bridge", "fake"),
        ("A false alarm at the bridge", None),
        ("True North and its bridge", None),
        ("Mixed reactions to the bridge", None),
        ("An outdated bridge over the Exe", None),
        ("The check of the bridge for facts", None),
    ],
)
def test_a_title_does_not_judge(look: Fixture, claim: Fixture, title: str, found: object) -> None:
    seen = look(claim(top=f"title: '{title}'"))
    assert [(each.code, each.text) for each in seen] == ([("CB401", found)] if found else [])


def test_a_claim_about_a_fake_may_be_called_so(look: Fixture, claim: Fixture) -> None:
    sentence = "The photograph of the closed bridge is a fake."
    assert look(claim(sentence=sentence, top="title: The fake photograph")) == []


def test_labels_of_another_scale_are_known(look: Fixture, claim: Fixture) -> None:
    scale = (
        "ratings:\n"
        "  unproven: {label: Open, definition: D., icon: i, colour: c, axis: status}\n"
        "  pants: {label: Pants on fire, definition: D., icon: i, colour: c, axis: status}\n"
    )
    found = look(claim(top="title: A pants on fire report"), scale=scale)
    assert [each.text for each in found] == ["pants on fire"]
    assert look(claim(top="title: 'Unproven: a report'"), scale=scale) == []


def corrections(*steps: str) -> str:
    lines = []
    for day, step in enumerate(steps, 1):
        before, _, after = step.partition(">")
        lines.append(f"  - date: 2026-11-{day:02}\n    wrong: A.\n    now: B.")
        lines += [f"    rating_before: {before}"] if before else []
        lines += [f"    rating_after: {after}"] if after else []
    return "corrections:\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (["mixed>unproven"], []),
        (["unproven>unproven"], []),
        (["mixed>outdated", "outdated>unproven"], []),
        (["mixed>outdated", ">", "outdated>unproven"], []),
        (["mixed>outdated", ">unproven"], []),
        ([">", ">"], []),
        (["unproven>"], []),
        (["mixed>outdated"], ["unproven"]),
        (["mixed>"], ["mixed"]),
        (["mixed>outdated", "misleading>unproven"], ["misleading"]),
    ],
)
def test_corrections_lead_to_the_rating(
    look: Fixture, claim: Fixture, steps: list[str], found: object
) -> None:
    seen = look(claim(review=corrections(*steps)))
    assert [each.text for each in seen if each.code == "CB402"] == found
    assert {each.code for each in seen} <= {"CB402"}


@pytest.mark.parametrize(
    ("claimed", "reviewed", "is_wrong"),
    [
        ("2025-05-03", "2025-05-03", False),
        ("2025-05-03", "2025-05-02", True),
        ("2025-05", "2025-05-01", False),
        ("2025-05", "2025-04-30", True),
        ("2025~", "2024-01-01", False),
        ("2025-05-03?", "2025-05-02", False),
        ("2025-05-03T09:00Z", "2025-05-02", False),
        ("2025-05-03T23:00Z", "2025-05-02", True),
        ("2099", "2025-05-02", False),
    ],
)
def test_a_review_comes_after_its_claim(
    look: Fixture, claim: Fixture, claimed: str, reviewed: str, is_wrong: bool
) -> None:
    text = claim(top=f"claimed: {claimed}", review=f"reviewed: {reviewed}")
    found = look(text, only="CB501")
    assert [(each.text, each.labels) for each in found] == (
        [(reviewed, (claimed,))] if is_wrong else []
    )


@pytest.mark.parametrize(
    ("date", "is_future"),
    [
        ("2026-11-22", False),
        ("2026-11-23", False),
        ("2026-11-24", True),
        ("2026-12", True),
        ("2026", False),
        ("2027", True),
    ],
)
def test_the_past_does_not_lie_ahead(
    look: Fixture, claim: Fixture, source: Fixture, date: str, is_future: bool
) -> None:
    text = claim(review=f"true_as_of: {date}", evidence=source(accessed=date))
    found = look(text)
    assert [(each.code, each.text) for each in found] == [("CB503", date)] * (2 * is_future)


def test_plans_may_lie_ahead(look: Fixture, claim: Fixture) -> None:
    assert look(claim(review="review_by: 2099")) == []


@pytest.mark.parametrize(
    ("date", "is_over"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11", False)]
)
def test_a_promise_to_look_again(look: Fixture, claim: Fixture, date: str, is_over: bool) -> None:
    found = look(claim(review=f"review_by: {date}"))
    assert [(each.code, each.text) for each in found] == [("CB504", date)] * is_over


def test_nobody_looks_again_at_what_is_withdrawn(look: Fixture, claim: Fixture) -> None:
    top = "withdrawn: {date: 2026-10-01, reason: It was another bridge.}"
    assert look(claim(top=top, review="review_by: 2026-11-01")) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"published": "2026-10-02", "accessed": "2026-10-01"}, "CB502"),
        ({"published": "2026-10-02T23:00-08:00", "accessed": "2026-10-02"}, None),
        ({"published": "2026-10-02", "snapshot": "SNAPSHOT"}, "CB506"),
        (
            {
                "published": "2026-10-02",
                "archives": "[{url: 'https://perma.cc/A', captured: 2026-09-30}]",
            },
            "CB506",
        ),
        (
            {
                "published": "2026-10-02",
                "archives": "[{url: 'https://perma.cc/A', captured: 2026-10}]",
            },
            None,
        ),
        (
            {
                "published": "2026-10-02~",
                "archives": "[{url: 'https://perma.cc/A', captured: 2026-09}]",
            },
            None,
        ),
    ],
)
def test_a_source_is_read_and_kept_after_it_was_published(
    look: Fixture, claim: Fixture, source: Fixture, fields: dict[str, str], code: str | None
) -> None:
    snapshot = f"{{file: a.txt, sha256: '{'0' * 64}', captured: 2026-09-30}}"
    given = {name: snapshot if value == "SNAPSHOT" else value for name, value in fields.items()}
    assert [each.code for each in look(claim(evidence=source(**given)))] == ([code] if code else [])


def test_shared_sources_count_as_inline_ones(look: Fixture, claim: Fixture) -> None:
    shared = "title: T\nurl: https://a.example.org/\npublished: 2026-10-02\n"
    evidence = "  - {stance: context, says: So., source: shared}"
    text = claim(review="reviewed: 2026-10-01", evidence=evidence)
    (seen,) = look(text, sources__shared=shared)
    assert (seen.code, seen.text, seen.labels) == ("CB507", "shared", ("2026-10-01",))


def test_drafts_need_no_review_date(look: Fixture, claim: Fixture) -> None:
    draft = claim(sentence="The ford is closed.")
    assert [each.code for each in look(drafts__ford=draft, only="CB508")] == []
    assert [each.code for each in look(claim(), only="CB508")] == ["CB508"]
