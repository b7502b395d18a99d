"""What MkDocs's log shows of a claim."""

from claimbook.diagnostics import Code, Severity, diagnose
from claimbook.text import Span
from mkdocs_claimbook.diagnostics_log import line

CODE = Code("CB204", "undefined-source", Severity.ERROR)


def test_nothing_of_a_claim_steers_a_terminal_or_a_job() -> None:
    word = "x\x1b[31m\n::error::y\u202e##[stop-commands]z"
    shown = line(diagnose(CODE, Span(f"claims/{word}.yml", 1, 1, 1, 2), word, word))
    assert shown.count("\n") == 1
    assert shown.startswith("claims/x␛[31m ::error::y<U+202E>##［stop-commands]z.yml:1:1: CB204")
    assert not {"\x1b", "\u202e"} & set(shown)
