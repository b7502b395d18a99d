"""Bodies as forges write them when somebody has filled in a form."""

from collections.abc import Mapping

from claimbook.intake.form import NEW_CLAIM, IssueForm

SOUND = {
    "claim": "Coffee was sold in London in 1652.",
    "claimant": "Example Gazette",
    "claimed": "2025-03-01",
    "url": "https://gazette.example.org/coffee",
    "title": "The first coffee house",
    "quote": "Coffee was first sold\nin the year 1652.",
    "evidence_url": "https://archive.example.org/register",
    "evidence_title": "Register of the parish",
    "publisher": "Example Archive",
    "stance": "supports",
    "evidence_quote": "sold coffee at the sign of the Turk's head",
    "says": "The tax record names the shop.",
}


def body_of(answers: Mapping[str, str], form: IssueForm = NEW_CLAIM) -> str:
    """What GitHub writes: a heading for each question, and the answer or the sign for none."""
    parts = (
        f"### {each.label}\n\n{answers.get(each.id) or '_No response_'}" for each in form.fields
    )
    return "\n\n".join(parts) + "\n"
