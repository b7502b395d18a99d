"""Whoever publishes without an address is told once, and nothing fails."""

from dataclasses import replace

from claimbook.diagnostics import Severity
from claimbook.exports.address import address_missing
from claimbook.settings import DEFAULT_SETTINGS, Publication


def test_a_publication_without_an_address_is_told() -> None:
    [found] = address_missing(DEFAULT_SETTINGS, "ledger")
    assert (found.code.name, found.code.severity) == ("no-address", Severity.NOTE)
    assert found.span.path == "ledger"


def test_one_with_an_address_is_not() -> None:
    publication = Publication(url="https://ledger.example/")
    assert address_missing(replace(DEFAULT_SETTINGS, publication=publication), "x") == ()
