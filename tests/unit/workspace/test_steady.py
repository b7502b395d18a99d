"""The search for cyclic garbage rests while a corpus is built, and only then."""

import gc

import pytest

from claimbook.steady import steady


def test_the_search_rests_and_goes_on() -> None:
    assert gc.isenabled()
    with steady():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_exception() -> None:
    with pytest.raises(ValueError, match="broken"), steady():
        raise ValueError("broken")
    assert gc.isenabled()


def test_where_it_rested_before_it_rests_afterwards() -> None:
    gc.disable()
    try:
        with steady():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
