"""The pages of claims that changed, in one HTML file that needs nothing else.

It is looked at before anybody has decided to trust it: no script, no request, no address inside
the site. The Content Security Policy (https://www.w3.org/TR/CSP3/) forbids what should not be there
in the first place.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from claimbook.alone import alone
from claimbook.assets import STYLE
from claimbook.boundaries.hypertext import escaped
from claimbook.boundaries.script import style_sheet
from claimbook.corpus import Corpus, FiledClaim
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.review.difference import Difference
from claimbook.settings import Settings
from claimbook.site import Site

MOST_CLAIMS = 100
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_LINK = re.compile(r'\shref="(?![a-z]+:)(#?)([^"]*)"')
_NAMED = re.compile(
    r'(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls|aria-details)=")([^"]+)"'
)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_HEAD = """<meta http-equiv="Content-Security-Policy" content="{policy}">
<style>{style}</style>"""


def preview(
    difference: Difference, corpus: Corpus, settings: Settings, renderer: Renderer, today: date
) -> str:
    """One page with every claim of a difference that would be published, drafts among them."""
    names = [each.id for each in difference.claims if each.kind != "deleted"]
    shown = {**corpus.drafts, **corpus.claims}
    chosen = [name for name in names if name in shown][:MOST_CLAIMS]
    drafts = {name: corpus.drafts[name] for name in chosen if name not in corpus.claims}
    site = Site(_with(corpus, drafts), settings, UrlStyle(), renderer, today)
    claims = "\n".join(_article(site, name, at) for at, name in enumerate(chosen, 1))
    return alone(
        settings.publication.language,
        f"Preview: {', '.join(chosen[:3]) or 'no claim'}",
        head=_HEAD.format(policy=_POLICY, style=_style(site)),
        body=f"<p>{escaped(_note(len(names), len(chosen)))}</p>\n{_nav(chosen, corpus)}\n{claims}",
    )


def _with(corpus: Corpus, drafts: dict[str, FiledClaim]) -> Corpus:
    return replace(corpus, claims={**corpus.claims, **drafts}) if drafts else corpus


def _style(site: Site) -> str:
    # Nothing in a style sheet of ours ends the element; a theme that were to do so would be cut.
    sheet = dict(site.artifacts())[STYLE].decode()
    return style_sheet(sheet)


def _note(changed: int, shown: int) -> str:
    left = changed - shown
    behind = f" Left out, for their errors or their number: {left}." if left else ""
    return f"A preview of what is proposed; nothing here is published.{behind}"


def _nav(names: Iterable[str], corpus: Corpus) -> str:
    claims = {**corpus.drafts, **corpus.claims}
    items = (
        f'<li><a href="#p{at}">{escaped(claims[name].title)}</a></li>'
        for at, name in enumerate(names, 1)
    )
    return f"<nav><ol>{''.join(items)}</ol></nav>"


def _article(site: Site, name: str, at: int) -> str:
    body = _SCRIPT.sub("", site.claim_fragment(name).body)
    # Ids are those of one page; here several stand on one.
    body = _NAMED.sub(lambda found: _prefixed(found, at), body)
    body = _LINK.sub(lambda found: f' href="#p{at}-{found[2]}"' if found[1] else "", body)
    return f'<article id="p{at}">{body}</article>'


def _prefixed(found: re.Match[str], at: int) -> str:
    names = " ".join(f"p{at}-{each}" for each in found[2].split())
    return f'{found[1]}{names}"'
