"""``claimbook match``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.given_text import STDIN, sentences_or_lines, text_of
from claimbook.cli.likeness import index_of
from claimbook.cli.project import current_day, format_option, project_option, project_root
from claimbook.cli.reporting import report_on
from claimbook.cli.terminal import progress, say
from claimbook.corpus import Corpus, FiledClaim
from claimbook.data import json_lines
from claimbook.format import counted
from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Index, Match
from claimbook.report import as_text
from claimbook.statements.listing import named
from claimbook.statements.lookup import looked_up
from claimbook.views.links import claim_address
from claimbook.workspace import Workspace, compile_workspace, load


class Answer(NamedTuple):
    """A sentence, and the claims like it, best first."""

    sentence: str
    matches: tuple[Match, ...]

    @property
    def is_checked(self) -> bool:
        """Whether a claim says this, denies it or names another number for it."""
        return any(each.relation is not Relation.RELATED for each in self.matches)


@click.command()
@click.argument("text", nargs=-1)
@click.option(
    "--limit",
    type=click.IntRange(1, 50),
    default=3,
    show_default=True,
    help="How many claims are shown for a sentence.",
)
@format_option("text", "json")
@project_option
@click.pass_context
def match(
    ctx: click.Context, text: tuple[str, ...], limit: int, form: str, project: str | None
) -> None:
    """Say whether a sentence has been checked, and by which claims.

    TEXT is a sentence or several; without it, or with `-`, it is read from standard input. Each
    sentence is looked up by itself. A claim is told with a score and how it stands to the sentence:

    \b
      same           it says the same
      opposite       it says the opposite
      other number   it says the same with another number or day
      related        it is about the same matter; it does not answer the sentence

    Who reports it (`X said that`, `according to X`) and words such as `last December` may be
    missing. It is found by its words, not by its meaning: numbers, days, names and denial are
    understood in English and German, and roughly in other languages. Read the claim before you
    answer.

    \b
    Examples:
      claimbook match "Disney put a billion dollars into OpenAI"
      claimbook match --format json --limit 1 < speech.txt
      pbpaste | claimbook match && echo "checked already"

    Exit code 0 when a claim answers at least one sentence, 1 when none does.
    """
    workspace = load(project_root(project))
    corpus = compile_workspace(workspace, current_day(), are_records_wanted=False).corpus
    asked = _sentences(ctx, workspace, text)
    answers = _answers(asked, index_of(corpus, workspace, has_quotes=True), limit)
    say(_json(answers, corpus, workspace) if form == "json" else _text(answers, corpus, workspace))
    ctx.exit(0 if any(each.is_checked for each in answers) else 1)


def _sentences(ctx: click.Context, workspace: Workspace, words: Sequence[str]) -> list[str]:
    if words and [*words] != [STDIN]:
        text = " ".join(words)
    else:
        found = text_of(STDIN)
        if found.value is None:
            report = report_on(workspace, found.diagnostics, 1)
            click.echo(as_text(report, colour=False), err=True, nl=False)
            ctx.exit(2)
        text = found.value
    asked = [" ".join(text[start:end].split()) for start, end in sentences_or_lines(text)]
    if not asked:
        raise click.UsageError("there is no sentence: give one, or a text on standard input")
    return asked


def _answers(asked: Iterable[str], index: Index, limit: int) -> list[Answer]:
    texts = [*dict.fromkeys(asked)]
    found: list[Answer] = []
    with progress("Looking up", len(texts)) as step:
        for each in texts:
            matches = looked_up([each], lambda text: index.find(text, limit)) or index.find(each)
            found.append(Answer(each, tuple(matches[:limit])))
            step(each)
    return found


def lines_of_match(found: Match, claim: FiledClaim, address: str) -> Iterator[str]:
    """How a claim that is like a sentence is told: how, how much and why; where it stands."""
    yield f"{found.relation.value}, {found.score:.0%}: {found.reason}"
    yield f"  {named(claim)}"
    yield f"    {claim.record.claim}"
    if address:
        yield f"    {address}"


def address_of(claim: FiledClaim, workspace: Workspace) -> str:
    """The address of a claim's page, or its place in the site; empty for a draft."""
    if claim.is_draft:
        return ""
    site = workspace.settings.publication.url or "/"
    return claim_address(site, claim.id)


def _text(answers: Sequence[Answer], corpus: Corpus, workspace: Workspace) -> str:
    heads = [f"{number}. " if len(answers) > 1 else "" for number in range(1, len(answers) + 1)]
    parts = [_told(*each, corpus, workspace) for each in zip(heads, answers, strict=True)]
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in parts)


def _told(head: str, answer: Answer, corpus: Corpus, workspace: Workspace) -> Iterator[str]:
    if head:
        yield neutral(f"{head}{answer.sentence}")
    claims = {each.id: each for each in corpus.all_claims()}
    for each in answer.matches:
        claim = claims[each.entry.id]
        yield from map(neutral, lines_of_match(each, claim, address_of(claim, workspace)))
    if not answer.matches:
        yield f"nothing like it among {counted(len(claims), 'claim')}"


def _json(answers: Iterable[Answer], corpus: Corpus, workspace: Workspace) -> str:
    claims = {each.id: each for each in corpus.all_claims()}
    rows = [
        {
            "sentence": answer.sentence,
            "checked": answer.is_checked,
            "claims": [row_of(each, claims[each.entry.id], workspace) for each in answer.matches],
        }
        for answer in answers
    ]
    return json_lines(rows) + "\n"


def row_of(found: Match, claim: FiledClaim, workspace: Workspace) -> dict[str, object]:
    """A claim that is like a sentence, as plain data."""
    return {
        "relation": found.relation.value,
        "score": found.score,
        "reason": found.reason,
        "id": claim.id,
        "path": claim.path,
        "page": address_of(claim, workspace),
        "claim": claim.record.claim,
        "rating": claim.record.review.rating,
        "draft": claim.is_draft,
        "withdrawn": claim.record.withdrawn is not None,
    }
