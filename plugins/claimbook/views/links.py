"""Links of a page, relative to it."""

from dataclasses import dataclass

from claimbook.data import Fixed
from claimbook.fragment import UrlStyle

# Stands for the way to the site's root in pieces that many pages share. No file may hold NUL,
# so nothing else is ever taken for it.
ANY_BASE = "\0"


@dataclass(frozen=True, slots=True)
class Links:
    """How one page reaches the others; ``base`` is its way to the site's root."""

    style: UrlStyle
    base: str

    @classmethod
    def of(cls, style: UrlStyle, origin: str) -> "Links":
        """Links of the page at the location ``origin``."""
        return cls(style, style.base(origin))

    def to(self, location: str) -> str:
        """The link to another page."""
        return f"{self.base}/{self.style.url(location)}"

    def file(self, path: str) -> str:
        """The link to a file that is no page."""
        return f"{self.base}/{path}"


class Link(Fixed):
    """A text that leads somewhere, or nowhere where ``href`` is None."""

    text: str
    href: str | None = None

    @property
    def is_outside(self) -> bool:
        """Whether it leads away from the site: our own links are relative."""
        return self.href is not None and "://" in self.href


def claim_location(name: str) -> str:
    """Where the page of a claim stands."""
    return f"claims/{name}"


def claim_address(site: str, name: str) -> str:
    """The address of a claim's page below that of a site whose pages are folders; empty without."""
    return f"{site}{UrlStyle().url(claim_location(name))}" if site else ""


def cite_location(location: str) -> str:
    """Where stands how to cite a page, in every way."""
    return f"{location}/cite"


ALL_CLAIMS = "claims/index"
