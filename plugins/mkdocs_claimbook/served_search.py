"""The search of a preview: an index of pages as they were, so that no reload waits for it."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from claimbook.search.whole import FOLDER

log = get_plugin_logger("claimbook")
# Of more claims an index takes a minute and gigabytes.
_MOST_CLAIMS = 2000
# Where `claimbook build` puts a site unless it is told otherwise.
_BUILT = "site"


class ServedSearch:
    """Gives the files of an index: of one made beside the preview, or of the last whole build."""

    def __init__(self) -> None:
        self._site: Path | None = None
        self._room: TemporaryDirectory[str] | None = None
        self._building: subprocess.Popen[str] | None = None

    def begin(self, config: MkDocsConfig, claims: int) -> None:
        """Have an index made in another process, or take that of the last build of a large site."""
        root = Path(config.config_file_path).parent
        if claims <= _MOST_CLAIMS:
            Thread(target=self._make, args=(config.config_file_path,), daemon=True).start()
        elif (root / _BUILT / FOLDER).is_dir():
            self._site = root / _BUILT
            log.info("the search finds pages as the last `claimbook build` has made them")
        else:
            log.info("no search here: of so many claims only `claimbook build` makes an index")

    def _make(self, config_file: str) -> None:
        self._room = TemporaryDirectory(prefix="claimbook-search-")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config_file]
        self._building = subprocess.Popen(  # noqa: S603 - this program, with the project's own file
            [*command, "--site-dir", self._room.name],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            # Ctrl+C is for the preview, which ends what it has begun.
            start_new_session=True,
        )
        _, said = self._building.communicate()
        if (Path(self._room.name) / FOLDER).is_dir():
            self._site = Path(self._room.name)
            log.info("the search finds pages as they were when this preview began")
        elif self._building.returncode >= 0:
            log.info("no search here: %s", (said.strip().splitlines() or ["none was made"])[-1])

    def content(self, path: str) -> bytes | None:
        """The file of the index that is served at a path below the site; None where none is."""
        if self._site is None or not path.startswith(f"{FOLDER}/"):
            return None
        place = self._site / path
        return place.read_bytes() if place.is_file() else None

    def end(self) -> None:
        """Stop what is under way, and remove what was made."""
        if self._building:
            self._building.kill()
            self._building.wait()
        if self._room:
            self._room.cleanup()
