"""A page that stands alone, without a theme: for who looks before anything is published."""

from claimbook.boundaries.hypertext import escaped

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{head}
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="cb-sole md-typeset">
{body}
</body>
</html>
"""
_STYLE = """
body.cb-sole{max-width:46rem;margin:0 auto;padding:1rem;line-height:1.6;\
font-family:system-ui,sans-serif;color:CanvasText;background:Canvas;color-scheme:light dark}
.cb-sole-problems{border:2px solid;border-radius:.4rem;padding:.2rem 1rem;margin-bottom:2rem}
.cb-sole>article{border-top:4px double;margin-top:4rem;padding-top:1rem}
"""


def alone(language: str, title: str, *, head: str, body: str) -> str:
    """A whole page; ``head`` and ``body`` are HTML, and what ``head`` forbids comes behind it."""
    return _PAGE.format(
        language=escaped(language), title=escaped(title), head=head, style=_STYLE, body=body
    )
