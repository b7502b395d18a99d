"""CB217 id-in-source-file."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule


@rule("CB217", "id-in-source-file", Severity.WARNING, Scope.SOURCE)
def id_in_source_file(source: FiledSource, context: Context) -> Iterator[Finding]:
    """A shared source has an `id`, though the name of its file is its id."""
    if source.claim is None and source.record.id is not None:
        message = f"the id of this source is the name of its file, `{source.id}`"
        hint = f"remove `id: {source.record.id}`"
        yield Finding(source.record.at.key("id"), message, hint)
