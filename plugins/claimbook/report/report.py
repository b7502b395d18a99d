"""What every renderer is given, and the one sentence that sums it up."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from claimbook.diagnostics import Code, Diagnostic, Severity
from claimbook.format import counted

# Where the MkDocs adapter puts the pages of codes unless told otherwise.
CODES_FOLDER = "contribute/codes"


@dataclass(frozen=True, slots=True)
class Report:
    """Diagnostics in order, and what it takes to show them.

    ``read_text`` gives the text of a file by its span's path, or None. ``files`` is how many
    files were checked. ``codes_url`` is the address, ending with ``/``, under which each code
    has a page (``cb204/``); empty where nothing is published. ``read_page`` gives that page as
    Markdown, or None.
    """

    diagnostics: tuple[Diagnostic, ...]
    read_text: Callable[[str], str | None]
    files: int
    codes_url: str = ""
    read_page: Callable[[Code], str | None] = lambda _: None

    def page_of(self, code: Code) -> str | None:
        """The address of a code's page."""
        return f"{self.codes_url}{code.id.lower()}/" if self.codes_url else None

    def more_on(self, code: Code) -> str:
        """Where more is said about a code: the address of its page, or the command for it."""
        return self.page_of(code) or f"claimbook explain {code.id}"

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this weight."""
        return Counter(each.severity for each in self.diagnostics)[severity]

    @property
    def summary(self) -> str:
        """``3 errors, 1 warning in 2 files (26 files checked)``."""
        checked = f"({counted(self.files, 'file')} checked)"
        counts = [
            counted(self.count(severity), severity.value)
            for severity in Severity
            if self.count(severity)
        ]
        if not counts:
            return f"nothing to report {checked}"
        places = {each.span.path for each in self.diagnostics}
        return f"{', '.join(counts)} in {counted(len(places), 'file')} {checked}"


def codes_url(site: str) -> str:
    """Where a site published at ``site`` (ending with ``/``, or empty) has the pages of codes."""
    return f"{site}{CODES_FOLDER}/" if site else ""
