"""What is said of a draft, and what the builder knows of a publication."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimbook.builder.adviser import answerer
from claimbook.builder.pack import packed, unpacked
from claimbook.fragment import UrlStyle
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.workspace import compile_workspace, load

ROOT = Path(__file__).resolve().parents[3]
TODAY = "2026-11-22"
WORKSPACE = load(ROOT)
PACK = packed(WORKSPACE.settings, WORKSPACE.config, WORKSPACE.files, UrlStyle(), {})
CLAIMS = ROOT / "claims" / "sora"
LAUNCH = (CLAIMS / "sora-launched-in-2024.yml").read_text(encoding="utf-8")
KNOWN = [
    [each.id, each.path, each.record.claim]
    for each in compile_workspace(WORKSPACE, date.fromisoformat(TODAY)).corpus.claims.values()
]


def answer(ask: str, text: str = "", name: str = "a-draft") -> dict[str, Any]:
    asked = answerer(PACK, json.dumps({"claims": KNOWN}).encode())
    request = {"ask": ask, "name": name, "text": text, "today": TODAY}
    told: dict[str, Any] = json.loads(asked(json.dumps(request)))
    return told


def test_a_sound_claim_has_no_problems_and_a_page() -> None:
    assert answer("advice", LAUNCH)["problems"] == []
    assert "OpenAI launched Sora in 2024." in answer("page", LAUNCH)["html"]


def test_a_claim_with_errors_has_no_page() -> None:
    assert answer("page", LAUNCH.replace("rating: true", "rating: tru"))["html"] == ""


def test_other_claims_are_known_by_their_ids() -> None:
    text = f"{LAUNCH}related:\n  see_also: [sora-2-launched-september-2025, sora-3]\n"
    (problem,) = answer("advice", text)["problems"]
    assert (problem["code"], "sora-3" in problem["message"]) == ("CB205", True)


def test_a_taken_id_is_reported_and_never_proposed() -> None:
    problems = answer("advice", LAUNCH, "sora-launched-in-2024")["problems"]
    assert [each["code"] for each in problems] == ["CB202"]
    assert answer("id", "Sora launched in 2024.")["id"] != "sora-launched-in-2024"


def test_problems_have_places_and_remedies() -> None:
    (problem,) = answer("advice", LAUNCH.replace("stance: context", "stance: contxt"))["problems"]
    lines = LAUNCH.replace("stance: context", "stance: contxt").splitlines()
    assert lines[problem["line"] - 1][problem["column"] - 1 :] == "contxt"
    assert problem["hint"] == "did you mean `context`?"


def test_a_file_is_read_into_the_form_as_text() -> None:
    value = answer("read", "claim: no\nreview:\n  rating: true\nevidence:\n  - quote: 12:30\n")[
        "value"
    ]
    assert value == {"claim": "no", "review": {"rating": "true"}, "evidence": [{"quote": "12:30"}]}


@pytest.mark.parametrize("text", ["", "- a\n", "claim: [\n", "\0"])
def test_what_cannot_be_read_says_why(text: str) -> None:
    assert answer("read", text)["reason"]


def test_the_usual_form_is_told() -> None:
    told = answer("advice", '"claim": "It is."\n"claimant": "OpenAI"\n')
    assert told["text"].startswith("claim: It is.\nclaimant: OpenAI\n")


def test_neither_claims_nor_drafts_nor_snapshots_are_packed() -> None:
    paths = ("claims/a.yml", "claims/drafts/b.yml", "claims/snapshots/c.txt", "claims/topics.yml")
    files = [SourceFile(path, b"x: y\n") for path in (*paths, "claims/documents/d.txt")]
    pack = unpacked(packed(DEFAULT_SETTINGS, None, files, UrlStyle(), {}))
    assert [each.path for each in pack.files] == ["claims/documents/d.txt", "claims/topics.yml"]


def test_claims_that_say_the_same_are_found_and_the_own_one_is_not() -> None:
    text = "In 2024, Sora was launched by OpenAI."
    assert answer("alike", text)["claims"][0]["id"] == "sora-launched-in-2024"
    own = answer("alike", text, "sora-launched-in-2024")["claims"]
    assert "sora-launched-in-2024" not in {each["id"] for each in own}
    assert answer("alike", "  ")["claims"] == []


def test_settings_come_back() -> None:
    pack = unpacked(PACK)
    assert pack.settings.rules == WORKSPACE.settings.rules
    assert pack.settings.publication == WORKSPACE.settings.publication


@pytest.mark.parametrize("data", [b"", b"[]", b'{"version": 99}', b"{"])
def test_what_is_no_pack_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked(data)
