"""COinS: a work as the context object of an OpenURL (Z39.88-2004), for reference managers.

They look for it in the title of an empty ``span`` of class ``Z3988``. The format is Dublin Core in
keys and values (``info:ofi/fmt:kev:mtx:dc``), the type that of Zotero, which reads both.
"""

from collections.abc import Iterator
from functools import lru_cache

from claimbook.boundaries.addresses import form_value
from claimbook.boundaries.one_line import one_line
from claimbook.citations.work import Name, Work, iso

_TYPES = {
    "article-newspaper": "newspaperArticle",
    "article-journal": "journalArticle",
    "post": "forumPost",
    "motion_picture": "videoRecording",
    "broadcast": "podcast",
    "book": "book",
    "report": "report",
    "dataset": "dataset",
    "legislation": "statute",
    "interview": "interview",
    "software": "computerProgram",
    "personal_communication": "letter",
    "webpage": "webpage",
}
_OTHER = "document"
# What has a publisher in Zotero; of all else the publisher is what it stands in.
_PUBLISHED = {"book", "report", "dataset", "motion_picture", "software", "document", "article"}
_START = "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:dc"
# What needs no escape between the quotation marks of an attribute and between two ampersands.
_SAFE = "/:,;!*()@$'?"


def coins(work: Work) -> str:
    """The context object, in which nothing is left that HTML would take for its own.

    Its ampersands begin no character reference, so they may stand as they are.
    """
    pairs = (f"&{key}={_value(text)}" for key, text in _fields(work) if text)
    return f"{_START}{''.join(pairs)}"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "rft.title", work.title
    yield from map(_author, work.authors)
    is_place = not (work.container or work.type in _PUBLISHED)
    yield "rft.source", work.publisher if is_place else work.container
    yield "rft.publisher", "" if is_place else work.publisher
    yield "rft.date", iso(work.issued)
    yield "rft.language", work.language
    yield "rft_id", work.url
    yield "rft_id", work.doi and f"info:doi/{work.doi}"
    yield "rft_id", work.isbn and f"urn:isbn:{work.isbn}"
    # Behind the title: of what is known to be an article, Zotero takes that for the journal's.
    yield "rft.type", _TYPES.get(work.type, _OTHER)


def _author(name: Name) -> tuple[str, str]:
    """A person by the parts of the name; a name in one piece stays one as an organisation's."""
    if name.family:
        return "rft.au", f"{name.family}, {name.given}" if name.given else name.family
    return "rft.aucorp", name.literal


# The same types, days and publishers on page after page.
@lru_cache(maxsize=2048)
def _value(text: str) -> str:
    return form_value(one_line(text), _SAFE)
