"""The forms as forges read them."""

import pytest
import yaml

from claimbook.generated import PRODUCTS
from claimbook.generated.product import Given
from claimbook.intake.form import FORMS, Control, IssueForm
from claimbook.intake.issue_yaml import issue_form
from claimbook.records import Topic

TYPES = {"input", "textarea", "dropdown", "markdown"}


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_a_form_is_what_forges_take(form: IssueForm) -> None:
    read = yaml.safe_load(issue_form(form, ["food"]))
    assert list(read) == ["name", "description", "labels", "body"]
    assert {each["type"] for each in read["body"]} <= TYPES
    fields = read["body"][1:]
    ids = [each["id"] for each in fields]
    labels = [each["attributes"]["label"] for each in fields]
    assert ids == [each.id for each in form.fields]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(each["attributes"]["description"] for each in fields)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_what_a_field_needs_is_a_field_of_the_form(form: IssueForm) -> None:
    known = {each.id for each in form.fields}
    assert {name for each in form.fields for name in each.needs} <= known


def test_no_label_stands_in_two_forms() -> None:
    labels = [each.label for form in FORMS.values() for each in form.fields]
    assert len(labels) == len(set(labels))


def test_without_topics_none_are_asked() -> None:
    form = FORMS["new-claim"]
    read = yaml.safe_load(issue_form(form, []))
    asked = {each.get("id") for each in read["body"]}
    assert {each.id for each in form.fields if each.control is Control.TOPICS}.isdisjoint(asked)


def test_both_forges_get_their_own_word() -> None:
    given = Given(topics={"food": Topic(label="Food")})
    made = {each.path: each.make(given) for each in PRODUCTS if each.name == "forms"}
    assert "\ndescription: " in made[".github/ISSUE_TEMPLATE/new-claim.yml"]
    assert "\nabout: " in made[".forgejo/issue_template/new-claim.yml"]
    assert '- "food"' in made[".github/ISSUE_TEMPLATE/new-claim.yml"]
