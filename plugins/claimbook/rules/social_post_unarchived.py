"""CB309 social-post-unarchived."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import SourceType


@rule(
    "CB309",
    "social-post-unarchived",
    Severity.ERROR,
    Scope.SOURCE,
    needs=["archives", "snapshot"],
    # A post may be gone before anybody could save it; then the file has to say so.
    is_excusable=True,
)
def social_post_unarchived(
    source: FiledSource,
    context: Context,
) -> Iterator[Finding]:
    """A post on a social network is cited without a copy of it."""
    record = source.record
    if record.type is SourceType.SOCIAL_POST and not record.archives and not record.snapshot:
        message = "no copy of this post is kept: it has neither an archive copy nor a snapshot"
        hint = (
            "save it with a web archive and add the address under `archives`, or save its text "
            "with `claimbook snapshot`; where neither can be had, say why: "
            "`# claimbook: allow[social-post-unarchived] reason`"
        )
        yield Finding(record.at.value("type"), message, hint)
