"""A policy as browsers read it (Content Security Policy Level 3, https://www.w3.org/TR/CSP3/).

Neither `unsafe-inline` nor `unsafe-eval` can be said here: an element that stands in a page itself
is allowed by the SHA-256 of its text, and by nothing else.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from claimbook.boundaries.hypertext import content
from claimbook.policy.inspection import ATTRIBUTES, COMMENT
from claimbook.settings import Security

# A browser needs it to compile WebAssembly: the search, and the engine of the claim builder.
_WEB_ASSEMBLY = "'wasm-unsafe-eval'"
# What may stand before the first element of a head: a page may leave out both tags, and a comment
# may hold others (HTML, 13.1.2.4). The encoding has to stand in the first 1,024 bytes, so it stays
# there, with what is before it: no such element loads anything.
_META_TAG = rf"<meta(?=[\s/]){ATTRIBUTES}>"
_BEGINNING = re.compile(
    rf"\ufeff?(?:\s|{COMMENT}|<(?:html|head)(?=[\s/>]){ATTRIBUTES}>)*+"
    rf"(?:(?:\s|{_META_TAG})*?(?=<meta[^>]*charset){_META_TAG})?",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_META = '<meta http-equiv=Content-Security-Policy content="{}">'
# A card in other sites: a style sheet and drawings.
EMBED = "default-src 'none';style-src 'self';img-src data:;base-uri 'none';form-action 'none'"


@dataclass(frozen=True, slots=True)
class Policy:
    """What pages may do; ``scripts`` and ``styles`` are hashes of elements in the page itself."""

    allowed: Security = field(default_factory=Security)
    has_web_assembly: bool = True
    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def with_inline(self, scripts: Iterable[str], styles: Iterable[str]) -> "Policy":
        """The same policy for pages that hold these elements, too."""
        return replace(self, scripts=self.scripts.union(scripts), styles=self.styles.union(styles))

    @property
    def text(self) -> str:
        """The policy as a header says it, but for what only headers may say."""
        own = self.allowed
        scripts = [*([_WEB_ASSEMBLY] if self.has_web_assembly else []), *_hashes(self.scripts)]
        named = {
            # Said always: a preview adds its own script.
            "script-src": [*scripts, *map(_source, own.scripts)],
            "style-src": [*_hashes(self.styles), *map(_source, own.styles)],
            "img-src": ["data:", *own.images],
            "media-src": own.media,
            "font-src": own.fonts,
            "frame-src": own.frames,
            "connect-src": own.connections,
        }
        is_said = {"script-src"}.union(name for name, more in named.items() if more)
        said = [_own(name, *more) for name, more in named.items() if name in is_said]
        last = ("object-src 'none'", _own("base-uri"), _own("form-action", *own.forms))
        return ";".join((_own("default-src"), *said, *last))


def hashed(element: str) -> str:
    """The source that allows an element of a page by what it holds."""
    # Browsers read all ends of lines as one.
    text = element.replace("\r\n", "\n").replace("\r", "\n")
    digest = sha256(text.encode("utf-8", "xmlcharrefreplace")).digest()
    return f"sha256-{b64encode(digest).decode()}"


def guarded(page: str, policy: str) -> str:
    """A page that holds its policy, before all else that a policy speaks of.

    A text without any element, such as some hosts of searches ask for, stays as it is.
    """
    found = _BEGINNING.match(page)
    if found is None or "<" not in page:
        return page
    return f"{page[: found.end()]}{_META.format(content(policy))}{page[found.end() :]}"


def framed(policy: str, *, is_embedded: bool) -> str:
    """A policy with what only a header may say: who may show the page within a page of theirs."""
    return f"{policy};frame-ancestors *" if is_embedded else f"{policy};{_own('frame-ancestors')}"


def _own(name: str, *more: str) -> str:
    return " ".join((name, "'self'", *more))


def _hashes(found: Collection[str]) -> list[str]:
    return sorted(map(_source, found))


def _source(text: str) -> str:
    return f"'{text}'" if text.startswith("sha256-") else text
