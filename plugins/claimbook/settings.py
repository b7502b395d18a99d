"""What a publication decides: its name and address, where claims live, how rules weigh."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

from claimbook.diagnostics import Severity
from claimbook.yaml_tree import DEFAULT_LIMITS, Limits

# A page of the site by its location, with an optional place in it.
OWN_PAGE = re.compile(r"(?P<location>[\w-]+(?:/[\w-]+)*)(?P<anchor>#[\w-]+)?")


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes, and where.

    ``url`` ends with ``/`` or is empty. ``edit``, ``report`` and ``history`` are address patterns
    in which ``{path}`` (of the claim file), ``{id}``, ``{title}`` and ``{url}`` are filled in,
    percent-encoded; or a page of the site itself, ``contribute#report-an-error``. Empty ones
    follow from ``repository`` and ``branch`` where the forge is a known one.
    """

    name: str = "Claimbook"
    url: str = ""
    description: str = ""
    repository: str = ""
    branch: str = "main"
    edit: str = ""
    report: str = ""
    history: str = ""
    licence: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Exports:
    """What is published besides the pages; each can be switched off."""

    # What was found in texts under check, for programs that show annotations.
    annotations: bool = True
    api: bool = True
    # The page on which a claim is written, and what it loads.
    builder: bool = True
    calendar: bool = True
    # The page on which readers look whether something has been checked, and its index.
    checked: bool = True
    citations: bool = True
    coins: bool = True
    data_feed: bool = True
    # Made anew after every change, of all claims: for some 10,000 that is more than a second.
    downloads: bool = False
    embeds: bool = True
    feeds: bool = True
    llms: bool = True
    markdown: bool = True
    opensearch: bool = True
    redirects: bool = True


@dataclass(frozen=True, slots=True)
class Builder:
    """Where lies what the claim builder runs the compiler with, below the project's folder."""

    engine: str = "build/engine"


CITATION_STYLES = ("apa", "mla", "chicago", "harvard")
NUMBERED, AUTHOR_DATE = "numbered", "author-date"


@dataclass(frozen=True, slots=True)
class Citations:
    """How pages cite: in whose style, and by numbers or by author and year."""

    style: str = "apa"
    form: str = NUMBERED

    @property
    def is_by_author(self) -> bool:
        """Whether the text names authors instead of numbers."""
        return self.form == AUTHOR_DATE


@dataclass(frozen=True, slots=True)
class Policies:
    """Where readers find by which rules the publication works: addresses, or pages of the site."""

    principles: str = ""
    ethics: str = ""
    corrections: str = ""
    method: str = ""
    ownership: str = ""
    masthead: str = ""
    mission: str = ""
    feedback: str = ""
    unnamed_sources: str = ""
    diversity: str = ""


@dataclass(frozen=True, slots=True)
class Security:
    """What pages may run and load besides the site's own files: what their owner adds by hand.

    ``scripts`` and ``styles`` are web addresses or SHA-256 hashes of elements in pages, all others
    web addresses. Folders ``apart`` are the owner's own: their pages get no policy of ours.
    Without ``enforced``, no page gets one, and none is refused.
    """

    enforced: bool = True
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    connections: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything ``claimbook.toml`` may say, with its defaults."""

    publication: Publication = field(default_factory=Publication)
    claims_dir: str = "claims"
    per_page: int = 50
    cards: bool = True
    citations: Citations = field(default_factory=Citations)
    exports: Exports = field(default_factory=Exports)
    builder: Builder = field(default_factory=Builder)
    policies: Policies = field(default_factory=Policies)
    security: Security = field(default_factory=Security)
    limits: Limits = DEFAULT_LIMITS
    # Weight of a rule by its name; None switches it off.
    rules: MappingProxyType[str, Severity | None] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def __reduce__(self) -> tuple[Callable[..., "Settings"], tuple[object, ...]]:
        # A view of a mapping cannot be sent to another process; the mapping can.
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return _with_rules, (values, dict(values.pop("rules")))

    @property
    def has_cards(self) -> bool:
        """Whether claims get cards, which other sites fetch by their whole address."""
        return self.cards and bool(self.publication.url)


def _with_rules(values: dict[str, Any], rules: dict[str, Severity | None]) -> Settings:
    return Settings(**values, rules=MappingProxyType(rules))


DEFAULT_SETTINGS = Settings()
