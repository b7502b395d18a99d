"""What a reader reads of the file of a text under check, and where in the file it stands."""

import pytest

from claimbook.anchoring import Block, BlockKind, read_document
from claimbook.anchoring.shapes import DocumentText


def shown(text: DocumentText) -> list[str]:
    return [text.text[each.start : each.end] for each in text.blocks]


def in_file(text: DocumentText, raw: str) -> list[str]:
    return [raw[slice(*text.in_file(each.start, each.end))] for each in text.blocks]


def test_blocks_lie_in_order_with_a_blank_line_between_them() -> None:
    text = read_document("a.txt", "One\nline.\n \n\n  Two  words. \n")
    assert text.text == "One line.\n\nTwo words."
    assert text.blocks == (
        Block(0, 9, BlockKind.PARAGRAPH),
        Block(11, 21, BlockKind.PARAGRAPH),
    )


def test_what_wraps_a_line_is_no_space_where_a_script_has_none() -> None:
    assert read_document("a.txt", "世界\n你好\nand\nmore").text == "世界你好 and more"


def test_what_is_not_seen_is_no_part_of_the_text() -> None:
    raw = "a vid\u00adeo\u200b gen\u2060erator"
    text = read_document("a.txt", raw)
    assert text.text == "a video generator"
    assert raw[slice(*text.in_file(2, 7))] == "vid\u00adeo"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.vtt", "a.srt", "a", ""])
@pytest.mark.parametrize("raw", ["", " ", "\n\n", "\u200b", "\ufffd", "<", "&", "-->", "\x00"])
def test_whatever_it_holds_is_read(name: str, raw: str) -> None:
    text = read_document(name, raw)
    assert all(each.strip() == each != "" for each in shown(text))


MARKDOWN = """\
## Hi *there* &amp; `code`

A para with
soft <b>wrap</b> \\* [link](https://example.org "t") ![alt](a.png)
世界
你好

- one

  more
  - two

> said
> so

<div>nothing</div>

| a | b |
|---|---|
| c | d |
"""


def test_of_markdown_what_is_visible() -> None:
    text = read_document("a.md", MARKDOWN)
    assert shown(text) == [
        "Hi there & code",
        "A para with soft wrap * link 世界你好",
        *("one", "more", "two", "said so"),
        *("a", "b", "c", "d"),
    ]
    kinds = [each.kind.value for each in text.blocks[:6]]
    assert kinds == ["heading", "paragraph", "item", "item", "item", "quotation"]
    assert text.blocks[0].level == 2
    assert in_file(text, MARKDOWN)[0] == "Hi *there* &amp; `code`"
    assert in_file(text, MARKDOWN)[5] == "said\n> so"


def test_of_markdown_nothing_hidden() -> None:
    assert "\u202e" not in read_document("a.md", "a &#x202e;b").text


WEBVTT = """\
WEBVTT - A speech

NOTE not
shown

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.500 align:start
<v.loud Mary &amp; Ann>Hello <i>world</i> &amp;
all</v> <v Bob>No!

01:00:03.000 --> 01:00:05.000
- y <c.a>b</c> <00:19.000>< c
"""


def test_cues_have_their_time_and_speaker() -> None:
    text = read_document("a.vtt", WEBVTT)
    assert shown(text) == ["Hello world & all", "No!", "- y b < c"]
    cues = [(each.kind, each.seconds, each.speaker) for each in text.blocks]
    cue = BlockKind.CUE
    assert cues == [(cue, 1.0, "Mary & Ann"), (cue, 1.0, "Bob"), (cue, 3603.0, "")]
    assert text.faults == ()
    assert in_file(text, WEBVTT)[0] == "Hello <i>world</i> &amp;\nall"


def test_subrip_is_read_as_well() -> None:
    raw = '1\n00:00:01,000 --> 00:00:02,000\n<font color="red">Hi</font> {\\an8}you\n'
    text = read_document("a.srt", raw)
    assert (shown(text), text.faults) == (["Hi you"], ())


BROKEN = [
    ("1\n00:01.000 --> 00:02.000\nx\n", "the file does not begin with `WEBVTT`", "1"),
    ("WEBVTT\n\nwords\nmore", "no time codes stand above these words", "words"),
    ("WEBVTT\n\n0:1 --> 0:2\nx", "no time codes stand above these words", "0:1 --> 0:2"),
    (
        "WEBVTT\n\n00:03.000 --> 00:02.000\nx",
        "the cue ends before it begins",
        "00:03.000 --> 00:02.000",
    ),
    (
        "WEBVTT\n\n00:03.000 --> 00:04.000\nx\n\n00:01.000 --> 00:02.000\ny",
        "the cue begins before the one above it",
        "00:01.000 --> 00:02.000",
    ),
]


@pytest.mark.parametrize(("raw", "message", "where"), BROKEN)
def test_what_is_wrong_with_subtitles_is_told_with_its_place(
    raw: str, message: str, where: str
) -> None:
    (fault,) = read_document("a.vtt", raw).faults
    assert (fault.message, raw[fault.start : fault.end]) == (message, where)
    assert fault.hint


def test_of_very_many_faults_the_first_are_told() -> None:
    assert len(read_document("a.srt", "x\n\n" * 1000).faults) == 50
