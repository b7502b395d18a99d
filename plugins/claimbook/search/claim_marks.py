"""What the search reads of a claim, and as what: put into its page when that is indexed.

Readers need none of this. The head of a claim's page tells by its classes what stands where.
"""

import re

CLAIM = b'data-pagefind-filter="kind:claim"'
_ARTICLE = b"<article "
_MARKS = b'data-pagefind-body %b data-pagefind-meta="kind:claim" ' % CLAIM


def _named(tag: bytes, name: bytes) -> bytes:
    """A pattern of the beginning of a tag that has this name among others, quoted or not."""
    return rb"(<%b)(?= [^>]*(?<![\w-])%b(?![\w-]))" % (tag, name)


# An owner's template may say more of an element, or mark the article itself.
_OURS = re.compile(_named(b"article", b"cb-claim") + rb"(?![^>]*data-pagefind-body)")
# The head ends with the verdict, before any text of several paragraphs.
_HEAD_ENDS = b"</section>"
_CRUMBS = re.compile(_named(b"nav", b"cb-crumbs") + rb"(.*?</a>)(.*?</nav>)", re.DOTALL)
_BYLINE = re.compile(_named(b"p", b"cb-byline") + rb"([^>]*>)(.*?)</p>", re.DOTALL)
_NAME = re.compile(rb"(?<=<a )|(?<=<bdi)(?=>)")
_DAY = re.compile(rb'<time datetime="(\d{4})([^"]*)"')
_TONE = re.compile(_named(b"section", b"cb-verdict") + rb'(?=[^>]* data-tone="?([\w-]*))')
# The page of a rating is named after it; a fact-check that was withdrawn leads to them all.
_RATING = re.compile(
    _named(b"p", b"cb-verdict__rating") + rb'(?=[^>]*>\s*<a href="[^"]*?ratings/([\w-]*))'
)
_WITHDRAWN = frozenset({b"", b"index"})
_PLAIN = (
    (re.compile(_named(b"h1", b"page-title")), rb"\1 data-pagefind-weight=8"),
    (
        re.compile(_named(b"span", b"cb-verdict__label")),
        rb"\1 data-pagefind-filter=rating data-pagefind-meta=rating",
    ),
    (
        re.compile(_named(b"p", b"cb-verdict__text")),
        rb"\1 data-pagefind-weight=5 data-pagefind-meta=verdict",
    ),
)


def claim_at(html: bytes) -> int:
    """Where the article of a claim begins that is to be marked; -1 where there is none."""
    at = html.find(_ARTICLE)
    while at >= 0 and not _OURS.match(html, at):
        at = html.find(_ARTICLE, at + 1)
    return at


def claim_marked(article: bytes) -> bytes:
    """The article of a claim as the search reads it."""
    head, end, rest = article.partition(_HEAD_ENDS)
    return b"".join((_ARTICLE, _MARKS, _head(head.removeprefix(_ARTICLE)), end, rest))


def claim_day(article: bytes) -> str:
    """The day of a claim; ``0`` for one without."""
    byline = _BYLINE.search(article)
    day = _DAY.search(byline[3]) if byline else None
    return b"".join(day.groups()).decode() if day else "0"


def _head(head: bytes) -> bytes:
    for plain, marked in _PLAIN:
        head = plain.sub(marked, head, count=1)
    head = _CRUMBS.sub(_crumbs, head, count=1)
    head = _BYLINE.sub(_byline, head, count=1)
    head = _TONE.sub(rb'\1 data-pagefind-meta="tone:\2"', head, count=1)
    return _RATING.sub(_rating, head, count=1)


def _crumbs(found: re.Match[bytes]) -> bytes:
    """The way here: behind the first link, to all claims, come topics."""
    topics = found[3].replace(b"<a ", b"<a data-pagefind-filter=topic ")
    return b"%b data-pagefind-ignore%b%b" % (found[1], found[2], topics)


def _byline(found: re.Match[bytes]) -> bytes:
    who = b" data-pagefind-filter=claimant data-pagefind-meta=claimant "
    begin, rest, said = found[1], found[2], _NAME.sub(who, found[3], count=1)
    day = _DAY.search(said)
    if day:
        begin += b' data-pagefind-filter="year:%b"' % day[1]
        sort = b' data-pagefind-meta=date data-pagefind-sort="date[datetime]"'
        said = said[: day.end()] + sort + said[day.end() :]
    return b"%b%b%b</p>" % (begin, rest, said)


def _rating(found: re.Match[bytes]) -> bytes:
    key = b"withdrawn" if found[2] in _WITHDRAWN else found[2]
    return b'%b data-pagefind-meta="mark:%b"' % (found[1], key)
