"""Other plugins' part in our pages: their hooks on shells, and our own event for fragments."""

from collections.abc import Callable
from typing import TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from claimbook.fragment import Fragment

log = get_plugin_logger("claimbook")
T = TypeVar("T")
# MkDocs takes every attribute that begins with ``on_`` for an event of its own and refuses the
# unknown; so our event's name does not begin with it.
EVENT = "claimbook_fragment"


class Guests:
    """The other plugins of a build.

    A plugin that defines ``claimbook_fragment(self, fragment, config)`` is handed every fragment
    before it is woven; what it returns, unless None, takes the fragment's place.
    """

    def __init__(self, config: MkDocsConfig, host: object) -> None:
        self._config = config
        self._host = host
        self._silenced: set[Callable[..., object]] = set()
        self._listeners = [
            getattr(plugin, EVENT)
            for plugin in config.plugins.values()
            if callable(getattr(plugin, EVENT, None))
        ]

    @property
    def are_listening(self) -> bool:
        """Whether any plugin wants to see the fragments."""
        return bool(self._listeners)

    def changed(self, fragment: Fragment) -> Fragment:
        """The fragment as other plugins would have it."""
        for listener in self._listeners:
            fragment = listener(fragment, config=self._config) or fragment
        return fragment

    def run(self, event: str, item: T, **arguments: object) -> T:
        """Run one of MkDocs's page events for a shell; a hook that fails on it is left out."""
        for method in self._config.plugins.events[event]:
            if getattr(method, "__self__", None) is self._host or method in self._silenced:
                continue
            try:
                result = method(item, config=self._config, **arguments)
            except Exception as error:  # noqa: BLE001 - anything may come out of a stranger's hook
                self._silenced.add(method)
                owner = type(getattr(method, "__self__", method)).__name__
                log.info("claim pages do without %s: its on_%s raises %r", owner, event, error)
            else:
                item = item if result is None else result
        return item
