"""Answers that begin with what a page says about itself."""

from dataclasses import fields, replace
from pathlib import Path

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.interview import LEFT_OUT, Interview
from claimbook.cli.project import current_day
from claimbook.drafting import Answers, Exhibit
from claimbook.folder import read_bytes
from claimbook.importing.source_file import source_lines
from claimbook.links.fetch import Fetched, FetchError, fetch
from claimbook.links.meta import PageAbout, about_page
from claimbook.snapshots.encodings import page_text
from claimbook.values import Stance

_MOST_BYTES = 4_000_000
_BETWEEN = "; "
_STANCES = ", ".join(Stance)
_QUESTIONS = {
    "title": "Title of the page",
    "publisher": "Publisher",
    "authors": "Authors, parted by semicolons",
    "published": "Published",
    "language": "Language",
    "url": "Address",
    "doi": "DOI",
}


def answers_with_page(given: str, role: str, interview: Interview) -> Answers:
    """Everything a draft is made of, with the page as an appearance or as evidence.

    What the page says about itself is shown first, to be changed.
    """
    about = _confirmed(_read(given, interview.given.get("url", "")), interview)
    read_on = current_day().isoformat() if is_address(given) else ""
    if role == "evidence":
        return replace(interview.answers(), exhibits=(_exhibit(about, read_on, interview),))
    known = {name: text for name in ("url", "title") if (text := getattr(about, name))}
    answers = replace(interview, given={**interview.given, **known}).answers()
    final = replace(about, url=answers.url, title=answers.title or about.title)
    return replace(answers, lines=_lines(final, read_on) if final.title else ())


def _exhibit(about: PageAbout, read_on: str, interview: Interview) -> Exhibit:
    if not about.title:
        raise click.UsageError("the page tells no title, and a source needs one: leave --as out")
    stance = interview.about("stance", f"What it does to the claim ({_STANCES})", Stance.CONTEXT)
    told = (stance or Stance.CONTEXT, about.title, about.url, about.publisher)
    return Exhibit(*told, lines=_lines(about, read_on))


def _lines(about: PageAbout, read_on: str) -> tuple[str, ...]:
    return tuple(source_lines({**about.item(), "accessed": {"raw": read_on}}))


def is_address(given: str) -> bool:
    """Whether a page is named by an address, and not by a file."""
    return given.lower().startswith(("http://", "https://"))


def _read(given: str, address: str) -> PageAbout:
    """What a page says; a saved one was found at an ``address``, where that is given."""
    found = _fetched(given) if is_address(given) else _saved(given, address)
    return about_page(page_text(found.data, found.charset), found.address)


def _fetched(address: str) -> Fetched:
    click.echo(f"reading {address} …", err=True)
    try:
        return fetch(address)
    except FetchError as error:
        # What a site answers may hold what a terminal obeys.
        message = neutral(f"`{address}` cannot be read: {error}; {error.hint}")
        raise click.UsageError(message) from error


def _saved(path: str, address: str) -> Fetched:
    if not Path(path).is_file():
        message = f"there is no file `{path}`; an address begins with `https://`"
        raise click.UsageError(message)
    file = read_bytes(path, path, _MOST_BYTES)
    if file.value is None or len(file.value.data) > _MOST_BYTES:
        message = f"`{path}` cannot be read, or has more than {_MOST_BYTES:,} bytes"
        raise click.UsageError(message)
    return Fetched(address, file.value.data, "")


def _confirmed(about: PageAbout, interview: Interview) -> PageAbout:
    """What a page says, as a person has changed it."""
    if interview.may_ask and not interview.is_quick:
        click.echo(f"The page says so itself. Enter takes it, {LEFT_OUT} leaves it out.", err=True)
    told: dict[str, str] = {}
    for each in fields(about):
        value = getattr(about, each.name)
        proposal = value if isinstance(value, str) else _BETWEEN.join(value)
        told[each.name] = interview.about(each.name, _QUESTIONS[each.name], proposal)
    authors = tuple(each.strip() for each in told.pop("authors").split(";") if each.strip())
    return replace(about, **told, authors=authors)
