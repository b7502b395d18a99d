"""A publication in which every text of every file tries to be more than text.

The files are made from the declarations of the records, so that a new field is hostile too.
"""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimbook import records as r
from claimbook.kinds import (
    Choice,
    DateKind,
    Form,
    Markdown,
    Number,
    Plain,
    SlugKind,
    UrlKind,
    Verbatim,
)
from claimbook.shape import Kind, Record, shapes_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr

ELSEWHERE = "https://elsewhere.example"
PAYLOADS = (
    "<script>window.ran=1;alert(1)</script>",
    f'"><img src="{ELSEWHERE}/x.png" onerror="window.ran=1">',
    "'><svg/onload=window.ran=1><a href='javascript:window.ran=1'>",
    "</title></textarea></script></style><script>window.ran=1</script>",
    "--><script>window.ran=1</script><!-- <script>",
    f"]]><style>*{{background:url({ELSEWHERE}/)}}</style><base href={ELSEWHERE}/>",
    "&lt;img src=x onerror=window.ran=1&gt;&amp;lt;script&amp;gt;&#60;script>",
    '" autofocus onfocus="window.ran=1" style="position:fixed;inset:0" class="md-button',
    "{{7*7}}{% raw %}${7*7}<%= 7*7 %>{page} %(x)s {0.__class__} {title}",
    "claimbook-marker title <h1>claimbook-marker content</h1><!-- claimbook-marker head -->",
    "[[claimbook:latest 5]] [@claim-0] [x](javascript:window.ran=1) ![](x) claimbook-content",
    f'javascript:window.ran=1 http-equiv="refresh" content="0;url={ELSEWHERE}"',
)
# What must be something else than text, by field, or by what a field refers to.
_BY_FIELD = {
    "text": "text-{n}.txt",
    "aliases": ["former-{n}"],
    "claimant": "",
    "icon": "check",
    "colour": "green",
    "origin": "voice-{n}",
}
_REFERENCES = {"topic": "topic-{n}", "rating": "rating-{n}", "document id": "document-{n}"}
# Files that would have to exist, checks of digits, ids of inline sources.
_LEFT_OUT = {"id", "isbn", "snapshot", "retired", "related", "derived_from", "language"}


class _Maker:
    """Values of all kinds with one payload."""

    def __init__(self, payload: str, number: int, *, is_varied: bool) -> None:
        self.payload = payload
        self.number = number
        self.is_varied = is_varied

    def record(self, record: type[Record], **given: Any) -> dict[str, Any]:  # noqa: ANN401
        """Every field of a record that is not left out."""
        unwanted = {name for group in record.exactly_one for name in group[1:]} | _LEFT_OUT
        wanted = [each for each in shapes_of(record) if each.name not in unwanted]
        made = {each.name: self.field(each.name, each.kind) for each in wanted}
        return {**made, **given}

    def field(self, name: str, kind: Kind) -> Any:  # noqa: ANN401
        fixed = _BY_FIELD.get(name)
        if name == "claimant":
            return self.payload if self.number % 2 else f"person-{self.number}"
        return self._filled(fixed) if fixed else self.value(kind)

    def value(self, kind: Kind) -> Any:  # noqa: ANN401
        """A value of a kind, as hostile as it may be."""
        return self._makers()[type(kind)](kind)

    def _makers(self) -> dict[type, Callable[[Any], Any]]:
        address = f"{ELSEWHERE}/\"'><script>window.ran=1</script>#javascript:window.ran=1"
        return {
            Plain: lambda kind: self.payload[: kind.most],
            Verbatim: lambda kind: self.payload[: kind.most],
            Markdown: lambda _: self._markdown(),
            SlugKind: lambda kind: self._filled(_REFERENCES.get(kind.of, "shared-{n}")),
            DateKind: lambda _: "2025-01-01",
            UrlKind: lambda _: address,
            Choice: lambda kind: self._chosen(kind).value,
            Number: lambda kind: str(kind.most),
            Form: lambda kind: self._form(kind.called),
            ListOf: lambda kind: [self.value(kind.kind)],
            MapOf: lambda kind: {f"rating-{self.number}": self.value(kind.kind)},
            TextOr: self._text_or_record,
            RecordOf: lambda kind: self.record(kind.record),
        }

    def _text_or_record(self, kind: TextOr) -> Any:  # noqa: ANN401
        return self.value(kind.text if kind.mapping == RecordOf(r.Claimant) else kind.mapping)

    def _chosen(self, kind: Choice) -> Any:  # noqa: ANN401
        words = list(kind.words)
        return words[self.number % len(words) if self.is_varied else 0]

    def _form(self, called: str) -> str:
        doi = '10.1000/"><script>window.ran=1</script>'
        return {"a DOI": doi, "a host name": "elsewhere.example"}.get(called, "auto")

    def _markdown(self) -> str:
        entities = "".join(f"&#{ord(each)};" for each in self.payload)
        return self._filled(
            f"`{self.payload.replace('`', ' ')}` {entities} [@shared-{{n}}, {entities}] "
            f'[{entities}]({ELSEWHERE}/ "{entities}") {ELSEWHERE}/?"onclick=window.ran=1'
        )

    def _filled(self, pattern: Any) -> Any:  # noqa: ANN401
        if isinstance(pattern, list):
            return [self._filled(each) for each in pattern]
        return pattern.replace("{n}", str(self.number))


def hostile_files(payloads: Sequence[str] = PAYLOADS, *, is_varied: bool = False) -> dict[str, str]:
    """Path below ``claims/`` to text; if varied, every choice of a field is made somewhere."""
    files: dict[str, Any] = {"scale.yml": {"ratings": {}}, "topics.yml": {}, "outlets.yml": {}}
    texts: dict[str, str] = {}
    for number, payload in enumerate(payloads):
        make = _Maker(payload, number, is_varied=is_varied)
        follows = {"follows": [f"claim-{number + 1}"]} if number + 1 < len(payloads) else None
        axis = {} if number % 2 else {"axis": "context"}
        rating = make.record(r.Rating, **axis)
        if axis:
            rating.pop("value")
        files["scale.yml"]["ratings"][f"rating-{number}"] = rating
        files["topics.yml"][f"topic-{number}"] = make.record(r.Topic)
        files["outlets.yml"][f"outlet-{number}"] = make.record(r.Outlet)
        claim = make.record(r.Claim, **({"related": follows} if follows else {}))
        if number % 3:
            # What is withdrawn has no structured data.
            claim.pop("withdrawn")
        files[f"claim-{number}.yml"] = claim
        files[f"sources/shared-{number}.yml"] = make.record(r.Source)
        files[f"claimants/person-{number}.yml"] = make.record(r.Claimant)
        text = f"One {payload} two.\n\n{payload}\n"
        digest = sha256(text.encode()).hexdigest()
        files[f"documents/document-{number}.yml"] = make.record(r.CheckedDocument, sha256=digest)
        texts[f"documents/text-{number}.txt"] = text
    return {path: json.dumps(each, ensure_ascii=False) for path, each in files.items()} | texts


def write_publication(root: Path, **config: Any) -> None:  # noqa: ANN401
    """A whole project; hand-written pages mention every claim, and the navigation names some."""
    for path, text in hostile_files().items():
        target = root / "claims" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (root / "claimbook.toml").write_text("", encoding="utf-8")
    pages = root / "site_src"
    pages.mkdir()
    embeds = ("search", "numbers", "latest 50", "corrections 50", "topics", "ratings", "documents")
    lines = "\n\n".join(f"[[claimbook:{each}]]" for each in embeds)
    (pages / "index.md").write_text(f"# Home\n\n{lines}\n", encoding="utf-8")
    for number in range(len(PAYLOADS)):
        text = f"# On [@claim-{number}]\n\n## And [@claim-{number}]\n\n[@claim-{number}]\n"
        (pages / f"about-{number}.md").write_text(text, encoding="utf-8")
    settings = {
        "site_name": "Hostile",
        "site_url": "https://hostile.example/",
        "docs_dir": "site_src",
        "theme": {"name": "material", "font": False, **config},
        "plugins": [{"claimbook": {"code_pages": False}}],
        "nav": ["index.md", "documents/document-3.md", "topics/topic-3.md", "about-3.md"],
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
