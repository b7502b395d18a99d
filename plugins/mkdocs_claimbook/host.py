"""MkDocs as a host of Claimbook: the whole site built into a folder for publishing."""

import logging
import sys
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from claimbook.hosting import HostReport, Progress, silent
from claimbook.tree import Tree
from mkdocs_claimbook.plugin import ClaimbookPlugin

CONFIG = "mkdocs.yml"


def build(
    root: Path,
    staging: Path,
    *,
    strict: bool,
    progress: Progress = silent,
    tree: Tree | None = None,
) -> HostReport:
    """Build the project at ``root`` with its `mkdocs.yml` into the empty folder ``staging``.

    What MkDocs writes stands there afterwards, what the plugin writes in ``tree``; without one,
    the whole site stands in ``staging``, search and all.
    """
    with _warnings_shown():
        try:
            config = load_config(str(root / CONFIG), site_dir=str(staging), strict=strict or None)
            plugin = _plugin(config)
            with _given(plugin, progress, tree):
                config.plugins.on_startup(command="build", dirty=False)
                succeeded = _has_built(config)
                config.plugins.on_shutdown()
        except ConfigurationError as error:
            print(f"{CONFIG}: {error}", file=sys.stderr)  # noqa: T201 - the log shows warnings only
            return HostReport(0, 0, (), succeeded=False)
    return HostReport(
        plugin.claims,
        plugin.pages + _pages(staging, plugin.stamps),
        plugin.diagnostics,
        succeeded,
        plugin.stamps if tree else {},
        plugin.search_language if tree else None,
        plugin.workspace,
        tuple(map(Path, filter(None, (config.docs_dir, config.theme.custom_dir)))),
    )


def _pages(staging: Path, ours: Container[str]) -> int:
    """How many pages are not ours; what others embed and what says how to cite are none."""
    found = (path.relative_to(staging).as_posix() for path in staging.rglob("*.html"))
    return sum(path not in ours for path in found)


@contextmanager
def _given(plugin: ClaimbookPlugin, progress: Progress, tree: Tree | None) -> Iterator[None]:
    """MkDocs keeps a plugin for the next build of the process, which may be another's."""
    plugin.progress, plugin.tree = progress, tree
    try:
        yield
    finally:
        plugin.progress, plugin.tree = silent, None


def _plugin(config: MkDocsConfig) -> ClaimbookPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, ClaimbookPlugin):
            return plugin
    raise ConfigurationError("`plugins` does not name `claimbook`: add it")


def _has_built(config: MkDocsConfig) -> bool:
    try:
        build_site(config)
    except Abort as error:
        print(error, file=sys.stderr)  # noqa: T201 - MkDocs's own last words
        return False
    return True


@contextmanager
def _warnings_shown() -> Iterator[None]:
    """Show what MkDocs warns of; diagnostics go into the report instead."""
    shown = logging.StreamHandler()
    shown.setLevel(logging.WARNING)
    shown.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    shown.addFilter(lambda record: not hasattr(record, "diagnostic"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(shown)
    try:
        yield
    finally:
        logger.removeHandler(shown)
