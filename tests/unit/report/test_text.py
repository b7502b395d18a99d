from claimbook.boundaries.terminal import neutral, width
from claimbook.diagnostics import Code, Diagnostic, Label, Severity, diagnose
from claimbook.report import Report, as_text
from claimbook.report.text import MOST_IN_FILE
from claimbook.text import Span

CODE = Code("CB204", "undefined-source", Severity.ERROR)
PATH = "claims/coffee.yml"


def rendered(text: str, *diagnostics: Diagnostic, **more: str) -> str:
    return as_text(Report(diagnostics, lambda path: text if path == PATH else None, 1, **more))


def at(line: int, column: int, end_column: int, end_line: int | None = None) -> Span:
    return Span(PATH, line, column, end_line or line, end_column)


def test_a_diagnostic_looks_as_the_architecture_says() -> None:
    text = "\n" * 13 + "  - source: who-2023-cofee\n"
    found = diagnose(
        CODE,
        at(14, 13, 27),
        "no source is called `who-2023-cofee`",
        "did you mean `who-2023-coffee`?",
    )
    assert rendered(text, found) == (
        "error[CB204 undefined-source]: no source is called `who-2023-cofee`\n"
        "  --> claims/coffee.yml:14:13\n"
        "14 |   - source: who-2023-cofee\n"
        "   |             ^^^^^^^^^^^^^^\n"
        "   = hint: did you mean `who-2023-coffee`?\n"
        "\n"
        "1 error in 1 file (1 file checked)\n"
        "`claimbook explain CB204` says why this matters, with examples.\n"
    )


def test_where_pages_are_published_their_address_is_enough() -> None:
    report = Report((diagnose(CODE, at(1, 1, 2), "m"),), lambda _: "a", 1, "https://x.example/")
    shown = as_text(report)
    assert "   = more: https://x.example/cb204/\n" in shown
    assert "claimbook explain" not in shown


def test_the_first_error_is_explained_before_warnings() -> None:
    warned = diagnose(Code("CB303", "thin-evidence", Severity.WARNING), at(1, 1, 2), "m")
    shown = rendered("ab\n", warned, diagnose(CODE, at(1, 1, 2), "n"))
    assert "`claimbook explain CB204`" in shown.splitlines()[-1]


def test_nothing_found_is_one_line() -> None:
    assert rendered("") == "nothing to report (1 file checked)\n"


def test_carets_stand_under_wide_characters_and_tabs() -> None:
    lines = rendered("日本: x\n\tbad\n", diagnose(CODE, at(1, 3, 5), "m")).splitlines()
    assert lines[2:4] == [" 1 | 日本: x", "   |     ^^"]
    lines = rendered("日本: x\n\tbad\n", diagnose(CODE, at(2, 2, 5), "m")).splitlines()
    assert lines[2:4] == [" 2 |     bad", "   |     ^^^"]


def test_a_combining_mark_takes_no_column() -> None:
    assert width("e\u0301") == 1
    assert width("日本") == 4


def test_an_empty_span_still_shows_its_place() -> None:
    lines = rendered("key:\n", diagnose(CODE, at(1, 5, 5), "m")).splitlines()
    assert lines[3] == "   |     ^"


def test_a_span_over_lines_is_drawn_to_the_end_of_its_first() -> None:
    lines = rendered("a: b\n  c\n", diagnose(CODE, at(1, 4, 4, 2), "m")).splitlines()
    assert lines[3] == "   |    ^"


def test_labels_stand_in_the_order_of_the_file() -> None:
    label = Label(at(1, 1, 2), "first here")
    found = diagnose(CODE, at(4, 1, 2), "m", labels=(label,))
    assert rendered("a: 1\nb: 2\nc: 3\na: 4\n", found).splitlines()[2:7] == [
        " 1 | a: 1",
        "   | - first here",
        "   | ...",
        " 4 | a: 4",
        "   | ^",
    ]


def test_a_label_in_another_file_names_that_file() -> None:
    label = Label(Span("claims/other.yml", 1, 1, 1, 1), "the same id")
    found = diagnose(CODE, at(1, 1, 2), "m", labels=(label,))
    assert "  ::: claims/other.yml:1:1: the same id\n" in rendered("a: 1\n", found)


def test_a_file_as_a_whole_and_a_file_not_read_have_no_excerpt() -> None:
    whole = rendered("a: 1\n", diagnose(CODE, Span(PATH, 1, 1, 1, 1), "m"))
    assert "a: 1" not in whole
    gone = rendered("a: 1\n", diagnose(CODE, Span("claims/gone.yml", 1, 1, 1, 3), "m"))
    assert "a: 1" not in gone


def test_a_line_behind_the_end_of_the_file_is_not_invented() -> None:
    assert "99 |" not in rendered("a: 1\n", diagnose(CODE, at(99, 1, 2), "m"))


def test_a_long_line_is_shown_around_the_mark() -> None:
    text = "x" * 500 + "MARK" + "y" * 500
    lines = rendered(text, diagnose(CODE, at(1, 501, 505), "m")).splitlines()
    assert max(len(line) for line in lines) < 130
    start = lines[3].index("^")
    assert lines[2][start : start + 4] == "MARK"


def test_control_characters_never_reach_the_terminal() -> None:
    hostile = "a\x1b[31m\u202eb\x07\x9b\u200b\u2028c\r"
    found = diagnose(
        CODE,
        Span(PATH, 1, 1, 1, 3),
        hostile,
        hostile,
        labels=(Label(Span(hostile, 1, 1, 1, 1), hostile),),
    )
    written = rendered(hostile, found)
    assert all(char.isprintable() or char == "\n" for char in written)
    assert "␛" in written
    assert "<U+202E>" in written


def test_colour_only_when_asked_and_nothing_else_changes() -> None:
    found = diagnose(CODE, at(1, 1, 2), "m", "h")
    report = Report((found,), lambda _: "a: 1\n", 1)
    plain, coloured = as_text(report), as_text(report, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[CB204 undefined-source]\x1b[0m" in coloured
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[34m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_the_page_of_a_code_is_linked_where_there_is_one() -> None:
    found = diagnose(CODE, at(1, 1, 2), "m")
    shown = rendered("a: 1\n", found, codes_url="https://x.example/codes/")
    assert "   = more: https://x.example/codes/cb204/\n" in shown


def test_the_summary_counts_by_weight_and_file() -> None:
    note = diagnose(Code("CB401", "x", Severity.NOTE), at(1, 1, 2), "m")
    found = (diagnose(CODE, at(1, 1, 2), "m"), diagnose(CODE, at(2, 1, 2), "m"), note)
    report = Report(found, lambda _: None, 1200)
    assert report.summary == "2 errors, 1 note in 1 file (1,200 files checked)"


def test_neutral_text_is_one_line() -> None:
    assert neutral("a\nb\tc") == "a b c"


def test_of_hundreds_of_mistakes_in_one_file_the_first_are_shown() -> None:
    found = tuple(
        diagnose(CODE, Span("claims/a.yml", line, 1, line, 2), "this is wrong")
        for line in range(1, 1001)
    )
    other = diagnose(CODE, Span("claims/b.yml", 1, 1, 1, 2), "this too")
    shown = as_text(Report((*found, other), lambda _: "", 2))
    assert shown.count("this is wrong") == MOST_IN_FILE
    assert f"\n\n… and {1000 - MOST_IN_FILE} more in claims/a.yml\n\n" in shown
    assert "this too" in shown
    assert "1,001 " in shown
