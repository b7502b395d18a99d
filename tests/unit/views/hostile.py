"""A corpus whose every text tries to be more than text."""

import json

from tests.unit.views.making import claim_text

HOSTILE = "\"><script>alert(1)</script>'&amp;{{ 7 * 7 }}{% raw %}"
_TEXT = json.dumps(HOSTILE)
_SOURCE = (
    f"{{title: {_TEXT}, publisher: {_TEXT}, authors: [{_TEXT}], interest: {_TEXT}, "
    "url: 'https://a.example/?a=1&b=\"'}"
)
_CORRECTION = (
    "{date: 2026-02-04, wrong: 'it was `<b>`', now: 'now [@shared]', "
    "rating_before: true, rating_after: mostly-false}"
)
_FIRST = f"""\
claim: {_TEXT}
title: {_TEXT}
claimant: {_TEXT}
claimed: 2026-01-02
topics: [odd]
language: ar
appearances:
  - source: {_SOURCE}
    quote: {_TEXT}
    locator: {_TEXT}
  - document: paper
    quote: {_TEXT}
about: [{_TEXT}]
related: {{see_also: [second]}}
aliases: [former]
review:
  rating: mostly-false
  verdict: {_TEXT}
  reviewed: 2026-02-03
  reviewers: [{_TEXT}]
  not_verified: [{_TEXT}]
  responses: [{{from: {_TEXT}, asked: 2026-01, answer: {_TEXT}}}]
  corrections: [{_CORRECTION}]
  analysis: 'As `{{{{ said }}}}` [@shared, p. "4"].'
evidence:
  - source: {_SOURCE}
    stance: contradicts
    quote: {_TEXT}
    says: {_TEXT}
    verify: {{manual: {_TEXT}}}
  - source: shared
    stance: qualifies
"""


def hostile_files() -> dict[str, str]:
    """Every kind of file, its texts hostile."""
    notes = f"notes:\n  - {{printed: {_TEXT}, original: {_TEXT}}}\n"
    return {
        "first.yml": _FIRST,
        "second.yml": claim_text(more="withdrawn: {date: 2026-03, reason: 'a <b>mistake</b>'}"),
        "sources/shared.yml": f"title: {_TEXT}\nderived_from: [root]\nnotes: 'a `<i>`'\n",
        "sources/root.yml": "title: Root\nurl: https://root.example/\n",
        "documents/paper.yml": f"title: {_TEXT}\ntext: paper.txt\n{notes}",
        "documents/paper.txt": f"One {HOSTILE} two.\n\n{HOSTILE}\n",
        "topics.yml": f"odd: {_TEXT}\n",
    }
