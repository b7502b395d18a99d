"""Claimbook: plain-text fact-checks, compiled.

The compiler as a library. ``compile_claims`` turns the files of a ``claims/`` folder into a checked
corpus and everything to be said about it; ``Site`` turns the corpus into pages. Nothing here knows
MkDocs. Names are imported on first use, so that a command starts quickly.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimbook.compile import Compilation, compile_claims
    from claimbook.corpus import Corpus
    from claimbook.decode import Role
    from claimbook.diagnostics import Code, Diagnostic, Severity
    from claimbook.fragment import Fragment, Layout, UrlStyle
    from claimbook.render import Renderer
    from claimbook.schema import json_schema
    from claimbook.settings import Publication, Settings
    from claimbook.site import Site
    from claimbook.text import SourceFile, Span

__version__ = "0.1.0"

_HOMES = {
    "Code": "diagnostics",
    "Compilation": "compile",
    "Corpus": "corpus",
    "Diagnostic": "diagnostics",
    "Fragment": "fragment",
    "Layout": "fragment",
    "Publication": "settings",
    "Renderer": "render",
    "Role": "decode",
    "Settings": "settings",
    "Severity": "diagnostics",
    "Site": "site",
    "SourceFile": "text",
    "Span": "text",
    "UrlStyle": "fragment",
    "compile_claims": "compile",
    "json_schema": "schema",
}

__all__ = [
    "Code",
    "Compilation",
    "Corpus",
    "Diagnostic",
    "Fragment",
    "Layout",
    "Publication",
    "Renderer",
    "Role",
    "Settings",
    "Severity",
    "Site",
    "SourceFile",
    "Span",
    "UrlStyle",
    "__version__",
    "compile_claims",
    "json_schema",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use."""
    if name not in _HOMES:
        message = f"module 'claimbook' has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"claimbook.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
