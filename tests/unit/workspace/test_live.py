import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimbook.live import EVENTS, LiveServer, Served, state_of


@pytest.fixture
def server() -> Iterator[LiveServer]:
    server = LiveServer()
    server.show(
        {"/claims/x/": Served("text/html", b"<p>one"), "/a.svg": Served("image/svg+xml", b"")}
    )
    server.start()
    yield server
    server.shutdown()
    server.server_close()


def ask(
    server: LiveServer, path: str, method: str = "GET", host: str | None = None
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=host is not None)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    return connection.getresponse()


def test_a_page_is_served_as_what_it_is(server: LiveServer) -> None:
    answer = ask(server, "/claims/x/?again")
    assert (answer.status, answer.read()) == (200, b"<p>one")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert ask(server, "/a.svg").headers["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize(
    "path", ["/", "/claims/y/", "/../../etc/passwd", "/claims/x/../../../etc/passwd", "/%2e%2e/"]
)
def test_nothing_else_is_served(server: LiveServer, path: str) -> None:
    assert ask(server, path).status == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1"]
)
def test_who_asks_by_another_name_is_refused(server: LiveServer, host: str) -> None:
    name = host.format(port=server.server_port)
    assert ask(server, "/claims/x/", host=name).status == 421
    assert ask(server, EVENTS, host=name).status == 421
    assert ask(server, "/claims/x/", host=f"localhost:{server.server_port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_get_is_answered(server: LiveServer, method: str) -> None:
    assert ask(server, "/claims/x/", method).status == 501


def test_only_this_machine_is_listened_to(server: LiveServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_a_change_is_told_to_who_looks(server: LiveServer) -> None:
    answer = ask(server, f"{EVENTS}?1")
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.readline() == b"retry: 500\n"
    answer.readline()
    server.show({"/claims/x/": Served("text/html", b"<p>two")})
    assert answer.readline() == b"data: changed\n"
    assert ask(server, "/claims/x/").read() == b"<p>two"
    assert ask(server, "/a.svg").status == 404


def test_a_change_before_anybody_listened_is_told_too(server: LiveServer) -> None:
    seen = server.next_script.rpartition("?")[2]
    server.show({})
    server.show({})
    assert ask(server, f"{EVENTS}?{seen}").read(26) == b"retry: 500\n\ndata: changed\n"


def test_a_change_of_files_is_seen(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    places = (tmp_path / "claims", tmp_path / "claimbook.toml")
    before = state_of(*places)
    assert state_of(*places) == before
    (tmp_path / "claims" / "a.yml").write_text("a")
    (tmp_path / "claimbook.toml").write_text("")
    after = state_of(*places)
    assert len(after) == len(before) + 2


def test_a_state_that_is_no_state_is_another(server: LiveServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", f"{EVENTS}?{'9' * 5000}")
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.readline() == b"retry: 500\n"
    connection.close()


def test_who_leaves_is_not_spoken_of(
    server: LiveServer, capsys: pytest.CaptureFixture[str]
) -> None:
    for error in (ConnectionResetError("gone"), ValueError("ours")):
        try:
            raise error
        except type(error):
            server.handle_error(None, ("127.0.0.1", 1))
    said = capsys.readouterr().err
    assert "ours" in said
    assert "gone" not in said
