"""Editors find the right schema for every file, and their other settings stay as they are."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from referencing import Registry, Resource

from claimbook.decode import filing_of
from claimbook.generated.editor_settings import PATH, settings_text
from claimbook.generated.product import Given
from tests.properties.seen import FORMATS, Validator, as_seen

GIVEN = Given()


# What a star means to yaml-language-server, in older versions and in later ones.
MEANINGS = (
    {r"\*": ".*"},
    {r"\*\*/": "(?:.*/)?", r"\*": "[^/]*"},
)


def matches(pattern: str, path: str, meaning: dict[str, str]) -> bool:
    wanted = re.escape(pattern)
    for star, rule in meaning.items():
        wanted = wanted.replace(star, rule)
    return re.search(f"{wanted}$", f"/{path}") is not None


def schemas_for(path: str, folder: Path, meaning: dict[str, str]) -> list[str]:
    table = json.loads((folder / PATH).read_text(encoding="utf-8"))["yaml.schemas"]
    return [
        schema
        for schema, patterns in table.items()
        if any(matches(each, path, meaning) for each in as_list(patterns))
    ]


def as_list(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given


def validator(schema: str, folder: Path) -> Any:  # noqa: ANN401
    def retrieve(address: str) -> Resource[Any]:
        path = folder / "schema" / "1" / address
        return Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))

    text = json.loads((folder / schema).read_text(encoding="utf-8"))
    registry: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]
    return Validator(text, registry=registry, format_checker=FORMATS)


def problems(
    path: str, text: str, folder: Path, meaning: dict[str, str] = MEANINGS[1]
) -> list[str]:
    return [
        each.message
        for schema in schemas_for(path, folder, meaning)
        for each in validator(schema, folder).iter_errors(as_seen(text).instance)
    ]


def test_every_file_of_the_repository_is_valid_where_an_editor_looks(repository: Path) -> None:
    count = 0
    for file in sorted((repository / "claims").rglob("*.yml")):
        path = file.relative_to(repository).as_posix()
        if filing_of(path.removeprefix("claims/")):
            count += 1
            assert problems(path, file.read_text(encoding="utf-8"), repository) == [], path
    assert count > 50


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("claims/a.yml", "claim: A claim.\n"),
        ("claims/deep/down/a.yml", "claim: A claim.\nclaimant: Me\nreview: {rating: true}\n"),
        ("claims/drafts/a.yml", "claimant: Me\nclaimt: yes\n"),
        ("claims/sources/a.yml", "titel: A page\n"),
        ("claims/claimants/a.yml", "nam: Me\n"),
        ("claims/documents/a.yml", "title: A page\n"),
        ("claims/scale.yml", "ratings:\n  true: {label: True}\n"),
        ("claims/topics.yml", "Big Topic: x\n"),
        ("claims/outlets.yml", "gazette: x\n"),
    ],
)
@pytest.mark.parametrize("meaning", MEANINGS, ids=["older", "later"])
def test_a_mistake_is_seen_in_every_kind_of_file(
    path: str, text: str, meaning: dict[str, str], repository: Path
) -> None:
    assert problems(path, text, repository, meaning) != []


def test_settings_written_by_hand_stay_to_the_letter() -> None:
    before = '{\n  // mine\n  "files.eol": "\\n",\n  "[python]": { "editor.rulers": [100] }\n}\n'
    made = settings_text(replace(GIVEN, before=before))
    assert made.startswith('{\n  "yaml.schemas": {\n    "./schema/1/any.json": [\n')
    assert made.endswith(before.removeprefix("{\n"))
    assert settings_text(replace(GIVEN, before=made)) == made


def test_an_older_table_is_replaced_where_it_stands() -> None:
    before = '{\n  "a": 1,\n  "yaml.schemas": {\n    "x": "y"\n  },\n  "b": 2\n}\n'
    made = json.loads(settings_text(replace(GIVEN, before=before)))
    assert list(made) == ["a", "yaml.schemas", "b"]
    assert "x" not in made["yaml.schemas"]


@pytest.mark.parametrize("before", ["", "{}", "{}\n", "{\n}\n"])
def test_settings_begin_with_nothing(before: str) -> None:
    made = json.loads(settings_text(replace(GIVEN, before=before)))
    assert list(made) == ["yaml.schemas"]


def test_the_extension_that_reads_them_is_recommended(repository: Path) -> None:
    listed = json.loads((repository / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in listed["recommendations"]


def test_a_pattern_is_told_in_words(repository: Path) -> None:
    def patterns(tree: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a tree of JSON
        inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
        here = [tree] if isinstance(tree, dict) and isinstance(tree.get("pattern"), str) else []
        return here + [found for each in inner for found in patterns(each)]

    for path in (repository / "schema" / "1").glob("*.json"):
        for each in patterns(json.loads(path.read_text(encoding="utf-8"))):
            # That something must stand there at all is said by the pattern itself.
            assert each["pattern"] == r"\S" or each["patternErrorMessage"].endswith("."), path
