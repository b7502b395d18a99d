"""Values as Jinja shows them with autoescaping on: escaped, but for what is HTML already.

Jinja's templates are ours or a site's owner's; what strangers write comes to them as values only
(Jinja, "HTML Escaping"), so that ``{{ 7 * 7 }}`` in a file stays what it is.
"""

from markupsafe import Markup, escape

__all__ = ["escape", "shown"]


def shown(value: object) -> str:
    """A value as HTML; most texts hold nothing that must be escaped, and are left as they are."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if (
        kind is str
        and "'" not in value  # type: ignore[operator]
        and "&" not in value  # type: ignore[operator]
        and '"' not in value  # type: ignore[operator]
        and "<" not in value  # type: ignore[operator]
        and ">" not in value  # type: ignore[operator]
    ):
        return value  # type: ignore[return-value]
    if kind is int or kind is float:
        return str(value)
    return _escaped(value) if kind is str else escape(value)  # type: ignore[arg-type]


def _escaped(text: str) -> str:
    # As `escape` does it, which makes a `Markup` besides; what is written into a page needs none.
    text = text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")
