"""CB317 unattributed-copy."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.records import Reading
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import ReadAs


@rule("CB317", "unattributed-copy", Severity.NOTE, Scope.SOURCE, needs=["read_as", "via"])
def unattributed_copy(source: FiledSource, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """A source was not read in the original, and nothing says where it was read."""
    record = source.record
    reading = record.read_as
    if reading is None or record.via or record.archives or record.snapshot:
        return
    how = reading.how if isinstance(reading, Reading) else reading
    is_told = isinstance(reading, Reading) and (reading.where or reading.url)
    if how is not ReadAs.ORIGINAL and not is_told:
        message = f"the source was read as `{how}`, and nothing says where"
        hint = "say where the text was found: `read_as: {how: " + how + ", where: …}`"
        yield Finding(record.at.value("read_as"), message, hint)
