"""Differences that somebody else has written."""

import pytest

from claimbook.review.difference import MOST_BYTES, Difference, as_json, read_json

SOUND = as_json(Difference("a", "b"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'{"base": 1, "head": "b"}',
        b'{"base": "\xff", "head": "b"}',
        b'{"base": "a", "head": "b", "claims": "all"}',
        SOUND.replace('"version": 1', '"version": 2').encode(),
        b" " * (MOST_BYTES + 1),
        b"[" * 100_000,
    ],
)
def test_what_is_no_difference_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_json(data)
