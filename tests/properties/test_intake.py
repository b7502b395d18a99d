"""Any body in any field: a sound draft that says exactly what was given, or a plain refusal."""

from datetime import date
from pathlib import PurePosixPath

from hypothesis import example, given
from hypothesis import strategies as st

from claimbook.compile import compile_claims
from claimbook.corpus import Corpus, Filed
from claimbook.diagnostics import has_errors
from claimbook.drafting import draft_text
from claimbook.intake.body import read_body
from claimbook.intake.form import NEW_CLAIM
from claimbook.intake.proposal import proposal
from claimbook.records import Claim, Source
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.standard_scale import STANDARD_SCALE
from claimbook.text import SourceFile
from tests.unit.intake.filling import SOUND, body_of

TODAY = date(2026, 11, 23)
CORPUS = Corpus(scale=Filed("scale", "", STANDARD_SCALE))
HOSTILE = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from("abc \n\t#:-'\"{}[]&*!|>%@`\\,?~=<$()./_é\u00a0水"), max_size=60),
    st.sampled_from(
        [
            *("null", "~", "yes", "1e3", "2025-02-30", "../../etc/passwd", "---", "...", "- a"),
            *("{{ 7 * 7 }}", "${{ github.token }}", "$(id)", "`id`", "::set-output name=a::b"),
            *("### What is claimed?", "_No response_", "claim: x\nclaimant: y", "!!python/object"),
            *("a: b", "# claimbook: allow[all] x", "[[claimbook:data]]", "[@source]", "a\n\n\nb"),
            *("<script>alert(1)</script>", "javascript:alert(1)", "nul", "con", "index", "\\u202e"),
        ]
    ),
)
FIELDS = [each.id for each in NEW_CLAIM.fields]
ANSWERS = st.dictionaries(st.sampled_from(FIELDS), HOSTILE, max_size=4)


@given(ANSWERS)
@example({"claim": "a\tb"})
@example({"claimant": "null"})
@example({"quote": "  indented\n    more\nless"})
@example({"evidence_quote": "\n#a"})
@example({"title": "x" * 600})
def test_a_body_is_taken_word_for_word_or_refused(hostile: dict[str, str]) -> None:
    answers = {**SOUND, **hostile}
    read = read_body(SourceFile("issue", body_of(answers).encode("utf-8", "surrogatepass")))
    if read.value is None or read.diagnostics:
        assert read.diagnostics
        assert all(each.message for each in read.diagnostics)
        return
    proposed = proposal(read.value, CORPUS, "issue")
    if proposed.value is None:
        assert proposed.diagnostics
        return
    path = f"claims/drafts/{proposed.value.id}.yml"
    assert PurePosixPath(path).parent == PurePosixPath("claims/drafts")
    text = draft_text(proposed.value, CORPUS, "", TODAY)
    compiled = compile_claims([SourceFile(path, text.encode())], DEFAULT_SETTINGS, TODAY)
    if has_errors(compiled.diagnostics):
        # The command refuses this, and says why.
        assert all(each.span.path == path for each in compiled.diagnostics)
        return
    (draft,) = compiled.corpus.drafts.values()
    assert_says(draft.record, {name: each.text for name, each in read.value.answers.items()})


def assert_says(claim: Claim, given: dict[str, str]) -> None:
    claimant = claim.claimant if isinstance(claim.claimant, str) else claim.claimant.name
    held = {"claim": claim.claim, "claimant": claimant, **appearance(claim), **evidence(claim)}
    held["claimed"] = claim.claimed.text if claim.claimed else None
    words = {"quote", "evidence_quote"}
    wanted = {
        name: text if name in words else folded(text)
        for name, text in given.items()
        if name != "topics"
    }
    assert {name: text for name, text in held.items() if text is not None} == wanted


def appearance(claim: Claim) -> dict[str, str | None]:
    if not claim.appearances:
        return {}
    (found,) = claim.appearances
    assert isinstance(found.source, Source)
    address = found.source.url.text if found.source.url else None
    return {"url": address, "title": found.source.title, "quote": found.quote}


def evidence(claim: Claim) -> dict[str, str | None]:
    if not claim.evidence:
        return {}
    (found,) = claim.evidence
    assert isinstance(found.source, Source)
    return {
        "evidence_url": found.source.url.text if found.source.url else None,
        "evidence_title": found.source.title,
        "publisher": found.source.publisher,
        "stance": found.stance.value,
        "evidence_quote": found.quote,
        "says": found.says,
    }


def folded(text: str) -> str:
    """Plain text, as every claim file has it: white space of all kinds is a space."""
    return " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)
