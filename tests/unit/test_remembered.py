"""What is remembered of records: what there is, without asking for each that there is none."""

from collections.abc import Iterator
from datetime import date

import pytest

from claimbook.corpus import Corpus
from claimbook.memory import Entry, Forgetful
from claimbook.remembered import Remembered

NAMES = [f"claims/{number:04}.yml" for number in range(3000)]
DIGESTS = {name: name.encode() for name in NAMES}


class Records(Forgetful):
    """A memory of some records that counts how often it is asked."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self.kept, self.asked = kept, 0

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        assert room == "records"
        self.asked += 1
        found = [name for name in sorted(self.kept) if name >= first]
        for name in found if most < 0 else found[:most]:
            yield Entry(name, self.kept[name], f"record of {name}".encode())


@pytest.mark.parametrize(
    ("kept", "most_asked"), [(NAMES, 104), (NAMES[::3], 103), (NAMES[:500], 102), ([], 1)]
)
def test_records_are_found_where_they_are(kept: list[str], most_asked: int) -> None:
    records = Records({name: DIGESTS[name] for name in kept})
    remembered = Remembered(records, Corpus(), DIGESTS, date(2026, 11, 23), b"", b"")
    held = {*kept}
    for name in NAMES:
        expected = f"record of {name}".encode() if name in held else b""
        assert remembered.record(name) == expected
    assert records.asked <= most_asked
    backwards = [remembered.record(name) for name in reversed(NAMES)]
    assert [bool(each) for each in reversed(backwards)] == [name in held for name in NAMES]


def test_a_record_of_other_content_is_none() -> None:
    records = Records({NAMES[0]: b"another digest"})
    remembered = Remembered(records, Corpus(), DIGESTS, date(2026, 11, 23), b"", b"")
    assert remembered.record(NAMES[0]) == b""
