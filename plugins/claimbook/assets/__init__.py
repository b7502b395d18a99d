"""Styles and scripts of our pages, which every site publishes.

A page links to one style sheet and one script, whatever it shows; other scripts are loaded by
that one where a page needs them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from claimbook.wording import Wording

_FOLDER = "assets/claimbook"
_PARTS = ("tones", "base", "marks", "claim", "lists", "filter", "charts", "print")
_EMBED_PARTS = ("tones", "marks", "alone", "embed")
_CITE_PARTS = ("alone", "cite")
_WORDS = "script."
_COLOUR = re.compile(r"--cb-([\w-]+): #([0-9a-f]{3}|[0-9a-f]{6})\b")

STYLE = f"{_FOLDER}/claimbook.css"
# Those of pages without a theme: a card inside another site, and all ways to cite.
EMBED_STYLE = f"{_FOLDER}/embed.css"
CITE_STYLE = f"{_FOLDER}/cite.css"
BUILDER_STYLE = f"{_FOLDER}/builder.css"
# What only texts under check need, besides the style sheet of all pages.
DOCUMENT_STYLE = f"{_FOLDER}/document.css"
CHECKED_STYLE = f"{_FOLDER}/checked.css"
# ES modules: `<script type="module">`.
BUILDER_SCRIPT, WORKER_SCRIPT = f"{_FOLDER}/builder.js", f"{_FOLDER}/builder-worker.js"
CHECKED_SCRIPT = f"{_FOLDER}/checked.js"
SCRIPT = f"{_FOLDER}/claimbook.js"

# Whom colours are for: with the theme's switch who has chosen them, else who has such a system.
_ANY = ":root"
_LIGHT = f'{_ANY},[data-md-color-scheme="default"]'
_DARK = '[data-md-color-scheme="slate"]'
_WITHOUT_SWITCH = f"{_ANY}:not(:has([data-md-color-scheme],[data-md-component]))"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
# What stands around these signs means nothing, but in a text between quotes.
_AROUND_SIGN = re.compile(r"""\"[^\"]*\"|'[^']*'|\s*;?\s*(\})\s*|\s*([{;,])\s*|(:)\s+""")
_INDENT = re.compile(r"\n\s+")


def assets(say: Wording) -> Mapping[str, bytes]:
    """Published path to content of the style sheet, the scripts and the words that these say."""
    return {
        STYLE: _style(STYLE, _switched_colours(), _PARTS),
        EMBED_STYLE: _style(EMBED_STYLE, _colours(), _EMBED_PARTS),
        CITE_STYLE: _style(CITE_STYLE, _colours(), _CITE_PARTS),
        BUILDER_STYLE: _style(BUILDER_STYLE, "", ("builder",)),
        DOCUMENT_STYLE: _style(DOCUMENT_STYLE, "", ("document",)),
        CHECKED_STYLE: _style(CHECKED_STYLE, "", ("checked",)),
        **{
            f"{_FOLDER}/{name}": lightened(name, _read(f"scripts/{name}")).encode()
            for name in _scripts()
        },
        f"{_FOLDER}/words.js": _words(say).encode(),
    }


def offline_script() -> bytes:
    """The service worker of the claim builder, which must stand where its page stands."""
    return lightened("offline.js", _read("offline.js")).encode()


def lightened(name: str, text: str) -> str:
    """A style sheet or script without its comments and indents, which only its writers need."""
    if name.endswith(".css"):
        return _AROUND_SIGN.sub(lambda found: found[found.lastindex or 0], _COMMENT.sub("", text))
    if any(line.count("`") % 2 for line in text.splitlines()):
        # A text over several lines may hold anything.
        return text
    return _INDENT.sub("\n", _LINE_COMMENT.sub("", text))


@cache
def light_colours() -> Mapping[str, str]:
    """The colours of the light scheme by their names, each as ``#rrggbb``."""
    first_rule = _read("styles/light.css").partition("}")[0]
    found = _COLOUR.findall(first_rule)
    return {name: f"#{code if len(code) > len('rgb') else _doubled(code)}" for name, code in found}


def _doubled(code: str) -> str:
    return "".join(digit * 2 for digit in code)


def _words(say: Wording) -> str:
    told = json.dumps(say.beginning(_WORDS), ensure_ascii=False, indent=1, sort_keys=True)
    return f'export const language = "{say.language}";\nexport default {told};\n'


def _style(name: str, colours: str, parts: Iterable[str]) -> bytes:
    texts = (colours, *(_read(f"styles/{each}.css") for each in parts))
    return lightened(name, "\n".join(texts)).encode()


def _colours() -> str:
    """Both schemes, by what the reader's system asks for."""
    return f"{_scheme('light')}{_if_dark(_scheme('dark'))}"


def _switched_colours() -> str:
    """Both schemes by the theme's switch, and by the reader's system where there is none."""
    light, dark = _scheme("light", _LIGHT), _scheme("dark", _DARK)
    return f"{light}{dark}{_if_dark(_scheme('dark', _WITHOUT_SWITCH))}"


def _scheme(name: str, whose: str = _ANY) -> str:
    return _read(f"styles/{name}.css").replace(f"{_ANY} {{", f"{whose} {{", 1)


def _if_dark(rule: str) -> str:
    return f"@media (prefers-color-scheme: dark) {{{rule}}}\n"


@cache
def _scripts() -> tuple[str, ...]:
    folder = files(__package__) / "scripts"
    return tuple(sorted(each.name for each in folder.iterdir() if each.name.endswith(".js")))


@cache
def _read(path: str) -> str:
    return files(__package__).joinpath(*path.split("/")).read_text(encoding="utf-8")
