"""Values in commands to the runners of GitHub's workflows.

As ``@actions/core`` writes them (actions/toolkit, ``packages/core/src/command.ts``): GitHub's own
pages describe the commands ("Workflow commands for GitHub Actions") but not their escapes.
"""

_IN_DATA = {ord(char): f"%{ord(char):02X}" for char in "%\r\n"}
_IN_PROPERTY = {ord(char): f"%{ord(char):02X}" for char in "%\r\n:,"}


def data(text: str) -> str:
    """What stands behind the second pair of colons."""
    return text.translate(_IN_DATA)


def property_value(text: str) -> str:
    """The value of a property, before the second pair of colons."""
    return text.translate(_IN_PROPERTY)
