"""The generated corpus as an Eleventy project: claims as pages with front matter in YAML."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from claimbook.sample_corpus import corpus_records
from tests.bench.hugo_site import claim_page

SITE = Path(__file__).parent / "eleventy"


def write_eleventy(root: Path, count: int, links: int) -> int:
    """Write a project of ``count`` claims, with ``links`` in its navigation; returns their size."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    (root / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
    (root / "claims").mkdir(exist_ok=True)
    (root / "known").mkdir(exist_ok=True)
    (root / "known" / "site.json").write_text(json.dumps({"links": links}), encoding="utf-8")
    return sum((root / path).write_bytes(text.encode()) for path, text in _files(count))


def _files(count: int) -> Iterator[tuple[str, str]]:
    known: dict[str, dict[str, object]] = {"sources": {}, "claimants": {}, "topics": {}}
    for path, record in corpus_records(count):
        kind, name = path.split("/")[0], Path(path).stem
        if kind == "topics.yml":
            known["topics"] = record
        elif kind in known:
            known[kind][name] = record["name"] if kind == "claimants" else record
        else:
            yield f"claims/{name}.md", claim_page(record)
    for kind, found in known.items():
        yield f"known/{kind}.json", json.dumps(found)
