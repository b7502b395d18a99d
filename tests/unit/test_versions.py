"""Versions of claim files: the names that Git has for them."""

import subprocess

from hypothesis import given
from hypothesis import strategies as st

from claimbook.citations.apa import CitedPage
from claimbook.data import git_name
from claimbook.views.catalogue import Catalogue
from claimbook.views.footer import VERSION_LENGTH, cited_claim
from tests.unit.views.making import PageReader, claim_text, site_of

TEXT = claim_text(review="  reviewed: 2026-04-01")


def hash_object(data: bytes) -> str:
    command = ["git", "hash-object", "--stdin"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def test_it_is_what_git_says() -> None:
    for data in (b"", b"claim: x\n", "claim: \N{SNOWMAN}\r\n".encode(), b"\0\xff" * 5000):
        assert git_name(data).hex() == hash_object(data).strip()


@given(st.binary(), st.binary())
def test_other_bytes_have_another_name(one: bytes, other: bytes) -> None:
    assert (git_name(one) == git_name(other)) == (one == other)


def test_a_page_bears_the_version_of_its_file_and_is_cited_in_it() -> None:
    site = site_of({"bridge.yml": TEXT})
    version = hash_object(TEXT.encode())[:VERSION_LENGTH]
    body = site.claim_fragment("bridge").body
    assert PageReader(body).one("a", id="version")["href"] == f"?version={version}"
    assert (
        PageReader(body)
        .one("p", id="citation")
        .text.endswith(f"https://ledger.example/claims/bridge/?version={version}")
    )


def test_another_text_is_another_version() -> None:
    def cited(text: str) -> CitedPage:
        catalogue: Catalogue = site_of({"bridge.yml": text})._catalogue
        return cited_claim(catalogue.corpus.claims["bridge"], catalogue)

    assert cited(TEXT) == cited(TEXT)
    assert cited(TEXT).url != cited(f"{TEXT}\n").url


def test_other_claims_do_not_change_a_version() -> None:
    alone = site_of({"bridge.yml": TEXT}).claim_fragment("bridge").body
    others = {"bridge.yml": TEXT, "tunnel.yml": claim_text()}
    beside = site_of(others).claim_fragment("bridge").body
    assert PageReader(alone).one("a", id="version").text == (
        PageReader(beside).one("a", id="version").text
    )
