import pytest

from claimbook import codes
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.settings_file import read_settings
from claimbook.text import SourceFile


def read(text: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    outcome = read_settings(SourceFile("claimbook.toml", text.encode()))
    assert outcome.value is not None
    return outcome.value, outcome.diagnostics


def places(text: str) -> list[tuple[str, int, int]]:
    return [(each.code.name, each.span.line, each.span.column) for each in read(text)[1]]


def test_nothing_is_needed() -> None:
    assert read("") == (DEFAULT_SETTINGS, ())


def test_everything_is_read() -> None:
    settings, found = read("""
claims_dir = "checks/claims"
per_page = 20

[publication]
name = "Example Desk"
url = "https://desk.example/facts"
edit = "https://git.example/edit/{path}"
report = "mailto:desk@desk.example?subject={title}"
history = "https://git.example/log/{path}"
branch = "release/2.x"
language = "de-AT"

[citations]
style = "chicago"
form = "author-date"

[limits]
depth = 20

[rules]
unused-source = "off"
""")
    assert not found
    assert settings.claims_dir == "checks/claims"
    assert settings.per_page == 20
    assert settings.publication.url == "https://desk.example/facts/"
    assert settings.publication.language == "de-AT"
    assert settings.publication.history == "https://git.example/log/{path}"
    assert settings.publication.branch == "release/2.x"
    assert (settings.citations.style, settings.citations.is_by_author) == ("chicago", True)
    assert settings.limits.depth == 20
    assert settings.limits.nodes == DEFAULT_SETTINGS.limits.nodes
    assert dict(settings.rules) == {"unused-source": None}


def test_a_rule_can_be_raised() -> None:
    settings, _ = read('[rules]\nunused-source = "error"\n')
    assert settings.rules["unused-source"] is Severity.ERROR


def test_each_mistake_has_its_place_and_the_rest_is_kept() -> None:
    text = (
        'per_page = "many"\n'
        "[publication]\n"
        'nam = "x"\n'
        'language = "de"\n'
        "url = 'ftp://x'  # comment\n"
    )
    assert places(text) == [
        ("unknown-setting", 3, 1),
        ("invalid-setting", 5, 7),
        ("invalid-setting", 1, 12),
    ]
    assert read(text)[0].publication.language == "de"


@pytest.mark.parametrize(
    "line",
    [
        "per_page = 0",
        "per_page = true",
        "per_page = 1.5",
        'claims_dir = ""',
        'claims_dir = "."',
        'claims_dir = "/etc"',
        'claims_dir = "../other"',
        'claims_dir = "a\\\\b"',
        "claims_dir = 3",
        "publication = 3",
        'publication.url = "https://x.example/?q"',
        'publication.language = "English"',
        'publication.edit = "https://x.example/{pfad}"',
        'publication.report = "javascript:{url}"',
        'publication.history = "file:///log"',
        'publication.branch = "main?x"',
        'publication.branch = "../main"',
        'publication.branch = ""',
        'citations.style = "vancouver"',
        "citations.form = 1",
        "limits.depth = 10000",
        'rules.unused-source = "loud"',
        'rules.undefined-source = "off"',
    ],
)
def test_a_bad_value_is_told_and_its_default_kept(line: str) -> None:
    settings, found = read(line)
    assert [each.code for each in found] == [codes.INVALID_SETTING]
    assert found[0].span.line == 1
    assert settings == DEFAULT_SETTINGS


def test_near_names_are_offered() -> None:
    (rule,) = read('[rules]\nunused-sorce = "off"\n')[1]
    assert rule.hint == "did you mean `unused-source`?"
    (table,) = read("[publicaton]\n")[1]
    assert table.hint == "did you mean `publication`?"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name = \n", 1, 8),
        ("[publication\n", 1, 13),
        ('a = "open', 1, 10),
        ("a = 1\na = 2\n", 2, 6),
        ("a = " + "[" * 5000, 1, 1),
        ("a = " + "1" * 5000, 1, 1),
    ],
)
def test_what_is_no_toml_is_told_at_its_place(text: str, line: int, column: int) -> None:
    assert places(text) == [("invalid-setting", line, column)]


def test_bytes_that_are_no_text_are_told() -> None:
    outcome = read_settings(SourceFile("claimbook.toml", b"name = '\xff'"))
    assert [each.code for each in outcome.diagnostics] == [codes.NOT_UTF8]
    assert outcome.value == DEFAULT_SETTINGS


def test_a_key_inside_a_long_text_is_no_key() -> None:
    text = '[publication]\ndescription = """\nurl = "x"\n"""\nurl = "y"\n'
    assert places(text) == [("invalid-setting", 5, 7)]


def test_a_language_without_a_translation_is_kept_and_noted() -> None:
    text = '[publication]\nlanguage = "pt-BR"\n'
    settings, (found,) = read(text)
    assert settings.publication.language == "pt-BR"
    assert found.code == codes.UNTRANSLATED_LANGUAGE
    assert (found.severity, found.span.line, found.span.column) == (Severity.NOTE, 2, 12)
    assert "Claimbook speaks de and en" in (found.hint or "")


def test_a_policy_is_an_address_or_a_page_of_the_site() -> None:
    text = '[policies]\nmethod = "method#sources"\nethics = "https://ledger.example/ethics"\n'
    settings, found = read(text)
    policies = settings.policies
    assert not found
    assert (policies.method, policies.ethics) == ("method#sources", "https://ledger.example/ethics")


@pytest.mark.parametrize("line", ['ethics = "javascript:x"', "method = true", 'honour = "about"'])
def test_a_policy_that_leads_nowhere_is_refused(line: str) -> None:
    [(name, row, _)] = places(f"[policies]\n{line}\n")
    assert name == ("unknown-setting" if "honour" in line else "invalid-setting")
    assert row == 2
