import json
import re
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result

from claimbook.cli import saving
from claimbook.cli.commands import cli
from claimbook.cli.project import current_day
from claimbook.links.fetch import Fetched
from claimbook.links.robots import Visitor
from claimbook.snapshots.naming import Target, source_named
from claimbook.workspace import compile_workspace, load
from tests.unit.cli.conftest import CLAIM, add, runner, said
from tests.unit.links.test_fetch import loopback_too
from tests.unit.snapshots.making import HTML, pdf, warc

SOURCE = """# kept by hand
type: webpage # of the council
title: "Notice of closure"

url: https://exe.example/notice
standing: primary   # their own
"""
WORDS = "The bridge was closed on Monday, and nobody may cross it until the autumn. " * 8
PAGE = f"<!DOCTYPE html><title>x</title><p>{WORDS}</p><script>no()</script>"


@pytest.fixture
def kept(project: Path) -> Path:
    """A project with a shared source, and two pages that somebody saved."""
    add(project, "claims/sources/notice.yml", SOURCE)
    add(project, "page.html", PAGE)
    add(project, "later.html", PAGE.replace("Monday", "Tuesday", 1))
    return project


def snapshot(*arguments: str, typed: str | bytes | None = None) -> Result:
    return runner().invoke(cli, ["snapshot", *arguments], prog_name="claimbook", input=typed)


def text_of(name: str = "notice.txt") -> str:
    return Path("claims", "snapshots", name).read_text(encoding="utf-8")


def note(text: str, day: str, name: str = "notice.txt") -> str:
    digest = sha256(text.encode()).hexdigest()
    head = f"snapshot:\n  file: {name}\n  sha256: {digest}\n  captured: {day}\n"
    return f"{head}  media_type: text/html\n"


def test_a_saved_page_becomes_a_text_and_a_note(kept: Path) -> None:
    done = snapshot("notice", "--from", "page.html", "--captured", "2026-03-24")
    assert (done.exit_code, said(done)) == (
        0,
        f"notice: saved as claims/snapshots/notice.txt ({len(WORDS):,} characters)\n",
    )
    assert text_of() == f"{WORDS.strip()}\n"
    before, behind = SOURCE.split("standing")
    expected = f"{before}{note(text_of(), '2026-03-24')}standing{behind}"
    assert (kept / "claims/sources/notice.yml").read_text() == expected
    again = snapshot("notice", "--from", "page.html")
    assert said(again).startswith("notice: is the same as claims/snapshots/notice.txt")
    assert (kept / "claims/sources/notice.yml").read_text() == expected


@pytest.mark.usefixtures("kept")
def test_quotations_are_compared_with_what_was_saved() -> None:
    said_there = "Our latest video generation model is more physically accurate."
    Path("page.html").write_text(f"<p>{WORDS}</p><p>{said_there}</p>")
    assert snapshot("launch#1", "--from", "page.html", "--captured", "2025-10-01").exit_code == 0
    done = runner().invoke(cli, ["verify", "--all"], prog_name="claimbook")
    assert "1 verbatim" in said(done)
    written = Path("claims/launch.yml").read_text()
    runner().invoke(cli, ["fmt"], prog_name="claimbook")
    assert Path("claims/launch.yml").read_text().count("snapshot") == written.count("snapshot") == 1


def test_another_text_is_shown_and_not_replaced_unless_asked(kept: Path) -> None:
    snapshot("notice", "--from", "page.html", "--captured", "2026-03-24")
    before = text_of(), (kept / "claims/sources/notice.yml").read_text()
    done = snapshot("notice", "--from", "later.html")
    assert done.exit_code == 1
    assert "closed on [-Monday-]{+Tuesday+}, and" in said(done)
    assert "--replace" in said(done)
    assert (text_of(), (kept / "claims/sources/notice.yml").read_text()) == before
    done = snapshot("notice", "--from", "later.html", "--replace", "--captured", "2026-04-01")
    assert done.exit_code == 0
    assert note(text_of(), "2026-04-01") in (kept / "claims/sources/notice.yml").read_text()
    assert "Tuesday" in text_of()


def test_other_line_ends_are_told_and_are_no_other_words(kept: Path) -> None:
    (kept / "one.txt").write_text("The bridge is closed to all traffic.\n\nIt is old.\n")
    (kept / "two.txt").write_text("The bridge is closed\nto all traffic. It is old.\n")
    (kept / "three.txt").write_text("The bridge is closed\nto all traffic. It is new.\n")
    snapshot("notice", "--from", "one.txt")
    assert "only spaces and line ends are different" in said(
        snapshot("notice", "--from", "two.txt")
    )
    done = said(snapshot("notice", "--from", "three.txt"))
    assert "It is [-old-]{+new+}." in done
    assert "[-" not in done.replace("[-old-]", "")
    assert "closed" not in done


def test_a_text_that_was_lost_or_changed_can_be_saved_again(kept: Path) -> None:
    snapshot("launch#1", "--from", "page.html")
    add(kept, "claims/snapshots/launch.1.txt", "changed")
    assert snapshot("launch#1", "--from", "page.html", "--replace").exit_code == 0
    (kept / "claims/snapshots/launch.1.txt").unlink()
    assert snapshot("launch#1", "--from", "page.html").exit_code == 0
    assert text_of("launch.1.txt") == f"{WORDS.strip()}\n"


def test_a_file_that_cannot_be_read_is_named(kept: Path) -> None:
    add(kept, "claims/broken.yml", "claim: [\n")
    done = snapshot("broken#1", "--from", "page.html")
    assert done.exit_code == 2
    assert "`broken` cannot be read; `claimbook check` says why" in said(done)


def test_a_dry_run_shows_both_files_and_writes_none(kept: Path) -> None:
    done = snapshot("notice", "--from", "page.html", "--dry-run", "--captured", "2026-03-24")
    assert done.exit_code == 0
    assert "would be saved as claims/snapshots/notice.txt" in said(done)
    assert "   | The bridge was closed" in said(done)
    assert "   +snapshot:" in said(done)
    assert not (kept / "claims" / "snapshots").exists()
    assert (kept / "claims/sources/notice.yml").read_text() == SOURCE


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("word", ["launch#1", "launch:inline-11-7"])
def test_a_source_written_in_a_claim_is_named_by_its_place(word: str) -> None:
    if ":" in word:
        line = CLAIM.splitlines().index("      title: Sora 2 is here") + 1
        word = f"launch:inline-{line}-7"
    done = snapshot(word, "--from", "page.html")
    assert done.exit_code == 0, said(done)
    assert text_of("launch.1.txt") == f"{WORDS.strip()}\n"
    assert "      snapshot:\n        file: launch.1.txt\n" in Path("claims/launch.yml").read_text()


def test_sources_of_one_file_do_not_get_into_each_others_way(kept: Path) -> None:
    two = CLAIM + CLAIM[CLAIM.index("  - stance") :].replace("Sora 2 is", "B is")
    add(kept, "claims/launch.yml", two)
    workspace = load(kept)
    corpus = compile_workspace(workspace, current_day()).corpus
    targets = [source_named(each, corpus) for each in ("launch#1", "launch#2", "launch#1")]
    wish = saving.Wish("page.html", None, "", "2026-03-24", is_replaced=False, is_dry=False)
    known = [each for each in targets if isinstance(each, Target)]
    done = [*saving.keep_all(workspace, known, wish, lambda _: None)]
    assert [(each.source, each.problem) for each in done] == [("launch#2", ""), ("launch#1", "")]
    text = Path("claims/launch.yml").read_text()
    assert re.findall(r"file: (\S+)", text) == ["launch.1.txt", "launch.2.txt"]
    assert text.count("\n") == two.count("\n") + 10


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["notise", "--fetch"], "no source `notise`; did you mean `notice`?"),
        (["launch", "--fetch"], "`#1` (Sora 2 is here); write `launch#1`"),
        (["launch#2", "--fetch"], "names no source of the claim `launch`"),
        (["launch:x\x1b[2J", "--fetch"], "names no source"),
        (["notice"], "nothing is read by itself: give --from FILE"),
        (["notice", "--fetch", "--from", "page.html"], "two ways"),
        (["notice", "--from", "page.html", "--url", "exe"], "--url: `exe` does not begin with"),
        (["notice", "launch#1", "--from", "page.html"], "speak of one source"),
        (["notice", "--from", "page.html", "--captured", "yesterday"], "--captured: "),
        (["notice", "--from", "none.html"], "does not exist"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_is_explained_before_anything_is_done(
    arguments: list[str], reason: str
) -> None:
    done = snapshot(*arguments)
    assert done.exit_code == 2
    assert reason in said(done)
    assert "\x1b" not in said(done)
    assert not Path("claims", "snapshots").exists()


@pytest.mark.usefixtures("kept")
def test_what_holds_no_text_is_told_with_its_reason() -> None:
    Path("scan.pdf").write_bytes(pdf([]))
    done = snapshot("notice", "--from", "scan.pdf")
    assert done.exit_code == 1
    assert "   = error: it is 1 page without text, such as a scan\n" in said(done)
    assert "   = hint: run it through text recognition" in said(done)
    assert not Path("claims", "snapshots").exists()


@pytest.mark.usefixtures("kept")
def test_what_a_file_says_of_itself_is_taken_and_doubted() -> None:
    other = warc(("https://other.example/x", "200 OK", HTML, PAGE.encode()))
    Path("x.warc.gz").write_bytes(other)
    (told,) = json.loads(snapshot("notice", "--from", "x.warc.gz", "--format", "json").stdout)
    assert (told["captured"], told["url"]) == ("2026-03-24", "https://other.example/x")
    (warning,) = told["warnings"]
    assert warning.startswith("it was saved from `https://other.example/x`, and the source stands")


@pytest.mark.usefixtures("kept")
def test_a_text_may_come_through_a_pipe() -> None:
    done = snapshot("notice", "--from", "-", typed="Too short.\n")
    assert done.exit_code == 0
    assert "   = warning: it holds only 2 words" in said(done)
    assert text_of() == "Too short.\n"


@pytest.mark.usefixtures("kept")
def test_no_text_lands_behind_a_link(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    Path("claims", "snapshots").symlink_to(elsewhere)
    done = snapshot("notice", "--from", "page.html")
    assert done.exit_code == 1
    assert "symbolic link" in said(done)
    assert not any(elsewhere.iterdir())


@pytest.mark.usefixtures("kept")
def test_a_file_that_is_written_in_an_unusual_way_is_left_to_people() -> None:
    add(Path(), "claims/sources/notice.yml", 'title: "Notice"\nsnapshot: page.html\n')
    done = snapshot("notice", "--from", "page.html", "--captured", "2026-03-24")
    assert done.exit_code == 1
    assert "write into it yourself" in said(done)
    assert "   snapshot:\n     file: notice.txt\n" in said(done)
    assert Path("claims/sources/notice.yml").read_text() == 'title: "Notice"\nsnapshot: page.html\n'


@pytest.mark.usefixtures("kept")
def test_a_key_that_waits_for_its_value_gets_it() -> None:
    add(Path(), "claims/sources/notice.yml", 'title: "Notice"\nsnapshot: # later\n# end\n')
    done = snapshot("notice", "--from", "page.html", "--captured", "2026-03-24")
    assert done.exit_code == 0, said(done)
    written = note(text_of(), "2026-03-24").replace(":", ": # later", 1)
    expected = f'title: "Notice"\n{written}# end\n'
    assert Path("claims/sources/notice.yml").read_text() == expected


@pytest.mark.usefixtures("kept")
def test_the_address_at_which_a_page_was_found_is_noted_without_what_follows_visitors() -> None:
    address = "https://exe.example/notice?page=2&utm_source=mail"
    add(Path(), "page.html", f"<!-- saved from url=(0020){address} -->\n{PAGE}")
    assert snapshot("notice", "--from", "page.html").exit_code == 0
    text = Path("claims/sources/notice.yml").read_text()
    assert "  url: https://exe.example/notice?page=2\n" in text
    add(Path(), "page.html", f"{PAGE}<p>And more.</p>")
    said_so = ("--url", "https://web.archive.org/web/2026/https://exe.example/notice")
    assert snapshot("notice", "--from", "page.html", "--replace", *said_so).exit_code == 0
    assert f"  url: {said_so[1]}\n" in Path("claims/sources/notice.yml").read_text()
    add(Path(), "page.html", PAGE)
    assert snapshot("notice", "--from", "page.html", "--replace").exit_code == 0
    assert text_of() == f"{WORDS.strip()}\n"
    assert (
        note(text_of(), current_day().isoformat()) in Path("claims/sources/notice.yml").read_text()
    )
    assert Path("claims/sources/notice.yml").read_text().count("url:") == 1


class Site(BaseHTTPRequestHandler):
    """A site with one page, and one that programs are not to read."""

    def do_GET(self) -> None:
        rules = self.path == "/robots.txt"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if rules else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"User-agent: *\nDisallow: /closed" if rules else PAGE.encode())

    def log_message(self, *_: object) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def site(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on this machine, which tests alone may visit."""
    assert (kept / "page.html").exists()
    monkeypatch.setattr(saving, "Visitor", lambda: Visitor(loopback_too, delay=0))
    running = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def test_a_page_is_read_from_the_network_on_request(site: str) -> None:
    done = snapshot("notice", "--fetch", "--url", f"{site}/notice")
    assert done.exit_code == 0, said(done)
    assert text_of() == f"{WORDS.strip()}\n"


@pytest.mark.parametrize(
    ("led_to", "noted"),
    [
        ("https://news.exe.example/notice?a=1&fbclid=2", "https://news.exe.example/notice?a=1"),
        ("http://10.0.0.1/notice", ""),
    ],
)
def test_where_a_visit_was_led_is_noted_unless_the_public_cannot_get_there(
    kept: Path, monkeypatch: pytest.MonkeyPatch, led_to: str, noted: str
) -> None:
    class Led:
        def fetch(self, *_: object) -> Fetched:
            return Fetched(led_to, PAGE.encode(), "utf-8", "text/html")

    monkeypatch.setattr(saving, "Visitor", Led)
    assert snapshot("notice", "--fetch").exit_code == 0
    text = (kept / "claims/sources/notice.yml").read_text()
    assert (f"  url: {noted}\n" in text) is bool(noted)
    assert text.count("url:") == (2 if noted else 1)


def test_what_a_site_closes_to_programs_is_left_to_browsers(site: str) -> None:
    done = snapshot("notice", "--fetch", "--url", f"{site}/closed")
    assert done.exit_code == 1
    assert "asks programs to stay away" in said(done)
    assert "save the page in a browser, and give the file with --from" in said(done)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://[::1]/", "file:///etc/passwd"])
def test_only_the_public_internet_is_read(address: str) -> None:
    done = snapshot("notice", "--fetch", "--url", address)
    assert done.exit_code == 1
    assert "cannot be read: " in said(done)
