import pytest

from claimbook.declared import example_of, records_of, text_kind
from claimbook.decode import Role
from claimbook.kinds import Choice
from claimbook.records import Claim, Rating, Review, Source, Topic
from claimbook.shape import FieldShape, Reader, Record, shapes_of
from claimbook.text import FILE_START
from claimbook.yaml_tree import Scalar

RECORDS = {f"claimbook.{each}records" for each in ("", "source_", "document_")}
FIELDS = {
    f"{record.__name__}.{shape.name}": shape
    for role in Role
    for record in records_of(role)
    for shape in shapes_of(record)
}


def test_records_are_met_in_the_order_of_the_declarations() -> None:
    met = records_of(Role.CLAIM)
    assert met[0] is Claim
    assert met.index(Review) < met.index(Source)
    assert len(set(met)) == len(met)
    assert records_of(Role.TOPICS) == (Topic,)
    assert Rating in records_of(Role.SCALE)


def test_every_declared_record_is_met() -> None:
    declared = {each for each in Record.__subclasses__() if each.__module__ in RECORDS}
    assert declared == {each for role in Role for each in records_of(role)}


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_field_says_what_it_is_about(field: FieldShape) -> None:
    assert field.about.endswith(".")
    assert field.about[0] not in " ."


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_field_has_an_example_that_it_takes(field: FieldShape) -> None:
    example, reader = example_of(field), Reader("")
    assert bool(example) == bool(text_kind(field.kind))
    if example:
        assert field.kind.read(Scalar(example, FILE_START, ""), reader)
    assert reader.diagnostics == []


def test_every_word_of_a_vocabulary_says_what_it_means() -> None:
    kinds = (text_kind(field.kind) for field in FIELDS.values())
    vocabularies = {kind.words for kind in kinds if isinstance(kind, Choice)}
    assert len(vocabularies) == 12
    for words in vocabularies:
        assert len({word.meaning for word in words}) == len(words)
        assert all(word.meaning and not word.meaning.endswith(".") for word in words)
