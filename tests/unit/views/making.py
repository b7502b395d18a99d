"""Corpora and sites made from a few lines of YAML, and pages read back as a reader has them."""

from collections.abc import Iterable, Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from claimbook.compile import compile_claims
from claimbook.corpus import Corpus
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.site import Site
from claimbook.text import SourceFile
from claimbook.wording import wording_of

TODAY = date(2026, 11, 22)
REPOSITORY = Path(__file__).resolve().parents[3]
SETTINGS = Settings(publication=Publication(name="The Ledger", url="https://ledger.example/"))
# Their text stands on lines of its own.
BLOCKS = {"p", "li", "ul", "ol", "h1", "h2", "h3", "div", "summary", "caption", "tr"}
VOID = {"meta", "link", "br", "hr", "input", "img", "path"}


def claim_text(
    claim: str = "The bridge opened in 1932.",
    *,
    claimant: str = "City Council",
    rating: str = "true",
    review: str = "",
    more: str = "",
) -> str:
    """A claim file; ``review`` is added to the review, ``more`` to the claim."""
    return f"""\
claim: {claim}
claimant: {claimant}
{more}
review:
  rating: {rating}
  verdict: The council’s minutes record the opening.
{review}
evidence:
  - stance: supports
    quote: The bridge was opened this morning.
    says: The minutes record it.
    source: {{title: Minutes of 19 March 1932, publisher: City Archive, standing: primary}}
"""


def corpus_of(files: Mapping[str, str]) -> Corpus:
    """A corpus of files below the claims folder, whose claims must all be sound."""
    sources = [SourceFile(f"claims/{path}", text.encode()) for path, text in sorted(files.items())]
    compiled = compile_claims(sources, Settings(), TODAY)
    assert not compiled.refused, compiled.diagnostics
    return compiled.corpus


def site_of(
    files: Mapping[str, str],
    settings: Settings = SETTINGS,
    style: UrlStyle = UrlStyle(),  # noqa: B008 - immutable
) -> Site:
    """A site of those files."""
    renderer = Renderer(wording=wording_of(settings.publication.language))
    return Site(corpus_of(files), settings, style, renderer, TODAY)


def own_files() -> dict[str, str]:
    """The claims folder of this repository."""
    folder = REPOSITORY / "claims"
    paths = [path for path in folder.rglob("*") if path.suffix in {".yml", ".txt"}]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


class Tag:
    """An element as it was opened, with all text within it."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.text = ""

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)


class PageReader(HTMLParser):
    """Reads HTML strictly: what is opened is closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.problems: list[str] = []
        self._open: list[Tag] = []
        self.feed(html)
        self.close()
        self.problems += [f"<{tag.name}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.problems.append(f"<{tag}> repeats an attribute")
        made = Tag(tag, {name: value or "" for name, value in attrs})
        self.tags.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.problems.append(f"</{tag}> closes nothing")
        else:
            self._open.pop()
            if tag in BLOCKS:
                self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            tag.text += data

    def find(self, name: str, **attributes: str) -> list[Tag]:
        """Elements by name and attributes (``class_`` for class, ``_`` for ``-``)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            tag
            for tag in self.tags
            if tag.name == name and all(tag.get(key) == value for key, value in wanted.items())
        ]

    def one(self, name: str, **attributes: str) -> Tag:
        """The only such element."""
        (tag,) = self.find(name, **attributes)
        return tag

    @property
    def ids(self) -> list[str]:
        return [tag["id"] for tag in self.tags if tag.get("id")]

    @property
    def links(self) -> Iterable[Tag]:
        return (tag for tag in self.tags if tag.name == "a" and tag.get("href") is not None)

    @property
    def levels(self) -> list[int]:
        return [int(tag.name[1]) for tag in self.tags if tag.name in {f"h{n}" for n in range(1, 7)}]


def words(text: str) -> str:
    """Text with white space made single."""
    return " ".join(text.split())
