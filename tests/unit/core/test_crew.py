"""Work for one and for several: the same results, in the same order."""

import os
from pathlib import Path

import pytest

from claimbook.crew import ALONE, Crew, batches
from claimbook.processes import CrewError, Forks, crew_for, hired

pytestmark = pytest.mark.forks


@pytest.mark.parametrize("crew", [ALONE, Forks(3)])
def test_results_come_in_the_order_of_the_items(crew: Crew) -> None:
    shares = batches(range(1000), crew)
    assert [each for share in shares for each in share] == list(range(1000))
    assert max(map(len, shares)) <= 256
    squares = crew.map(lambda share: [each**2 for each in share], shares)
    assert [each for share in squares for each in share] == [each**2 for each in range(1000)]


def test_several_processes_do_it(tmp_path: Path) -> None:
    def note(number: int) -> int:
        (tmp_path / str(number)).write_text(str(os.getpid()))
        return number

    assert list(Forks(2).map(note, range(20))) == list(range(20))
    workers = {path.read_text() for path in tmp_path.iterdir()}
    assert str(os.getpid()) not in workers


def test_a_lost_worker_is_told() -> None:
    with pytest.raises(CrewError, match="has ended in the middle of its work") as raised:
        list(Forks(2).map(lambda number: os._exit(number + 9), range(4)))
    assert "CLAIMBOOK_JOBS=1" in raised.value.hint


def test_a_mistake_in_the_work_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Forks(2).map(lambda number: 1 // number, range(4)))


def test_small_work_needs_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMBOOK_JOBS", "4")
    assert crew_for(5) is ALONE
    assert crew_for(5000).workers == 4
    with hired(Forks(7)):
        assert crew_for(5).workers == 7
    assert crew_for(5) is ALONE
    monkeypatch.setenv("CLAIMBOOK_JOBS", "0")
    with pytest.raises(CrewError, match="a number of processes is expected"):
        crew_for(5000)
