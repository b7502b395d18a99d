"""Which claims say the same in other words: aware of numbers, days, names and denial.

Only the standard library, no disk and no chance: the same engine runs in the terminal and in a
browser. Build an :class:`~claimbook.likeness.index.Index` of claims, ask it about a text.
"""
