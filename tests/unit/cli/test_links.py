"""``claimbook links`` against sites on this machine, by a clock that takes no time."""

import json
import socket
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from typing import ClassVar

import pytest
from click.testing import Result

from claimbook.cli import links
from claimbook.cli.commands import cli
from claimbook.cli.ledger import Book
from claimbook.links import patrol
from claimbook.links.robots import Clock, Visitor
from claimbook.patrol.states import Entry, State
from claimbook.patrol.wanted import Wanted
from claimbook.workspace import load
from tests.unit.cli.conftest import add, runner, said
from tests.unit.links.test_fetch import loopback_too

PROSE = "The bridge was closed on Monday, and nobody may cross it until the autumn. " * 12
QUOTE = "nobody may cross it until the autumn"
ERROR = f"<title>Page not found</title><p>{'Try the list of our articles. ' * 20}"


class Site(BaseHTTPRequestHandler):
    """All hosts at once; each answers by path. ``changed`` pages say something else."""

    asked: ClassVar[list[tuple[str, str]]] = []
    told: ClassVar[dict[str, str]] = {}
    tries: ClassVar[Counter[str]] = Counter()
    changed: ClassVar[set[str]] = set()

    def do_GET(self) -> None:
        host, path = self.headers["Host"].partition(":")[0], self.path
        Site.asked.append((host, path))
        Site.tries[path] += 1
        Site.told = dict(self.headers.items())
        name = path.strip("/").partition("?")[0].replace("-", "_").replace(".", "_")
        getattr(self, name.partition("/")[0] or "front", self.missing)()

    def say(self, status: int, body: str = "", **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content_Type": "text/html", **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body.encode())

    def page(self) -> None:
        words = "Something else is printed here. " * 30 if self.path in Site.changed else PROSE
        self.say(200, f"<title>Exe Gazette</title><h1>Bridge</h1><p>{words}")

    front = new = page

    def missing(self) -> None:
        self.say(404)

    def robots_txt(self) -> None:
        self.say(200, "User-agent: *\nDisallow: /closed\n", Content_Type="text/plain")

    def kept(self) -> None:
        if self.headers.get("If-None-Match") == '"1"':
            self.say(304)
        else:
            self.say(200, f"<title>Kept</title><p>{PROSE}", ETag='"1"')

    def moved(self) -> None:
        self.say(301, Location="/new")

    def for_now(self) -> None:
        self.say(302, Location="/new")

    def away(self) -> None:
        self.say(308, Location=f"http://evil.example:{self.server.server_port}/page")  # type: ignore[attr-defined]

    def gone(self) -> None:
        self.say(410)

    def flaky(self) -> None:
        if Site.tries[self.path] < 3:
            self.say(500)
        else:
            self.page()

    def dropped(self) -> None:
        self.close_connection = True

    def wall(self) -> None:
        self.say(403)

    def busy(self) -> None:
        self.say(429, Retry_After="3600")

    def old(self) -> None:
        self.say(302, Location="/")

    def soft(self) -> None:
        self.say(200, f"{ERROR} {self.path}")

    def inward(self) -> None:
        self.say(302, Location="http://10.0.0.1/secret")

    def around(self) -> None:
        self.say(302, Location="/around")

    def to_file(self) -> None:
        self.say(302, Location="file:///etc/passwd")

    def available(self) -> None:
        page = f"http://exe.example:{self.server.server_port}/gone"  # type: ignore[attr-defined]
        copy = {"available": True, "status": "200"}
        copy["url"] = f"http://web.archive.org/web/20250504120000/{page}"
        told = json.dumps({"archived_snapshots": {"closest": copy}})
        self.say(200, told, Content_Type="application/json")

    def log_message(self, *_: object) -> None:
        """Keep the tests quiet."""


class FakeTime:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []
        self._lock = Lock()

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.waits.append(seconds)
            self.now += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.now, self.sleep)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield running.server_port
    running.shutdown()
    running.server_close()


@pytest.fixture
def waited(project: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> FakeTime:
    """A project of one shared source, in a world in which all names lead to this machine."""
    del project
    Site.asked, Site.tries, Site.changed = [], Counter(), set()
    look_up = socket.getaddrinfo

    def local(host: str, *rest: object, **named: object) -> object:
        if host.startswith("nowhere"):
            raise socket.gaierror(-2, "Name or service not known")
        return look_up("127.0.0.1" if host.endswith(".example") else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", local)
    api = f"http://archive.example:{port}/available?url={{address}}&timestamp={{stamp}}"
    monkeypatch.setattr("claimbook.patrol.wayback._API", api)
    time = FakeTime()

    def visitor(_: Event) -> tuple[Visitor, Clock]:
        return Visitor(loopback_too, clock=time.clock()), time.clock()

    monkeypatch.setattr(links, "visitor", visitor)
    Path("claims/launch.yml").unlink()
    return time


def cite(port: int, path: str, host: str = "exe", more: str = "", quote: str = "") -> Path:
    """A claim with a source at an address."""
    name = f"{host}-{path.replace('/', '-').replace('.', '-') or 'front'}"
    quoted = f"    quote: {quote}\n" if quote else "    says: It was closed.\n"
    claim = (
        f"claim: The bridge {name} was closed.\nclaimant: Example Gazette\nreview:\n"
        "  rating: unproven\n  verdict: It is not settled.\n  reviewed: 2026-11-02\n"
        f"evidence:\n  - stance: supports\n{quoted}    source:\n      title: Page {name}\n"
        f"      url: http://{host}.example:{port}/{path} # here\n{more}"
    )
    add(Path(), f"claims/{name}.yml", claim)
    return Path(f"claims/{name}.yml")


def claimbook_links(*arguments: str, day: str = "2026-11-02") -> Result:
    seconds = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    environment = {"SOURCE_DATE_EPOCH": str(seconds)}
    return runner().invoke(cli, ["links", *arguments], prog_name="claimbook", env=environment)


def states(done: Result) -> dict[str, str]:
    """The last part of each address, and what became of it."""
    assert done.exit_code == 0, said(done)
    return {each["url"].rpartition("/")[2]: each["finding"] for each in json.loads(done.stdout)}


def test_every_kind_of_answer_has_its_word(waited: FakeTime, port: int) -> None:
    expected = {
        "page": "ok",
        "kept": "ok",
        "for-now": "ok",
        "flaky": "ok",
        "moved": "moved",
        "away": "moved",
        **dict.fromkeys(("gone", "missing", "dropped", "old", "x"), "suspect"),
        **dict.fromkeys(("wall", "closed", "busy", "inward", "around", "to-file"), "cannot tell"),
    }
    for path in expected:
        host = {"x": "soft", "busy": "busy", "inward": "inner"}.get(path, "exe")
        cite(port, "soft/x" if path == "x" else path, host)
    cite(port, "any", "nowhere")
    done = claimbook_links("--format", "json")
    assert states(done) == {**expected, "any": "suspect"}
    assert "Visiting 18 addresses at 5 hosts, over the network." in done.stderr
    assert ("exe.example", "/closed") not in Site.asked
    assert ("busy.example", "/busy") in Site.asked
    assert Site.tries["/flaky"] == 3
    assert Site.tries["/busy"] == 1
    assert waited.waits.count(5.0) >= 2
    told = {each["url"].rpartition("/")[2]: each["reason"] for each in json.loads(done.stdout)}
    assert told["old"] == "answered 200 OK, but it leads to a front page"
    assert told["x"].endswith("says that there is no page")
    assert told["any"] == "nowhere.example could not be read: Name or service not known"
    assert "10.0.0.1" in told["inward"]


def test_hosts_are_asked_one_thing_at_a_time_with_pauses(waited: FakeTime, port: int) -> None:
    for number in range(4):
        cite(port, f"page/{number}")
    claimbook_links()
    at_host = [path for host, path in Site.asked if host == "exe.example"]
    # Once robots.txt, the pages, and one address that cannot exist.
    assert Counter(path.split("/")[1] for path in at_host) == {"robots.txt": 1, "page": 5}
    assert sum(waited.waits) >= 2.0 * 4


def test_dead_after_three_days_with_a_copy_that_is_put_into_the_file(
    waited: FakeTime, port: int
) -> None:
    path = cite(port, "gone")
    before = path.read_text()
    for day in ("2026-11-02", "2026-11-02", "2026-11-09"):
        assert "suspect: " in said(claimbook_links(day=day))
    done = claimbook_links("--strict", day="2026-11-16")
    assert done.exit_code == 1
    copy = f"https://web.archive.org/web/20250504120000/http://exe.example:{port}/gone"
    for words in (
        "dead: http://exe.example",
        "410 Gone; failed on 2026-11-02, 2026-11-09, 2026-11-16",
        f"nearest copy: {copy}",
        "--> claims/exe-gone.yml:12:12",
        "+      status: dead\n+      archives:\n+        - url:",
        "claimbook links --offline --fix",
    ):
        assert words in said(done)
    assert path.read_text() == before
    asked = len(Site.asked)
    fixed = claimbook_links("--offline", "--fix", "--strict", day="2026-11-17")
    assert (fixed.exit_code, len(Site.asked)) == (1, asked)
    assert "Changed: claims/exe-gone.yml." in said(fixed)
    added = f"      status: dead\n      archives:\n        - url: {copy}\n"
    assert path.read_text() == f"{before}{added}          captured: 2025-05-04\n"
    again = claimbook_links("--offline", "--strict", day="2026-11-17")
    assert again.exit_code == 0
    assert "Changed" not in said(again)
    assert "nothing is left to change in the files" in said(again)
    assert len([one for one in Site.asked if one[0] == "archive.example"]) == 2
    del waited


@pytest.mark.usefixtures("waited")
def test_a_page_that_has_moved_within_its_site_is_followed_and_no_other(port: int) -> None:
    near, far = cite(port, "moved"), cite(port, "away")
    before = far.read_text()
    done = claimbook_links("--fix")
    assert f"      url: http://exe.example:{port}/new # here\n" in near.read_text()
    assert far.read_text() == before
    assert (
        "by hand, perhaps: it is another site, and nothing that is quoted was seen there"
        in said(done)
    )
    assert "1 moved" in said(claimbook_links("--since", "2026-11-02"))


@pytest.mark.usefixtures("waited")
def test_a_quotation_that_was_there_is_gone(port: int) -> None:
    cite(port, "page", quote=QUOTE)
    cite(port, "new", quote="The ferry is free of charge")
    assert "2 addresses: 2 ok" in said(claimbook_links())
    assert "never seen there" in said(claimbook_links("--offline", "--all"))
    Site.changed = {"/page"}
    done = claimbook_links(day="2026-11-09")
    assert f"quote gone: http://exe.example:{port}/page" in said(done)
    assert f"no longer there: “{QUOTE}”" in said(done)
    assert "by hand, perhaps: a person has to say what has become of the page" in said(done)
    Site.changed = set()
    assert "2 addresses: 2 ok" in said(claimbook_links(day="2026-11-10"))


@pytest.mark.usefixtures("waited")
def test_a_page_is_fetched_again_only_where_something_new_is_looked_for(port: int) -> None:
    cite(port, "kept", quote=QUOTE)
    claimbook_links()
    ledger = Path("links.txt").read_text()
    assert '  etag: "1"\n' in ledger
    claimbook_links()
    assert Site.told["If-None-Match"] == '"1"'
    assert Path("links.txt").read_text() == ledger
    cite(port, "kept", quote="The bridge was closed on Monday")
    claimbook_links()
    assert "If-None-Match" not in Site.told


@pytest.mark.usefixtures("waited")
def test_what_was_visited_is_left_out_and_what_is_cited_no_more_forgotten(port: int) -> None:
    page, gone = cite(port, "page"), cite(port, "gone")
    claimbook_links(str(page), day="2026-11-02")
    claimbook_links(day="2026-11-05")
    Site.asked = []
    claimbook_links("--since", "7d", day="2026-11-09")
    assert Site.asked == []
    claimbook_links("--since", "2026-11-06", str(gone), day="2026-11-09")
    assert ("exe.example", "/gone") in Site.asked
    assert ("exe.example", "/page") not in Site.asked
    page.unlink()
    done = claimbook_links("--since", "today", day="2026-11-09")
    assert "1 address forgotten: cited no more." in said(done)
    assert "/page" not in Path("links.txt").read_text()


@pytest.mark.usefixtures("waited")
def test_without_a_network_nothing_is_believed(port: int) -> None:
    cite(port, "any", "nowhere")
    done = claimbook_links("--no-archive")
    assert "this machine seems to have no network" in said(done)
    assert "1 address never visited yet" in said(done)
    assert not Path("links.txt").exists()
    assert "They are visited with: claimbook links\n" in said(claimbook_links("--offline"))
    # Where the archive answers there is a network, and the silence is the site's.
    assert "1 address: 1 suspect" in said(claimbook_links())


def test_without_a_network_a_round_ends_soon(project: Path) -> None:
    book = Book(load(project))
    addresses = [f"https://nowhere{number}.example/" for number in range(100)]
    silent = iter(
        patrol.Visited(each, Entry(each, State.SUSPECT, date(2026, 11, 2)), is_answered=False)
        for each in addresses
    )
    links._noted(silent, book, 100)
    assert len([*silent]) == 100 - links._DEAF
    assert book.entries == {}


@pytest.mark.usefixtures("waited")
def test_who_stops_a_run_loses_nothing(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("page", "gone", "kept"):
        cite(port, name)
    visit = patrol.Patrol.visit

    def impatient(self: patrol.Patrol, wanted: Wanted) -> patrol.Visited:
        if wanted.address.endswith("page"):
            raise KeyboardInterrupt
        return visit(self, wanted)

    monkeypatch.setattr(patrol.Patrol, "visit", impatient)
    done = claimbook_links()
    assert done.exit_code == 130
    assert "Go on with: claimbook links --since today" in said(done)
    assert Path("links.txt").read_text().count("  state:") == 2
    monkeypatch.undo()


@pytest.mark.usefixtures("waited")
def test_a_ledger_that_was_merged_badly_is_named_with_its_line(port: int) -> None:
    cite(port, "page")
    Path("links.txt").write_text("# mine\n<<<<<<< HEAD\n")
    done = claimbook_links()
    assert done.exit_code == 2
    assert "links.txt:2: Git could not merge two states of the ledger here" in said(done)
    assert Site.asked == []


@pytest.mark.usefixtures("waited")
def test_a_ledger_that_leads_out_of_the_project_is_not_written(port: int, tmp_path: Path) -> None:
    cite(port, "page")
    (tmp_path / "other").write_text("")
    Path("links.txt").symlink_to(tmp_path / "other")
    done = claimbook_links()
    assert done.exit_code == 1
    assert "`links.txt` is a symbolic link" in said(done)
    assert (tmp_path / "other").read_text() == ""


@pytest.mark.usefixtures("waited")
@pytest.mark.parametrize("given", ["yesterday", "2026-13-01", "-3d", "99999d"])
def test_a_day_that_is_none_is_wrong_usage(given: str) -> None:
    done = claimbook_links("--since", given)
    assert done.exit_code == 2
    assert "neither a day" in said(done)


def test_no_build_and_no_check_visits_anything(waited: FakeTime, port: int) -> None:
    cite(port, "page")
    runner().invoke(cli, ["check"], prog_name="claimbook")
    assert Site.asked == []
    del waited
