"""The compiler as a bundle for browsers: its sources and those of the libraries it stands on.

Libraries whose speed comes from compiled code are left to modules of ours that stand in for them
(``standins/``), but for what browsers are offered compiled. Same sources, same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

# A zip knows no dates before this one.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_STANDINS = ("ada_url", "nh3", "pyromark")
_LIBRARIES = ("babel", "jinja2", "markdown_it", "markupsafe", "mdurl", "yaml")
_SUFFIXES = frozenset({".py", ".md", ".toml", ".html", ".svg", ".dat"})
# What a page is checked and made with needs none of these.
_LEFT_OUT = (
    *(
        "claimbook/cli",
        "claimbook/assets/scripts",
        "claimbook/assets/styles",
        "claimbook/importing",
    ),
    *("claimbook/cards/fonts", "claimbook/search", "babel/messages", "babel/locale-data"),
)


def can_bundle() -> bool:
    """Whether all libraries are installed that a bundle holds (the extra ``builder``)."""
    return all(find_spec(each) for each in _LIBRARIES)


def bundle(language: str) -> bytes:
    """A zip of everything that a browser needs of Python, for one language of the interface."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(_files(language)):
            archive.writestr(_entry(name), data)
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Else the zip would tell on which system it was made.
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


def _files(language: str) -> Iterator[tuple[str, bytes]]:
    for library in ("claimbook", *_LIBRARIES):
        yield from _sources(library)
    yield from _locales(language)
    for name in _STANDINS:
        path = _folder("claimbook") / "builder" / "standins" / f"{name}.py"
        yield f"{name}.py", path.read_bytes()


def _sources(library: str) -> Iterator[tuple[str, bytes]]:
    folder = _folder(library)
    for path in folder.rglob("*"):
        name = path.relative_to(folder.parent).as_posix()
        if path.suffix in _SUFFIXES and path.is_file() and not _is_left_out(name):
            yield name, path.read_bytes()


def _is_left_out(name: str) -> bool:
    return any(name.startswith(f"{each}/") for each in _LEFT_OUT)


def _locales(language: str) -> Iterator[tuple[str, bytes]]:
    folder = _folder("babel") / "locale-data"
    for name in sorted(_names_of(language)):
        path = folder / f"{name}.dat"
        if path.is_file():
            yield f"babel/locale-data/{name}.dat", path.read_bytes()


def _names_of(language: str) -> Iterable[str]:
    parts = language.replace("-", "_").split("_")
    own = {"_".join(parts[:length]) for length in range(1, len(parts) + 1)}
    # English stands in for languages that the interface does not speak.
    return own | {"root", "en", "en_001"}


def _folder(library: str) -> Path:
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(library)
    return Path(spec.origin).parent
