"""A built site on a local server that compresses, as every real one does."""

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class PackedHandler(SimpleHTTPRequestHandler):
    """Serves text compressed with gzip at its usual level."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_head(self) -> BinaryIO | None:
        """Compress what is text; leave the rest to the plain server."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not self.path.partition("?")[0].endswith("/") and path.is_dir():
            return super().send_head()
        if file.suffix not in _PACKED or not file.is_file():
            return super().send_head()
        content = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as long as the context lasts; the value is its address, without a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(PackedHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
