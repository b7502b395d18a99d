"""What hosts are to send with pages: the policy, and what only a header may say.

A page holds its own policy; that of the headers allows what all of them hold. Hosts of static
sites add up the rules that fit an address, and several policies all hold: so each folder has a
rule of its own, and no policy is for everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from claimbook.boundaries.addresses import path
from claimbook.boundaries.server_text import apache_value, pattern
from claimbook.policy.directives import EMBED, Policy, framed

STATIC, NGINX, APACHE = "_headers", "headers/nginx.conf", "headers/apache.conf"
_NAME = "Content-Security-Policy"
_EMBEDS = "embed"
# With the home page of each folder, which nginx and Apache know by its folder's path, too.
_PAGES = r"(?i)(/|\.html?)$"
_NO_SNIFFING = "X-Content-Type-Options"
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
    plain = unquote(hosted.root)
    root = path(plain)
    rules = [*_shared(root, hosted), *(_static(root, hosted, policy) if policy else ())]
    if rules:
        yield STATIC, "".join(rules).encode()
    if policy:
        yield NGINX, _nginx(plain, policy).encode()
        yield APACHE, _apache(plain, policy).encode()


def _shared(root: str, hosted: Hosted) -> Iterator[str]:
    for folder in _SHARED if hosted.is_shared else ():
        yield f"{root}{folder}/*\n  Access-Control-Allow-Origin: *\n"


def _static(root: str, hosted: Hosted, policy: Policy) -> Iterator[str]:
    # A file of claims that is a script by its words is none by its type.
    yield f"{root}*\n  {_NO_SNIFFING}: nosniff\n"
    folders = {each.partition("/")[0] for each in hosted.pages if "/" in each}
    folders -= {each.partition("/")[0] for each in policy.allowed.apart}
    files = {each for each in hosted.pages if "/" not in each}
    ways = [*(f"{path(each)}/*" for each in sorted(folders)), *map(path, sorted(files))]
    for way in ["", *ways][:_MOST]:
        is_embedded = way.startswith(f"{_EMBEDS}/")
        yield f"{root}{way}\n  {_NAME}: {_said(policy, is_embedded=is_embedded)}\n"


def _said(policy: Policy, *, is_embedded: bool) -> str:
    return framed(EMBED if is_embedded else policy.text, is_embedded=is_embedded)


def _nginx(root: str, policy: Policy) -> str:
    """Pairs for ``map $uri``: the first that fits counts, and an empty policy is not sent."""
    own = (f'"~^{pattern(root + each)}/" "";\n' for each in policy.allowed.apart)
    embeds = f'"~^{pattern(root + _EMBEDS)}/" "{_said(policy, is_embedded=True)}";\n'
    pages = f'"~{_PAGES}" "{_said(policy, is_embedded=False)}";\n'
    return "".join((*own, embeds, pages))


def _apache(root: str, policy: Policy) -> str:
    """Sections for a virtual host; a later one has the last word."""
    every = _section(f"^{pattern(root)}", f"set {_NO_SNIFFING} nosniff")
    said = apache_value(_said(policy, is_embedded=False))
    pages = _section(_PAGES, f'set {_NAME} "{said}"')
    at = pattern(root + _EMBEDS)
    embeds = _section(f"^{at}/", f'set {_NAME} "{_said(policy, is_embedded=True)}"')
    own = (_section(f"^{pattern(root + each)}/", f"unset {_NAME}") for each in policy.allowed.apart)
    return "".join((every, pages, embeds, *own))


def _section(where: str, header: str) -> str:
    return f'<LocationMatch "{where}">\n  Header always {header}\n</LocationMatch>\n'
