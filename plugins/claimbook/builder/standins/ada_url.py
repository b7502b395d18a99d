"""What the compiler asks of `ada_url`, by the browser itself: both follow the WHATWG standard.

Bundled under the name of the library for which it stands in; works in Pyodide only.
"""

from typing import Any


class URL:
    """An absolute address. Raises :class:`ValueError` where the text is none."""

    def __init__(self, text: str) -> None:
        from js import URL as BrowserUrl  # type: ignore[import-not-found]  # noqa: N811, PLC0415

        try:
            address: Any = BrowserUrl.new(text)
        except Exception as error:  # what a browser throws has a class of its own
            raise ValueError(text) from error
        self.protocol = str(address.protocol)
        self.hostname = str(address.hostname)
        self.href = str(address.href)
