"""The generated corpus: the same bytes for the same number, and YAML as a person writes it."""

import hashlib
from pathlib import Path

import yaml

from claimbook.sample_corpus import (
    claim_id,
    claim_record,
    corpus_records,
    write_corpus,
    write_project,
    yaml_of,
)


class Dumper(yaml.SafeDumper):
    """Writes multi-line text as literal blocks, as people do."""


Dumper.add_representer(
    str,
    lambda dumper, value: dumper.represent_scalar(
        "tag:yaml.org,2002:str", value, style="|" if "\n" in value else None
    ),
)


def test_a_record_is_written_as_the_yaml_library_writes_it() -> None:
    for _, record in corpus_records(20):
        assert yaml_of(record) == yaml.dump(
            record, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100
        )


def test_what_is_written_reads_as_it_was() -> None:
    for number in range(20):
        record = claim_record(number)
        assert yaml.safe_load(yaml_of(record)) == record


def test_a_larger_corpus_holds_the_smaller_one() -> None:
    small, large = dict(corpus_records(3)), dict(corpus_records(5))
    assert len(large) == len(small) + 2
    assert all(large[path] == record for path, record in small.items())


def test_the_bytes_of_a_claim_stay() -> None:
    text = yaml_of(claim_record(7))
    assert claim_id(7) == "claim-000007"
    assert (
        hashlib.sha256(text.encode()).hexdigest()
        == "1b488155d9b60d83e69de97737b7fa1fa20fe7cc5b07f98962d41a3509bc7ff1"
    )


def test_the_size_is_what_was_written(tmp_path: Path) -> None:
    size = write_corpus(tmp_path, 2)
    files = [path for path in (tmp_path / "claims").rglob("*") if path.is_file()]
    assert len(files) == 1 + 300 + 200 + 2
    assert size == sum(path.stat().st_size for path in files)


def test_a_project_says_whether_it_is_searched(tmp_path: Path) -> None:
    for search in (True, False):
        write_project(tmp_path, 1, search=search)
        options = yaml.safe_load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
        assert options["plugins"][0]["claimbook"]["search"] is search
