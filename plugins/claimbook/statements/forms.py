"""A working list as data, as a table for spreadsheets, and as Markdown."""

from collections.abc import Iterator

from claimbook.boundaries.github_text import code, text
from claimbook.boundaries.table import Cell
from claimbook.data import json_text
from claimbook.exports.open_data.files import csv_text
from claimbook.exports.open_data.tables import LIST_SIGN, Column, Table, Type
from claimbook.statements.choice import letter_of
from claimbook.statements.features import WORTH_FROM
from claimbook.statements.listing import ORDER, Worklist, heading, place_of, told_claim
from claimbook.statements.worklist import Known, Statement, Status

_LONGEST = 2_000


def as_json(work: Worklist) -> str:
    """The list as one object; signs and places are told in full."""
    told = {
        "text": work.name,
        "language": work.language,
        "worth_from": WORTH_FROM,
        "caution": work.caution,
        "sentences": [_row(each, work) for each in work.statements],
    }
    return json_text(told) + "\n"


def _row(each: Statement, work: Worklist) -> dict[str, object]:
    return {
        "number": each.number,
        "line": each.line,
        "start": each.place.start,
        "end": each.place.end,
        **({"seconds": each.seconds} if each.seconds is not None else {}),
        **({"speaker": each.speaker} if each.speaker else {}),
        "text": each.text,
        "status": each.status.value,
        "rank": each.rank,
        "score": each.score,
        "why": each.why,
        "signs": [
            {"sign": sign.feature, "weight": sign.weight, "words": sign.words}
            for sign in each.signs
        ],
        "claims": [_claim(known, work) for known in each.known],
        "related": [_claim(Known(match.entry.id, match), work) for match in each.related],
        "parts": [
            {"letter": letter_of(at), "text": part.text, "claims": part.claims}
            for at, part in enumerate(each.parts)
        ],
        **({"left_out": each.reason_left_out} if each.reason_left_out else {}),
    }


def _claim(known: Known, work: Worklist) -> dict[str, object]:
    claim = work.claims[known.claim]
    told: dict[str, object] = {
        "id": claim.id,
        "path": claim.path,
        "rating": claim.record.review.rating,
        "draft": claim.is_draft,
        "withdrawn": claim.record.withdrawn is not None,
        "found": _found_by(known),
    }
    if known.match is not None:
        match = known.match
        told |= {
            "relation": match.relation.value,
            "score": match.score,
            "reason": match.reason,
        }
    return told


def _found_by(known: Known) -> str:
    if known.match is not None:
        return "by likeness"
    return "by its words in another text" if known.is_elsewhere else "by its words"


_COLUMNS = (
    Column("number", "The number of the sentence.", Type.NUMBER),
    Column("place", "Its line, or its time in a recording."),
    Column("speaker", "Who says it."),
    Column("sentence", "The sentence."),
    Column("status", "What is to be done about it."),
    Column("rank", "Its rank among those to be checked."),
    Column("score", "The sum of its signs."),
    Column("why", "The signs that made it so."),
    Column("claims", "Claims that answer it."),
    Column("parts", "The statements in it, where there are several."),
)


def as_csv(work: Worklist) -> str:
    """The list as a table; no cell is a formula to a spreadsheet."""
    rows = [_cells(each) for each in work.statements]
    return csv_text(Table("statements", "The sentences of a text.", ("number",), _COLUMNS, rows))


def _cells(each: Statement) -> tuple[Cell, ...]:
    return (
        each.number,
        place_of(each),
        each.speaker,
        each.text,
        each.status.value,
        each.rank or "",
        each.score,
        each.why,
        LIST_SIGN.join(known.claim for known in each.known),
        LIST_SIGN.join(part.text for part in each.parts),
    )


def as_markdown(work: Worklist) -> str:
    """The list with a box to tick for each sentence that is to be checked."""
    return "\n".join(_markdown(work)) + "\n"


def _markdown(work: Worklist) -> Iterator[str]:
    yield f"## {text(work.summary)}"
    if work.caution:
        yield from ("", text(work.caution))
    for status in ORDER:
        shown, more = work.shown(status)
        if shown:
            yield from ("", f"### {heading(status)}", "")
        for each in shown:
            yield from _item(each, work)
        if more:
            yield f"- {more}"


def _item(each: Statement, work: Worklist) -> Iterator[str]:
    box = "[ ] " if each.status is Status.WORTH else ""
    speaker = f"**{text(each.speaker)}:** " if each.speaker else ""
    place = code(f"{each.number}, {place_of(each)}")
    yield f"- {box}{place} {speaker}{text(each.text, _LONGEST)}"
    yield from (f"  - {text(told_claim(known, work.claims))}" for known in each.known)
    if not each.known:
        yield f"  - {text(each.reason_left_out or each.why)}"
    if each.status is Status.WORTH:
        parts = enumerate(each.parts)
        yield from (f"  - [ ] {code(letter_of(at))} {text(part.text)}" for at, part in parts)
