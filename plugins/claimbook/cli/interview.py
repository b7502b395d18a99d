"""What is asked before a draft is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import click

from claimbook.cli.asking import ask, is_person_there
from claimbook.corpus import Corpus
from claimbook.drafting import (
    Answers,
    Objection,
    claimant_reference,
    help_on,
    objection_to,
    proposed_id,
    source_at,
    taken_ids,
)
from claimbook.intake.form import NEW_CLAIM

LEFT_OUT = "-"
_OPEN = " (Enter leaves it open)"
# The same as in the issue form.
_QUESTIONS = {
    **{each.id: each.label for each in NEW_CLAIM.fields},
    "rating": "How is it rated?",
}


@dataclass(frozen=True, slots=True)
class Interview:
    """Options first, then questions."""

    corpus: Corpus
    given: dict[str, str]
    topics: tuple[str, ...]
    is_quick: bool
    # Lines about claims that may say the same.
    alike: Callable[[str], list[str]] = lambda _: []

    @property
    def may_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return is_person_there()

    def answers(self) -> Answers:
        """Everything a draft is made of; a missing or wrong option without a person is usage."""
        self._refuse_wrong_options()
        self._refuse_missing_options()
        claim = self._get("claim")
        self._show_alike(claim)
        claimant = self._get("claimant", words=self.corpus.claimants)
        claimed = self._get("claimed", optional=True)
        url = self._get("url", optional=True)
        needs_title = url and source_at(url, self.corpus) is None
        title = self._get("title") if needs_title else ""
        topics = self.topics or self._asked_topics()
        rating = self._get("rating", optional=True, words=self.corpus.ratings)
        name = self._id(claim)
        reference = claimant_reference(claimant, self.corpus)
        return Answers(name, claim, reference, claimed, url, title, topics, rating)

    def _show_alike(self, claim: str) -> None:
        lines = self.alike(claim)
        if not lines:
            return
        click.echo("This may be here already:", err=True)
        for line in lines:
            click.echo(f"  {line}", err=True)
        if self.may_ask and not self.is_quick:
            click.confirm("Go on with a new claim?", default=True, abort=True)

    def about(self, name: str, question: str, proposal: str) -> str:
        """What somebody says instead of a proposal, or the proposal; ``-`` leaves it out.

        Where nobody is asked, a proposal that cannot stand is left out.
        """
        if self.is_quick or not self.may_ask:
            return "" if self.objection(name, proposal) else proposal
        if not proposal:
            _explain(name)
        answer = ask(
            question if proposal else f"{question}{_OPEN}",
            lambda answer: None if answer == LEFT_OUT else self.objection(name, answer),
            proposal=proposal,
            is_optional=True,
        )
        return "" if answer == LEFT_OUT else answer

    def objection(self, name: str, answer: str) -> Objection | None:
        """What speaks against an answer."""
        if name == "claimant":
            answer = claimant_reference(answer, self.corpus)
        return objection_to(name, answer, self.corpus, taken_ids(self.corpus))

    def _refuse_wrong_options(self) -> None:
        named = {("id" if name == "claim_id" else name): text for name, text in self.given.items()}
        for name, text in [*named.items(), *(("topic", each) for each in self.topics)]:
            objection = self.objection(name, text)
            if objection:
                hint = f" ({objection.hint})" if objection.hint else ""
                raise click.UsageError(f"--{name}: {objection.message}{hint}")

    def _refuse_missing_options(self) -> None:
        if self.may_ask:
            return
        url = self.given.get("url")
        needs_title = url and source_at(url, self.corpus) is None
        wanted = ["claim", "claimant", *(["title"] if needs_title else [])]
        missing = [f"--{name}" for name in wanted if name not in self.given]
        if missing:
            message = f"no terminal to ask in: {' and '.join(missing)} must be given"
            raise click.UsageError(message)

    def _get(self, name: str, *, optional: bool = False, words: Iterable[str] = ()) -> str:
        """An answer that was given or is asked for; ``words`` are those that Tab completes."""
        if name in self.given:
            return self.given[name]
        if optional and (self.is_quick or not self.may_ask):
            return ""
        _explain(name, words if name == "rating" else ())
        return ask(
            f"{_QUESTIONS[name]}{_OPEN if optional else ''}",
            lambda answer: self.objection(name, answer),
            is_optional=optional,
            words=words,
        )

    def _asked_topics(self) -> tuple[str, ...]:
        if self.is_quick or not self.may_ask or not self.corpus.topics:
            return ()
        _explain("topic", self.corpus.topics)
        question = f"Topics, parted by commas{_OPEN}"
        answer = ask(
            question, self._objection_to_topics, is_optional=True, words=self.corpus.topics
        )
        return _parted(answer)

    def _objection_to_topics(self, answer: str) -> Objection | None:
        found = (self.objection("topic", each) for each in _parted(answer))
        return next((each for each in found if each), None)

    def _id(self, claim: str) -> str:
        proposal = proposed_id(claim, taken_ids(self.corpus))
        if "claim_id" in self.given:
            return self.given["claim_id"]
        if self.is_quick or not self.may_ask:
            return proposal
        return ask("Id", lambda answer: self.objection("id", answer), proposal=proposal)


def _explain(name: str, words: Iterable[str] = ()) -> None:
    """Say what a question is about, as the field is declared, and what can be chosen."""
    click.secho(help_on(name), dim=True, err=True)
    if words:
        click.secho(f"Known are {', '.join(words)}.", dim=True, err=True)


def _parted(answer: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in answer.split(",") if each.strip()))
