"""Things drawn one after the other, as often as they are asked for."""

from collections.abc import Iterator

from claimbook.drawn import Drawn


def test_nothing_is_made_before_it_is_wanted_and_nothing_twice() -> None:
    made: list[int] = []

    def numbers() -> Iterator[int]:
        for each in range(4):
            made.append(each)
            yield each

    drawn = Drawn(numbers())
    assert made == []
    assert next(each for each in drawn if each == 1) == 1
    assert made == [0, 1]
    first, second = iter(drawn), iter(drawn)
    assert [next(first), next(second), *first] == [0, 0, 1, 2, 3]
    assert list(second) == [1, 2, 3]
    assert made == [0, 1, 2, 3]
