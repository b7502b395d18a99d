"""Where former addresses of claims lead, told to servers: those of static sites, nginx, Apache.

A page stands at each former address that leads on by itself, so these are for those who want the
answer 301, which search engines read at once. A withdrawn claim keeps its page and needs none.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from claimbook.boundaries.addresses import part
from claimbook.exports.files import File
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import claim_location
from claimbook.views.overview import aliases_of

# What a path may hold besides letters and digits so that all servers take it for itself.
_SAFE = "/-._~%"


def redirect_files(catalogue: Catalogue) -> Iterator[File]:
    """``_redirects``, ``redirects/nginx.map`` and ``redirects/apache.conf``; none without aliases.

    Paths begin at the root of the host: for a site below it, they take the folders of the
    publication's address.
    """
    pairs = list(_pairs(catalogue))
    if pairs:
        for path, line in _FORMS.items():
            yield path, "".join(line(*each) for each in pairs).encode()


def _pairs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Former and present paths, in the order of the former."""
    root = urlsplit(catalogue.publication.url).path or "/"
    for alias, name in sorted(aliases_of(catalogue.corpus).items()):
        old, new = (f"{root}{catalogue.style.url(claim_location(each))}" for each in (alias, name))
        yield part(old, _SAFE), part(new, _SAFE)


def _static(old: str, new: str) -> str:
    return f"{old} {new} 301\n"


def _nginx(old: str, new: str) -> str:
    return f'"{old}" "{new}";\n'


def _apache(old: str, new: str) -> str:
    return f'Redirect permanent "{old}" "{new}"\n'


_FORMS: dict[str, Callable[[str, str], str]] = {
    "_redirects": _static,
    "redirects/nginx.map": _nginx,
    "redirects/apache.conf": _apache,
}
