"""Formatting changes how a file looks and nothing of what it says."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.decode import Role, decode, filing_of
from claimbook.diagnostics import Outcome
from claimbook.formatting import formatted
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse
from tests.properties.trees import files
from tests.properties.writing import Commented, commented, yaml_texts

SLOW = settings(suppress_health_check=list(HealthCheck), max_examples=100)
SIGN = re.compile(r"# [0-9]+ ")


@st.composite
def written_files(draw: st.DrawFn) -> tuple[Role, Commented]:
    role, tree = draw(files())
    return role, draw(commented(draw(yaml_texts(tree))))


def record(role: Role, text: str) -> Outcome[Any]:
    parsed = parse(SourceFile("f.yml", text.encode()))
    assert parsed.value is not None
    assert parsed.diagnostics == ()
    return decode(role, parsed.value, "f.yml")


def form(role: Role, text: str, url: str = "") -> str:
    done = formatted(SourceFile("f.yml", text.encode()), role, url)
    assert done.diagnostics == ()
    assert done.value is not None
    return done.value


@SLOW
@given(written_files())
def test_records_and_comments_are_the_same_and_the_second_time_changes_nothing(
    file: tuple[Role, Commented],
) -> None:
    role, written = file
    before = record(role, written.text)
    assert before.diagnostics == ()
    after = form(role, written.text)
    assert record(role, after).value == before.value
    found = Counter(each for each in written.comments for _ in range(after.count(each)))
    assert found == Counter(written.comments)
    assert form(role, after) == after


@SLOW
@given(written_files())
def test_the_form_is_clean(file: tuple[Role, Commented]) -> None:
    role, written = file
    after = form(role, written.text, "https://example.org/")
    assert after.startswith("# yaml-language-server: $schema=https://example.org/schema/1/")
    assert after.endswith("\n")
    assert not after.endswith("\n\n")
    assert "\r" not in after
    assert "\t" not in after
    assert "\n\n\n" not in re.sub(
        r"(?ms)^( *)\S[^\n]*[|]-?(  #[^\n]*)?$.*?(?=^\1?\S|\Z)", "", after
    )


@SLOW
@given(written_files(), st.sampled_from(["\r\n", "\r"]), st.booleans())
def test_line_ends_and_byte_order_marks_make_no_difference(
    file: tuple[Role, Commented], end: str, has_mark: bool
) -> None:
    role, written = file
    data = written.text.replace("\n", end).encode("utf-8-sig" if has_mark else "utf-8")
    done = formatted(SourceFile("f.yml", data), role)
    assert done.value == form(role, written.text)


def test_every_file_of_this_publication_keeps_its_record(repository: Path) -> None:
    folder = repository / "claims"
    paths = [
        path for path in folder.rglob("*.yml") if filing_of(path.relative_to(folder).as_posix())
    ]
    if not paths:
        pytest.skip("no claims yet")
    for path in paths:
        filing = filing_of(path.relative_to(folder).as_posix())
        assert filing
        text = path.read_text(encoding="utf-8")
        after = form(filing.role, text)
        assert record(filing.role, after).value == record(filing.role, text).value
        assert form(filing.role, after) == after
