"""What the package promises to those who import it."""

import pytest

import claimbook


@pytest.mark.parametrize("name", claimbook.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(claimbook, name)
    assert name.startswith("__") or (value.__doc__ or "").strip()


def test_public_names_are_listed_once_and_sorted() -> None:
    assert claimbook.__all__ == sorted(set(claimbook.__all__))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compile_clams'"):
        _ = claimbook.compile_clams
