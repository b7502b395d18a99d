"""The zip that a browser gets of the compiler."""

import io
import zipfile

import pytest

from claimbook.builder import bundle as module
from claimbook.builder.bundle import bundle, can_bundle


def names(language: str) -> set[str]:
    return set(zipfile.ZipFile(io.BytesIO(bundle(language))).namelist())


def test_is_the_same_every_time() -> None:
    assert bundle("en") == bundle("en")


def test_holds_the_compiler_and_no_command_line() -> None:
    found = names("en")
    assert {"claimbook/compile.py", "claimbook/templates/claim.html", "pyromark.py"} <= found
    assert not [
        each for each in found if each.startswith("claimbook/cli/") or "__pycache__" in each
    ]


@pytest.mark.parametrize(
    ("language", "wanted"), [("de", {"de"}), ("pt-BR", {"pt", "pt_BR"}), ("xx", set())]
)
def test_holds_the_words_of_one_language(language: str, wanted: set[str]) -> None:
    locales = {each.split("/")[-1][:-4] for each in names(language) if "locale-data" in each}
    assert locales == wanted | {"en", "en_001", "root"}


def test_a_missing_library_is_known_before(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_bundle()
    monkeypatch.setattr(module, "_LIBRARIES", ("no_such_library",))
    assert not can_bundle()
