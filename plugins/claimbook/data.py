"""Plain data as bytes: what is remembered between runs, and what processes tell one another."""

from hashlib import blake2b
from typing import Any

import msgspec

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder()


def to_bytes(value: Any) -> bytes:  # noqa: ANN401 - lists, mappings, texts, bytes, numbers
    """A value as MessagePack."""
    return _ENCODER.encode(value)


def from_bytes(data: bytes) -> Any:  # noqa: ANN401 - as above
    """The value again, tuples as lists. Raises :class:`ValueError` where ``data`` is none."""
    try:
        return _DECODER.decode(data)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error


def digest(data: bytes) -> bytes:
    """A digest of 16 bytes: BLAKE2b (RFC 7693)."""
    return blake2b(data, digest_size=16).digest()
