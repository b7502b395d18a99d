"""Records packed for the disk or another process come back as they were."""

import json

from hypothesis import given
from hypothesis import strategies as st

from claimbook.data import from_bytes, to_bytes
from claimbook.decode import Filing, Role
from claimbook.packing import pack, unpack
from claimbook.records import Claim
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import FILE_START, SourceFile
from claimbook.unit import decode_file
from tests.properties.trees import Tree, records_of


def decoded(tree: Tree) -> Claim:
    file = SourceFile("claims/a.yml", json.dumps(tree, ensure_ascii=False).encode())
    record = decode_file(file, Filing(Role.CLAIM, "a"), DEFAULT_SETTINGS).record
    assert isinstance(record, Claim)
    return record


@given(st.data())
def test_what_is_unpacked_is_what_was_packed(data: st.DataObject) -> None:
    record = decoded(data.draw(records_of(Claim)))
    row = pack(record)
    sent = from_bytes(to_bytes(row))
    assert sent == row == json.loads(json.dumps(row))
    received = unpack(Claim, sent, "claims/a.yml")
    assert received == record
    assert type(received.review.confidence) is type(record.review.confidence)
    assert received.at.mark == FILE_START
    for old, new in zip(record.evidence, received.evidence, strict=True):
        assert new.at.path == "claims/a.yml"
        if not isinstance(old.source, str):
            assert new.source.at.mark[:2] == old.source.at.mark[:2]
    assert pack(received) == row
