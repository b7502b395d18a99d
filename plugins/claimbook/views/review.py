"""What a claim page says about its review: particulars, warnings, replies and corrections."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from claimbook.corpus import due_day
from claimbook.data import Fixed
from claimbook.dates import PartialDate
from claimbook.records import Claim, Correction, Media, Response
from claimbook.views.catalogue import Catalogue
from claimbook.views.history import is_material
from claimbook.views.marks import Mark, unknown_mark
from claimbook.views.numbering import Mention
from claimbook.views.register import Register
from claimbook.views.sources import note_html
from claimbook.wording import Moment, Wording


class Particular(Fixed):
    """A line of the review's particulars."""

    term: str
    text: str
    iso: str = ""


class Withdrawn(Fixed):
    """When and why the fact-check was taken back."""

    date: Moment
    reason: str


class Due(Fixed):
    """By when the claim is to be reviewed again; ``day`` is the last day of that time."""

    date: Moment
    day: str
    is_past: bool


class Reply(Fixed):
    """One request for comment."""

    text: str
    answer: str
    mention: Mention | None


class Amendment(Fixed):
    """A correction of ours; ``warning`` says what was wrong, without citations."""

    date: Moment
    wrong: Markup
    now: Markup
    before: Mark | None
    after: Mark | None
    is_material: bool
    warning: Markup


def mark_of(key: str, catalogue: Catalogue) -> Mark:
    """The mark of a rating, even of one that the scale does not hold."""
    return catalogue.marks.get(key) or unknown_mark(key, lambda _: "")


def particulars(claim: Claim, catalogue: Catalogue) -> Iterator[Particular]:
    """How sure the review is, and of which day it speaks."""
    say, review = catalogue.say, claim.review
    if claim.withdrawn:
        yield Particular(say("claim.rated_until"), mark_of(review.rating, catalogue).label)
    if review.confidence:
        yield Particular(say("claim.confidence"), say(f"claim.confidence_{review.confidence}"))
    yield from _dated("claim.reviewed", review.reviewed, say)
    yield from _dated("claim.true_as_of", review.true_as_of, say)
    yield from _dated("claim.review_by", review.review_by, say)
    if review.reviewers:
        yield Particular(say("claim.reviewed_by"), say.listed(review.reviewers))
    if review.media:
        yield from _media(review.media, say)


def _media(media: Media, say: Wording) -> Iterator[Particular]:
    yield Particular(say(f"claim.media_{media.kind}"), say(f"claim.media_{_key(media)}"))
    if media.context:
        yield Particular(say("claim.media_context"), media.context)
    if media.original:
        yield Particular(say("claim.media_original_at"), media.original.href)


def _key(media: Media) -> str:
    return media.authenticity.replace("-", "_")


def _dated(key: str, date: PartialDate | None, say: Wording) -> Iterator[Particular]:
    if date:
        yield Particular(say(key), say.date(date), date.plain)


def told_of(claim: Claim) -> str:
    """What is said of a claim in a sentence: its verdict, or why that no longer stands."""
    return claim.withdrawn.reason if claim.withdrawn else claim.review.verdict


def withdrawn(claim: Claim, say: Wording) -> Withdrawn | None:
    """The withdrawal of a fact-check, if it was withdrawn."""
    taken_back = claim.withdrawn
    return Withdrawn(say.moment(taken_back.date), taken_back.reason) if taken_back else None


def due(claim: Claim, catalogue: Catalogue) -> Due | None:
    """When the next review is due; nobody reviews what was withdrawn."""
    by, day = claim.review.review_by, due_day(claim)
    if by is None or day is None:
        return None
    return Due(catalogue.say.moment(by), day.isoformat(), day < catalogue.today)


def reply(response: Response, register: Register, say: Wording) -> Reply:
    """A request for comment in words."""
    mention = register.mention(response.source) if response.source else None
    return Reply(reply_text(response, say), response.answer or "", mention)


def reply_text(response: Response, say: Wording) -> str:
    """Who was asked, when, and whether they answered."""
    values = {"who": response.from_, "asked": say.date(response.asked)}
    if response.answered is None:
        return say(
            "claim.reply_answered_undated" if response.answer else "claim.reply_none", **values
        )
    key = "claim.reply_answered" if response.answer else "claim.reply_elsewhere"
    return say(key, **values, answered=say.date(response.answered))


def amendment(each: Correction, register: Register, catalogue: Catalogue) -> Amendment:
    """A correction in words."""
    before, after = each.rating_before, each.rating_after
    return Amendment(
        catalogue.say.moment(each.date),
        register.prose(each.wrong),
        register.prose(each.now),
        mark_of(before, catalogue) if before else None,
        mark_of(after, catalogue) if after else None,
        is_material(each),
        note_html(each.wrong) if is_material(each) else Markup(),
    )


def small_corrections(changes: Sequence[Amendment], say: Wording) -> str:
    """One line for the corrections that left the rating as it was; empty if there are none."""
    small = [each for each in changes if not each.is_material]
    if not small:
        return ""
    return say.count("claim.line_corrections", len(small), date=small[-1].date.text)
