"""The catalogue of messages: complete in every language, and nothing in it that nobody says."""

import re
import string
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from claimbook.messages import DEFAULT_LANGUAGE, Message, language_for, languages, messages
from claimbook.standard_scale import STANDARD_SCALE
from claimbook.wording import wording_of

PLUGINS = Path(__file__).parents[3] / "plugins"
ENGLISH = messages(DEFAULT_LANGUAGE)
SAID = re.compile(r"\bsay(?:\.html|\.count)?\(\s*\"([a-z]+\.[a-z0-9_]+)\"")
SAID_BY_SCRIPTS = re.compile(r"\b(?:words\.(?!js\b)|(?:say|count)\(\s*\")(\w+)")
# In a script a key may be one of two, or begin with what a name is added to.
QUOTED_IN_SCRIPTS = re.compile(r"(?:[\"`]|\bwords\.)(\w+)(?:\b|\$\{)")
# A key, or the beginning of one to which a name is added: `f"claim.stance_{stance}"`.
QUOTED = re.compile(r"[\"']([a-z]+\.[a-z0-9_]*)(?:[\"'{]|\" ~)")


def sources(*patterns: str, without: tuple[str, ...] = ()) -> str:
    paths = {path for each in patterns for path in PLUGINS.rglob(each)}
    paths -= {path for each in without for path in PLUGINS.rglob(each)}
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


CODE = sources("*.py", "*.html")
# These bring words of their own, which other pages do not load.
OWN = {"builder.script_": ("builder*.js",), "checked.script_": ("checked*.js", "likeness*.js")}
BY_SCRIPTS = {
    "script.": sources("*.js", without=tuple(chain.from_iterable(OWN.values()))),
    **{start: sources(*patterns) for start, patterns in OWN.items()},
}


def forms(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message.values())


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", languages())
def test_every_language_says_everything(language: str) -> None:
    assert set(messages(language)) == set(ENGLISH)


@pytest.mark.parametrize("language", languages())
def test_a_translation_keeps_the_places_of_its_message(language: str) -> None:
    for key, message in messages(language).items():
        wanted = places(forms(ENGLISH[key])[-1])
        assert places(forms(message)[-1]) == wanted, key
        # "One claim" needs no number.
        assert all(places(each) | {"n"} == wanted | {"n"} for each in forms(message)), key


@pytest.mark.parametrize("language", languages())
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    wanted = set(wording_of(language).locale.plural_form.tags) | {"other"}
    for key, message in messages(language).items():
        assert isinstance(message, str) == isinstance(ENGLISH[key], str), key
        if isinstance(message, Mapping):
            assert set(message) == wanted, key


@pytest.mark.parametrize("language", languages())
def test_messages_are_typeset(language: str) -> None:
    for key, message in messages(language).items():
        for text in forms(message):
            assert text == " ".join(text.split()) != "", key
            assert not re.search(r"['\"!]|\.\.\.", text), key


def test_what_is_said_stands_in_the_catalogue() -> None:
    said = set(SAID.findall(CODE))
    for start, scripts in BY_SCRIPTS.items():
        said |= {f"{start}{key}" for key in SAID_BY_SCRIPTS.findall(scripts)}
    assert said - set(ENGLISH) == set()


def test_what_stands_in_the_catalogue_is_said() -> None:
    said = set(QUOTED.findall(CODE)) - set(BY_SCRIPTS)
    for start, scripts in BY_SCRIPTS.items():
        said |= {f"{start}{key}" for key in QUOTED_IN_SCRIPTS.findall(scripts)}
    beginnings = tuple(each for each in said if each.endswith(("_", ".")))
    silent = {key for key in ENGLISH if key not in said and not key.startswith(beginnings)}
    assert silent == set()


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("EN-gb", "en"), ("de", "de"), ("de-AT", "de"), ("fr", None), ("e", None)],
)
def test_a_publication_is_shown_in_the_nearest_language(tag: str, language: str | None) -> None:
    assert language_for(tag) == language
    assert wording_of(tag).language == (language or DEFAULT_LANGUAGE)


def test_the_standard_scale_reads_the_same_in_its_file_and_in_the_catalogue() -> None:
    for key, rating in STANDARD_SCALE.ratings.items():
        name = f"scale.{key.replace('-', '_')}"
        assert (rating.label, rating.definition) == (ENGLISH[name], ENGLISH[f"{name}_means"])
