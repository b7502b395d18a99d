"""Writing indexes: each part of a site by a process of its own, two at a time."""

import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from claimbook.search.page import marked
from claimbook.search.program import service

_EXCLUDED = [".headerlink", ".md-nav", ".md-header", ".md-footer"]
_MOST_AT_ONCE = 2
# Pagefind's own boxes, which our pages do not use; and what one index may have for others.
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")
_SHARED = ("pagefind.js", "pagefind-worker.js", "wasm.*")
_BEGINNING = '{"url":'
_GZIP = 31
_SIGNATURE = len("pagefind_dcd")
_ENOUGH = 4096


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes indexes of pages below the folder ``site``, with the program ``command``.

    ``language`` (ISO 639-1) says how words are taken apart; ``step`` is called once a page.
    """

    command: list[str]
    site: Path
    language: str
    step: Callable[[str], None]

    def write(self, parts: Sequence[tuple[Path, list[str]]]) -> list[dict[str, str]]:
        """Write for each part an index of its pages into its folder.

        The value has for each part the names that Pagefind has given its pages, by path. Raises
        :class:`claimbook.search.program.ProgramError`.
        """
        # Pagefind needs most memory as it writes: that is done one after the other.
        writes, counts = Lock(), Lock()
        workers = min(_MOST_AT_ONCE, os.cpu_count() or 1)
        with ThreadPoolExecutor(workers) as pool:
            jobs = [pool.submit(self._written, *part, writes, counts) for part in parts]
            try:
                return [job.result() for job in jobs]
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _written(
        self, folder: Path, pages: list[str], writes: Lock, counts: Lock
    ) -> dict[str, str]:
        config = {"exclude_selectors": _EXCLUDED, "force_language": self.language}
        with service(self.command) as ask:
            index = ask({"type": "NewIndex", "config": config})["index_id"]
            for path in pages:
                ask({"type": "AddFile", "index_id": index, "file_path": path, **self._page(path)})
                with counts:
                    self.step(path)
            output = str(folder.absolute())
            with writes:
                ask({"type": "WriteFiles", "index_id": index, "output_path": output})
        return dict(_names(folder))

    def _page(self, path: str) -> dict[str, str]:
        found = marked((self.site / path).read_bytes()).decode("utf-8", "replace")
        return {"file_contents": f"<html><body>{found}</body></html>"}


def tidy(folder: Path, *, has_scripts: bool) -> None:
    """Remove from an index what no page of ours loads, or what another index has for it."""
    for pattern in _UNUSED if has_scripts else (*_UNUSED, *_SHARED):
        for file in folder.glob(pattern):
            file.unlink()


def _names(folder: Path) -> Iterator[tuple[str, str]]:
    """The name of every page in an index, by its path: that of the file with its text."""
    for file in sorted(folder.glob("fragment/*.pf_fragment")):
        told = zlib.decompressobj(_GZIP).decompress(file.read_bytes(), _ENOUGH)[_SIGNATURE:]
        text = told.decode("utf-8", "replace").removeprefix(_BEGINNING)
        url, _ = json.JSONDecoder().raw_decode(text)
        yield f"{url[1:]}index.html" if url.endswith("/") else url[1:], file.stem
