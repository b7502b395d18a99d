"""Every format in which works can be cited, by its name."""

from collections.abc import Callable, Iterable, Mapping

from claimbook.citations.bibtex import biblatex, bibtex
from claimbook.citations.csl import csl_json
from claimbook.citations.ris import ris
from claimbook.citations.wikitext import wikitext
from claimbook.citations.work import Work


def _wiki_list(works: Iterable[Work]) -> str:
    return "".join(f"* {wikitext(each)}\n" for each in works)


FORMATS: Mapping[str, Callable[[Iterable[Work]], str]] = {
    "bibtex": bibtex,
    "biblatex": biblatex,
    "ris": ris,
    "csl": csl_json,
    "wikipedia": _wiki_list,
}
