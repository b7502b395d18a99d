"""``claimbook verify``."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from claimbook.cli.commands import cli
from tests.unit.cli.conftest import runner, said
from tests.unit.rules.test_saved import SAVED, claim, source


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "good.yml": claim("The bridge is closed to all traffic"),
        "elided.yml": claim("The bridge […] from 3 May 2025").replace("was closed", "was shut"),
        "bad.yml": claim("The bridge is open to all traffic").replace("bridge over", "ford over"),
        "unsaved.yml": claim("It is closed.", source="{title: A page, url: 'https://a.example/'}"),
        "sources/register.yml": source(),
        "snapshots/register.txt": SAVED,
    }
    for name, text in files.items():
        path = tmp_path / "claims" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_wrong_is_shown_and_counted(project: Path) -> None:
    done = runner().invoke(cli, ["verify", "--project", str(project)])
    assert done.exit_code == 1
    assert "altered: “The bridge is open to all traffic”\n  --> claims/bad.yml:9:12" in said(done)
    assert "“closed” stands where the quotation has “open”" in said(done)
    assert "4 quotations: 1 verbatim, 1 verbatim with elision, 1 altered, 1 cannot tell" in said(
        done
    )
    assert "1 × no text of the source is saved (`claimbook snapshot` saves one)" in said(done)
    assert said(done).endswith("`claimbook explain CB330` says more.\n")


def test_what_a_person_accepted_is_counted_and_nothing_is_left_to_do(project: Path) -> None:
    path = project / "claims" / "bad.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}    verify: {{manual: Ann read the paper.}}\n", encoding="utf-8")
    done = runner().invoke(cli, ["verify", "--project", str(project), str(path)])
    assert done.exit_code == 0
    assert said(done) == (
        "1 quotation: 1 altered\n"
        "  1 × accepted by a person (`verify: {manual: …}`); --all shows them\n"
    )


def test_one_claim_can_be_asked_for(project: Path) -> None:
    path = str(project / "claims" / "elided.yml")
    done = runner().invoke(cli, ["verify", "--all", "--project", str(project), path])
    assert done.exit_code == 0
    assert "left out: “is closed to all traffic”" in said(done)
    assert "1 quotation: 1 verbatim with elision" in said(done)


@pytest.mark.parametrize("path", ["sources/register.yml", "snapshots/register.txt"])
def test_all_that_is_compared_with_a_source_can_be_asked_for(project: Path, path: str) -> None:
    done = runner().invoke(
        cli, ["verify", "--project", str(project), str(project / "claims" / path)]
    )
    assert "3 quotations: 1 verbatim, 1 verbatim with elision, 1 altered" in said(done)


def test_a_post_without_a_copy_hides_no_quotation(project: Path) -> None:
    path = project / "claims" / "unsaved.yml"
    post = path.read_text(encoding="utf-8").replace("{title", "{type: social-post, title")
    path.write_text(post, encoding="utf-8")
    done = runner().invoke(cli, ["verify", "--project", str(project), str(path)])
    assert (done.exit_code, "1 quotation: 1 cannot tell" in said(done)) == (0, True)


def test_a_claim_with_a_mistake_is_not_passed_over(project: Path) -> None:
    path = project / "claims" / "good.yml"
    path.write_text(path.read_text(encoding="utf-8") + "no_such_field: [", encoding="utf-8")
    done = runner().invoke(cli, ["verify", "--project", str(project), str(path)])
    assert done.exit_code == 1
    assert "not compared: claims/good.yml cannot be read (see `claimbook check`)" in done.stderr


def test_as_data(project: Path) -> None:
    done = runner().invoke(cli, ["verify", "--format", "json", "--project", str(project)])
    rows = {each["claim"]: each for each in json.loads(done.stdout)}
    assert rows["good"]["verdict"] == "verbatim"
    assert rows["bad"]["differences"] == [
        {"kind": "wording", "quoted": "open", "printed": "closed"}
    ]
    assert rows["unsaved"]["obstacle"] == "no text of the source is saved"
    assert rows["good"]["file"] == "claims/snapshots/register.txt"


def test_check_finds_the_same_on_disk_and_again_when_it_is_remembered(project: Path) -> None:
    for _ in range(2):
        done = runner().invoke(cli, ["check", "--project", str(project)])
        assert done.exit_code == 1
        assert said(done).count("error[CB330") == 1
    saved = project / "claims" / "snapshots" / "register.txt"
    saved.write_text(SAVED.replace("closed", "open"), encoding="utf-8")
    done = runner().invoke(cli, ["check", "--project", str(project)])
    assert "CB330" not in said(done)
    assert said(done).count("error[CB332") == 3
    assert sha256(SAVED.encode()).hexdigest() not in said(done)
