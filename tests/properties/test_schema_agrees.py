"""The decoder and the published schema take the same files."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimbook.decode import Role, decode
from claimbook.diagnostics import Diagnostic
from claimbook.schema import FILE_ROLES, json_schema
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse
from tests.properties.seen import FORMATS, Validator, as_seen
from tests.properties.trees import Tree, files
from tests.properties.writing import yaml_texts

SLOW = settings(suppress_health_check=list(HealthCheck), max_examples=150)
SCHEMAS = {role: Validator(json_schema(role), format_checker=FORMATS) for role in Role}

_WRONG_TEXTS = st.sampled_from(
    [
        *("", " ", "\n", "\u00a0", "null", "~", "true", "false", "True", "no"),
        *("0", "7", "12", "1000", "9999", "10000", "-5", "007", "0x1f", "1.5", "1e3", "+3"),
        *(
            "2024-02-30",
            "2025-13",
            "2025-1-1",
            "25",
            "0999",
            "2025-12-11T24:00Z",
            "2025?~",
            "2025\n",
        ),
        *("2025-12-11T19:57", "9999-12-31T23:59Z", "9999-12-31T23:59-23:59", "² December 2025"),
        *("Disney Deal", "con", "index", "a--b", "-a", "a-", "ä", "x" * 101, "a\n", "lpt1"),
        *(
            "https://",
            "http:///x.org",
            "https://a b.org",
            "javascript:alert(1)",
            "https://u:p@x.org",
        ),
        *(
            "//x.org",
            "HTTPS://X.ORG",
            "https://x.org\\y",
            "https://[::1]/",
            "https://.",
            "https://x..y",
        ),
        *("https://exämple.org/", "https://a.org/" + "x" * 2048, "mailto:a@b.org"),
        *("x" * 41, "x" * 81, "x" * 501, "x" * 2001, "x" * 4001, "x " * 10_001),
        *("suports", "Supports", "press_release", "auto", "manual", "original"),
        *("EN", "en-us", "english", "10.1/x", "10.1000/182", "9783161484101", "123456789X"),
        *("a" * 64, "A" * 64, "../x.txt", "x.txt", ".hidden", "example.org", "https://example.org"),
    ]
)
_WRONG: st.SearchStrategy[Tree] = st.one_of(
    _WRONG_TEXTS,
    st.lists(_WRONG_TEXTS, max_size=3),
    st.dictionaries(
        st.sampled_from(
            ["name", "id", "title", "manual", "none", "date", "x", "true", "con", "A b"]
        ),
        _WRONG_TEXTS,
        max_size=3,
    ),
)


def places(tree: Tree, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a tree."""
    inner = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn, tree: Tree) -> Tree:
    """The tree with up to three things wrong."""
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(places(tree)))
        tree = draw(_changed(deepcopy(tree), path))
    return tree


@st.composite
def _changed(draw: st.DrawFn, tree: Tree, path: tuple[Any, ...]) -> Tree:
    if not path:
        return draw(_WRONG) if draw(st.integers(0, 9)) == 0 else tree
    holder = tree
    for step in path[:-1]:
        holder = holder[step]
    last = path[-1]
    what = draw(st.sampled_from(["replace", "replace", "drop", "add", "repeat", "wrap", "empty"]))
    if what == "replace":
        holder[last] = draw(_WRONG)
    elif what == "drop":
        del holder[last]
    elif what == "wrap":
        holder[last] = [holder[last]]
    elif what == "empty":
        holder[last] = draw(st.sampled_from(["", [], {}]))
    elif isinstance(holder, dict):
        holder[draw(st.sampled_from(["mood", "Claim", "from_", "source", "family", "none"]))] = (
            draw(_WRONG)
        )
    else:
        holder.append(deepcopy(holder[last]))
    return tree


def problems(role: Role, text: str) -> tuple[Diagnostic, ...]:
    """Everything the decoder has against a text."""
    parsed = parse(SourceFile("f.yml", text.encode()))
    if parsed.value is None:
        return parsed.diagnostics
    return (*parsed.diagnostics, *decode(role, parsed.value, "f.yml").diagnostics)


def agree(role: Role, text: str) -> None:
    seen = as_seen(text)
    ours = problems(role, text)
    theirs = [error.message for error in SCHEMAS[role].iter_errors(seen.instance)]
    if seen.is_exact:
        assert bool(ours) == bool(theirs), (ours, theirs, seen.instance)
    elif not ours:
        assert not theirs, (theirs, seen.instance)


@st.composite
def valid_files(draw: st.DrawFn) -> tuple[Role, str]:
    role, tree = draw(files())
    return role, draw(yaml_texts(tree))


@st.composite
def wrong_files(draw: st.DrawFn) -> tuple[Role, str]:
    role, tree = draw(files())
    return role, draw(yaml_texts(draw(mutated(tree))))


@SLOW
@given(valid_files())
def test_valid_files_pass_both(file: tuple[Role, str]) -> None:
    role, text = file
    assert problems(role, text) == ()
    agree(role, text)


@settings(SLOW, max_examples=400)
@given(wrong_files())
def test_both_refuse_the_same_files(file: tuple[Role, str]) -> None:
    agree(*file)


@pytest.mark.parametrize("role", FILE_ROLES)
def test_a_schema_is_a_schema(role: Role) -> None:
    Draft202012Validator.check_schema(json_schema(role))


@pytest.mark.parametrize("role", FILE_ROLES)
def test_everything_a_schema_refers_to_is_there(role: Role) -> None:
    schema = json_schema(role)
    used = {each["$ref"] for each in _objects(schema) if "$ref" in each}
    assert used == {f"#/$defs/{name}" for name in schema.get("$defs", {})}


def _objects(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(each for inner in value.values() for each in _objects(inner))]
    if isinstance(value, list):
        return [each for inner in value for each in _objects(inner)]
    return []
