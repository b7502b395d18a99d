"""What every test may ask for."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import settings

# Time limits make slow machines fail; CI tries the same examples every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("whole", deadline=None, max_examples=1_000)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests of hostile files and broken machines try all they can (`make hostile`)."""
    parser.addoption("--whole", action="store_true", help="try all that a quick run leaves out")


def pytest_configure(config: pytest.Config) -> None:
    """Let properties be tried more often, too."""
    if config.getoption("--whole"):
        settings.load_profile("whole")


@pytest.fixture(scope="session")
def is_whole(request: pytest.FixtureRequest) -> bool:
    """Whether there is time for all tries, not for a few of each kind."""
    return bool(request.config.getoption("--whole"))


REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that forks where no threads are, such as a browser's, which forbid it."""
    if not pyfuncitem.get_closest_marker("forks") or threading.active_count() == 1:
        return None
    # What tries tests again has a thread, too: there this would begin anew, without end.
    without = ("-p", "no:cacheprovider", "-p", "no:rerunfailures")
    command = [sys.executable, "-m", "pytest", "-q", *without, pyfuncitem.nodeid]
    done = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    return True


def uv(*arguments: str | Path) -> None:
    """Run uv quietly from the repository; what it complains of is shown when it fails."""
    command = [sys.executable, "-m", "uv", "--quiet", *map(str, arguments)]
    subprocess.run(command, cwd=REPOSITORY, check=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the wheel of a checkout into a folder."""
    uv(
        *("build", "--wheel", "--no-build-isolation", project),
        *("--python", sys.executable, "--out-dir", folder),
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once from this checkout."""
    return build_wheel(REPOSITORY, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def bare_environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment with the wheel and its core dependencies: no MkDocs."""
    environment = tmp_path_factory.mktemp("bare") / "venv"
    programs = environment / "bin"
    uv("venv", "--python", sys.executable, environment)
    target = ("--python", programs / "python")
    uv("pip", "sync", *target, "--require-hashes", "requirements/core.txt")
    uv("pip", "install", *target, "--no-deps", wheel)
    return programs
