"""Web addresses as a browser reads them, and stricter."""

import pytest

from claimbook.urls import UrlError, parse_url


@pytest.mark.parametrize(
    ("text", "href", "host"),
    [
        ("https://example.org", "https://example.org/", "example.org"),
        ("HTTPS://EXAMPLE.org:443/A", "https://example.org/A", "example.org"),
        ("https://exämple.org/ä", "https://xn--exmple-cua.org/%C3%A4", "xn--exmple-cua.org"),
        ("https://example.org./", "https://example.org./", "example.org"),
        ("http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1"),
        ("https://[::1]/", "https://[::1]/", "[::1]"),
        ("https://web.archive.org/web/2025/https://a@b.org/", None, "web.archive.org"),
    ],
)
def test_addresses(text: str, href: str | None, host: str) -> None:
    url = parse_url(text)
    assert (url.text, url.href, url.host) == (text, href or text, host)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "does not begin with"),
        ("example.org", "does not begin with"),
        ("//example.org", "does not begin with"),
        ("javascript:alert(1)", "does not begin with"),
        ("https:example.org", "does not begin with"),
        ("https://", "is not a web address"),
        ("https:///example.org", "no host"),
        ("https://?x", "is not a web address"),
        ("https://a b.org", "white space"),
        ("https://a.org/\u00a0", "white space"),
        ("https://a.org/\n", "white space"),
        ("https://a.org\\b", "backslash"),
        ("https://a.org:99999/", "is not a web address"),
        ("https://user@a.org/", "user name"),
        ("https://user:pass@a.org/", "user name"),
        ("https://@a.org/", "user name"),
        ("https://.", "empty part"),
        ("https://a..org", "empty part"),
        ("https://.org", "empty part"),
        ("https://\u00ad.org", "empty part"),
        ("https://a.org/" + "x" * 2048, "characters"),
    ],
)
def test_what_we_do_not_link_to(text: str, why: str) -> None:
    with pytest.raises(UrlError, match=why) as error:
        parse_url(text)
    assert len(str(error.value)) < 120
    assert error.value.hint


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "intranet", "a.local", "127.0.0.1", "10.0.0.1", "0x7f.1", "2130706433"),
        *("169.254.169.254", "[::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:a00:1::]"),
        *("[fe80::1]", "224.0.0.1", "[::127.0.0.1]", "a.onion", "localhost.", "a.HOME.arpa"),
    ],
)
def test_private_hosts(host: str) -> None:
    assert parse_url(f"http://{host}/").has_private_host


@pytest.mark.parametrize("host", ["example.org", "1.1.1.1", "[2606:4700::1]", "a.localhost.org"])
def test_public_hosts(host: str) -> None:
    assert not parse_url(f"http://{host}/").has_private_host


def test_letters_outside_ascii_are_noticed() -> None:
    assert parse_url("https://gооgle.com/").is_international
    assert not parse_url("https://google.com/").is_international
