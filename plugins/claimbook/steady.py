"""Work that makes millions of objects, none of which is garbage before it is done."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def steady() -> Iterator[None]:
    """Let Python not search for cyclic garbage meanwhile; the search walks every object made.

    A corpus is built up and kept, so each search finds nothing and takes longer than the last.
    """
    was_searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searching:
            gc.enable()
