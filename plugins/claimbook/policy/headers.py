"""What hosts are to send with pages: the policy, and what only a header may say.

A page holds its own policy; that of the headers allows what all of them hold. Hosts of static
sites add up the rules that fit an address, and several policies all hold: so each folder has a
rule of its own, and none speaks of everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.boundaries.addresses import path
from claimbook.policy.directives import EMBED, Policy, framed

STATIC, NGINX, APACHE = "_headers", "headers/nginx.conf", "headers/apache.conf"
_NAME = "Content-Security-Policy"
_EMBEDS = "embed"
# Cloudflare Pages reads a hundred rules; what is left out keeps the policies in its pages.
_MOST = 90
_SHARED = ("api", "data")


@dataclass(frozen=True, slots=True)
class Hosted:
    """What is told of a site: its path on its host, which ends with ``/``, and its pages' paths.

    ``is_shared`` says whether scripts of other sites may read its data (CORS).
    """

    root: str
    pages: frozenset[str]
    is_shared: bool = True


def header_files(hosted: Hosted, policy: Policy | None) -> Iterator[tuple[str, bytes]]:
    """``_headers`` as Cloudflare Pages and Netlify read it, and files for nginx and Apache.

    Without a policy there is only what is shared.
    """
    rules = [*_shared(hosted), *(_static(hosted, policy) if policy else ())]
    if rules:
        yield STATIC, "".join(rules).encode()
    if policy:
        yield NGINX, _nginx(hosted.root, policy).encode()
        yield APACHE, _apache(hosted.root, policy).encode()


def _shared(hosted: Hosted) -> Iterator[str]:
    for folder in _SHARED if hosted.is_shared else ():
        yield f"{hosted.root}{folder}/*\n  Access-Control-Allow-Origin: *\n"


def _static(hosted: Hosted, policy: Policy) -> Iterator[str]:
    folders = {each.partition("/")[0] for each in hosted.pages if "/" in each}
    folders -= {*policy.allowed.apart}
    files = {each for each in hosted.pages if "/" not in each}
    ways = [*(f"{path(each)}/*" for each in sorted(folders)), *map(path, sorted(files))]
    for way in ["", *ways][:_MOST]:
        is_embedded = way.startswith(f"{_EMBEDS}/")
        yield f"{hosted.root}{way}\n  {_NAME}: {_said(policy, is_embedded=is_embedded)}\n"


def _said(policy: Policy, *, is_embedded: bool) -> str:
    return framed(EMBED if is_embedded else policy.text, is_embedded=is_embedded)


def _nginx(root: str, policy: Policy) -> str:
    """Pairs for ``map $uri``: the first that fits counts, and an empty policy is not sent."""
    own = (f'"~^{_literal(root + each)}/" "";\n' for each in policy.allowed.apart)
    embeds = f'"~^{_literal(root + _EMBEDS)}/" "{_said(policy, is_embedded=True)}";\n'
    pages = f'"~(/|\\.html)$" "{_said(policy, is_embedded=False)}";\n'
    return "".join((*own, embeds, pages))


def _apache(root: str, policy: Policy) -> str:
    """Sections for a virtual host; a later one has the last word."""
    pages = _section("(/|\\.html)$", f'set {_NAME} "{_said(policy, is_embedded=False)}"')
    at = _literal(root + _EMBEDS)
    embeds = _section(f"^{at}/", f'set {_NAME} "{_said(policy, is_embedded=True)}"')
    own = (
        _section(f"^{_literal(root + each)}/", f"unset {_NAME}") for each in policy.allowed.apart
    )
    return "".join((pages, embeds, *own))


def _section(pattern: str, header: str) -> str:
    return f'<LocationMatch "{pattern}">\n  Header always {header}\n</LocationMatch>\n'


def _literal(text: str) -> str:
    """A path within a pattern: what is no letter, digit, line or slash stands in brackets."""
    return "".join(each if each.isalnum() or each in "/_-" else f"[{each}]" for each in text)
