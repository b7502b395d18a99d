"""What programs read: forges, editors, dashboards."""

import json
from typing import Any

import pytest

from claimbook.diagnostics import Code, Diagnostic, Edit, Label, Severity, diagnose
from claimbook.report import FORMATS, Report
from claimbook.text import Span

CODE = Code("CB204", "undefined-source", Severity.ERROR)
WARN = Code("CB903", "unused-suppression", Severity.WARNING)
NOTE = Code("CB299", "only-a-note", Severity.NOTE)
SPAN = Span("claims/a b.yml", 3, 5, 3, 9)


def made(name: str, *diagnostics: Diagnostic, **more: object) -> str:
    return FORMATS[name](Report(diagnostics, lambda _: "text\n", 2, **more))  # type: ignore[arg-type]


def loaded(name: str, *diagnostics: Diagnostic, **more: object) -> Any:  # noqa: ANN401
    return json.loads(made(name, *diagnostics, **more))


def test_github_escapes_what_would_end_a_command() -> None:
    found = diagnose(CODE, Span("claims/a,b:c.yml", 3, 5, 3, 9), "100% of\n::error::x", "do\r\nit")
    command, summary, end = made("github", found).split("\n")
    assert command == (
        "::error file=claims/a%2Cb%3Ac.yml,line=3,endLine=3,title=CB204 undefined-source,"
        "col=5,endColumn=8::100%25 of ::error::x%0Ahint: do  it"
        "%0Amore: claimbook explain CB204"
    )
    assert summary == "1 error in 1 file (2 files checked)"
    assert not end


def test_github_leads_to_the_page_of_a_code() -> None:
    report = Report((diagnose(CODE, SPAN, "m"),), lambda _: None, 1, "https://x.example/codes/")
    command = FORMATS["github"](report).partition("\n")[0]
    assert command.endswith("::m%0Amore: https://x.example/codes/cb204/")


def test_github_knows_three_weights() -> None:
    written = made("github", *(diagnose(code, SPAN, "m") for code in (CODE, WARN, NOTE)))
    assert [line.split(" ")[0] for line in written.splitlines()[:3]] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_github_leaves_columns_out_of_marks_over_lines() -> None:
    assert "col=" not in made("github", diagnose(CODE, Span("a.yml", 3, 5, 4, 2), "m"))


def test_gitlab_fingerprints_are_stable_and_unique() -> None:
    one = diagnose(CODE, SPAN, "m")
    moved = diagnose(CODE, SPAN._replace(line=9, end_line=9), "m")
    (first,) = loaded("gitlab", one)
    (second,) = loaded("gitlab", moved)
    assert first["fingerprint"] == second["fingerprint"]
    both = loaded("gitlab", one, moved)
    assert len({each["fingerprint"] for each in both}) == 2
    assert first["location"] == {"path": "claims/a b.yml", "lines": {"begin": 3, "end": 3}}
    assert first["severity"] == "major"


def test_json_tells_everything() -> None:
    edit = Edit(SPAN, "new")
    label = Label(SPAN, "there")
    found = diagnose(CODE, SPAN, "m", "h", labels=(label,), edit=edit)
    body = loaded("json", found, codes_url="https://x.example/")
    assert body["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert body["files"] == 2
    place = {"path": "claims/a b.yml", "line": 3, "column": 5, "end_line": 3, "end_column": 9}
    assert body["diagnostics"] == [
        {
            "code": "CB204",
            "name": "undefined-source",
            "severity": "error",
            "message": "m",
            "hint": "h",
            **place,
            "labels": [{"text": "there", **place}],
            "edit": {"text": "new", **place},
            "page": "https://x.example/cb204/",
        }
    ]


def test_sarif_has_what_code_scanning_wants() -> None:
    found = (diagnose(WARN, SPAN, "m"), diagnose(CODE, SPAN, "m", "h", edit=Edit(SPAN, "n")))
    log = loaded("sarif", *found, read_page=lambda code: f"# {code}")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CB204", "CB903"]
    assert rules[0]["help"] == {
        "text": "# CB204 undefined-source",
        "markdown": "# CB204 undefined-source",
    }
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "claims/a%20b.yml"
        assert place["region"] == {
            "startLine": 3,
            "startColumn": 5,
            "endLine": 3,
            "endColumn": 9,
        }
        assert result["partialFingerprints"]
    assert [each["level"] for each in run["results"]] == ["warning", "error"]
    assert "fixes" in run["results"][1]


def test_markdown_shows_hostile_words_as_words() -> None:
    hostile = "a | b <script> [x](javascript:y) `c|d</code>` *e* @someone"
    written = made("markdown", diagnose(CODE, SPAN, hostile))
    row = written.splitlines()[-1]
    assert row.count(" | ") == 2
    assert "<script>" not in written
    assert "](javascript" not in written
    assert "<code>c&#124;d&#60;/code&#62;</code>" in row
    assert " @" not in row


def test_markdown_stops_where_nobody_reads_on() -> None:
    found = [diagnose(CODE, SPAN._replace(line=n, end_line=n), "m") for n in range(1, 600)]
    assert made("markdown", *found).endswith("… and 99 more.\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_nothing_and_ends_its_last_line(name: str) -> None:
    assert made(name).endswith("\n")
    assert made(name) == made(name)


def test_sarif_makes_no_link_of_what_a_claim_says() -> None:
    log = loaded("sarif", diagnose(CODE, SPAN, "`[open](https://evil.example)` is not a stance"))
    text = log["runs"][0]["results"][0]["message"]["text"]
    assert text == "`[open] (https://evil.example)` is not a stance"


@pytest.mark.parametrize("command", ["##[stop-commands]x", "##vso[task.complete]x"])
@pytest.mark.parametrize("name", ["text", "github", "markdown"])
def test_no_line_of_a_log_holds_a_command_of_a_claim(name: str, command: str) -> None:
    report = Report(
        (diagnose(CODE, Span(f"claims/{command}.yml", 1, 1, 1, 5), command, command),),
        lambda _: f"claim: {command}\n",
        1,
    )
    shown = FORMATS[name](report)
    assert "stop-commands" in shown or "task.complete" in shown
    assert command not in shown
