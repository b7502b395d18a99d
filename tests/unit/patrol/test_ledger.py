"""The ledger: what is written is read again; what nobody can have written is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.patrol.ledger import LedgerError, one_line, read_ledger, write_ledger
from claimbook.patrol.states import Entry, Looked, State

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
WORDS = st.text(st.characters(codec="utf-8"), max_size=40).map(one_line)
ADDRESSES = st.from_regex(
    r"https?://[a-z]{1,8}\.example/[a-zA-Z0-9%?&=/#._~-]{0,30}", fullmatch=True
)
DIGESTS = st.lists(st.from_regex(r"[0-9a-f]{16}", fullmatch=True), max_size=3, unique=True)
VALIDATORS = st.from_regex(r"([\x21-\x7e]([\x20-\x7e]{0,20}[\x21-\x7e])?)?", fullmatch=True)
NOTES = st.lists(st.from_regex(r"# ?[a-zä;:<=]{0,20}", fullmatch=True).map(str.rstrip), max_size=2)


def ordered(values: list[object]) -> tuple[object, ...]:
    return tuple(sorted(values))  # type: ignore[type-var]


ENTRIES = st.builds(
    Entry,
    address=ADDRESSES,
    state=st.sampled_from(State),
    visited=DAYS,
    reason=WORDS,
    new_address=st.just("") | ADDRESSES,
    failed=st.lists(DAYS, max_size=3, unique=True).map(ordered),
    looked=st.builds(Looked, DIGESTS.map(ordered), DIGESTS.map(ordered), DIGESTS.map(ordered)),
    etag=VALIDATORS,
    modified=VALIDATORS,
    copy=st.sampled_from(["", "none"]) | ADDRESSES,
    notes=NOTES.map(tuple),
)
LEDGERS = st.lists(ENTRIES, max_size=5, unique_by=lambda each: each.address)


@given(LEDGERS)
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    text = write_ledger(entries)
    again = read_ledger(text)
    assert again == {each.address: each for each in entries}
    assert write_ledger(again.values()) == text == write_ledger(entries[::-1])
    assert read_ledger(text.replace("\n", "\r\n")) == again


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = refused(text), refused(f"https://exe.example/\n  state: ok\n  {text}")
    assert all(each is None or (each.line >= 1 and each.hint) for each in found)


def refused(text: str) -> LedgerError | None:
    try:
        read_ledger(text)
    except LedgerError as error:
        return error
    return None


BLOCK = "https://exe.example/a\n  state: ok\n  visited: 2026-11-02\n"


def test_one_block_says_what_it_says() -> None:
    (entry,) = read_ledger(f"# of the council\n{BLOCK}").values()
    assert entry == Entry(
        "https://exe.example/a", State.OK, date(2026, 11, 2), notes=("# of the council",)
    )
    assert write_ledger([entry]).endswith(f"\n\n# of the council\n{BLOCK}")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (f"{BLOCK}\n{BLOCK}", 5, "second block"),
        (f"{BLOCK}  visited: 2026-11-09\n", 4, "`visited` is said a second time"),
        (f"{BLOCK}  colour: red\n", 4, "`colour: red` is no field"),
        (f"{BLOCK}state: ok\n", 4, "is no field"),
        (f"{BLOCK}  # here\n", 4, "is no field"),
        (f"{BLOCK}https://exe.example/b\n", 4, "is no field"),
        (BLOCK.replace("ok", "fine"), 2, "`fine` cannot stand at `state`"),
        (BLOCK.replace("11-02", "13-02"), 3, "cannot stand at `visited`"),
        (f"{BLOCK}  failed: 2026-11-02, 2026-11-01\n", 4, "cannot stand at `failed`"),
        (f"{BLOCK}  copy: javascript:alert(1)\n", 4, "cannot stand at `copy`"),
        (f"{BLOCK}  moved to: file:///etc/passwd\n", 4, "cannot stand at `moved to`"),
        (f"{BLOCK}  etag: \u00e4\n", 4, "cannot stand at `etag`"),
        (f"{BLOCK}  quotes seen: xyz\n", 4, "cannot stand at"),
        ("https://exe.example/a\n  state: ok\n", 1, "does not say when"),
        ("words\n", 1, "does not begin with"),
        ("https://u:p@exe.example/\n", 1, "user name"),
        (f"<<<<<<< HEAD\n{BLOCK}", 1, "could not merge"),
        (f"{BLOCK}=======\n", 4, "could not merge"),
        (f"{BLOCK}\n# alone\n", 5, "no address"),
        (f"{BLOCK}  reason: \x1b[31m\n", 4, "character"),
        (f"{BLOCK}  reason: {'x' * 5_000}\n", 4, "characters"),
    ],
)
def test_what_nobody_can_have_written_is_refused_with_its_line(
    text: str, line: int, words: str
) -> None:
    with pytest.raises(LedgerError, match=words) as caught:
        read_ledger(text)
    assert caught.value.line == line


def test_who_writes_a_block_by_hand_is_told_what_parts_it_from_the_next() -> None:
    found = refused(f"{BLOCK}https://exe.example/b\n")
    assert found is not None
    assert "an empty line stands before each block" in found.hint
