"""Writing indexes: each part of a site by a process of its own, two at a time."""

import json
import os
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from threading import Lock, Semaphore

from claimbook.search.page import marked
from claimbook.search.program import Service, service

# What says nothing of its own: the theme's parts, and those of ours that repeat or lead away.
_EXCLUDED = [
    *(".headerlink", ".md-nav", ".md-header", ".md-footer"),
    *(".cb-verdict .cb-hidden", ".cb-first", ".cb-particulars", ".cb-map", ".cb-doors"),
    *(".cb-back", ".cb-foot"),
    # What stands in a text under check and is no part of it.
    *(".cb-ref", ".cb-fref", ".cb-gref", ".cb-aside", ".cb-likely", ".cb-time"),
    *('[aria-labelledby="related"]', '[aria-labelledby="history"]'),
]
_MOST_AT_ONCE = 2
# Pages that the program gets before it is asked for its answers, which it keeps until then.
_PORTION = 16
# Pagefind's own boxes, which our pages do not use; and what the first index has for all others.
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")
_SHARED = ("pagefind.js", "pagefind-worker.js", "wasm.*")
_FRAGMENT = "fragment/"
_BEGINNING = '{"url":'
_GZIP = 31
_SIGNATURE = len("pagefind_dcd")
_ENOUGH = 4096

# Puts a file of an index to its place, which is named from the first index on.
Put = Callable[[str, bytes], object]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes indexes of pages below the folder ``site``, with the program ``command``.

    ``language`` (ISO 639-1) says how words are taken apart; ``step`` is called once a page.
    """

    command: list[str]
    site: Path
    language: str
    put: Put
    step: Callable[[str], None]
    _counts: Lock = field(default_factory=Lock)
    _runs: Semaphore = field(default_factory=lambda: Semaphore(_at_once()))

    def write(self, parts: Sequence[tuple[str, list[str]]]) -> list[dict[str, str]]:
        """Write for each part an index of its pages into its folder.

        That of the first index is the empty name. The value has for each part the names that
        Pagefind has given its pages, by path. Raises
        :class:`claimbook.search.program.ProgramError`.
        """
        with ThreadPoolExecutor(_at_once() + 1) as pool:
            jobs = [pool.submit(self._written, *part) for part in parts]
            try:
                return [job.result() for job in jobs]
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _written(self, folder: str, pages: list[str]) -> dict[str, str]:
        # One more than run at once: its files are put to their places meanwhile.
        with self._runs, service(self.command) as program:
            files = self._files(program, pages)
        return dict(self._placed(folder, files))

    def _files(self, program: Service, pages: list[str]) -> list[Mapping[str, str]]:
        config = {"exclude_selectors": _EXCLUDED, "force_language": self.language}
        program.send([{"type": "NewIndex", "config": config}])
        index = program.answer()["index_id"]
        waiting: list[str] = []
        for some in (*_portions(pages), []):
            # The next ones are there before the program is done with the last.
            program.send({**self._page(path), "index_id": index} for path in some)
            for path in waiting:
                program.answer()
                with self._counts:
                    self.step(path)
            waiting = some
        # Not `WriteFiles`: its answer comes before the last bytes are on the disk.
        program.send([{"type": "GetFiles", "index_id": index}])
        files: list[Mapping[str, str]] = program.answer()["files"]
        return files

    def _page(self, path: str) -> dict[str, str]:
        found = marked((self.site / path).read_bytes()).decode("utf-8", "replace")
        text = f"<html><body>{found}</body></html>"
        return {"type": "AddFile", "file_path": path, "file_contents": text}

    def _placed(self, folder: str, files: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
        unused = (*_UNUSED, *_SHARED) if folder else _UNUSED
        for file in files:
            path = file["path"]
            if any(fnmatch(path, pattern) for pattern in unused):
                continue
            content = b64decode(file["content"])
            self.put(f"{folder}{path}", content)
            if path.startswith(_FRAGMENT):
                yield _page_of(content), Path(path).stem


def _at_once() -> int:
    return min(_MOST_AT_ONCE, os.cpu_count() or 1)


def _portions(pages: list[str]) -> Iterator[list[str]]:
    return (pages[at : at + _PORTION] for at in range(0, len(pages), _PORTION))


def _page_of(fragment: bytes) -> str:
    """The path of the page whose text this is."""
    told = zlib.decompressobj(_GZIP).decompress(fragment, _ENOUGH)[_SIGNATURE:]
    text = told.decode("utf-8", "replace").removeprefix(_BEGINNING)
    url, _ = json.JSONDecoder().raw_decode(text)
    return f"{url[1:]}index.html" if url.endswith("/") else str(url[1:])
