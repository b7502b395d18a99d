"""What the compiler asks of `nh3`, by the standard library: for a frame without scripts.

Bundled under the name of the library for which it stands in. It is handed what our own renderer
made, and keeps of it only what is on the lists that `nh3` is given.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html.parser import HTMLParser

from claimbook.boundaries.hypertext import content, escaped

_VOID = frozenset({"br", "hr"})
AttributeFilter = Callable[[str, str, str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaner:
    """Takes out of HTML what is not allowed; schemes are left to the filter of attributes."""

    tags: AbstractSet[str]
    clean_content_tags: AbstractSet[str]
    attributes: Mapping[str, AbstractSet[str]]
    attribute_filter: AttributeFilter
    link_rel: str
    url_schemes: AbstractSet[str]
    url_relative: str
    strip_comments: bool

    def clean(self, html: str) -> str:
        """The HTML without all that is not on the lists."""
        reader = _Reader(self)
        reader.feed(html)
        reader.close()
        return "".join(reader.kept)


class _Reader(HTMLParser):
    """Writes again what may stay."""

    def __init__(self, allowed: Cleaner) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self._allowed = allowed
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._allowed.clean_content_tags:
            self._dropped += 1
        elif tag in self._allowed.tags and not self._dropped:
            self.kept.append(f"<{tag}{self._attributes(tag, attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._allowed.clean_content_tags:
            self._dropped = max(self._dropped - 1, 0)
        elif tag in self._allowed.tags - _VOID and not self._dropped:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.kept.append(content(data).replace("\u00a0", "&nbsp;"))

    def _attributes(self, tag: str, given: list[tuple[str, str | None]]) -> str:
        names = self._allowed.attributes.get(tag, frozenset())
        rel = f' rel="{self._allowed.link_rel}"' if tag == "a" else ""
        told = (self._told(tag, name, value or "") for name, value in given if name in names)
        return "".join(told) + rel

    def _told(self, tag: str, name: str, value: str) -> str:
        kept = self._allowed.attribute_filter(tag, name, value)
        return "" if kept is None else f' {name}="{escaped(kept)}"'
