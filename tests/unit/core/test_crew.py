"""Work for one and for several: the same results, in the same order."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.crew import ALONE, Crew, at_work_on, batches
from claimbook.processes import CrewError, Forks, crew_for, hired
from claimbook.worker_notes import WorkerNotes

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


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGSEGV])
def test_a_lost_worker_says_what_it_had(sign: signal.Signals) -> None:
    def work(share: range) -> None:
        for number in share:
            at_work_on(f"claims/{number}.yml")
            if number == 17:
                os.kill(os.getpid(), sign)

    with pytest.raises(CrewError, match=r"of its work: it had `claims/17\.yml`$"):
        list(Forks(3).map(work, batches(range(40), Forks(3))))


def test_a_worker_that_was_told_to_go_has_nothing_before_it() -> None:
    def work(number: int) -> None:
        at_work_on(f"claims/{number}.yml")
        os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(CrewError, match=r"in the middle of its work$"):
        list(Forks(2).map(work, range(4)))


def test_long_names_are_cut_and_none_is_another_pieces() -> None:
    notes = WorkerNotes(3)
    notes.write(0, "ü" * 1000)
    notes.write(2, "a name")
    notes.write(2, "short")
    assert notes.names() == ["ü" * 255, "short"]
    notes.write(0, "")
    assert notes.names() == ["short"]


_LEFT_ALONE = """
import os, signal, sys
from claimbook.processes import Forks
def work(number):
    print("at work", flush=True)
    os.kill(os.getppid(), signal.SIGKILL)
    signal.pause()
list(Forks(2).map(work, range(2)))
"""


def test_workers_whose_parent_is_killed_are_gone_too() -> None:
    command = [sys.executable, "-c", _LEFT_ALONE]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.wait() == -signal.SIGKILL
        # Who is left would hold the other end of the pipe.
        while select.select([process.stdout], [], [], 60)[0]:
            if not os.read(process.stdout.fileno(), 100):
                return
    pytest.fail("workers outlive the process that made them")


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
