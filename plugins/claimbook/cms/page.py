"""The page that opens the CMS: it loads one script from beside itself and nothing else."""

from claimbook.boundaries.hypertext import escaped

# The version that is tested; a later one will do where its notes say nothing else.
CMS_VERSION = "0.221.1"
SCRIPT = "sveltia-cms.js"


def page_text(title: str) -> str:
    """``index.html``; search engines are asked to pass it by."""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escaped(title)}: claims</title>
</head>
<body>
<noscript>Writing claims here needs JavaScript.</noscript>
<script src="{SCRIPT}"></script>
</body>
</html>
"""
