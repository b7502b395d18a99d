"""Where the API stands, and what leads to it."""

from claimbook.boundaries.script import safe_json_bytes
from claimbook.exports.files import File
from claimbook.views.catalogue import Catalogue

ROOT = "api/v1"


def api_path(name: str) -> str:
    """Where an answer stands: ``claims/index`` at ``api/v1/claims/index.json``."""
    return f"{ROOT}/{name}.json"


def claim_path(name: str) -> str:
    """Where a claim stands."""
    return api_path(f"claims/{name}")


def whole(path: str, catalogue: Catalogue) -> str:
    """The whole address of a file; its path while the publication has none."""
    return f"{catalogue.publication.url}{path}"


def page_address(location: str, catalogue: Catalogue) -> str:
    """The whole address of a page; its path from the site's root while there is none."""
    return f"{catalogue.publication.url}{catalogue.style.url(location)}"


def answer(name: str, told: object) -> File:
    """An answer as a file: one line in which nothing means anything to HTML."""
    return api_path(name), safe_json_bytes(told) + b"\n"
