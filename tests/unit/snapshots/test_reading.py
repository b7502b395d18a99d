"""Saved files of every kind to texts, and every file that is none to a reason."""

import gzip
import shutil
import subprocess
import sys
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from claimbook.snapshots.apart import read_apart
from claimbook.snapshots.reading import read_saved
from claimbook.snapshots.saved import Given, Saved, Unread
from tests.unit.snapshots.making import HTML, Answer, pdf, wacz, warc

LONG = "The bridge was closed on Monday for repairs. " * 10
A: Answer = ("https://example.org/a", "200 OK", HTML, f"<p>{LONG}A</p>".encode())
B: Answer = ("https://example.org/b", "200 OK", HTML, f"<p>{LONG}B</p>".encode())
MOVED: Answer = ("http://example.org/", "301 Moved", {"Location": "https://example.org/b"}, b"")
CUE = "00:00:00.000 --> 00:00:01.000\nHi\n"
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/bridge
Date: Tue, 24 Mar 2026 10:11:12 GMT
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"

------MultipartBoundary--x----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=
=3DUTF-8"></head><body><p>{text} caf=C3=A9</p></body></html>
------MultipartBoundary--x----
Content-Type: text/css

p {{ color: red }}
------MultipartBoundary--x------
"""


def read(data: bytes, name: str = "", **told: str) -> Saved:
    return read_saved(Given(data, name, **told))


def reason(data: bytes, name: str = "", **told: str) -> str:
    with pytest.raises(Unread) as caught:
        read(data, name, **told)
    return f"{caught.value.message}; {caught.value.hint}"


def test_pages_of_a_pdf_file_are_parted_by_form_feeds() -> None:
    found = read(pdf(["The bridge was closed on Mon-", r"day for \223repairs\224."], ["Page two."]))
    first, second = found.text.split("\f")
    assert first == "The bridge was closed on Mon-\nday for “repairs”.\n"
    assert (second, found.media_type) == ("Page two.\n", "application/pdf")


def test_pages_without_text_are_told() -> None:
    (few, _) = read(pdf(["One."], [], ["Three."])).warnings
    assert few.startswith("of its 3 pages 1 hold no text")
    assert "2 pages without text" in reason(pdf([], []))


def test_a_scan_holds_no_text() -> None:
    out = BytesIO()
    Image.new("RGB", (40, 40), "white").save(out, "PDF")
    assert reason(out.getvalue()).startswith("it is 1 page without text, such as a scan; run it")


def test_mhtml_tells_where_and_when_it_was_saved() -> None:
    for end in ("\n", "\r\n"):
        found = read(MHTML.format(text=LONG).replace("\n", end).encode())
        assert found.text == f"{LONG}café\n".replace(". café", ". café")
        assert (found.captured, found.address) == ("2026-03-24", "https://example.org/bridge")


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize(
    ("address", "sign"),
    [
        ("https://example.org/a", "A"),
        ("http://www.example.org/b/#part", "B"),
        ("https://example.org", "B"),
    ],
)
def test_the_wanted_page_of_an_archive_is_taken(address: str, sign: str, is_packed: bool) -> None:
    found = read(warc(A, B, MOVED, is_packed=is_packed), address=address)
    assert found.text == f"{LONG}{sign}\n"
    assert found.captured == "2026-03-24"
    assert found.address == f"https://example.org/{sign.lower()}"


def test_of_several_captures_the_latest_is_taken() -> None:
    later = ("https://example.org/a", "200 OK", HTML, f"<p>{LONG}later".encode())
    data = warc(later, day="2026-05-01") + warc(A) + warc(B)
    found = read(data, address="https://example.org/a")
    assert (found.captured, found.text[-6:]) == ("2026-05-01", "later\n")


def test_pages_are_listed_where_none_is_meant() -> None:
    told = reason(warc(A, B), address="https://example.org/c")
    assert "--url: `https://example.org/a`, `https://example.org/b`" in told
    assert read(warc(A)).text.endswith("A\n")
    assert "no page in it" in reason(warc(MOVED))


def test_what_an_archive_holds_may_be_packed_and_may_be_a_pdf() -> None:
    packed = {**HTML, "Content-Encoding": "gzip"}
    one = (*A[:2], packed, gzip.compress(A[3]))
    assert read(warc(one)).text == f"{LONG}A\n"
    other = (*A[:2], {"Content-Type": "application/pdf"}, pdf([LONG]))
    assert read(warc(other)).media_type == "application/pdf"


def test_wacz_is_a_zip_file_with_archives() -> None:
    data = wacz(archive_data__warc__gz=warc(A), archive_more__warc=warc(B, is_packed=False))
    assert read(data, address=B[0]).text == f"{LONG}B\n"
    assert "without a web archive" in reason(wacz(readme__txt=b"x"))


@pytest.mark.slow
def test_bombs_are_left_folded() -> None:
    nothing = b"\0" * 310_000_000
    packed = {**HTML, "Content-Encoding": "gzip"}
    assert "unfolds to more" in reason(warc((*A[:2], packed, gzip.compress(nothing))))
    assert "unfolds to more" in reason(wacz(archive_data__warc=nothing))


@pytest.mark.parametrize(
    ("data", "text", "ending"),
    [
        (
            b"WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nHi",
            "WEBVTT\n\n00:00.000 --> 00:01.000\nHi",
            4,
        ),
        (b"1\n00:00:00,000 --> 00:00:01,000\nHi\n", "1\n00:00:00,000 --> 00:00:01,000\nHi\n", 4),
        (b"One\r\n\r\n\r\n\r\ntwo  \rthree\0", "One\n\ntwo\nthree\n", 4),
        (b"caf\xe9", "café\n", 4),
    ],
)
def test_texts_stay_as_they_are(data: bytes, text: str, ending: int) -> None:
    found = read(data.replace(b"\0", b""))
    assert (found.text, len(found.ending)) == (text, ending)
    kind = {"W": ".vtt", "1": ".srt"}.get(text[0], ".txt")
    assert found.ending == kind
    assert "look whether that is the whole text" in found.warnings[-1]


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "", "there is no text in it"),
        (b"<html><script>write()</script>", "", "perhaps scripts write the page"),
        (b"\0\1\2", "x.bin", "not known here, or damaged"),
        (b"\x89PNG\r\n", "x.html", "a picture"),
        (b"\xd0\xcf\x11\xe0", "x.doc", "an office document"),
        (b"PK\3\4..word/document.xml", "x.docx", "an office document"),
        (b"PK\3\4 and rubbish", "", "no sound WACZ file"),
        (b"%PDF-1.7 rubbish", "", "no sound PDF file"),
        (b"WARC/1.0\r\nrubbish", "", "no page in it"),
        (b"\x1f\x8b rubbish", "", ""),
        (b"Content-Type: multipart/x; boundary=x\n\n--x\n" * 3000, "", "no page in it"),
    ],
)
def test_what_is_no_text_is_told_with_a_reason(data: bytes, name: str, told: str) -> None:
    assert told in reason(data, name)


STARTS = st.sampled_from(
    [b"%PDF-1.4\n", b"PK\3\4", b"WARC/1.0\r\n", b"\x1f\x8b", b"<html>", b"Content-Type: multipart/"]
)


@given(st.builds(bytes.__add__, STARTS | st.just(b""), st.binary(max_size=300)))
def test_any_bytes_are_a_text_or_a_reason(data: bytes) -> None:
    with suppress(Unread):
        found = read(data, "x.html")
        assert found.text.encode().decode() == found.text
        assert read(data, "x.html") == found


# Made once: the library gives each record an id of its own.
WHOLE = [pdf([LONG], ["x"]), warc(A, B), wacz(a_b__warc=warc(A)), MHTML.format(text=LONG).encode()]


@given(st.data())
def test_a_damaged_file_is_a_text_or_a_reason(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(WHOLE))
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + 2 :]
    with suppress(Unread):
        assert read(damaged, address=A[0]).text.strip()


def test_a_text_holds_nothing_that_check_would_refuse() -> None:
    found = read("<p>Die Ein\u00adwohner \u200f\u202eשלום\u202c \ue000\u2028\u200bx</p>".encode())
    assert found.text == "Die Einwohner שלום \nx\n".replace(" \n", "\n")


def test_comments_before_a_page_keep_nobody_waiting() -> None:
    assert read(b"<!---->" * 280 + b"plain").media_type == "text/plain"
    assert read(b"<!-- a -->\n" * 9 + b"<p>page").text == "page\n"


def test_a_text_is_no_longer_than_what_is_read() -> None:
    assert "more than 1,048,576 bytes, the most that is read" in reason(b"word " * 220_000)


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    assert read_apart(Given(warc(A), "", "", "", A[0])) == read(warc(A))
    with pytest.raises(Unread, match="there is no text in it"):
        read_apart(Given(b""))


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unread, match="cannot be read within"):
        read_apart(Given(b"<p>x"), seconds=0.001)


def test_a_reader_that_breaks_down_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(Unread, match="broke down over it"):
        read_apart(Given(b"<p>x"))


def test_plain_text_needs_no_library_and_others_are_named() -> None:
    blocked = "import sys; sys.modules.update(dict.fromkeys(['selectolax', 'pypdfium2', 'warcio']))"
    asking = "from claimbook.snapshots.reading import *; read = lambda d: read_saved(Given(d))"
    told = "print(read(b'A text.').text)\ntry: read(b'<p>x')\nexcept Unread as e: print(e.hint)"
    done = subprocess.run(
        [sys.executable, "-c", f"{blocked}\n{asking}\n{told}"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "A text.\n\npip install 'claimbook[snapshots]'\n"
