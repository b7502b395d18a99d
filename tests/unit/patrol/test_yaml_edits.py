"""A change goes into a file, and nothing else changes there."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.compile import compile_claims
from claimbook.decode import filing_at
from claimbook.formatting import formatted
from claimbook.patrol.applying import applied
from claimbook.patrol.proposals import Proposal
from claimbook.patrol.wanted import wanted
from claimbook.patrol.yaml_edits import Change, Copy, changed
from claimbook.text import Mark, SourceFile
from claimbook.workspace import load

REPOSITORY = Path(__file__).resolve().parents[3]

NEW = Change(url="https://new.example/?a=1&b=%20")
COPY = Copy("https://web.archive.org/web/20250504120000/https://exe.example/a", "2025-05-04")
DEAD = Change(status="dead", copy=COPY)
LINES = f"status: dead\narchives:\n  - url: {COPY.url}\n    captured: 2025-05-04\n"
FLOW = f'status: dead, archives: [{{url: "{COPY.url}", captured: 2025-05-04}}]'


def put(text: str, change: Change, line: int = 1, column: int = 1) -> str | None:
    file = SourceFile("f.yml", text.encode())
    found = changed(file, Mark(line, column, 0, 0), change)
    return found.data.decode() if found else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nurl: u # why\nnotes: b\n", f"title: A\nurl: {NEW.url} # why\nnotes: b\n"),
        ("url: u", f"url: {NEW.url}"),
        ('url: "u" # c\n', f'url: "{NEW.url}" # c\n'),
        ("url: 'u'\n", f'url: "{NEW.url}"\n'),
        ("{title: A, url: u}\n", f"{{title: A, url: {NEW.url}}}\n"),
        ("url:\n  u\n", f"url:\n  {NEW.url}\n"),
    ],
)
def test_a_new_address_takes_the_place_of_the_old_one(before: str, after: str) -> None:
    assert put(before, NEW) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nurl: u\n", f"title: A\nurl: u\n{LINES}"),
        ("title: A\nurl: u", f"title: A\nurl: u\n{LINES}".rstrip()),
        ("url: u # c\n# of the next\nnotes: b\n", f"url: u # c\n{LINES}# of the next\nnotes: b\n"),
        (
            "url: u\ndoi: 10.1/2\naccess: free\norigin: x\n",
            f"url: u\ndoi: 10.1/2\naccess: free\n{LINES}origin: x\n",
        ),
        (
            "url: u\nstatus: live # yet\nnotes: b\n",
            f"url: u\n{LINES.replace('dead', 'dead # yet', 1)}notes: b\n",
        ),
        ("{title: A, url: u, notes: b}\n", f"{{title: A, url: u, {FLOW}, notes: b}}\n"),
        ("{title: A,\n url: u # c\n}\n", f"{{title: A,\n url: u, {FLOW} # c\n}}\n"),
    ],
)
def test_a_death_and_a_copy_stand_where_the_formatter_would_put_them(
    before: str, after: str
) -> None:
    assert put(before, DEAD) == after


def test_a_death_alone_and_a_copy_alone() -> None:
    assert put("url: u\n", Change(status="dead")) == "url: u\nstatus: dead\n"
    alone = Change(copy=Copy(COPY.url, ""))
    assert put("url: u\nstatus: changed\n", alone) == (
        f"url: u\nstatus: changed\narchives:\n  - url: {COPY.url}\n"
    )


@pytest.mark.parametrize("dash", ["  - source:\n      ", "- source:\n    "])
def test_a_source_within_a_claim_is_told_from_others(dash: str) -> None:
    indent = dash.rpartition("\n")[2]
    source = f"{dash}title: A\n{indent}url: u\n"
    after = put(f"evidence:\n{source}{source}", DEAD, 6, len(indent) + 1)
    added = "".join(f"{indent}{line}\n" for line in LINES.splitlines())
    assert after == f"evidence:\n{source}{source}{added}"


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    before = "\ufefftitle: A\r\nurl: u\r\n# c\r\nnotes: b\r\n"
    after = put(before, DEAD)
    assert after == before.replace("# c", LINES.replace("\n", "\r\n") + "# c")


@pytest.mark.parametrize(
    "before",
    [
        "url: >-\n  u\nnotes: b\n",
        "url: u\narchives:\nnotes: b\n",
        "url: u\narchives: []\n",
        "url: u\nstatus:\n",
        "title: A\n",
        "- url: u\n",
        "url: u\r\nnotes: b\n",
        "url: [",
        "url: 'u\n\n  v'\n",
    ],
)
def test_what_is_written_unusually_is_left_alone(before: str) -> None:
    assert put(before, DEAD) is None


@given(st.text(st.sampled_from("url: a\n#-{}[]'\"|>&*!,"), max_size=40))
def test_any_file_stays_or_says_what_it_said(text: str) -> None:
    before = f"title: A\nurl: u\nnotes: {text}\n"
    after = put(before, DEAD)
    assert after is None or after == before.replace("url: u\n", f"url: u\n{LINES}", 1)


def test_the_sources_of_this_repository_take_every_change_as_the_formatter_writes_it() -> None:
    workspace = load(REPOSITORY)
    files = {each.path: each for each in workspace.files}
    corpus = compile_claims(workspace.files, workspace.settings, date(2026, 11, 23)).corpus
    found = wanted(corpus, files, workspace.settings)
    proposed = [
        Proposal(citing, Change(NEW.url, "dead", None if citing.source.archives else COPY))
        for each in found.values()
        for citing in each.citings
        if citing.source and not citing.source.status
    ]
    made = applied(proposed, files, workspace.settings.limits)
    assert len(proposed) > 40
    assert made.refused == ()
    for path, file in made.files.items():
        filing = filing_at(path, workspace.settings.claims_dir)
        assert filing is not None
        done = formatted(file, filing.role, "", workspace.settings.limits, keeps_addresses=True)
        assert done.value == file.text
