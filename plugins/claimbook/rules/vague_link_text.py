"""CB606 vague-link-text."""

from collections.abc import Iterator

from claimbook.diagnostics import Severity
from claimbook.fields import Content, Held
from claimbook.kinds import Markdown
from claimbook.prose import read_prose
from claimbook.rules.rule import Context, Finding, value_rule

_VAGUE = frozenset(
    {
        *("here", "click here", "this", "this link", "link", "the link", "this page", "page"),
        *("more", "read more", "learn more", "see here", "source", "website", "article"),
        *("this article", "this source", "see this", "see more", "url"),
    }
)
_EDGES = " \t\n.,;:!?…()[]“”\"'→»›>"


def has_links(content: Content, context: Context) -> bool:
    """Whether one of the texts holds a link."""
    return any(read_prose(each).link_texts for each in content.markdown)


@value_rule("CB606", "vague-link-text", Severity.WARNING, Markdown, glance=has_links)
def vague_link_text(held: Held, context: Context) -> Iterator[Finding]:
    """The text of a link does not say where the link leads."""
    for each in read_prose(held.value).link_texts:
        text = " ".join(each.text.split()).strip(_EDGES)
        if text.casefold() in _VAGUE or not text:
            shown = f"“{text}” does not say" if text else "a link without text does not say"
            message = f"{shown} where the link leads"
            hint = "name the page: `[register of closures](https://…)`"
            part = (each.start, each.end)
            yield Finding(held.span, message, hint, value=held.value, within=part)
