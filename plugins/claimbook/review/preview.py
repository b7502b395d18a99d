"""The pages of claims that changed, in one HTML file that needs nothing else.

It is looked at before anybody has decided to trust it: no script, no request, no address inside
the site. The Content Security Policy (https://www.w3.org/TR/CSP3/) forbids what should not be there
in the first place.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from html import escape

from claimbook.assets import STYLE
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
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="cb-proposal md-typeset">
<p>{note}</p>
{nav}
{claims}
</body>
</html>
"""
_OURS = """
body.cb-proposal{max-width:46rem;margin:0 auto;padding:1rem;line-height:1.6;\
font-family:system-ui,sans-serif;color:CanvasText;background:Canvas;color-scheme:light dark}
.cb-proposal>article{border-top:4px double;margin-top:4rem;padding-top:1rem}
"""


def preview(
    difference: Difference, corpus: Corpus, settings: Settings, renderer: Renderer, today: date
) -> str:
    """One page with every claim of a difference that would be published, drafts among them."""
    names = [each.id for each in difference.claims if each.kind != "deleted"]
    shown = {**corpus.drafts, **corpus.claims}
    chosen = [name for name in names if name in shown][:MOST_CLAIMS]
    drafts = {name: corpus.drafts[name] for name in chosen if name not in corpus.claims}
    site = Site(_with(corpus, drafts), settings, UrlStyle(), renderer, today)
    return _PAGE.format(
        language=escape(settings.publication.language),
        policy=_POLICY,
        title=escape(f"Preview: {', '.join(chosen[:3]) or 'no claim'}"),
        style=_style(site),
        note=escape(_note(len(names), len(chosen))),
        nav=_nav(chosen, corpus),
        claims="\n".join(_article(site, name, at) for at, name in enumerate(chosen, 1)),
    )


def _with(corpus: Corpus, drafts: dict[str, FiledClaim]) -> Corpus:
    return replace(corpus, claims={**corpus.claims, **drafts}) if drafts else corpus


def _style(site: Site) -> str:
    # Nothing in a style sheet of ours ends the element; a theme that were to do so would be cut.
    sheet = dict(site.artifacts())[STYLE].decode() + _OURS
    return sheet.replace("</", "<\\/")


def _note(changed: int, shown: int) -> str:
    left = changed - shown
    behind = f" Left out, for their errors or their number: {left}." if left else ""
    return f"A preview of what is proposed; nothing here is published.{behind}"


def _nav(names: Iterable[str], corpus: Corpus) -> str:
    claims = {**corpus.drafts, **corpus.claims}
    items = (
        f'<li><a href="#p{at}">{escape(claims[name].title)}</a></li>'
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
