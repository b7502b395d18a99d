"""A corpus of any size that looks like a newsroom's: the same bytes for the same number.

About 6 KB a claim: some 345 words of analysis, 2-8 sources with quotations, 40 topics, 300
entities, both with Zipf's distribution (few are common, most are rare).
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from claimbook.settings import Exports

Record = dict[str, object]

TOPICS, ENTITIES, SHARED_SOURCES = 40, 300, 200
RATINGS = ("true", "mostly-true", "mixed", "misleading", "mostly-false", "false", "unproven")
STANDINGS = ("primary", "secondary", "secondary", "tertiary")
TYPES = ("article", "webpage", "report", "press-release")
STANCES = ("supports", "contradicts", "qualifies", "context")
SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "ta",
    "vo",
    "sel",
    "dor",
    "an",
    "tis",
    "ber",
    "gal",
    "mon",
    "ri",
    "fen",
    "sha",
    "qua",
    "pel",
    "ist",
    "orn",
]
COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "was",
    "on",
    "are",
    "as",
    "with",
    "his",
    "they",
    "at",
    "be",
    "this",
    "from",
    "have",
    "or",
    "by",
    "one",
    "had",
    "not",
    "but",
    "what",
    "all",
    "were",
    "when",
    "we",
    "there",
    "can",
    "an",
    "your",
    "which",
    "their",
    "said",
    "if",
    "do",
    "will",
    "each",
    "about",
]
HOME = "# Bench\n\nA generated corpus.\n"
# Of all exports the one that other generators have too.
SETTINGS = "cards = false\n\n[exports]\n" + "".join(
    f"{each.name} = {str(each.name == 'feeds').lower()}\n" for each in fields(Exports)
)
MKDOCS = """\
site_name: Bench
site_url: https://bench.example/
docs_dir: site_src
theme:
  name: material
  font: false
plugins:
  - claimbook:
      search: {search}
      code_pages: false
"""
HALF = 0.5
WIDTH = 100
WORDS_OF_YAML = frozenset(("true", "false"))
DAY = len("2025-07-01")


def write_corpus(folder: Path, count: int) -> int:
    """Write the files of ``count`` claims into ``folder/claims``; returns their size in bytes."""
    size = 0
    for path, record in corpus_records(count):
        target = folder / "claims" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes(yaml_of(record).encode())
    return size


def write_project(root: Path, count: int, *, search: bool) -> int:
    """Write a project around a corpus, with nothing else in it; returns the size of its claims.

    Cards are off: each costs more than a page, and is drawn once in its life.
    """
    (root / "site_src").mkdir(parents=True, exist_ok=True)
    (root / "site_src" / "index.md").write_text(HOME, encoding="utf-8")
    (root / "claimbook.toml").write_text(SETTINGS, encoding="utf-8")
    write_options(root, search=search)
    return write_corpus(root, count)


def write_options(root: Path, *, search: bool) -> None:
    """Write the settings of the site generator anew, with search or without."""
    text = MKDOCS.format(search=str(search).lower())
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def corpus_records(count: int) -> Iterator[tuple[str, Record]]:
    """All files of a corpus of ``count`` claims: path inside ``claims/``, and what it says."""
    yield "topics.yml", {f"topic-{n}": f"Topic {n}" for n in range(TOPICS)}
    for number in range(ENTITIES):
        name = _sentence(random.Random(f"entity {number}"), 2).rstrip(".").title()
        yield f"claimants/entity-{number}.yml", {"name": f"{name} {number}"}
    for number in range(SHARED_SOURCES):
        name = f"shared-{number}"
        yield f"sources/{name}.yml", _source(random.Random(f"source {number}"), name)
    for number in range(count):
        yield f"{number // 1000:03}/{claim_id(number)}.yml", claim_record(number)


def claim_id(number: int) -> str:
    """What the claim of a number is called."""
    return f"claim-{number:06}"


def claim_record(number: int) -> Record:
    """A claim with its review and evidence."""
    random_ = random.Random(f"claim {number}")
    evidence = [_piece(random_, number, index) for index in range(random_.randint(2, 8))]
    review = _review(random_, evidence)
    return {
        "claim": _sentence(random_, 16),
        "title": f"{_sentence(random_, 5).rstrip('.')[:60]} {number}",
        "claimant": f"entity-{_zipf(random_, ENTITIES)}",
        "claimed": f"20{random_.randint(18, 24)}-{random_.randint(1, 12):02}-15",
        "about": [f"entity-{_zipf(random_, ENTITIES)}"],
        "topics": sorted({f"topic-{_zipf(random_, TOPICS)}" for _ in range(2)}),
        "review": review,
        "evidence": evidence,
    }


def _review(random_: random.Random, evidence: list[Record]) -> Record:
    return {
        "rating": random_.choice(RATINGS),
        "verdict": _sentence(random_, 14),
        "analysis": _analysis(random_, evidence),
        "confidence": random_.choice(("high", "moderate", "low")),
        "reviewed": "2025-07-01",
        "not_verified": [_sentence(random_, 12)],
    }


def _piece(random_: random.Random, number: int, index: int) -> Record:
    """A piece of evidence, half of them from shared sources; the first two are primary."""
    name = f"source-{number}-{index}"
    is_first = index in {0, 1}
    shared = random_.random() < HALF and not is_first
    reference: object = f"shared-{_zipf(random_, SHARED_SOURCES)}"
    if not shared:
        own = _source(random_, name)
        reference = {"id": name, **own, "standing": "primary" if is_first else own["standing"]}
    return {
        "source": reference,
        "stance": STANCES[index % len(STANCES)],
        "quote": _sentence(random_, 24),
        "says": _sentence(random_, 14),
    }


def _source(random_: random.Random, name: str) -> Record:
    return {
        "type": random_.choice(TYPES),
        "title": _sentence(random_, 9).rstrip("."),
        "publisher": f"Publisher {random_.randint(0, 400)}",
        "published": f"20{random_.randint(15, 24)}-{random_.randint(1, 12):02}",
        "accessed": "2025-06-01",
        "url": f"https://{name}.example.org/{random_.randint(0, 10**9)}",
        "standing": random_.choice(STANDINGS),
    }


def _analysis(random_: random.Random, evidence: list[Record]) -> str:
    """Five paragraphs, every source cited."""
    names = [_key(each["source"]) for each in evidence]
    paragraphs = []
    for index in range(5):
        cited = " ".join(f"[@{name}]" for name in names[index::5])
        paragraphs.append(f"{_sentence(random_, 34)} {_sentence(random_, 33)} {cited}".strip())
    return "\n\n".join(paragraphs) + "\n"


def _key(reference: object) -> str:
    return str(reference["id"]) if isinstance(reference, dict) else str(reference)


def _words(random_: random.Random, count: int) -> str:
    """Running text, half of its words common."""
    chosen = []
    for _ in range(count):
        if random_.random() < HALF:
            chosen.append(random_.choice(COMMON))
        else:
            chosen.append("".join(random_.choices(SYLLABLES, k=random_.randint(2, 4))))
    return " ".join(chosen)


def _sentence(random_: random.Random, count: int) -> str:
    text = _words(random_, count)
    return f"{text[0].upper()}{text[1:]}."


def _zipf(random_: random.Random, count: int) -> int:
    """A rank from 0 to ``count - 1``, the first ones most often."""
    return min(int(random_.paretovariate(1.0)) - 1, count - 1)


def yaml_of(record: Mapping[str, object]) -> str:
    """A record as YAML, as a person would write it."""
    return "".join(_entries(record, ""))


def _entries(record: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield f"{indent}{key}:"
        yield from _value(value, indent, len(indent) + len(key) + 1)


def _value(value: object, indent: str, column: int) -> Iterator[str]:
    if isinstance(value, dict):
        yield "\n"
        yield from _entries(value, f"{indent}  ")
    elif isinstance(value, list):
        yield "\n"
        for each in value:
            yield from _item(each, indent)
    else:
        yield _text(str(value), f"{indent}  ", column)


def _item(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}- {''.join(_entries(value, f'{indent}  '))[len(indent) + 2 :]}"
    else:
        yield f"{indent}-{_text(str(value), f'{indent}  ', len(indent) + 1)}"


def _text(text: str, indent: str, column: int) -> str:
    if "\n" in text:
        return " |\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in text.splitlines())
    if text in WORDS_OF_YAML or (len(text) == DAY and text[:2] == "20"):
        return f" '{text}'\n"
    return f"{_folded(text, indent, column)}\n"


def _folded(text: str, indent: str, column: int) -> str:
    """Words on lines of about :data:`WIDTH`: one that begins within it ends where it ends."""
    parts: list[str] = []
    for word in text.split(" "):
        if parts and column > WIDTH:
            parts.append(f"\n{indent}{word}")
            column = len(indent) + len(word)
        else:
            parts.append(f" {word}")
            column += 1 + len(word)
    return "".join(parts)
