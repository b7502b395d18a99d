"""Tricky addresses, each with what is decided: by what a browser would do with the string.

Refused are all that a browser reads as another scheme, another host than a person sees, or with
credentials; taken are those whose host is certain. What leads to a machine of the reader's own or
of ours is taken, and named by a rule.
"""

from datetime import date
from html import unescape

import pytest

from claimbook.compile import compile_claims
from claimbook.prose import prose_html, read_prose
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.urls import UrlError, parse_url

CONTROLS = [chr(number) for number in (*range(0x21), 0x7F, 0x85, 0xA0, 0x2028, 0x3000)]
SCHEMES = (
    "javascript",
    "JaVaScRiPt",
    "data",
    "vbscript",
    "blob",
    "file",
    "ftp",
    "about",
    "filesystem",
)
OTHER_SCHEMES = [
    *(f"{scheme}:alert(1)" for scheme in SCHEMES),
    *(f"{scheme}://example.org/%0aalert(1)" for scheme in SCHEMES),
    *(f"java{sign}script:alert(1)" for sign in CONTROLS),
    *(f"{sign}javascript:alert(1)" for sign in CONTROLS),
    *(f"javascript{sign}:alert(1)" for sign in CONTROLS),
    *(
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://example.org/x",
        "view-source:https://a.org",
    ),
    *("ws://example.org", "wss://example.org", "mailto:a@b.org", "tel:1", "intent://x#Intent;end"),
    *("jar:https://a.org!/", "feed:https://a.org", "x-javascript:1", "livescript:1", "mocha:1"),
    *(
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "%6aavascript:alert(1)",
        "javas\u200bcript:1",
    ),
    *(
        "ｊavascript:alert(1)",
        "java\u017fcript:alert(1)",
        "http\u017f://example.org",
        "ｈttps://example.org",
    ),
]
NOT_ABSOLUTE = [
    *(
        "",
        "/",
        "//example.org",
        "///example.org",
        "////example.org",
        "\\\\example.org",
        "/\\example.org",
    ),
    *(
        "http:/example.org",
        "http:example.org",
        "https:/example.org",
        "https:example.org",
        "http:",
        "https:",
    ),
    *(
        "http:\\\\example.org",
        "http:/\\example.org",
        "http:\\/example.org",
        "https:\\\\example.org\\",
    ),
    *(
        "http:////example.org",
        "https:///example.org",
        "http://///example.org",
        "https://",
        "http://#",
    ),
    *(
        "?q",
        "#f",
        ".",
        "..",
        "../x",
        "./x",
        "example.org",
        "example.org:443",
        "www.example.org",
        ":80",
    ),
    *(
        "http//example.org",
        "http;//example.org",
        "http :// a",
        "htp://example.org",
        "https//:example.org",
    ),
    *(
        "https://?q",
        "https://#f",
        "https://:443",
        "https://:443/",
        "https:// /",
        "https:///",
        "https://\\",
    ),
]
WITH_CREDENTIALS = [
    f"https://{before}@{host}{after}"
    for before in (
        "a",
        "a:b",
        ":",
        "",
        "a:b:c",
        "example.org",
        "example.org:443",
        "%40",
        "a%3Ab",
        "a@b",
    )
    for host in ("evil.example", "127.0.0.1", "[::1]")
    for after in ("/", "?q", "#f")
]
WITH_SIGNS_OF_OTHERS = [
    *(f"https://example.org{sign}/" for sign in CONTROLS),
    *(f"https://example.org/a{sign}b" for sign in " \t\n\r\u00a0\u2003\u3000"),
    *(f"https://exa{sign}mple.org/" for sign in " \t\n\r\\"),
    *(f"{sign}https://example.org/" for sign in CONTROLS),
    *(
        "https://example.org\\@evil.example/",
        "https://example.org\\.evil.example/",
        "https://a\\b.org",
    ),
    *("https://example.org\\evil", "https://example.org/\\evil", "https://example.org/?\\"),
]
NO_HOSTS = [
    *(
        f"https://{host}/"
        for host in ("a b", "a<b", "a>b", "a^b", "a|b", "a%00b", "a%20b", "a%2fb", "a%")
    ),
    *(
        f"https://{host}/"
        for host in ("a%5cb", "a%40b", "a%3ab", "a%23b", "a%3fb", "a%25b", "%", "%zz")
    ),
    *(
        f"https://{host}/"
        for host in ("[", "]", "[]", "[:]", "[::1", "::1]", "[1::2::3]", "[::1%25eth0]")
    ),
    *(
        f"https://{host}/"
        for host in ("[fe80::1%eth0]", "[::g]", "[1:2:3:4:5:6:7:8:9]", "[::1].org", "[a.b]")
    ),
    *(
        f"https://{host}/"
        for host in ("256.256.256.256", "1.2.3.4.5", "1.2.3.256", "0x100000000", "4294967296")
    ),
    *(
        f"https://{host}/"
        for host in ("1.2.3.08", "09.1.1.1", "0xg.1", "a.0x", "a.1", "1.2.3.4a.5")
    ),
    *(
        f"https://{host}/"
        for host in (".", "..", ".org", "a..b", "..a", "a...", "\u3002", "a\u3002\u3002b")
    ),
    *(
        f"https://{host}/"
        for host in ("xn--", "xn--a", "xn--0", "xn--\u00e4", "\u00ad", "\u200b", "a\ufffdb")
    ),
    *(
        f"https://example.org:{port}/"
        for port in ("65536", "99999", "-1", "a", "80a", "8 0", "0x50", "８０")
    ),
]
# Beside each, the host that a browser goes to.
TAKEN = {
    "https://example.org": "example.org",
    "HTTPS://EXAMPLE.ORG": "example.org",
    "hTTp://example.org/": "example.org",
    "https://example.org:443/": "example.org",
    "https://example.org:/": "example.org",
    "https://example.org:0/": "example.org",
    "https://example.org:65535/": "example.org",
    "https://example.org:0000443/": "example.org",
    "https://example.org./": "example.org",
    "https://EXAMPLE%2Eorg/": "example.org",
    "https://%65xample.org/": "example.org",
    "https://example.org%2e/": "example.org",
    "https://example\u3002org/": "example.org",
    "https://example\uff0eorg/": "example.org",
    "https://ｅｘａｍｐｌｅ.org/": "example.org",
    "https://ex\u00adample.org/": "example.org",
    "https://ex\u200bample.org/": "example.org",
    "https://b\u00fccher.example/": "xn--bcher-kva.example",
    "https://bu\u0308cher.example/": "xn--bcher-kva.example",
    "https://xn--bcher-kva.example/": "xn--bcher-kva.example",
    "https://fa\u00df.example/": "xn--fa-hia.example",
    "https://\u0430pple.com/": "xn--pple-43d.com",
    "https://g\u043e\u043egle.com/": "xn--ggle-55da.com",
    "https://\u6f22\u5b57.example/": "xn--p8s937b.example",
    "https://1.1.1.1/": "1.1.1.1",
    "https://0x7f.0.0.1/": "127.0.0.1",
    "https://0177.0.0.1/": "127.0.0.1",
    "https://127.1/": "127.0.0.1",
    "https://127.0.1/": "127.0.0.1",
    "https://2130706433/": "127.0.0.1",
    "https://0x7f000001/": "127.0.0.1",
    "https://017700000001/": "127.0.0.1",
    "https://0/": "0.0.0.0",
    "https://\uff11\uff12\uff17.0.0.1/": "127.0.0.1",
    "https://127.0.0.1./": "127.0.0.1",
    "https://[::1]/": "[::1]",
    "https://[0:0:0:0:0:0:0:1]/": "[::1]",
    "https://[::ffff:127.0.0.1]/": "[::ffff:7f00:1]",
    "https://[64:ff9b::7f00:1]/": "[64:ff9b::7f00:1]",
    "https://localhost/": "localhost",
    "https://example.org/@user": "example.org",
    "https://example.org/?u=a@b.org": "example.org",
    "https://example.org/#a@b.org": "example.org",
    "https://example.org?@evil.example": "example.org",
    "https://example.org#@evil.example": "example.org",
    "https://example.org/%5c%2f..//": "example.org",
    "https://example.org/../../x": "example.org",
    "https://example.org/%2e%2e/x": "example.org",
    "https://example.org/javascript:alert(1)": "example.org",
    "https://example.org/\"onmouseover='1'": "example.org",
    "https://example.org/<script>": "example.org",
    "https://example.org/{{7*7}}": "example.org",
    "https://example.org/\u202e": "example.org",
    "https://example.org.evil.example/": "example.org.evil.example",
    "https://a_b.example/": "a_b.example",
    "https://-a.example/": "-a.example",
    "https://example.org/" + "a" * 2028: "example.org",
}
REFUSED = {
    "another scheme": OTHER_SCHEMES,
    "no absolute address": NOT_ABSOLUTE,
    "credentials": WITH_CREDENTIALS,
    "signs that no address has": WITH_SIGNS_OF_OTHERS,
    "no host": NO_HOSTS,
    "too long": [
        "https://example.org/" + "a" * 2029,
        "https://" + "a" * 70_000,
        "https://a.org/" + "%00" * 683,
    ],
}
CLAIM = """\
claim: A claim.
claimant: A Person
review: {{rating: unproven, verdict: Nobody knows.}}
evidence:
- stance: supports
  source: {{title: T, url: "{url}"}}
"""


def test_there_are_some_hundreds() -> None:
    assert sum(map(len, REFUSED.values())) + len(TAKEN) > 400


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_refused(why: str) -> None:
    for text in REFUSED[why]:
        with pytest.raises(UrlError) as error:
            parse_url(text)
        assert len(str(error.value)) < 120, text
        assert error.value.hint, text


@pytest.mark.parametrize("why", REFUSED)
def test_no_link_of_a_text_leads_there(why: str) -> None:
    for text in REFUSED[why]:
        html = prose_html(read_prose(f"[a](<{text}>) <{text}> {text}"))
        for piece in html.split('href="')[1:]:
            address = piece.partition('"')[0]
            if not address.startswith("mailto:"):
                # What is left of such a text may be an address, and is one that is taken.
                assert parse_url(unescape(address)), (text, html)


@pytest.mark.parametrize("text", TAKEN)
def test_what_is_taken(text: str) -> None:
    url = parse_url(text)
    assert url.host == TAKEN[text]
    again = parse_url(url.href)
    assert (again.href, again.host) == (url.href, url.host)
    assert url.href.isascii()
    assert not set(url.href) & set("\"<> \\'`{}") - set("'\\{}`")


def test_a_refused_address_in_a_file_is_told_with_its_place() -> None:
    for text in ("javascript:alert(1)", "https://a:b@evil.example/", "https:evil.example"):
        file = SourceFile("claims/a.yml", CLAIM.format(url=text).encode())
        made = compile_claims([file], DEFAULT_SETTINGS, date(2026, 1, 1))
        [found] = [each for each in made.diagnostics if each.code.id == "CB701"]
        assert (found.span.line, found.span.column) == (6, 27)
        assert "a" not in made.corpus.claims
