"""The pipeline from files to a corpus: what is kept, what is refused, and why."""

from collections.abc import Mapping
from datetime import date

from claimbook.compile import Compilation, Means, compile_claims
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from tests.properties.test_remembering import Notebook

TODAY = date(2026, 11, 22)
CLAIM = """\
claim: Coffee was sold in London in 1652.
claimant: Example Gazette
claimed: 2025-03-01
review:
  rating: true
  verdict: A tax record names the shop.
  reviewed: 2025-04-01
evidence:
  - stance: supports
    says: The record names the shop.
    source: tax-record
"""
SOURCE = """\
title: Register of the parish
publisher: Example Archive
url: https://archive.example.org/register
standing: primary
"""


def compiled(**files: str) -> Compilation:
    """Compile files given by a name in which ``__`` stands for ``/``."""
    return compiled_with(Means(), files)


def compiled_with(means: Means, files: Mapping[str, str]) -> Compilation:
    """The same with some means."""
    sources = [
        SourceFile(f"claims/{name.replace('__', '/').replace('_', '-')}.yml", text.encode())
        for name, text in files.items()
    ]
    return compile_claims(sources, DEFAULT_SETTINGS, TODAY, means=means)


def test_a_sound_claim_is_kept() -> None:
    result = compiled(coffee=CLAIM, sources__tax_record=SOURCE)
    assert list(result.corpus.claims) == ["coffee"]
    assert result.refused == {}


def test_a_claim_with_an_error_is_refused_and_the_others_kept() -> None:
    result = compiled(
        coffee=CLAIM, tea=CLAIM.replace("2025-03-01", "2025-02-30"), sources__tax_record=SOURCE
    )
    assert list(result.corpus.claims) == ["coffee"]
    assert result.refused == {"tea": "claims/tea.yml"}
    assert ("CB106", 3) in [(each.code.id, each.span.line) for each in result.diagnostics]


def test_a_claim_that_rests_on_a_broken_source_is_refused_without_a_second_diagnostic() -> None:
    result = compiled(coffee=CLAIM, sources__tax_record=SOURCE.replace("title", "titel"))
    errors = [each for each in result.diagnostics if each.severity == "error"]
    assert result.refused == {"coffee": "claims/coffee.yml"}
    assert {each.span.path for each in errors} == {"claims/sources/tax-record.yml"}


def test_a_claim_that_cites_a_broken_source_is_refused_too() -> None:
    cited = CLAIM.replace("  verdict:", "  analysis: The record [@letter].\n  verdict:")
    files = {"coffee": cited, "sources__tax_record": SOURCE}
    assert list(compiled(**files, sources__letter=SOURCE).corpus.claims) == ["coffee"]
    broken = compiled(**files, sources__letter=SOURCE + "isbn: 1\n")
    assert broken.refused.keys() == {"coffee"}
    assert [each.span.path for each in broken.diagnostics if each.code.id == "CB109"] == [
        "claims/sources/letter.yml"
    ]


def test_drafts_are_checked_and_not_published() -> None:
    result = compiled(drafts__coffee=CLAIM, sources__tax_record=SOURCE)
    assert not result.corpus.claims
    assert list(result.corpus.drafts) == ["coffee"]


def test_the_same_id_twice_refuses_both_files_names_and_keeps_neither() -> None:
    result = compiled(a__coffee=CLAIM, b__coffee=CLAIM, sources__tax_record=SOURCE)
    assert [each.span.path for each in result.diagnostics if each.code.id == "CB202"] == [
        "claims/b/coffee.yml"
    ]


def test_the_order_of_the_files_does_not_matter() -> None:
    files = {"coffee": CLAIM, "tea": CLAIM, "sources__tax_record": SOURCE}
    forward = compiled(**files)
    backward = compiled(**dict(reversed(files.items())))
    assert forward == backward


def test_beside_a_claim_that_has_become_unreadable_no_source_is_called_unused() -> None:
    means = Means(memory=Notebook())
    files = {"sources__tax_record": SOURCE, "sources__other": SOURCE}
    sound, unsound = files | {"coffee": CLAIM}, files | {"coffee": f"{CLAIM}colour: red\n"}
    assert "CB211" in codes_of(compiled_with(means, sound))
    assert "CB211" not in codes_of(compiled_with(means, unsound))


def codes_of(found: Compilation) -> set[str]:
    """The codes of everything that was found."""
    return {each.code.id for each in found.diagnostics}


def test_a_suppression_with_a_reason_silences_a_warning_there_only() -> None:
    excused = CLAIM.replace(
        "  verdict:", "  # claimbook: allow[verdict-too-long] The name is that long.\n  verdict:"
    )
    long = "x " * 100
    result = compiled(
        coffee=excused.replace("A tax record names the shop.", long), sources__tax_record=SOURCE
    )
    assert "CB603" not in {each.code.id for each in result.diagnostics}


def test_suppressions_are_themselves_checked() -> None:
    text = "# claimbook: allow[undefined-source] because\n" + CLAIM.replace(
        "  rating:", "  # claimbook: allow[title-question]\n  rating:"
    )
    result = compiled(coffee=text, sources__tax_record=SOURCE)
    found = {(each.code.name, each.span.line) for each in result.diagnostics}
    assert ("unknown-suppression", 1) in found
    assert ("suppression-without-reason", 6) in found
    assert ("unused-suppression", 6) in found
