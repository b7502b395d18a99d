"""Addresses without what only follows visitors, and without detours to the same page.

An address is changed in its text, never written anew: what stays, stays to the byte.
"""

import re
from types import MappingProxyType
from urllib.parse import unquote

from claimbook.archive_hosts import is_archive
from claimbook.urls import Url, UrlError, parse_url

# What shops, networks and newsletters add to an address to know who came from where; the page is
# the same without. Names that some site may use for something else are left out.
TRACKING_STARTS = ("utm_", "mtm_")
TRACKING_NAMES = frozenset(
    {
        # Advertisements: Google, Meta, Microsoft, Yandex, X, TikTok, LinkedIn, Reddit.
        *("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl"),
        *("fbclid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "rdt_cid"),
        # What people share, what stood in a cache: Instagram, X, Google.
        *("igshid", "igsh", "ref_src", "ref_url", "usqp", "amp_js_v", "amp_gsa"),
        # Newsletters: Mailchimp, HubSpot, Marketo, Omeda, Vero.
        *("mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id"),
        # Counting of visits: Adobe, Webtrekk, Matomo, Piano.
        *("s_cid", "wt_mc", "pk_campaign", "pk_kwd", "pk_source", "pk_medium", "pk_content"),
        *("at_medium", "at_campaign", "at_campaign_type", "at_bbc_team", "at_link_id"),
        *("at_link_type", "at_link_origin", "at_ptr_name", "at_format"),
    }
)
# What means nothing but sharing at one site, and may mean anything at others.
TRACKING_AT = MappingProxyType(
    {
        "youtube.com": frozenset({"si", "feature", "pp"}),
        "youtu.be": frozenset({"si", "feature"}),
        "open.spotify.com": frozenset({"si"}),
        "twitter.com": frozenset({"s", "t"}),
        "x.com": frozenset({"s", "t"}),
        "facebook.com": frozenset({"mibextid", "rdid"}),
        "tiktok.com": frozenset({"_r", "_t", "is_from_webapp", "sender_device"}),
        "reddit.com": frozenset({"share_id"}),
    }
)
# Of hosts with pages for telephones, those that have every page under the same path elsewhere.
_WIDE_HOSTS = MappingProxyType(
    {
        "m.facebook.com": "www.facebook.com",
        "m.youtube.com": "www.youtube.com",
        "mobile.twitter.com": "twitter.com",
        "m.twitter.com": "twitter.com",
        "mobile.x.com": "x.com",
        "m.imdb.com": "www.imdb.com",
        "m.wikidata.org": "www.wikidata.org",
    }
)
_WIKI = re.compile(
    r"^([a-z][a-z-]{1,20})\.m\."
    r"((?:wikipedia|wiktionary|wikinews|wikiquote|wikisource|wikivoyage|wikibooks)\.org)$"
)
# Caches that tell in the path which page they keep; `s` stands for https.
_CACHE = re.compile(
    r"https?://(?:(?:www\.)?(?:google(?:\.[a-z]{2,3}){1,2}|bing\.com)/amp"
    r"|(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)/(?:c|v|wp))"
    r"/(s/)?([^/?#\s]+\.[^/?#\s]+(?:[/?#].*)?)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(https?://)([^/?#:]*)(?=[/?#]|$)", re.IGNORECASE)
_SCHEME = re.compile(r"https?:/", re.IGNORECASE)


def plain(text: str) -> str:
    """The address of the same page without tracking and detours; the same text if it has none.

    Only what is certain is changed. Addresses in web archives stay, and so do all in which
    another address stands: what is behind that may belong to either.
    """
    return untracked(direct(text))


def untracked(text: str) -> str:
    """The address without the parameters that only follow visitors."""
    front, sign, fragment = text.partition("#")
    path, question, query = front.partition("?")
    url = standing_alone(text) if question else None
    if url is None:
        return text
    parts = query.split("&")
    kept = [each for each in parts if not _is_tracking(each, url)]
    if len(kept) == len(parts):
        return text
    return f"{path}{'?' if any(kept) else ''}{'&'.join(kept)}{sign}{fragment}"


def direct(text: str) -> str:
    """The address of the page itself, where this is one of a cache for AMP, or for telephones."""
    while (page := out_of_cache(text)) != text:
        text = page
    head = _HEAD.match(text)
    if head is None or standing_alone(text) is None:
        return text
    host = head[2].lower()
    wide = _WIDE_HOSTS.get(host) or _WIKI.sub(r"\1.\2", host)
    return text if wide == host else f"{head[1]}{wide}{text[head.end() :]}"


def out_of_cache(text: str) -> str:
    """The address that stands in one of a cache for AMP; the same text for all others."""
    found = _CACHE.fullmatch(text)
    if found is None or standing_alone(text) is None:
        return text
    page = f"{'https' if found[1] else 'http'}://{found[2]}"
    return page if standing_alone(page) else text


def standing_alone(text: str) -> Url | None:
    """The address as a browser reads it; None where it is none, or holds another one."""
    try:
        url = parse_url(text)
    except UrlError:
        return None
    is_nested = len(_SCHEME.findall(text)) > 1
    return None if is_nested or is_archive(url) else url


def _is_tracking(part: str, url: Url) -> bool:
    """Whether ``name=value``, a part of the query of ``url``, only follows visitors."""
    name = unquote(part.partition("=")[0]).lower()
    if name.startswith(TRACKING_STARTS) or name in TRACKING_NAMES:
        return True
    return name in TRACKING_AT.get(re.sub(r"^(?:www|m|mobile)\.", "", url.host), ())
