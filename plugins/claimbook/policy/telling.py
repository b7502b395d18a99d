"""What a page needs and its policy does not allow, and what its owner can do about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimbook.codes import BLOCKED_CONTENT
from claimbook.diagnostics import Diagnostic, diagnose, shortened
from claimbook.policy.directives import Policy, hashed
from claimbook.policy.inspection import inspected
from claimbook.policy.needs import Found, Need, origin
from claimbook.policy.sheets import loaded_by
from claimbook.text import Mark, Span

SHEETS = ".css"
# Where one part of a theme needs something, all its pages do.
_MOST = 20
_INLINE = {Need.INLINE_SCRIPT: "scripts", Need.INLINE_STYLE: "styles"}
_SETTING = 'or allow it in `claimbook.toml`: `[security]`, `{} = ["{}"]`'
_COPY = "put a copy of it among the files of the site"
_WITHOUT = "take it out: no setting allows it"
_TOLD: Mapping[Need, tuple[str, str]] = {
    Need.INLINE_SCRIPT: (
        "a script stands in the page itself: `{}`",
        "put it into a file of the site",
    ),
    Need.INLINE_STYLE: (
        "a style sheet stands in the page itself: `{}`",
        "put it into a file of the site",
    ),
    Need.STYLE_ATTRIBUTE: (
        "an element has a style of its own: `{}`",
        "give it a class, and put the style into a file of the site",
    ),
    Need.EVENT_HANDLER: ("an element runs a script by `{}`", _WITHOUT),
    Need.SCRIPT_LINK: ("a link runs a script: `{}`", _WITHOUT),
    Need.OBJECT: ("the page holds an element `{}`", _WITHOUT),
    Need.OTHER: ("the page loads `{}` from elsewhere", f"{_COPY}: no setting allows it"),
    Need.BASE: ("all links of the page lead elsewhere: `{}`", _WITHOUT),
}
_LOADED = ("the page loads `{}` from elsewhere", _COPY)


@dataclass(frozen=True, slots=True)
class Refused:
    """What one page or sheet may not do: what it needs, in which line and column (from 1)."""

    path: str
    found: Found
    line: int
    column: int


def refused(page: str, path: str, policy: Policy) -> Iterator[Refused]:
    """What a whole page, or a style sheet, needs that a policy does not allow."""
    for each in loaded_by(page) if path.endswith(SHEETS) else inspected(page):
        if not is_allowed(each, policy):
            before = page[: each.at]
            column = each.at - (before.rfind("\n") + 1) + 1
            yield Refused(path, each, before.count("\n") + 1, column)


def is_allowed(found: Found, policy: Policy) -> bool:
    """Whether a policy allows what a page needs."""
    allowed = policy.allowed
    if found.need in _INLINE:
        own = policy.scripts if found.need is Need.INLINE_SCRIPT else policy.styles
        return hashed(found.what) in {*own, *getattr(allowed, _INLINE[found.need])}
    sources = getattr(allowed, found.need, ())
    return any(_is_below(found.what, each) for each in sources)


def _is_below(address: str, source: str) -> bool:
    """Whether a source of a policy names an address: its host, or a path that ends with `/`."""
    address = f"https:{address}" if address.startswith("//") else address
    if source.count("/") == 2:  # noqa: PLR2004 - those of `https://`
        return origin(address) == source
    whole = address.partition("?")[0].partition("#")[0]
    return whole.startswith(source) if source.endswith("/") else whole == source


def diagnostics(found: Iterable[Refused]) -> tuple[Diagnostic, ...]:
    """One diagnostic for what is the same on several pages, at the first of them."""
    alike: dict[tuple[Need, str], list[Refused]] = {}
    for each in sorted(found, key=lambda one: (one.path, one.found.at)):
        alike.setdefault((each.found.need, each.found.what), []).append(each)
    return tuple(_diagnostic(pages) for pages in [*alike.values()][:_MOST])


def _diagnostic(alike: list[Refused]) -> Diagnostic:
    first, pages = alike[0], {each.path for each in alike}
    what, need = first.found.what, first.found.need
    message, hint = _TOLD.get(need, _LOADED)
    more = f" (and on {len(pages) - 1:,} more pages)" if len(pages) > 1 else ""
    if need in _INLINE:
        hint = f"{hint}, {_SETTING.format(_INLINE[need], hashed(what))}"
    elif need not in _TOLD and origin(what).startswith("https:"):
        hint = f"{hint}, {_SETTING.format(need, origin(what))}"
    place = Mark(first.line, first.column, first.line, first.column + 1)
    text = message.format(shortened(what.strip()))
    return diagnose(BLOCKED_CONTENT, Span.of(first.path, place), f"{text}{more}", hint)
