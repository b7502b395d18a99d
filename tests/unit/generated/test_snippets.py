"""Every snippet, typed by an editor and left as it is, is something that the compiler takes."""

import json
import re
from datetime import date
from typing import Any

import pytest

from claimbook.compile import compile_claims
from claimbook.declared import records_in
from claimbook.decode import KINDS, Role
from claimbook.generated.product import Given
from claimbook.generated.snippets import SNIPPETS, Snippet, snippets_text
from claimbook.records import Topic
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.shape import Reader
from claimbook.structures import ListOf, RecordOf
from claimbook.text import SourceFile
from claimbook.values import SourceType, Stance
from claimbook.yaml_tree import parse

GIVEN = Given(topics={"transport": Topic(label="Transport")})
WRITTEN: dict[str, dict[str, Any]] = json.loads(snippets_text(GIVEN))
PLACE = re.compile(r"(?<!\\)\$\{\d+(?::((?:[^\\}]|\\.)*)|\|((?:[^\\|]|\\.)*)\|)\}|\$0")
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def typed(entry: dict[str, Any]) -> str:
    """What an editor writes when every place is left as it is proposed."""

    def filled(found: re.Match[str]) -> str:
        if found[2] is not None:
            return re.sub(r"\\(.)", r"\1", re.split(r"(?<!\\),", found[2])[0])
        return re.sub(r"\\(.)", r"\1", found[1] or "")

    return PLACE.sub(filled, "\n".join(entry["body"]).replace(TODAY, "2026-11-02"))


def entry(snippet: Snippet) -> dict[str, Any]:
    return WRITTEN[f"Claimbook: {snippet.word}"]


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda each: each.word)
def test_a_snippet_left_as_it_is_can_be_read(snippet: Snippet) -> None:
    document = parse(SourceFile("x.yml", typed(entry(snippet)).encode()))
    assert document.diagnostics == ()
    assert document.value is not None
    node = document.value.root
    if snippet.above:
        node = node.entries[0].value  # type: ignore[union-attr]
    kind: Any = RecordOf(snippet.record)
    reader = Reader("x.yml")
    assert (ListOf(kind) if snippet.is_entry else kind).read(node, reader)
    assert reader.diagnostics == []


def test_a_claim_left_as_it_is_has_no_error() -> None:
    text = typed(WRITTEN["Claimbook: claim"])
    found = compile_claims(
        [SourceFile("claims/bridge.yml", text.encode())], DEFAULT_SETTINGS, date(2026, 11, 22)
    )
    assert [str(each.code) for each in found.diagnostics] == []


def test_there_is_one_for_every_kind_of_file_stance_and_type_of_source() -> None:
    words = {each.word for each in SNIPPETS}
    assert len(words) == len(SNIPPETS)
    assert {f"evidence-{each}" for each in Stance} < words
    assert {f"source-{each}" for each in SourceType} < words
    files = [each for each in WRITTEN.values() if each.get("isFileTemplate")]
    records = {snippet.record for snippet in SNIPPETS if entry(snippet) in files}
    roles = (Role.CLAIM, Role.SOURCE, Role.CLAIMANT, Role.DOCUMENT)
    assert records == {next(records_in(KINDS[role])) for role in roles}


def test_a_place_for_a_word_offers_all_of_them() -> None:
    claim = "\n".join(WRITTEN["Claimbook: claim"]["body"])
    assert f"|{','.join(GIVEN.ratings)}|" in claim
    assert "|primary,secondary,tertiary|" in claim


def test_what_a_publication_calls_its_ratings_breaks_no_snippet() -> None:
    given = Given(ratings={"a-b": next(iter(GIVEN.ratings.values()))})
    body = json.loads(snippets_text(given))["Claimbook: claim"]["body"]
    assert "  rating: ${4|a-b|}" in body
