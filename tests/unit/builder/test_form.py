"""The form asks for everything that a claim file may hold, and for nothing else."""

from collections.abc import Iterator
from typing import Any

from claimbook.builder.form import claim_form
from claimbook.decode import Role
from claimbook.schema import json_schema

FORM = claim_form()


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of the published schema by their names."""
    yield "claim", schema
    for name, each in schema["$defs"].items():
        if "properties" in each:
            yield name, each


def test_has_the_fields_of_the_published_schema() -> None:
    for name, schema in properties(json_schema(Role.CLAIM)):
        fields = {each["name"]: each for each in FORM["records"][name]["fields"]}
        assert list(fields) == list(schema["properties"])
        assert [each for each in fields if fields[each]["required"]] == schema["required"]
        for field, described in schema["properties"].items():
            assert fields[field]["about"] == described["description"]


def test_every_field_can_be_filled_in() -> None:
    known = {"text", "quote", "markdown", "id", "date", "url", "choice", "number"}
    for record in FORM["records"].values():
        for field in record["fields"]:
            for holds in inner(field["holds"]):
                assert holds["type"] in known | {"list", "record", "either"}
                assert holds.get("record", "claim") in FORM["records"]


def inner(holds: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield holds
    for name in ("each", "text"):
        if isinstance(holds.get(name), dict):
            yield from inner(holds[name])


def test_choices_are_told_with_their_meaning() -> None:
    fields = {each["name"]: each for each in FORM["records"]["evidence"]["fields"]}
    words = fields["stance"]["holds"]["words"]
    assert [each["value"] for each in words] == ["supports", "contradicts", "qualifies", "context"]
    assert all(each["about"] for each in words)
