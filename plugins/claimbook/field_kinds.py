"""The kinds that fields of several records share."""

from claimbook import codes
from claimbook.kinds import Choice, DateKind, Form, Markdown, Plain, SlugKind, UrlKind, Verbatim
from claimbook.values import (
    DOI_PATTERN,
    FILE_NAME_PATTERN,
    HOST_PATTERN,
    LANGUAGE_PATTERN,
    MEDIA_TYPE_PATTERN,
    SHA256_PATTERN,
    Confidence,
    Stance,
)

DATE, URL, TEXT, QUOTE, PROSE = DateKind(), UrlKind(), Plain(), Verbatim(), Markdown()
LONG_TEXT = Plain(2000)
LANGUAGE = Form(
    LANGUAGE_PATTERN,
    "a language tag",
    "write `en`, `de`, `zh-Hant`, `pt-BR`",
    codes.INVALID_LANGUAGE,
    # What RFC 5646 asks programs to make room for (section 4.4.1).
    most=35,
)
# It becomes a part of an address.
DOI = Form(DOI_PATTERN, "a DOI", "write it without `https://doi.org/`: `10.1000/182`", most=2000)
SHA256 = Form(
    SHA256_PATTERN, "a SHA-256 digest", "64 digits 0-9 a-f, as `sha256sum` prints them", most=64
)
MEDIA_TYPE = Form(
    MEDIA_TYPE_PATTERN,
    "a media type",
    "write `text/html`, `application/pdf`: a type and a subtype, without `; charset=`",
)
FILE_NAME = Form(
    FILE_NAME_PATTERN,
    "a file name",
    "lower-case letters, digits, `.`, `-` and `_`, without folders",
    codes.INVALID_FILE_NAME,
    most=121,
)
# RFC 1035, section 2.3.4, as it is written: without the length of the first part and the root.
HOST = Form(
    HOST_PATTERN, "a host name", "write `example.org`, without `https://` and without `/`", most=253
)
STANCE, CONFIDENCE = Choice(Stance, "stance"), Choice(Confidence, "confidence")
CLAIM_ID, SOURCE_ID = SlugKind("claim id"), SlugKind("source id")
