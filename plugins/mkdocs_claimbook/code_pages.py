"""One page for each diagnostic, made of the catalogue that `claimbook explain` shows."""

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from claimbook.catalogue import ENTRIES, Entry

# The second word of a fence tells tests whether the example should pass.
_FENCE = re.compile(r"^```(\w+) .*$", re.MULTILINE)
_INDEX = """# Codes

Every problem that Claimbook reports bears a code and a name, both of which stay as they are.
`claimbook explain CB204` shows the same pages in a terminal.

| Code | Name | Weight | What it says |
| --- | --- | --- | --- |
"""


def code_pages(config: MkDocsConfig, folder: str) -> Iterator[File]:
    """The pages and their index, as files that stand in no navigation."""
    yield _page(config, f"{folder}/index.md", _INDEX + "".join(map(_row, ENTRIES)))
    for each in ENTRIES:
        yield _page(config, f"{folder}/{_name(each)}", _FENCE.sub(r"```\1", each.page_markdown))


def _page(config: MkDocsConfig, uri: str, text: str) -> File:
    return File.generated(config, uri, content=text, inclusion=InclusionLevel.NOT_IN_NAV)


def _name(entry: Entry) -> str:
    return f"{entry.code.id.lower()}.md"


def _row(entry: Entry) -> str:
    code = entry.code
    summary = entry.summary.replace("|", "\\|")
    return f"| [{code.id}]({_name(entry)}) | `{code.name}` | {code.severity} | {summary} |\n"
