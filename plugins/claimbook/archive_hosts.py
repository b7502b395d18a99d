"""The web archives that are known by name, and which of their addresses tell what was copied."""

from claimbook.urls import Url

# Services whose owner is not known and which have altered copies; English Wikipedia stopped
# accepting them in February 2026.
DISTRUSTED = frozenset(
    {f"archive.{end}" for end in ("today", "ph", "is", "li", "vn", "md", "fo")}
    | {"archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd.onion"}
)
# Their addresses hold the time of the copy and the address that was copied.
STAMPED = frozenset(
    {
        "web.archive.org",
        "wayback.archive-it.org",
        "archive.wikiwix.com",
        "arquivo.pt",
        "swap.stanford.edu",
        "vefsafn.is",
        "webarchive.loc.gov",
        "webarchive.nationalarchives.gov.uk",
        "webarchive.nla.gov.au",
        "webarchive.org.uk",
        "webarchive.parliament.uk",
        "webarchive.proni.gov.uk",
    }
    | DISTRUSTED
)
# Their addresses are numbers that tell nothing.
_NUMBERED = frozenset(
    {"perma.cc", "ghostarchive.org", "webcitation.org", "megalodon.jp", "conifer.rhizome.org"}
)
ARCHIVES = STAMPED | _NUMBERED


def is_archive(url: Url) -> bool:
    """Whether an address is one of a known web archive: what stands in it belongs together."""
    return url.site in ARCHIVES
