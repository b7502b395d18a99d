"""CB317 unattributed-copy."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import ReadAs


@rule("CB317", "unattributed-copy", Severity.NOTE, Scope.SOURCE, needs=["read_as", "via"])
def unattributed_copy(source: FiledSource, context: Context) -> Iterator[Finding]:
    """A source was not read in the original, and nothing says where it was read."""
    record = source.record
    reading = record.reading
    if reading is None or record.via or record.archives or record.snapshot:
        return
    if reading.how is not ReadAs.ORIGINAL and not (reading.where or reading.url):
        message = f"the source was read as `{reading.how}`, and nothing says where"
        hint = f"say where the text was found: `read_as: {{how: {reading.how}, where: …}}`"
        yield Finding(record.at.value("read_as"), message, hint)
