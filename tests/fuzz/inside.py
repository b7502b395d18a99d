"""One target in a process of its own, which libFuzzer ends; `run` starts it."""

import sys


def main() -> None:
    """Where Atheris is installed, a target's name, and what libFuzzer is told."""
    program, place, name, *told = sys.argv
    sys.path.append(place)
    import atheris

    with atheris.instrument_imports(include=["claimbook"]):
        from tests.fuzz.targets import TARGETS

    atheris.Setup([program, *told], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
