"""What readers fetch holds no words that are meant for writers."""

import re

import pytest

from claimbook.assets import assets, lightened
from claimbook.wording import wording_of

PUBLISHED = {path: text.decode() for path, text in assets(wording_of("en")).items()}


@pytest.mark.parametrize("path", PUBLISHED)
def test_no_comment_and_no_indent_is_published(path: str) -> None:
    assert not re.search(r"/\*|^\s*//", PUBLISHED[path], re.MULTILINE)
    if "words.js" not in path:
        assert not re.search(r"^[ \t]", PUBLISHED[path], re.MULTILINE)


def test_rules_and_lines_stay() -> None:
    style = "/* One. */\n\n.a > b, .c {\n  color: red; /* two */\n  content: ' ; { ';\n}\n"
    assert lightened("a.css", style) == ".a > b,.c{color:red;content:' ; { '}"
    script = '// One.\nconst at = "https://a.example"; // two\n  // three\n  run(at);\n'
    assert lightened("a.js", script) == 'const at = "https://a.example"; // two\nrun(at);\n'


def test_what_ends_a_last_declaration_goes_in_groups_and_stays_in_texts() -> None:
    style = '@media (min-width: 3px) {\n  a:hover::after { --x: "a; }: b";\n  }\n}\n'
    light = '@media (min-width:3px){a:hover::after{--x:"a; }: b"}}'
    assert lightened("a.css", style) == light


def test_a_text_over_several_lines_is_left_alone() -> None:
    script = "const text = `\n  // not a comment\n`;\n"
    assert lightened("a.js", script) == script
