"""One small file in, its usual form out."""

from textwrap import dedent

import pytest

from claimbook.decode import Role
from claimbook.formatting import formatted, safety
from claimbook.text import SourceFile

HEAD = "claim: A.\nclaimant: B\nreview:\n  rating: true\n  verdict: C.\n"


def form(text: str, role: Role = Role.CLAIM, url: str = "") -> str:
    done = formatted(SourceFile("x.yml", dedent(text).encode()), role, url)
    assert done.diagnostics == ()
    assert done.value is not None
    again = formatted(SourceFile("x.yml", done.value.encode()), role, url)
    assert again.value == done.value
    return done.value


def same(before: str, after: str, role: Role = Role.CLAIM, url: str = "") -> None:
    assert form(before, role, url) == dedent(after)


def test_fields_come_in_the_order_of_their_declaration_and_unknown_ones_last() -> None:
    same(
        """\
        mood: good
        review: {verdict: C., rating: true}
        claimant: B
        claim: A.
        """,
        """\
        claim: A.
        claimant: B
        review: {rating: true, verdict: C.}
        mood: good
        """,
    )


def test_maps_keep_the_order_of_their_author() -> None:
    text = "b: Bees\na: Ants\n"
    assert form(text, Role.TOPICS) == text


def test_a_long_text_is_folded_and_a_short_one_joined() -> None:
    long = " ".join(["words"] * 15)
    same(
        f"""\
        title: 'Two
          lines'
        url: https://example.org/a-very-long-address/that-cannot-be-broken/however-long-it-is-0123456789/and-more
        publisher: {long}
        """,
        f"""\
        title: Two lines
        publisher: >-
          {long}
        url: https://example.org/a-very-long-address/that-cannot-be-broken/however-long-it-is-0123456789/and-more
        """,
        Role.SOURCE,
    )


def test_a_folded_text_stays_folded_however_short() -> None:
    text = "title: >-\n  Short.\n"
    assert form(text, Role.SOURCE) == text


def test_markdown_is_never_wrapped_anew() -> None:
    long = "word " * 30
    text = f"name: A\nnotes: |\n  {long.strip()}\n\n  - one\n    two\n"
    assert form(text, Role.CLAIMANT) == text


def test_quotes_stand_only_where_yaml_needs_them() -> None:
    same(
        """\
        title: "plain"
        authors:
        - 'it''s: so'
        - "no"
        - "1984"
        - "a \\u2019 b"
        - '- dash'
        - '#1'
        - "null"
        - 12:30
        published: "2025-12-11"
        origin: "true"
        """,
        """\
        title: plain
        authors:
          - "it's: so"
          - "no"
          - "1984"
          - a ’ b
          - "- dash"
          - "#1"
          - "null"
          - 12:30
        published: 2025-12-11
        origin: true
        """,
        Role.SOURCE,
    )


def test_comments_follow_what_they_stand_above_or_behind() -> None:
    same(
        """\
        # About this file.

        # Above the review.
        review:   # behind the review
          # Above the verdict.
          verdict: C.    # behind the verdict
          rating: true
          # At the end of the review.
        # Above the claim.
        claim: A.
        claimant: >-  # behind a block
          B
        evidence:
        # Above the first.
        - source: a # behind a source
          stance: supports

        -
          # Above the stance.
          stance: context
          source: b
        # At the end of the file.
        """,
        """\
        # About this file.

        # Above the claim.
        claim: A.
        claimant: >-  # behind a block
          B
        # Above the review.
        review:  # behind the review
          rating: true
          # Above the verdict.
          verdict: C.  # behind the verdict
          # At the end of the review.
        evidence:
          # Above the first.
          - source: a  # behind a source
            stance: supports

          - source: b
            # Above the stance.
            stance: context
        # At the end of the file.
        """,
    )


def test_a_suppression_stays_above_what_it_speaks_of_however_it_is_indented() -> None:
    same(
        HEAD + "    # claimbook: allow[x] reason\nevidence:\n- {source: a, stance: supports}\n",
        HEAD + "# claimbook: allow[x] reason\nevidence:\n  - {source: a, stance: supports}\n",
    )


def test_a_flow_list_with_a_comment_becomes_a_block() -> None:
    same(
        HEAD + "topics: [a, # why\n  b\n  # more\n]\n",
        """\
        claim: A.
        claimant: B
        topics:
          - a  # why
          - b
          # more
        review:
          rating: true
          verdict: C.
        """,
    )


def test_blank_lines_between_groups_stay_and_are_single() -> None:
    same(
        "\n\nname: A\n\n\n\nrole: B\nsame_as:\n\n  - https://a.org/\n\n  - https://b.org/\n\n\n",
        "name: A\n\nrole: B\nsame_as:\n  - https://a.org/\n\n  - https://b.org/\n",
        Role.CLAIMANT,
    )


def test_carriage_returns_byte_order_mark_markers_and_missing_last_line_end_vanish() -> None:
    same("\ufeff---\r\nname: A\r\nrole: B\r\n...", "name: A\nrole: B\n", Role.CLAIMANT)


@pytest.mark.parametrize(
    ("before", "url", "after"),
    [
        ("", "", ""),
        (
            "# yaml-language-server: $schema=x.json\n",
            "",
            "# yaml-language-server: $schema=x.json\n",
        ),
        (
            "",
            "https://e.org/",
            "# yaml-language-server: $schema=https://e.org/schema/1/claim.json\n",
        ),
        (
            "# yaml-language-server: $schema=https://old.org/schema/1/claim.json\n",
            "https://e.org/",
            "# yaml-language-server: $schema=https://e.org/schema/1/claim.json\n",
        ),
        (
            "# yaml-language-server: $schema=../mine.json\n",
            "https://e.org/",
            "# yaml-language-server: $schema=../mine.json\n",
        ),
        (
            "# Title.\n# yaml-language-server: $schema=x.json\n\n",
            "",
            "# yaml-language-server: $schema=x.json\n# Title.\n\n",
        ),
    ],
)
def test_the_schema_line_comes_first(before: str, url: str, after: str) -> None:
    assert form(before + HEAD, url=url) == after + HEAD


def test_a_draft_has_the_schema_of_a_claim() -> None:
    assert "/schema/1/claim.json" in form(HEAD, Role.DRAFT, "https://e.org/")


def test_what_does_not_parse_is_left_alone_with_its_diagnostics() -> None:
    done = formatted(SourceFile("x.yml", b"a: [\n"), Role.CLAIM)
    assert done.value is None
    assert [each.code.id for each in done.diagnostics] == ["CB005"]


def test_what_has_wrong_fields_is_put_into_form_all_the_same() -> None:
    assert form("claim:\nclaimed: 'never'\n") == "claim:\nclaimed: never\n"


@pytest.mark.parametrize("text", ["just text", "- a\n- b", "[]", "{}", '"quoted: text"'])
def test_what_is_no_mapping_keeps_its_words(text: str) -> None:
    assert form(text).rstrip("\n") == text


def test_a_form_that_would_say_something_else_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "comments_of", lambda text, _: _one(text))
    done = formatted(SourceFile("x.yml", b"role: B\nname: A # c\n"), Role.CLAIMANT)
    assert done.value is None
    assert [each.code.id for each in done.diagnostics] == ["CB901"]


def _one(text: str) -> tuple[object, ...]:
    from claimbook.yaml_comments import Comment

    return (Comment((1, 1), text, is_alone=True, follows_blank=False),)
