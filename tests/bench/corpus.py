"""A corpus of any size that looks like a newsroom's: the same bytes for the same number.

About 6 KB a claim: some 345 words of analysis, 2-8 sources with quotations, 40 topics, 300
entities, both with Zipf's distribution (few are common, most are rare).
"""

import random
from collections.abc import Iterator
from pathlib import Path

import yaml

TOPICS, ENTITIES, SHARED_SOURCES = 40, 300, 200
RATINGS = ("true", "mostly-true", "mixed", "misleading", "mostly-false", "false", "unproven")
STANDINGS = ("primary", "secondary", "secondary", "tertiary")
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


def words(random_: random.Random, count: int) -> str:
    """Running text of ``count`` words, half of them common."""
    chosen = []
    for _ in range(count):
        if random_.random() < 0.5:
            chosen.append(random_.choice(COMMON))
        else:
            chosen.append("".join(random_.choices(SYLLABLES, k=random_.randint(2, 4))))
    return " ".join(chosen)


def sentence(random_: random.Random, count: int) -> str:
    """A sentence of ``count`` words."""
    text = words(random_, count)
    return f"{text[0].upper()}{text[1:]}."


def zipf(random_: random.Random, count: int) -> int:
    """A rank from 0 to ``count - 1``, the first ones most often."""
    return min(int(random_.paretovariate(1.0)) - 1, count - 1)


def corpus_files(count: int) -> Iterator[tuple[str, str]]:
    """All files of a corpus of ``count`` claims: path inside ``claims/``, and text."""
    yield "topics.yml", dump({f"topic-{n}": f"Topic {n}" for n in range(TOPICS)})
    for number in range(ENTITIES):
        random_ = random.Random(f"entity {number}")
        name = sentence(random_, 2).rstrip(".").title()
        yield f"claimants/entity-{number}.yml", dump({"name": f"{name} {number}"})
    for number in range(SHARED_SOURCES):
        random_ = random.Random(f"source {number}")
        yield f"sources/shared-{number}.yml", dump(source(random_, f"shared-{number}"))
    for number in range(count):
        folder = f"{number // 1000:03}"
        yield f"{folder}/claim-{number:06}.yml", dump(claim(number))


def source(random_: random.Random, name: str) -> dict[str, object]:
    """A source with a title, a publisher and a place."""
    return {
        "type": random_.choice(("article", "webpage", "report", "press-release")),
        "title": sentence(random_, 9).rstrip("."),
        "publisher": f"Publisher {random_.randint(0, 400)}",
        "published": f"20{random_.randint(15, 24)}-{random_.randint(1, 12):02}",
        "accessed": "2025-06-01",
        "url": f"https://{name}.example.org/{random_.randint(0, 10**9)}",
        "standing": random_.choice(STANDINGS),
    }


def claim(number: int) -> dict[str, object]:
    """A claim with its review and evidence."""
    random_ = random.Random(f"claim {number}")
    evidence = [piece(random_, number, index) for index in range(random_.randint(2, 8))]
    rating = random_.choice(RATINGS)
    review = {
        "rating": rating,
        "verdict": sentence(random_, 18),
        "analysis": analysis(random_, evidence),
        "confidence": random_.choice(("high", "moderate", "low")),
        "reviewed": "2025-07-01",
        "sole_source": sentence(random_, 8),
        "not_verified": [sentence(random_, 12)],
    }
    return {
        "claim": sentence(random_, 16),
        "title": f"{sentence(random_, 5).rstrip('.')[:60]} {number}",
        "claimant": f"entity-{zipf(random_, ENTITIES)}",
        "claimed": f"20{random_.randint(18, 24)}-{random_.randint(1, 12):02}-15",
        "about": [f"entity-{zipf(random_, ENTITIES)}"],
        "topics": sorted({f"topic-{zipf(random_, TOPICS)}" for _ in range(2)}),
        "review": review,
        "evidence": evidence,
    }


def piece(random_: random.Random, number: int, index: int) -> dict[str, object]:
    """A piece of evidence, half of them from shared sources."""
    name = f"source-{number}-{index}"
    shared = random_.random() < 0.5
    reference: object = f"shared-{zipf(random_, SHARED_SOURCES)}"
    if not shared:
        reference = {"id": name, **source(random_, name)}
    return {
        "source": reference,
        "stance": ("supports", "contradicts", "qualifies", "context")[index % 4],
        "quote": sentence(random_, 24),
        "says": sentence(random_, 14),
    }


def analysis(random_: random.Random, evidence: list[dict[str, object]]) -> str:
    """Five paragraphs, every source cited."""
    names = [key_of(each["source"]) for each in evidence]
    paragraphs = []
    for index in range(5):
        cited = " ".join(f"[@{name}]" for name in names[index::5])
        paragraphs.append(f"{sentence(random_, 34)} {sentence(random_, 33)} {cited}".strip())
    return "\n\n".join(paragraphs) + "\n"


def key_of(reference: object) -> str:
    """The id by which a piece of evidence's source is cited."""
    return reference["id"] if isinstance(reference, dict) else str(reference)


class _Dumper(yaml.CSafeDumper):
    """Writes multi-line text as literal blocks, as people do."""


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def dump(value: object) -> str:
    """YAML as a person would write it."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def write_corpus(folder: Path, count: int) -> int:
    """Write the corpus into ``folder/claims``; returns its size in bytes."""
    size = 0
    for path, text in corpus_files(count):
        target = folder / "claims" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size
