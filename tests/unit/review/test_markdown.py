"""Whatever a claim file says, a summary shows it and nothing more happens."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimbook.boundaries.github_text import code, text
from claimbook.review.difference import (
    Change,
    ClaimChange,
    Difference,
    EvidenceChange,
    FileChange,
    Likely,
    Problem,
    RatingChange,
    SourceShown,
)
from claimbook.review.markdown import MOST_BYTES, as_markdown
from claimbook.review.text import as_text

READER = MarkdownIt("gfm-like", {"html": True})
# Forges make no link of a host alone.
READER.linkify.set({"fuzzy_link": False}) if READER.linkify else None
HOSTILE = [
    "@everyone", "a@example.org", "see #12 and GH-13", "org/repo#4", "![x](https://evil.example/p.png)",
    "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
    "https://evil.example/", "www.evil.example", "HTTP://EVIL.EXAMPLE", ":octocat:", "| a | b |",
    "```\ncode", "# heading", "- [ ] task", "1. one", "> quote", "***", "---", "===", "&lt;b&gt;",
    "a\\*b",
    "**bold**", "~~gone~~", "$x$", "<!-- hidden", "]]>", "a`b", "\u202eevil", "\x1b[31mred",
    "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "::error::x", "[^1]", "[x]: https://evil.example",
    "<details>", "</td></tr></table>", "^[x]", "mailto:a@b.example", "ftp://evil.example",
]  # fmt: skip
ALLOWED = {
    *("h2", "h3", "p", "ul", "li", "code", "ins", "del", "br", "strong", "table", "thead"),
    *("tbody", "tr", "th", "td"),
}


def everywhere(words: str) -> Difference:
    """A difference that says the same words in every field."""
    change, file = Change(words, words, f"{words} more"), words
    evidence = EvidenceChange(words, words, words, words, words, words, (change,))
    claim = ClaimChange(
        words, words, file, words, f"{words} too", words, keeps_address=False, rating=words,
        rating_change=RatingChange(words, words), changes=(change, Change(words, "", words)),
        evidence=(evidence, EvidenceChange(words, words, words, words, words)),
        sources_added=(SourceShown(*[words] * 6),), sources_removed=(SourceShown(words, words),),
        topics=(words,), owners=(words,), likely=(Likely(words, words),),
    )  # fmt: skip
    problem = Problem(words, words, words, file, 1, words, words)
    return Difference(
        words,
        words,
        (claim,),
        (FileChange(words, words, file, (change,), (words,)),),
        (problem,),
        (problem,),
    )


def assert_harmless(markdown: str) -> None:
    html = READER.render(markdown)
    tags = set(re.findall(r"</?([a-zA-Z][\w-]*)", html))
    assert tags <= ALLOWED, tags - ALLOWED
    # Forges look for mentions and the like everywhere but in code.
    prose = re.sub(r"<code>.*?</code>", "", html)
    # Where an element begins or ends, they see an end too.
    shown = unescape(re.sub(r"<[^>]*>", " ", prose))
    assert not re.search(r"@\w|://|www\.\w", unescape(re.sub(r"<[^>]*>", " ", html)))
    assert not re.search(r"[@#]\w|:\w+:|gh-\d|://|www\.\w|\b[0-9a-f]{7,}\b", shown, re.IGNORECASE)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_mean_nothing_in_any_field(words: str) -> None:
    assert_harmless(as_markdown(everywhere(words)))
    assert "\x1b" not in as_text(everywhere(words))


@given(st.text(st.sampled_from("@#:/.|`*_[]()<>!&~\\-=+ \nwaG1{}$^"), max_size=40))
def test_no_mixture_of_signs_means_anything(words: str) -> None:
    assert_harmless(as_markdown(everywhere(words)))


@given(st.text(max_size=60))
def test_the_words_themselves_can_still_be_read(words: str) -> None:
    plain = re.sub(r"\s+", " ", "".join(char for char in words if char.isprintable())).strip()
    html = READER.renderInline(f"x {code(plain)}").removeprefix("x ")
    shown = unescape(re.sub(r"</?code>", "", html)).replace("\u200b", "")
    assert shown == plain.replace("\u200b", "")


def test_a_text_that_is_too_long_is_cut() -> None:
    assert text("o" * 20, 10) == "oooooooooo…"


def test_a_summary_never_exceeds_what_a_forge_takes() -> None:
    claims = tuple(ClaimChange("new", f"c{at}", "p", "t" * 250, "o" * 3900) for at in range(400))
    shown = as_markdown(Difference("a", "b", claims))
    assert len(shown.encode()) <= MOST_BYTES
    assert re.search(r"This is longer than may stand here: \d+ sections left out", shown)
    small = as_markdown(Difference("a", "b", claims), 2000)
    assert len(small.encode()) <= 2000
