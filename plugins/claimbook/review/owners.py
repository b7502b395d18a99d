"""Whom a forge asks to review a file: CODEOWNERS, as GitHub, GitLab and Forgejo read it.

https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
The last pattern that fits decides; a pattern without owners takes a file out again. GitLab's
sections, and patterns with `!` or `[`, are passed over, as GitHub passes them over.
"""

import re
from collections.abc import Callable
from functools import cache

# Where it may stand; the first that is there counts.
PLACES = (".github/CODEOWNERS", ".forgejo/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|\\.|[^*?\\]+")
_GLOBS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_MOST_STARS = 4
Owners = tuple[str, ...]


def owners_by(text: str) -> Callable[[str], Owners]:
    """Who owns the file at a path of the repository, by a file of owners."""
    rules = [rule for line in text.splitlines() if (rule := _rule(line))][::-1]

    def owners(path: str) -> Owners:
        return next((names for pattern, names in rules if pattern.match(path)), ())

    return owners


def _rule(line: str) -> tuple[re.Pattern[str], Owners] | None:
    words = line.partition("#")[0].split()
    # Many stars would make a pattern that takes for ever.
    if not words or words[0][:1] in "![^" or words[0].count("*") > _MOST_STARS:
        return None
    return _pattern(words[0]), tuple(words[1:])


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    is_folder, inner = glob.endswith("/"), glob.strip("/")
    is_anchored = glob.startswith("/") or "/" in inner
    made = "".join(_GLOBS.get(part, re.escape(part)) for part in _PARTS.findall(inner))
    # `docs/*` means the files of that folder, and nothing below it.
    end = "/" if is_folder else "$" if inner.endswith("/*") else "(?:/|$)"
    return re.compile(f"{'' if is_anchored else '(?:.*/)?'}{made}{end}")
