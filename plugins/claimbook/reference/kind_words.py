"""What a field may hold, in words for people who write claims."""

from functools import singledispatch

from claimbook.declared import anchor_of, name_of
from claimbook.kinds import (
    Choice,
    DateKind,
    Form,
    Isbn,
    Markdown,
    Number,
    Plain,
    SlugKind,
    UrlKind,
    Verbatim,
)
from claimbook.shape import Kind
from claimbook.structures import MOST_ENTRIES, ListOf, MapOf, RecordOf, TextOr
from claimbook.urls import MAX_LENGTH
from claimbook.values import SLUG_MAX


@singledispatch
def words_of(kind: Kind) -> str:
    """A phrase in Markdown, without a full stop: ``a date as precise as it is known``."""
    raise TypeError(f"nobody has said what {type(kind).__name__} may hold")


@words_of.register
def _(kind: Plain) -> str:
    return f"plain text of at most {kind.most:,} characters, shown as it is"


@words_of.register
def _(kind: Verbatim) -> str:
    return f"a quotation, word for word, of at most {kind.most:,} characters"


@words_of.register
def _(kind: Markdown) -> str:
    return (
        "text in Markdown, with citations such as `[@source-id]`, "
        f"of at most {kind.most:,} characters"
    )


@words_of.register
def _(_: DateKind) -> str:
    return (
        "a date as precise as it is known: `2025`, `2025-12`, `2025-12-11`, `2025-12-11T19:57Z`; "
        "`?` behind it means uncertain, `~` about"
    )


@words_of.register
def _(_: UrlKind) -> str:
    return f"a web address with `https://` or `http://`, of at most {MAX_LENGTH:,} characters"


@words_of.register
def _(_: Choice) -> str:
    return "one of the words below"


@words_of.register
def _(kind: Form) -> str:
    return f"{kind.called}: {kind.hint}"


@words_of.register
def _(_: Isbn) -> str:
    return "an ISBN of 10 or 13 digits, hyphens allowed"


@words_of.register
def _(kind: Number) -> str:
    return f"a whole number from {kind.least} to {kind.most}"


@words_of.register
def _(kind: SlugKind) -> str:
    article = "an" if kind.of[0] in "aeiou" else "a"
    return (
        f"{article} {kind.of}: lower-case letters, digits and single hyphens, "
        f"at most {SLUG_MAX} characters"
    )


@words_of.register
def _(kind: RecordOf) -> str:  # type: ignore[type-arg]
    return f"a group of fields, [{name_of(kind.record)}](#{anchor_of(kind.record)})"


@words_of.register
def _(kind: ListOf) -> str:
    alone = "; one alone may stand without a list" if kind.takes_lone_text else ""
    unique = ", none of them twice" if kind.is_unique else ""
    return f"a list of at most {MOST_ENTRIES} entries{unique}{alone}; each is {words_of(kind.kind)}"


@words_of.register
def _(kind: TextOr) -> str:
    return f"{words_of(kind.text)}; or {words_of(kind.mapping)}"


@words_of.register
def _(kind: MapOf) -> str:
    return f"{kind.of}, each with a colon and what belongs to it behind: {words_of(kind.kind)}"
