"""Two folders that change places at one moment, where the system can do that."""

import sys
from pathlib import Path

_HERE = -100
_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places: nobody ever sees neither of them.

    False where this system or file system cannot, and both stay as they were. Linux has
    `renameat2(2)` with `RENAME_EXCHANGE` for it, macOS `renamex_np(2)` with `RENAME_SWAP`.
    """
    import ctypes  # noqa: PLC0415 - only who publishes needs it

    names = (bytes(one), bytes(other))
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, _EXCHANGE) == 0)
        return bool(system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        # No such call here, or no library that could be asked for it.
        return False
