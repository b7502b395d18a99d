"""The sources of one claim by number, as Markdown points to them."""

from collections.abc import Iterable

from claimbook.boundaries.markdown_text import text
from claimbook.prose import prose_markdown, read_marks
from claimbook.prose_citations import Citation
from claimbook.views.numbering import Numbered
from claimbook.views.register import Register


class Numbers(Register):
    """Gives a number to each source that is mentioned, as the page of the claim does."""

    def markdown(self, written: str) -> str:
        """Markdown with its citations as numbers."""

        def pointing(_: int, citations: Iterable[Citation]) -> str:
            found = ((self.entry(each.source), each.locator) for each in citations)
            return " ".join(mark(entry, locator) for entry, locator in found if entry)

        return prose_markdown(read_marks(written), pointing).strip()


def mark(entry: Numbered, locator: str | None = None) -> str:
    """What points to a source in the text."""
    return f"\\[{entry.number}, {text(locator)}\\]" if locator else f"\\[{entry.number}\\]"
