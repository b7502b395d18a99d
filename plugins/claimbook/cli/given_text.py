"""A text that somebody hands over: words of the command line, a file, or standard input."""

import sys
from pathlib import Path

import click

from claimbook.characters import decoded, without_hidden
from claimbook.codes import NOT_UTF8
from claimbook.diagnostics import Diagnostic, Outcome
from claimbook.statements.sentences import NoSplitterError, Sentence, main_language, sentences
from claimbook.text import SourceFile, plain_lines

STDIN = "-"
MOST_BYTES = 16_777_216


def text_of(name: str) -> Outcome[str]:
    """The text of a file, or with ``-`` of standard input, whatever characters are in it.

    None where it is not UTF-8. Characters that no claim file may hold are reported, and have
    become U+FFFD.
    """
    return readable(SourceFile(name, _bytes_of(name)))


def readable(file: SourceFile) -> Outcome[str]:
    """As :func:`text_of`, of a file that was read already."""
    found = decoded(file)
    if found.value is not None or is_broken(found.diagnostics):
        return found
    shown = without_hidden(plain_lines(file.data.decode("utf-8")))
    return Outcome(shown, found.diagnostics)


def is_broken(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Whether a file is no UTF-8."""
    return any(each.code is NOT_UTF8 for each in diagnostics)


def _bytes_of(name: str) -> bytes:
    try:
        data = _read(name)
    except OSError as error:
        raise click.UsageError(f"`{name}` cannot be read: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise click.UsageError(f"`{name}` is larger than 16 MB: part it")
    return data


def _read(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(name).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def sentences_or_lines(text: str) -> list[Sentence]:
    """The sentences of a text; where the library that knows them is missing, its lines."""
    try:
        return sentences(text, main_language(text))
    except NoSplitterError as error:
        if "\n" in text.strip():
            click.echo(f"each line is taken for a sentence: {error.hint}", err=True)
        return _lines(text)


def _lines(text: str) -> list[Sentence]:
    found: list[Sentence] = []
    start = 0
    for line in text.splitlines(keepends=True):
        inner = line.strip()
        if inner:
            first = start + line.index(inner)
            found.append(Sentence(first, first + len(inner)))
        start += len(line)
    return found
