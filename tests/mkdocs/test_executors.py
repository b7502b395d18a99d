"""Work done elsewhere: whoever does it, the site has the same bytes."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from distributed import KilledWorker

from claimbook.cli.commands import cli
from claimbook.cli.run import run
from claimbook.dask_crew import dask_crew
from claimbook.processes import CrewError, Hired
from claimbook.sample_corpus import write_project
from tests.unit.rules.test_saved import SAVED, claim, source

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", CLUSTER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().replace("tcp://", "dask://")
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, 30, search=False)
    files = {
        "quoting.yml": claim("The bridge is closed to all traffic"),
        "sources/register.yml": source(),
        "snapshots/register.txt": SAVED,
    }
    for name, text in files.items():
        (tmp_path / "claims" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "claims" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    return tmp_path


def built(site: str, *options: str) -> Mapping[str, bytes]:
    done = CliRunner().invoke(cli, ["build", "--site-dir", site, *options])
    assert done.exit_code == 0, done.output
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in Path(site).rglob("*")
        if path.is_file()
    }


@pytest.mark.usefixtures("project")
def test_a_cluster_makes_the_same_site(cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here = built("here")
    assert b"Verbatim in " in here["claims/quoting/index.html"]
    sent: list[object] = []
    whole = Hired.map

    def counted(crew: Hired, work: Callable[..., object], items: Sequence[object]) -> Iterator[Any]:
        sent.append(work)
        return whole(crew, work, items)

    monkeypatch.setattr(Hired, "map", counted)
    assert built("there", "--executor", cluster) == here
    # Claims to read; their pages together with the lists.
    assert len(sent) == 2


def test_a_cluster_that_loses_its_workers_is_told(cluster: str) -> None:
    lost = KilledWorker("a piece", None, 4)  # type: ignore[arg-type]
    with pytest.raises(CrewError, match="were lost"), dask_crew(cluster):
        raise lost


@pytest.mark.usefixtures("project")
def test_several_processes_make_the_same_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMBOOK_JOBS", "1")
    alone = built("alone")
    monkeypatch.setenv("CLAIMBOOK_JOBS", "3")
    monkeypatch.setattr("claimbook.processes._FEWEST", 1)
    assert built("together") == alone


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("dask://127.0.0.1:1", "no scheduler answers at `127.0.0.1:1`"),
        ("ray://head:10001", "`ray://head:10001` is no executor that we know"),
        ("nonsense", "`nonsense` is no executor that we know"),
    ],
)
def test_workers_that_are_not_there_are_an_error_with_a_remedy(
    address: str, expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimbook.dask_crew._SECONDS", "1s")
    assert run(["build", "--executor", address]) == 2
    told = capsys.readouterr().err
    assert expected in told
    assert "hint" in told or "dask" in told
    assert not Path("site").exists()


@pytest.mark.usefixtures("project")
def test_a_wrong_number_of_processes_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMBOOK_JOBS", "many")
    assert run(["check"]) == 1
    assert (
        "`CLAIMBOOK_JOBS` is `many`: a number of processes is expected" in capsys.readouterr().err
    )
