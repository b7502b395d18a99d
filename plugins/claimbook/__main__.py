"""``python -m claimbook`` is ``claimbook``."""

from claimbook.cli import main

if __name__ == "__main__":
    main()
