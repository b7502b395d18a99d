"""``claimbook export``: read back by the readers that others use, and compared with the claims."""

import csv
import hashlib
import io
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import csvw
import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pyarrow import parquet

from claimbook.cli.run import run
from claimbook.corpus import Corpus
from claimbook.exports.open_data.files import csv_text
from claimbook.exports.open_data.package import about_files, download_files
from claimbook.exports.open_data.parquet import parquet_bytes
from claimbook.exports.open_data.tables import Column, Table, Type
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.views.catalogue import catalogue_of
from tests.unit.views.making import TODAY, corpus_of

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
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "CC BY 4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert package["citation"] == "Ledger. Fact-checks [Data set]. https://ledger.example/"
    for resource in package["resources"]:
        fields = [each["name"] for each in resource["schema"]["fields"]]
        with (data / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == fields
        assert set(resource["schema"]["primaryKey"]) <= set(fields)


@pytest.mark.parametrize("name", ["claims", "evidence", "sources"])
def test_parquet_holds_texts_as_they_are(data: Path, name: str) -> None:
    read = parquet.read_table(data / f"{name}.parquet")
    told = read.to_pylist()
    with sqlite3.connect(data / "claims.sqlite3") as database:
        database.row_factory = sqlite3.Row
        assert told == [dict(each) for each in database.execute(f"SELECT * FROM {name}")]
    assert all(read.schema.field(each).metadata[b"description"] for each in read.column_names)
    if name == "claims":
        assert (told[0]["claim"], told[0]["corrections"]) == (HOSTILE, 1)


def test_a_table_without_rows_is_a_parquet_file_too() -> None:
    columns = (Column("id", "Id."), Column("count", "How many.", Type.NUMBER))
    read = parquet.read_table(io.BytesIO(parquet_bytes(Table("t", "", ("id",), columns, []))))
    assert (read.num_rows, read.column_names) == (0, ["id", "count"])


def test_without_pyarrow_the_rest_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("claimbook.cli.export.find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(["export"]) == 0
    assert not [*(project / "export").glob("*.parquet")]
    assert run(["export", "--format", "parquet"]) == 2
    assert "claimbook[data]" in capsys.readouterr().err


def test_a_reader_of_csvw_finds_types_lists_keys_and_links(data: Path) -> None:
    read = csvw.TableGroup.from_file(data / "csv-metadata.json")
    tables = read.read()
    [claim] = tables["claims.csv"]
    assert (claim["claim"], claim["corrections"], claim["topics"]) == (
        f"'{HOSTILE}",
        1,
        ["bridges"],
    )
    assert [each["position"] for each in tables["evidence.csv"]] == [1, 2]
    letter = next(each for each in tables["sources.csv"] if each["id"] == "bridge/letter")
    assert letter["authors"] == ["Rivers, Ana", "City Archive"]
    read.check_referential_integrity()
    told = json.loads((data / "csv-metadata.json").read_text(encoding="utf-8"))
    assert told["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert told["dc:bibliographicCitation"].startswith("Ledger. Fact-checks")


def test_a_validator_of_csvw_is_content(data: Path) -> None:
    assert csvw.CSVW(str(data / "csv-metadata.json"), validate=True).is_valid
    text = (data / "evidence.csv").read_text(encoding="utf-8").replace("bridge,1,", "bridge,one,")
    (data / "evidence.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="position"):
        csvw.TableGroup.from_file(data / "csv-metadata.json").read()


def test_the_citation_file_is_yaml_and_says_what_is_cited(data: Path) -> None:
    told = yaml.safe_load((data / "CITATION.cff").read_text(encoding="utf-8"))
    assert told == {
        "cff-version": "1.2.0",
        "message": "If you use this data, please cite it as below.",
        "type": "dataset",
        "title": "Ledger: fact-checks",
        "authors": [{"name": "Ledger"}],
        "url": "https://ledger.example/",
        "license": "CC-BY-4.0",
        "date-released": "2025-06-01",
    }


@pytest.mark.parametrize("name", ['"]: {{ x }}\n#', "*Ledger* [x](javascript:y) <b>", "\u202eL"])
def test_no_name_breaks_the_citation_or_the_explanation(name: str) -> None:
    files = dict(about_files(Corpus(), Publication(name), ["claims.csv"]))
    assert yaml.safe_load(files["CITATION.cff"])["title"] == f"{name}: fact-checks"
    shown = markdown.markdown(files["README.md"].decode())
    assert "<b>" not in shown
    assert "<em>Ledger" not in shown
    assert "<a " not in shown


def test_a_site_offers_the_same_files(data: Path) -> None:
    files = {
        f"{name}.yml" if "." not in name else name: yaml.safe_dump(each, allow_unicode=True)
        for name, each in FILES.items()
        if not name.startswith("drafts")
    }
    publication = Publication("Ledger", "https://ledger.example/", licence="CC BY 4.0")
    drawn = catalogue_of(
        corpus_of(files), Settings(publication=publication), UrlStyle(), Renderer(), TODAY
    )
    found = dict(download_files(drawn))
    for path, content in found.items():
        name = path.removeprefix("data/")
        if name not in {"SHA256SUMS", "README.md"}:
            assert content == (data / name).read_bytes(), name
    sums = found["data/SHA256SUMS"].decode().split()
    assert {f"data/{name}" for name in sums[1::2]} == found.keys() - {"data/SHA256SUMS"}


def test_the_explanation_names_every_file_that_is_there(data: Path, project: Path) -> None:
    told = (data / "README.md").read_text(encoding="utf-8")
    assert {each.name for each in data.glob("*.[jcs]*")} >= {"claims.jsonl", "claims.csv"}
    for name in ("claims.jsonl", "claims.csv", "claims.sqlite3", ".parquet"):
        assert f"`{name}`" in told
    assert run(["export", "--format", "jsonl", "out"]) == 0
    assert "claims.csv" not in (project / "out" / "README.md").read_text(encoding="utf-8")


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
    assert {each.name for each in (project / "out").iterdir()} == {
        *("claims.jsonl", "SHA256SUMS", "README.md", "CITATION.cff"),
    }


def test_claims_with_errors_are_left_out_and_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "claims/broken.yml").write_text("claim: x\n")
    assert run(["export"]) == 1
    assert "1 claim with errors left out" in capsys.readouterr().err
    assert len(rows(project / "export", "claims")) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@example("\n=1+1")
@example("\uff1d1+1")
def test_no_cell_is_a_formula_and_all_come_back(text: str) -> None:
    columns = (Column("id", ""), Column("text", ""))
    written = csv_text(Table("t", "", ("id",), columns, [("a", text)]))
    [_, (_, read)] = csv.reader(io.StringIO(written, newline=""))
    assert read in {text, f"'{text}"}
    assert not read.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))
