"""Whatever damages a claim file, there are words for it and a place in the file."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimbook.report import FORMATS, Report
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

SOUND = (Path(__file__).resolve().parent / "clean/claims/sora-2-launch.yml").read_text("utf-8")
PATH = "claims/x.yml"
PIECES = st.text(alphabet="ab:#-'\"[]{}>|*&!%@`?, \t\n\\\u202e日\x00", max_size=6)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = SOUND
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        end = at + draw(st.integers(0, 30))
        text = text[:at] + draw(PIECES) + text[end:]
    return text


@given(damaged())
def test_every_damage_is_told_within_the_file(text: str) -> None:
    found = parse(SourceFile(PATH, text.encode())).diagnostics
    lines = text.removeprefix("\ufeff").split("\n")
    for each in found:
        for span in (each.span, *(label.span for label in each.labels)):
            assert span.line <= span.end_line <= len(lines) + 1
            assert 1 <= span.column <= len([*lines, ""][span.line - 1]) + 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)
    report = Report(found, lambda _: text, 1)
    for render in FORMATS.values():
        written = render(report)
        assert "\x00" not in written
        assert "\u202e" not in written
