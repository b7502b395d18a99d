"""``claimbook export``: read back by the readers that others use, and compared with the claims."""

import csv
import hashlib
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimbook.cli.run import run
from claimbook.exports.open_data.files import csv_text
from claimbook.exports.open_data.tables import Column, Table

HOSTILE = '=HYPERLINK("http://evil.example","x"), \'); DROP TABLE claims;-- </script> | ‘é’'
CLAIM = {
    "claim": HOSTILE,
    "title": "+1 for the bridge",
    "claimant": "council",
    "claimed": "2025-03",
    "topics": ["bridges"],
    "review": {
        "rating": "true",
        "verdict": "@The minutes, page 4, record it.",
        "analysis": "Two lines\nand [@minutes].",
        "reviewed": "2025-05-01",
        "corrections": [{"date": "2025-06-01", "wrong": "A year.", "now": "Another."}],
    },
    "evidence": [
        {"source": "minutes", "stance": "supports", "quote": "It was opened.", "locator": "p. 4"},
        {
            "source": {
                "id": "letter",
                "title": "-A letter",
                "authors": [{"family": "Rivers", "given": "Ana"}, {"org": "City Archive"}],
                "url": "https://gazette.example.org/letter",
                "archives": [{"url": "https://archive.example/1"}],
            },
            "stance": "context",
            "says": "A reader remembers.",
        },
    ],
}
FILES = {
    "bridge.yml": CLAIM,
    "drafts/secret.yml": {**CLAIM, "claim": "Not yet."},
    "sources/minutes.yml": {"title": "Minutes", "publisher": "Archive", "standing": "primary"},
    "claimants/council.yml": {"name": "City Council"},
    "topics.yml": {"bridges": "Bridges"},
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, record in FILES.items():
        place = tmp_path / "claims" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))
    (tmp_path / "claimbook.toml").write_text(
        '[publication]\nname = "Ledger"\nurl = "https://ledger.example/"\nlicence = "CC BY 4.0"\n'
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def data(project: Path) -> Path:
    assert run(["export"]) == 0
    return project / "export"


def rows(data: Path, name: str) -> list[dict[str, str]]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_a_line_says_what_the_file_says(data: Path) -> None:
    [line] = (data / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    told: dict[str, Any] = json.loads(line)
    assert told.pop("id") == "bridge"
    assert told.pop("url") == "https://ledger.example/claims/bridge/"
    assert told == CLAIM


def test_what_is_told_is_valid_by_the_published_schema(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["schema", "claim"]) == 0
    schema = json.loads(capsys.readouterr().out)
    told = json.loads((data / "claims.jsonl").read_text(encoding="utf-8"))
    del told["id"], told["url"]
    Draft202012Validator(schema).validate(told)


def test_tables_hold_what_the_files_say(data: Path) -> None:
    [claim] = rows(data, "claims")
    assert claim["claim"] == f"'{HOSTILE}"
    assert (claim["title"], claim["verdict"][:2]) == ("'+1 for the bridge", "'@")
    assert claim["claimant"] == "City Council"
    assert (claim["rating"], claim["rating_label"], claim["corrections"]) == ("true", "True", "1")
    one, two = rows(data, "evidence")
    assert (one["claim"], one["position"], one["quote"]) == ("bridge", "1", "It was opened.")
    assert (two["source"], two["says"]) == ("bridge/letter", "A reader remembers.")
    sources = {each["id"]: each for each in rows(data, "sources")}
    assert sources.keys() == {"minutes", "bridge/letter"}
    assert sources["bridge/letter"]["authors"] == "Rivers, Ana | City Archive"
    assert sources["bridge/letter"]["archive"] == "https://archive.example/1"


def test_the_database_holds_texts_as_they_are(data: Path) -> None:
    with sqlite3.connect(data / "claims.sqlite3") as database:
        assert database.execute("SELECT claim, corrections FROM claims").fetchall() == [
            (HOSTILE, 1)
        ]
        joined = (
            "SELECT sources.title FROM evidence JOIN sources ON evidence.source = sources.id"
            " ORDER BY position"
        )
        assert database.execute(joined).fetchall() == [("Minutes",), ("-A letter",)]
        assert not database.execute("PRAGMA foreign_key_check").fetchall()


def test_the_package_describes_the_tables(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [{"title": "CC BY 4.0"}]
    for resource in package["resources"]:
        fields = [each["name"] for each in resource["schema"]["fields"]]
        with (data / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == fields
        assert set(resource["schema"]["primaryKey"]) <= set(fields)


def test_sums_are_right_and_bytes_the_same_again(data: Path, project: Path) -> None:
    sums = dict(
        reversed(line.split("  ")) for line in (data / "SHA256SUMS").read_text().splitlines()
    )
    assert sums == {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in data.iterdir()
        if each.name != "SHA256SUMS"
    }
    before = {each.name: each.read_bytes() for each in data.iterdir()}
    assert run(["export", "again"]) == 0
    assert {each.name: each.read_bytes() for each in (project / "again").iterdir()} == before


def test_nothing_of_a_draft_gets_out(data: Path) -> None:
    assert not any(b"Not yet." in each.read_bytes() for each in data.iterdir())


def test_one_format_is_enough(project: Path) -> None:
    assert run(["export", "--format", "jsonl", "out"]) == 0
    assert {each.name for each in (project / "out").iterdir()} == {"claims.jsonl", "SHA256SUMS"}


def test_claims_with_errors_are_left_out_and_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "claims/broken.yml").write_text("claim: x\n")
    assert run(["export"]) == 1
    assert "1 claim with errors left out" in capsys.readouterr().err
    assert len(rows(project / "export", "claims")) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_no_cell_is_a_formula_and_all_come_back(text: str) -> None:
    columns = (Column("id", ""), Column("text", ""))
    written = csv_text(Table("t", "", ("id",), columns, [("a", text)]))
    [_, (_, read)] = csv.reader(io.StringIO(written, newline=""))
    assert read in {text, f"'{text}"}
    assert not read.startswith(("=", "+", "-", "@", "\t", "\r"))
