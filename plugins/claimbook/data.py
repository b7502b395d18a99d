"""Plain data: records that never change, and their way to bytes and back.

As bytes data is remembered between runs, and so processes tell it to one another.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar, dataclass_transform

import msgspec
from msgspec import structs

try:
    # What `hashlib` has, without the time it takes to load a library for all of its others.
    from _blake2 import blake2b
    from _sha1 import sha1  # type: ignore[import-not-found]
except ImportError:
    from hashlib import blake2b, sha1

T = TypeVar("T")
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder()
_JSON = msgspec.json.Encoder()
_FROM_JSON = msgspec.json.Decoder()
REQUIRED: Any = msgspec.NODEFAULT
FixedType = msgspec.StructMeta
Meta = msgspec.Meta
replaced, values_of = structs.replace, structs.astuple


# Python's own word for frozen: a type checker does not look into msgspec's.
@dataclass_transform(frozen_default=True)
class Fixed(msgspec.Struct, frozen=True, gc=False):
    """A record that never changes: as a frozen slotted dataclass, but made ten times as fast.

    The collector of garbage does not look at it, so it must hold nothing that holds it.
    """


@dataclass_transform(frozen_default=True)
class Told(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A record that is told to others as JSON; a field that holds its default is left out.

    Its fields may be annotated with :data:`Meta`, from which :func:`json_schemas` has them.
    """


def to_bytes(value: Any) -> bytes:  # noqa: ANN401 - lists, mappings, texts, bytes, numbers
    """A value as MessagePack."""
    return _ENCODER.encode(value)


def json_text(value: object) -> str:
    """A value as JSON on one line; what is written in other scripts stays readable."""
    return json_bytes(value).decode()


def json_lines(value: object) -> str:
    """As :func:`json_text`, indented by two spaces for people to read."""
    return msgspec.json.format(_JSON.encode(value), indent=2).decode()


def json_bytes(value: object) -> bytes:
    """As :func:`json_text`, in UTF-8."""
    return _JSON.encode(value)


def from_json(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value of a JSON text. Raises :class:`ValueError` where ``data`` is none."""
    return _read(_FROM_JSON, data)


def json_schemas(kinds: Iterable[type]) -> dict[str, Any]:
    """The JSON Schemas (draft 2020-12) of records by their names, with all that they hold.

    They refer to one another as members of ``$defs``.
    """
    template = "#/$defs/{name}"
    _, schemas = msgspec.json.schema_components(tuple(kinds), ref_template=template)
    return dict(sorted(schemas.items()))


def from_bytes(data: bytes) -> Any:  # noqa: ANN401 - as above
    """The value again, tuples as lists. Raises :class:`ValueError` where ``data`` is none."""
    return _read(_DECODER, data)


def reader_of(kind: type[T]) -> Callable[[bytes], T]:
    """What makes values of one kind of bytes, and raises :class:`ValueError` where it cannot."""
    return partial(_read, msgspec.msgpack.Decoder(kind))


def json_reader_of(kind: type[T]) -> Callable[[bytes], T]:
    """As :func:`reader_of`, of JSON; nothing is taken for what it is not."""
    return partial(_read, msgspec.json.Decoder(kind))


def _read(decoder: Any, data: bytes) -> Any:  # noqa: ANN401
    try:
        return decoder.decode(data)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error


def digest(data: bytes) -> bytes:
    """A digest of 16 bytes: BLAKE2b (RFC 7693)."""
    return blake2b(data, digest_size=16).digest()


def git_name(data: bytes) -> bytes:
    """The name, of 20 bytes, that Git has for a file of this content (``git hash-object``).

    Software Heritage has the same one (SWHID 1.2, ISO/IEC 18670, ``swh:1:cnt:``). It says which
    version of a file is meant, and protects nothing: it is a SHA-1.
    """
    taken: bytes = sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).digest()
    return taken
