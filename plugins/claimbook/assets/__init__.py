"""Files that every site of ours publishes as they are."""

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

_STYLES = ("claimbook.css",)

# Published path to content.
ASSETS: Mapping[str, bytes] = MappingProxyType(
    {f"assets/claimbook/{name}": (files(__package__) / name).read_bytes() for name in _STYLES}
)
# Published paths of the style sheets, in the order in which a page links to them.
STYLES = tuple(ASSETS)
