"""Addresses without what follows visitors and without detours; all others stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.plain_addresses import (
    TRACKING_AT,
    TRACKING_NAMES,
    direct,
    plain,
    untracked,
)

# What is taken away, by what is left; the script of the form is held to the same.
TRACKED = {
    "https://exe.example/?a=1&utm_source=b&c#d": "https://exe.example/?a=1&c#d",
    "https://exe.example/?utm_source=b": "https://exe.example/",
    "https://exe.example?fbclid=1#:~:text=a": "https://exe.example#:~:text=a",
    "https://exe.example/?UTM_Source=b&%67clid=2&d=%C3%A9&e=a+b": "https://exe.example/?d=%C3%A9&e=a+b",
    "https://exe.example/?mc_cid=1&mc_eid=2&&x": "https://exe.example/?&x",
    "https://x.com/a/status/1?s=20&t=Ab-C": "https://x.com/a/status/1",
    "https://www.youtube.com/watch?v=Ab&t=42&si=c": "https://www.youtube.com/watch?v=Ab&t=42",
    "https://exe.example/?s=20&t=1&si=c&ref=b&source=a": "https://exe.example/?s=20&t=1&si=c&ref=b&source=a",
    "https://exe.example/?utm=1&my_utm_a=2&#utm_source=b": "https://exe.example/?utm=1&my_utm_a=2&#utm_source=b",
    "https://exe.example/utm_source=b/?%E0%A4%A=1": "https://exe.example/utm_source=b/?%E0%A4%A=1",
    "https://constructor/?utm_a=1": "https://constructor/",
    "https://web.archive.org/web/2025/exe.example/?utm_a=1": "https://web.archive.org/web/2025/exe.example/?utm_a=1",
    "https://archive.ph/2025.02.01-123456/exe.example/?utm_a=1": "https://archive.ph/2025.02.01-123456/exe.example/?utm_a=1",
    "https://exe.example/?to=https://tam.example/&utm_a=1": "https://exe.example/?to=https://tam.example/&utm_a=1",
    "not an address?utm_a=1": "not an address?utm_a=1",
}


@pytest.mark.parametrize(("given", "left"), TRACKED.items())
def test_only_what_follows_visitors_is_taken_away(given: str, left: str) -> None:
    assert (untracked(given), untracked(left)) == (left, left)


@pytest.mark.parametrize(
    ("given", "page"),
    [
        ("https://www.google.com/amp/s/exe.example/a?b=1#c", "https://exe.example/a?b=1#c"),
        ("https://google.co.uk/amp/www.exe.example/a", "http://www.exe.example/a"),
        ("https://www.bing.com/amp/s/exe.example/a", "https://exe.example/a"),
        ("https://exe-example.cdn.ampproject.org/c/s/exe.example/a", "https://exe.example/a"),
        ("https://cdn.ampproject.org/v/s/exe.example/a", "https://exe.example/a"),
        (
            "https://www.google.com/amp/s/exe.cdn.ampproject.org/c/s/exe.example/a",
            "https://exe.example/a",
        ),
        ("https://en.m.wikipedia.org/wiki/Exe", "https://en.wikipedia.org/wiki/Exe"),
        ("https://zh-yue.m.wikipedia.org/wiki/A", "https://zh-yue.wikipedia.org/wiki/A"),
        ("HTTPS://M.Facebook.com/a", "HTTPS://www.facebook.com/a"),
        ("https://m.youtube.com/watch?v=Ab", "https://www.youtube.com/watch?v=Ab"),
        ("https://mobile.twitter.com", "https://twitter.com"),
    ],
)
def test_a_cache_and_a_page_for_telephones_lead_to_the_page(given: str, page: str) -> None:
    assert (direct(given), direct(page)) == (page, page)


@pytest.mark.parametrize(
    "text",
    [
        "https://m.exe.example/a",
        "https://mobile.exe.example/",
        "https://amp.exe.example/a/amp?amp=1",
        "https://www.google.com/amp/stories",
        "https://www.google.com/amplify/s/exe.example/a",
        "https://not-google.com/amp/s/exe.example/a",
        "https://exe.cdn.ampproject.org/i/s/exe.example/a.png",
        "https://exe.example/amp/s/tam.example/",
        "https://m.youtube.com:8080/a",
        "https://exe.m.wikipedia.org.example/",
        "https://web.archive.org/web/2025/https://en.m.wikipedia.org/wiki/Exe",
        "https://archive.ph/AbCdE",
    ],
)
def test_what_is_not_certain_stays(text: str) -> None:
    assert plain(text) == text


NAMES = st.one_of(
    st.sampled_from([*sorted(TRACKING_NAMES), "utm_a", "UTM_B", "s", "t", "si", "amp"]),
    st.text("abs=%2&;._-/:é", max_size=6),
)
HOSTS = st.sampled_from(
    [*TRACKING_AT, "exe.example", "en.m.wikipedia.org", "m.facebook.com", "web.archive.org"]
)
PATHS = st.sampled_from(
    ["", "/", "/a", "/amp/s/exe.example/a", "/c/s/x.com/b", "/https://b.example/"]
)


@given(HOSTS, PATHS, st.lists(NAMES, max_size=5), st.sampled_from(["", "#", "#utm_a=1?b&c"]))
def test_twice_is_once_and_what_is_left_was_there(
    host: str, path: str, names: list[str], fragment: str
) -> None:
    text = f"https://{host}{path}{'?' if names else ''}{'&'.join(names)}{fragment}"
    done = plain(text)
    assert plain(done) == done
    assert done.endswith(fragment)
    assert done.partition("?")[2].count("&") <= text.count("&")


@given(HOSTS, st.text("bcd=%2;._-/:+é&", max_size=30), st.text("bcd?#&=", max_size=5))
def test_an_address_without_such_parts_stays_to_the_byte(
    host: str, query: str, fragment: str
) -> None:
    text = f"https://www.exe.example/{host}?{query}#{fragment}"
    assert plain(text) == text
