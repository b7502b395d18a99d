"""What stands in a page, however it is written."""

from html.parser import HTMLParser


def content_of(page: str) -> list[object]:
    """Everything of a page but white space and quotes: tags with attributes, and words."""
    return _Content(page).found


class _Content(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found += data.split()
