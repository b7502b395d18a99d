"""The configuration of the CMS says of every field what its declaration says."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from claimbook.cms import BACKENDS, CmsChoice, config_text, page_text
from claimbook.cms.widgets import field_of, fields_of, is_asked
from claimbook.declared import example_of, records_of, text_kind
from claimbook.decode import Role
from claimbook.generated import Given
from claimbook.kinds import Choice
from claimbook.records import Claim, Rating, Topic
from claimbook.settings import Publication, Settings
from claimbook.shape import FieldShape, Record, shapes_of
from claimbook.values import Axis

TOPICS = {"transport": Topic(label="Transport: roads & “rails”")}
GIVEN = Given(topics=TOPICS)
CHOICE = CmsChoice()
FIELDS = {
    f"{record.__name__}.{shape.name}": (record, shape)
    for role in (Role.CLAIM, Role.SOURCE, Role.CLAIMANT)
    for record in records_of(role)
    for shape in shapes_of(record)
}
Declared = tuple[type[Record], FieldShape]


def config(given: Given = GIVEN, choice: CmsChoice = CHOICE) -> Any:  # noqa: ANN401
    return yaml.safe_load(config_text(given, choice))


def fields_in(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    for each in tree.get("fields", ()):
        yield each
        yield from fields_in(each)


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_field_that_is_asked_for_takes_its_example(
    field: Declared,
) -> None:
    record, shape = field
    if not is_asked(record, shape):
        assert not shape.is_required
        return
    made = field_of(shape, GIVEN)
    assert made["required"] == shape.is_required
    assert made["hint"] == shape.about
    if "pattern" in made:
        assert re.search(made["pattern"][0], example_of(shape))
        assert not re.search(made["pattern"][0], "Not an example!")
    kind = text_kind(shape.kind)
    if isinstance(kind, Choice) and made["widget"] == "select":
        assert [each["value"] for each in made["options"]] == [each.value for each in kind.words]


def test_whatever_a_claim_needs_is_asked_for() -> None:
    asked = {each["name"] for each in fields_of(Claim, GIVEN)}
    assert {shape.name for shape in shapes_of(Claim) if shape.is_required} <= asked
    assert {"evidence", "claimed", "topics", "related"} <= asked


def test_relations_lead_to_collections_that_are_there() -> None:
    made = config()
    names = {each["name"] for each in made["collections"]}
    relations = [
        each
        for collection in made["collections"]
        for each in fields_in(collection)
        if each["widget"] == "relation"
    ]
    assert {each["collection"] for each in relations} == {"claims", "sources", "claimants"}
    assert {each["collection"] for each in relations} <= names


def test_ratings_and_topics_are_those_of_the_publication() -> None:
    rating = Rating(
        label="Pants: on fire", definition='A "lie".', icon="x", colour="x", axis=Axis.TRUTH
    )
    made = config(Given(ratings={"pants-on-fire": rating}, topics=TOPICS))
    fields = {each["name"]: each for each in fields_in(made["collections"][0])}
    assert fields["rating"]["options"] == [
        {"value": "pants-on-fire", "label": 'Pants: on fire: A "lie".'}
    ]
    assert fields["topics"]["options"] == [
        {"value": "transport", "label": TOPICS["transport"].label}
    ]


@pytest.mark.parametrize("backend", BACKENDS)
def test_changes_wait_for_a_review_wherever_that_is_possible(backend: str) -> None:
    made = config(choice=CmsChoice(backend))
    assert made["backend"]["name"] == backend
    assert (made.get("publish_mode") == "editorial_workflow") == (backend in {"github", "gitlab"})


@pytest.mark.parametrize(
    ("backend", "address", "expected"),
    [
        ("github", "", {"repo": "OWNER/REPOSITORY"}),
        ("github", "https://github.com/a/b.git", {"repo": "a/b"}),
        (
            "gitlab",
            "https://git.example.org/a/b/c",
            {"repo": "a/b/c", "base_url": "https://git.example.org"},
        ),
        ("gitea", "https://codeberg.org/a/b/", {"repo": "a/b", "base_url": "https://codeberg.org"}),
    ],
)
def test_the_repository_is_that_of_the_settings(
    backend: str, address: str, expected: dict[str, str]
) -> None:
    given = Given(Settings(publication=Publication(repository=address, branch="live")))
    made = config(given, CmsChoice(backend))["backend"]
    assert made == {"name": backend, "branch": "live", **expected}


def test_every_folder_with_claims_has_a_collection() -> None:
    made = config(choice=CmsChoice(folders=("drafts", "sora/deep")))
    folders = [each.get("folder") for each in made["collections"]]
    assert folders[:3] == ["claims", "claims/drafts", "claims/sora/deep"]
    for each in made["collections"][:3]:
        assert re.search(each["filter"]["pattern"], "A claim.")
        assert not re.search(each["filter"]["pattern"], "null")


def test_names_break_neither_page_nor_configuration() -> None:
    name = 'Facts: "a" # </title><script>alert(1)</script>\n- b'
    given = Given(Settings(publication=Publication(name=name)))
    assert config(given)["app_title"] == name
    assert "<script>alert" not in page_text(name)
    assert page_text(name).count("<script") == 1
