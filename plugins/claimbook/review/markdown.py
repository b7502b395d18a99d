"""For people who review on a forge: the difference as Markdown, for a summary or a comment."""

from collections.abc import Iterable, Iterator
from itertools import chain

from claimbook.boundaries.github_text import code, piece, prose, text
from claimbook.format import counted, listed
from claimbook.review.difference import (
    Change,
    ClaimChange,
    Difference,
    EvidenceChange,
    FileChange,
    Likely,
    Problem,
    SourceShown,
)
from claimbook.review.phrases import KINDS, address_note, change_word, head_line, names
from claimbook.review.words import compared

# GitHub takes a summary of 1 MiB for each step, and a comment of 65,536 characters.
MOST_BYTES = 1_000_000
_MOST_ROWS = 200
_MOST_TEXT = 4000
_SIGNS = {"-": "del", "+": "ins"}


def as_markdown(difference: Difference, most: int = MOST_BYTES) -> str:
    """A heading, what changed in each claim, other files and problems, in at most ``most`` bytes.

    What does not fit is counted in a sentence at the end.
    """
    head = f"## {text(head_line(difference))}\n"
    lists = difference.files, difference.brought, difference.mended
    total = len(difference.claims) + sum(map(bool, lists))
    room = most - len(head.encode()) - len(_left_out(total))
    # What does not fit is not even written.
    kept = [*_fitting(_sections(difference), room)]
    left = total - len(kept)
    return head + "".join(kept) + (_left_out(left) if left else "")


def _sections(difference: Difference) -> Iterator[str]:
    made = chain(
        (_claim(each) for each in difference.claims),
        _list("Other files", map(_file, difference.files)),
        _list("Problems that this brings", _problems(difference.brought)),
        _list("Problems that this mends", _problems(difference.mended)),
    )
    return ("\n" + "\n".join(lines) + "\n" for lines in made)


def _fitting(sections: Iterable[str], room: int) -> Iterator[str]:
    for each in sections:
        room -= len(each.encode())
        if room < 0:
            return
        yield each


def _left_out(sections: int) -> str:
    return (
        f"\nThis is longer than may stand here: {counted(sections, 'section')} left out. "
        "The command claimbook diff shows all.\n"
    )


def _claim(claim: ClaimChange) -> Iterator[str]:
    yield f"### {KINDS.get(claim.kind, 'Changed')}: {text(claim.title, 300)}"
    yield ""
    yield f"{code(claim.path)}{_former(claim)}"
    yield from _about(claim)
    if claim.changes:
        yield from _table(("Field", "Change"), map(_change_row, claim.changes))
    if claim.evidence:
        columns = ("Evidence", "Stance", "Source", "What it says", "Quotation")
        yield from _table(columns, map(_evidence_row, claim.evidence))


def _former(claim: ClaimChange) -> str:
    former = f", formerly {code(claim.former)}" if claim.former else ""
    note = address_note(claim)
    return f"{former} — **{text(note)}**" if note else former


def _about(claim: ClaimChange) -> Iterator[str]:
    points: Iterable[tuple[str, str]] = (
        ("Claim", text(claim.claim, _MOST_TEXT) if claim.claim != claim.title else ""),
        ("Rating", _rating(claim)),
        ("Sources added", _sources(claim.sources_added)),
        ("Sources removed", _sources(claim.sources_removed)),
        ("Resembles", "; ".join(map(_likely, claim.likely))),
        ("Topics", ", ".join(map(code, claim.topics))),
        ("Owners", ", ".join(map(code, claim.owners))),
    )
    shown = [f"- {name}: {words}" for name, words in points if words]
    yield from ("", *shown) if shown else ()


def _rating(claim: ClaimChange) -> str:
    change = claim.rating_change
    if change is None:
        return code(claim.rating)
    is_told = claim.kind in {"draft", "published"} or change.is_corrected
    told = "a correction says so" if change.is_corrected else "**no correction says so**"
    behind = "" if is_told and not change.is_corrected else f" — {told}"
    return f"{code(change.before)} → {code(change.after)}{behind}"


def _likely(each: Likely) -> str:
    return f"{code(each.id)} ({text(each.likeness, 30)}): {text(each.title, 300)}"


def _sources(sources: Iterable[SourceShown]) -> str:
    return "; ".join(f"{text(names(each), 300)}" for each in sources)


def _change_row(change: Change) -> tuple[str, ...]:
    return code(change.field), _words(change)


def _words(change: Change) -> str:
    if not change.before:
        return f"{change_word(change)}: <ins>{text(change.after, _MOST_TEXT)}</ins>"
    if not change.after:
        return f"{change_word(change)}: <del>{text(change.before, _MOST_TEXT)}</del>"
    pieces = compared(change.before[:_MOST_TEXT], change.after[:_MOST_TEXT])
    return "".join(_marked(each.sign, each.text) for each in pieces)


def _marked(sign: str, words: str) -> str:
    tag = _SIGNS.get(sign)
    return f"<{tag}>{piece(words)}</{tag}>" if tag else piece(words)


def _evidence_row(each: EvidenceChange) -> tuple[str, ...]:
    changed = "<br>".join(f"{code(one.field)} {_words(one)}" for one in each.changes)
    says = " — ".join(filter(None, (text(each.quote, 1000), text(each.says, 1000))))
    kind, stance = text(each.kind, 20), code(each.stance)
    return kind, stance, text(each.source, 300), changed or says, text(each.proof, 300)


def _list(title: str, rows: Iterable[str]) -> Iterator[list[str]]:
    shown = [*rows]
    if shown:
        more = len(shown) - _MOST_ROWS
        behind = [f"- … and {more:,} more"] if more > 0 else []
        yield [f"### {title}", "", *shown[:_MOST_ROWS], *behind]


def _file(each: FileChange) -> str:
    changes = "".join(f"\n  - {code(one.field)} {_words(one)}" for one in each.changes)
    owners = f" — owners: {listed(map(code, each.owners))}" if each.owners else ""
    return f"- {text(each.kind, 20)} {text(each.role, 20)}: {code(each.path)}{owners}{changes}"


def _problems(problems: Iterable[Problem]) -> Iterator[str]:
    for each in problems:
        what = f"{each.severity} {each.code} {each.name}"
        hint = f" ({prose(each.hint[:500])})" if each.hint else ""
        place = code(f"{each.path}:{each.line}")
        yield f"- {text(what, 100)} — {place}: {prose(each.message[:500])}{hint}"


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from ("", _row(columns), _row("---" for _ in columns))
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
