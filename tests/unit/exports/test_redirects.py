"""Former addresses, as servers are told of them."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.compile import compile_claims
from claimbook.exports.redirects import redirect_files
from claimbook.fragment import UrlStyle
from claimbook.settings import Publication, Settings
from claimbook.site import Site
from claimbook.text import SourceFile
from claimbook.values import SLUG_PATTERN, is_slug
from claimbook.views.overview import aliases_of
from tests.unit.views.making import SETTINGS, TODAY, claim_text, site_of

FILES = {
    "bridge.yml": claim_text(more="aliases: [second, first]"),
    "gone.yml": claim_text(more="aliases: [lost]\nwithdrawn: {date: 2026-04-01, reason: No.}"),
}
LEADS = {"first": "bridge", "lost": "gone", "second": "bridge"}
# What each server reads, by its own grammar.
LINES = {
    "_redirects": re.compile(r"(/\S+) (/\S+) 301"),
    "redirects/nginx.map": re.compile(r'"(/[^"\\$]+)" "(/[^"\\$]+)";'),
    "redirects/apache.conf": re.compile(r'Redirect permanent "(/[^"\\%]+)" "(/[^"\\%]+)"'),
}


def read(site: Site) -> dict[str, dict[str, str]]:
    found = {}
    for path, content in redirect_files(site._catalogue):
        lines = [LINES[path].fullmatch(each) for each in content.decode("ascii").splitlines()]
        assert all(lines)
        found[path] = {each[1]: each[2] for each in lines if each}
    return found


def test_every_server_is_told_the_same_in_its_own_words() -> None:
    expected = {f"/claims/{old}/": f"/claims/{new}/" for old, new in LEADS.items()}
    assert read(site_of(FILES)) == dict.fromkeys(LINES, expected)


def test_pages_that_are_files_lead_to_files() -> None:
    found = read(site_of(FILES, style=UrlStyle(use_directories=False)))
    assert found["_redirects"]["/claims/first.html"] == "/claims/bridge.html"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://a.example/facts/", "/facts/claims/first/"),
        ("", "/claims/first/"),
        ("https://a.example/it%20is/", "/it%20is/claims/first/"),
    ],
)
def test_a_site_below_the_root_has_its_folders_in_front(url: str, path: str) -> None:
    settings = replace(SETTINGS, publication=Publication(url=url))
    [content] = [
        content
        for name, content in redirect_files(site_of(FILES, settings)._catalogue)
        if name == "_redirects"
    ]
    assert content.decode().startswith(f"{path} ")


def test_where_nothing_was_renamed_there_is_nothing_to_tell() -> None:
    assert read(site_of({"bridge.yml": claim_text()})) == {}


def test_each_leads_to_a_page_and_from_one_that_leads_on_by_itself() -> None:
    site = site_of(FILES)
    files = {f"/{site.style.url(each.location)}": each for each in site.fragments()}
    for old, new in read(site)["_redirects"].items():
        assert files[old].is_forwarding
        assert not files[new].is_forwarding


@pytest.mark.parametrize(
    "alias",
    ["../x", "a b", "x;", "x\n/y /z 301", "%2e%2e", '"', "$x", "/x", "X", "ä", "x/y", ":x", "*"],
)
def test_what_means_something_to_a_server_is_no_id(alias: str) -> None:
    source = SourceFile("claims/a.yml", claim_text(more=f"aliases: {json.dumps([alias])}").encode())
    compiled = compile_claims([source], Settings(), TODAY)
    assert compiled.refused
    assert aliases_of(compiled.corpus) == {}


@given(st.text(st.characters(max_codepoint=127)) | st.from_regex(SLUG_PATTERN, fullmatch=True))
def test_an_id_means_nothing_but_itself_to_a_server(name: str) -> None:
    path = f"/claims/{name}/"
    lines = (f"{path} /a 301", f'"{path}" "/a";', f'Redirect permanent "{path}" "/a"')
    if is_slug(name):
        forms = zip(lines, LINES.values(), strict=True)
        assert [form.fullmatch(line)[1] for line, form in forms] == [path] * 3  # type: ignore[index]
