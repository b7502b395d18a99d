"""What the compiler says to a value that a field does not take: asked of the compiler itself."""

from claimbook.declared import text_kind
from claimbook.diagnostics import Diagnostic
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
from claimbook.shape import FieldShape, Kind, Reader
from claimbook.text import FILE_START
from claimbook.yaml_tree import Scalar

# Texts that people do write, each wrong for its kind.
_WRONG: dict[type, str] = {
    DateKind: "30.9.2025",
    Isbn: "978-3-16-148410-1",
    SlugKind: "Exe Bridge",
    UrlKind: "www.example.org",
}
_FORMS = {
    "a language tag": "English",
    "a DOI": "https://doi.org/10.1000/182",
    "a media type": "text/html; charset=utf-8",
}
_NO_FORM = "?"


def mistake_in(shape: FieldShape) -> Diagnostic:
    """What is said where a text stands that the field does not take."""
    kind, reader = text_kind(shape.kind), Reader("")
    text = _wrong_text(kind) if kind else "some text"
    shape.kind.read(Scalar(text, FILE_START, '"'), reader)
    return reader.diagnostics[0]


def _wrong_text(kind: Kind) -> str:
    if isinstance(kind, Plain | Verbatim | Markdown):
        return "x" * (kind.most + 1)
    if isinstance(kind, Choice):
        # One letter too few is what is mistyped most.
        return next(iter(kind.words)).value[:-1]
    if isinstance(kind, Number):
        return str(kind.most + 1)
    if isinstance(kind, Form):
        return _FORMS.get(kind.called, _NO_FORM)
    return _WRONG[type(kind)]
