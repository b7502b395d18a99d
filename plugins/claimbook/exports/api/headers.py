"""What static hosts are to say of data, so that scripts of other sites may read it (CORS)."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from claimbook.exports.files import File
from claimbook.views.catalogue import Catalogue

PATH = "_headers"
_FOLDERS = ("api", "data")
_LINES = "{root}{folder}/*\n  Access-Control-Allow-Origin: *\n"


def header_files(catalogue: Catalogue) -> Iterator[File]:
    """``_headers`` as Cloudflare Pages and Netlify read it; an owner's own comes first."""
    root = urlsplit(catalogue.publication.url).path or "/"
    yield PATH, "".join(_LINES.format(root=root, folder=each) for each in _FOLDERS).encode()
