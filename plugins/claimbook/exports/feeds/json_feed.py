"""JSON Feed 1.1 (jsonfeed.org)."""

import json
from collections.abc import Mapping

from claimbook.boundaries.xml_text import line
from claimbook.exports.feeds.channel import Channel, rfc_3339
from claimbook.exports.feeds.entry import Entry
from claimbook.views.feeds import JSON

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_item(entry: Entry) -> str:
    """An item."""
    return _written(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "content_text": entry.summary,
            "image": entry.image,
            "date_published": rfc_3339(entry.published),
            "date_modified": rfc_3339(entry.updated),
            "authors": [{"name": each} for each in entry.authors],
            "tags": [each.label for each in entry.categories],
        }
    )


def json_feed(channel: Channel) -> str:
    """A feed with its items."""
    publication = channel.publication
    head = _written(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.title,
            "home_page_url": channel.home,
            "feed_url": f"{channel.address}{JSON}",
            "description": channel.about,
            "authors": [{"name": line(publication.name), "url": publication.url}],
            "language": publication.language,
        }
    )
    items = ",\n".join(each.json for each in channel.entries)
    return f'{head[:-1]},"items":[\n{items}]}}\n'


def _written(values: Mapping[str, object]) -> str:
    return _ENCODER.encode({name: value for name, value in values.items() if value})
