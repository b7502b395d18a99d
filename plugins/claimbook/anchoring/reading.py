"""Reading the file of a text under check, whatever it holds."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from claimbook.anchoring.cues import read_cues
from claimbook.anchoring.marked import read_marked
from claimbook.anchoring.plain import read_plain
from claimbook.anchoring.shapes import DocumentText

_READERS: Mapping[str, Callable[[str], DocumentText]] = {
    "md": read_marked,
    "vtt": partial(read_cues, is_webvtt=True),
    "srt": partial(read_cues, is_webvtt=False),
}


@lru_cache(maxsize=32)
def read_document(name: str, raw: str) -> DocumentText:
    """What a reader reads of the file ``name`` with the text ``raw``; by the name's ending.

    What ends with none of ``.md``, ``.vtt``, ``.srt`` is plain text.
    """
    return _READERS.get(name.rpartition(".")[2].lower(), read_plain)(raw)
