"""What commands cost, on commands whose costs are known."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.metering import CommandFailedError, Cost, Written, cost_of, written_in

MEGABYTE = 2**20


def python(program: str, folder: Path, **options: object) -> Cost:
    return cost_of([sys.executable, "-c", program], folder, **options)  # type: ignore[arg-type]


def test_time_on_the_clock_is_not_that_of_the_processors(tmp_path: Path) -> None:
    cost = python("import time; time.sleep(0.5)", tmp_path)
    assert cost.wall >= 0.5
    assert 0 < cost.cpu < cost.wall


def test_children_count(tmp_path: Path) -> None:
    busy = "import time\\nwhile time.process_time() < 0.4: pass"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{busy}'])"
    assert python(program, tmp_path).cpu >= 0.4


def test_memory_of_the_largest_process(tmp_path: Path) -> None:
    # No cost is below the memory of the process that measures, and these tests may hold much.
    command = [sys.executable, "-c", f"x = bytearray({400 * MEGABYTE})"]
    program = (
        "from pathlib import Path; from claimbook.metering import cost_of\n"
        f"cost = cost_of({command!r}, Path({str(tmp_path)!r})); print(cost.largest, cost.together)"
    )
    said = subprocess.check_output([sys.executable, "-c", program], text=True)
    largest, together = map(int, said.split())
    assert 400 * MEGABYTE < largest < 500 * MEGABYTE
    assert together == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_memory_of_all_processes_counts_what_they_share_once(tmp_path: Path) -> None:
    program = (
        f"import os, time; x = bytearray({100 * MEGABYTE})\n"
        f"if os.fork(): os.wait()\nelse: y = bytearray({50 * MEGABYTE}); time.sleep(1)"
    )
    cost = python(program, tmp_path, is_watched=True)
    assert 150 * MEGABYTE < cost.together < 200 * MEGABYTE


def test_a_failure_says_what_the_command_said(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="no such luck"):
        python("raise SystemExit('no such luck')", tmp_path)
    assert python("raise SystemExit(1)", tmp_path, good=frozenset({1})).wall > 0


def test_a_command_gets_its_folder_and_variables(tmp_path: Path) -> None:
    program = "import os; open('said', 'w').write(os.environ['LUCK'])"
    python(program, tmp_path, variables={"LUCK": "good"})
    assert (tmp_path / "said").read_text() == "good"


def test_a_folder_is_counted_whole(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "index.html").write_text("12345")
    (tmp_path / "deep" / "er" / "data.json").write_text("123")
    assert written_in(tmp_path) == Written(files=2, size=8, pages=1)
